"""Locking and unlocking a browser: nothing is shown before the code, and five wrong ones are the end."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.config.desk import DeskSection
from storage.people.seat import Role
from tests.bot.desk.inhouse import CODE, Browser, InHouse
from tests.storage.rows import rows

IDLE = 600.0
SCRIPT = {"Sec-Fetch-Dest": "empty"}


async def _wrong(browser: Browser, times: int) -> str:
    await browser.open("/")
    for _ in range(times):
        await browser.press("Lås opp", code="8462")
    return browser.page.text


@pytest.mark.parametrize(
    ("code", "again", "said"),
    [
        ("0000", "0000", "Den koden er blant de første noen ville prøve."),
        ("73", "73", "En kode har 4 til 12 tall eller bokstaver."),
        ("7391", "7319", "De to kodene er ikke like."),
    ],
)
async def test_a_code_that_does_not_do_is_refused_and_none_is_kept(
    inhouse: InHouse, code: str, again: str, said: str
) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        assert inhouse.parts is not None
        await inhouse.parts.people.stores.unlock_codes.forget(1)
        await browser.press("Lås")

        page = await browser.press("Bruk denne koden", code=code, again=again)

        assert page.status == 422
        assert said in page.text
        assert rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM unlock_code") == []


async def test_a_locked_browser_is_shown_nothing_and_comes_back_to_where_it_wanted(browser: Browser) -> None:
    await browser.press("Lås")

    page = await browser.open("/me")

    assert (page.path, page.links) == ("/unlock", [("Til innholdet", "#main")])
    assert (await browser.press("Lås opp", code=CODE)).path == "/me"


@pytest.mark.parametrize("back", ["https://example.org", "//example.org", "/unlock", "/enter/x", "me"])
async def test_unlocking_leads_to_our_own_pages_alone(browser: Browser, back: str) -> None:
    await browser.press("Lås")
    await browser.open(f"/unlock?back={back}")

    assert (await browser.press("Lås opp", code=CODE, back=back)).path == "/"


@pytest.mark.parametrize("path", ["/", "/me"])
async def test_a_script_at_a_locked_browser_is_told_so_in_one_sentence(browser: Browser, path: str) -> None:
    await browser.press("Lås")

    page = await browser.open(path, **SCRIPT)

    assert page.status == 401
    assert "Vaktbordet er låst. Ingenting er lagret." in page.text


async def test_a_form_that_a_locked_browser_sends_is_said_to_be_unsaved(
    inhouse: InHouse, browser: Browser
) -> None:
    page = await browser.open("/")
    fields = [*page.form("/register").fields, ("s0", "0"), ("s1", "1"), ("s2", "0")]
    inhouse.seconds += IDLE

    page = await browser.send("/register", fields)

    assert "Det du sendte, er ikke lagret" in page.text
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM record") == []


async def test_a_browser_locks_itself_when_nobody_has_done_anything_for_long(
    inhouse: InHouse, browser: Browser
) -> None:
    token = browser.page.form("/lock").fields[0]
    inhouse.seconds += IDLE - 1
    await browser.send("/active", [token], **SCRIPT)
    inhouse.seconds += IDLE - 1
    still_open = (await browser.open("/", **SCRIPT)).status
    inhouse.seconds += 1

    assert (still_open, (await browser.open("/")).path) == (200, "/unlock")


async def test_what_had_locked_itself_stays_locked_over_a_restart(tmp_path: Path) -> None:
    inhouse = InHouse(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        inhouse.seconds += IDLE
    async with inhouse.open():
        browser.url = inhouse.url

        assert rows(tmp_path / "vaktlogg.db", "SELECT session FROM device") == [(None,)]


async def test_every_wrong_code_says_how_many_tries_are_left_and_the_fifth_is_the_last(browser: Browser) -> None:
    await browser.press("Lås")

    assert "Det er ikke koden. 3 forsøk igjen." in await _wrong(browser, 2)
    assert "Det er ikke koden. 1 forsøk igjen." in await _wrong(browser, 2)
    assert "Koden var feil fem ganger på rad." in await _wrong(browser, 1)
    assert browser.page.buttons() == []


async def test_after_five_wrong_codes_the_right_one_opens_nothing_also_after_a_restart(tmp_path: Path) -> None:
    inhouse = InHouse(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await browser.press("Lås")
        await _wrong(browser, 5)
        fields = [page.form("/unlock").fields[0], ("code", CODE)]
        refused = [await browser.send("/unlock", fields, **SCRIPT)]
    async with inhouse.open():
        assert inhouse.parts is not None
        left = await inhouse.parts.people.unlocking.left(1)

    assert (refused[0].status, left) == (403, 0)


async def test_a_right_code_ends_the_count(inhouse: InHouse, browser: Browser) -> None:
    await browser.press("Lås")
    await _wrong(browser, 4)

    assert (await browser.unlock()).path == "/"
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT wrong FROM unlock_code") == [(0,)]


async def test_where_the_code_was_freed_whoever_comes_chooses_one(inhouse: InHouse, browser: Browser) -> None:
    await browser.press("Lås")
    await _wrong(browser, 5)
    assert inhouse.parts is not None
    await inhouse.parts.people.stores.unlock_codes.forget(1)

    await browser.choose_code("8462")
    await browser.press("Lås")

    assert (await browser.unlock("8462")).path == "/"


@pytest.mark.parametrize(("role", "survives"), [("staff", True), ("leader", False), ("administrator", False)])
async def test_only_staff_stay_in_when_their_browser_is_closed(
    inhouse: InHouse, role: Role, survives: bool
) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, role)

        sessions = [cookie for cookie in browser.client.cookie_jar if cookie.key == "vaktlogg_session"]

        assert [bool(cookie["max-age"]) for cookie in sessions] == [survives]


async def test_each_unlocking_brings_another_cookie_and_the_former_opens_nothing(
    inhouse: InHouse, browser: Browser
) -> None:
    former = {cookie.key: cookie.value for cookie in browser.client.cookie_jar}
    await browser.press("Lås")
    await browser.unlock()

    async with inhouse.browser() as thief:
        thief.client.cookie_jar.update_cookies(former)

        assert (await thief.open("/")).path == "/unlock"


async def test_a_restored_seat_sees_that_it_waits_and_no_veil(inhouse: InHouse, browser: Browser) -> None:
    assert inhouse.parts is not None
    stores = inhouse.parts.people.stores
    await stores.devices.lock(stores.devices.of(1)[0])
    await inhouse.parts.database.write("UPDATE seat SET waiting = 1, restored = 1")
    await stores.seats.load()

    page = await browser.open("/")
    veil = await browser.open("/unlock")

    assert "Vaktlogg er gjenopprettet fra en kopi." in page.text
    assert veil.text == page.text


async def test_without_an_idle_time_of_ten_minutes_the_config_says_another(tmp_path: Path) -> None:
    inhouse = replace(InHouse(tmp_path), desk=DeskSection(address="127.0.0.1:0", idle_minutes=1))
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        inhouse.seconds += 60

        assert (await browser.open("/")).path == "/unlock"
