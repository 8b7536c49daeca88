"""A seat's own page: its browsers, one more, and its code."""

import pytest

from storage.people.seat import Role
from tests.bot.desk.inhouse import CODE, Browser, InHouse
from tests.storage.rows import rows


def _link(text: str) -> str:
    """Return the path of the link on a page."""
    return "/enter/" + text.partition("/enter/")[2].split()[0]


async def _one_more(browser: Browser, other: Browser) -> None:
    """Let a second browser in by the link that a first one shows."""
    await browser.open("/me")
    page = await browser.press("Én nettleser til")
    await other.open(_link(page.text))
    await other.press("Slipp inn")


@pytest.mark.parametrize("role", ["leader", "administrator"])
async def test_a_second_browser_comes_in_by_a_link_and_is_opened_by_the_code_of_the_seat(
    inhouse: InHouse, role: Role
) -> None:
    async with inhouse.browser() as browser, inhouse.browser() as other:
        seat = await inhouse.let_in(browser, role)
        await _one_more(browser, other)

        assert other.page.path == "/unlock"
        assert (await other.press("Lås opp", code=CODE)).path == "/"
        assert rows(inhouse.folder / "vaktlogg.db", "SELECT seat FROM device") == [(seat,), (seat,)]
        assert rows(inhouse.folder / "vaktlogg.db", "SELECT act FROM audit WHERE act = 'one_more'") != []


async def test_staff_are_told_to_ask_and_get_no_link(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await browser.open("/me")
        token = page.form("/lock").fields[0]

        refused = await browser.send("/me/browser", [token])

    assert "En administrator kan slippe inn én nettleser til." in page.text
    assert refused.status == 403
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT 1 FROM invite WHERE spent_by IS NULL") == []


async def test_a_link_of_a_leader_who_is_none_any_more_opens_nothing(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser, inhouse.browser() as other:
        seat = await inhouse.let_in(browser, "leader")
        await browser.open("/me")
        page = await browser.press("Én nettleser til")
        assert inhouse.parts is not None
        await inhouse.parts.people.stores.seats.give(seat, "staff")
        await other.open(_link(page.text))

        assert "Den koden virker ikke her." in (await other.press("Slipp inn")).text


async def test_a_browser_that_is_removed_is_let_in_no_more(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser, inhouse.browser() as other:
        await inhouse.let_in(browser, "leader")
        await _one_more(browser, other)
        await other.press("Lås opp", code=CODE)
        await browser.open("/me")

        page = await browser.send("/me/remove", [*browser.page.form("/me/remove").fields, ("device", "2")])

        assert "Nettleseren er fjernet." in page.text
        assert (await other.open("/")).path == "/enter"


async def test_whoever_removes_their_own_browser_is_out(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await browser.open("/me")

        page = await browser.send("/me/remove", [*page.form("/me/remove").fields, ("device", "1")])

    assert page.path == "/enter"


async def test_the_only_administrator_does_not_lock_themselves_out(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        page = await browser.open("/me")

        page = await browser.send("/me/remove", [*page.form("/me/remove").fields, ("device", "1")])

    assert page.path == "/me"
    assert "Den eneste administratoren" in page.text


async def test_a_leader_is_offered_no_button_that_only_administrators_may_press(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "leader")
        await browser.open("/me")

        page = await browser.press("Én nettleser til")

    assert "Ta tilbake" not in page.buttons()


@pytest.mark.parametrize("device", ["1", "99", "-1", "", "²", "1 OR 1"])
async def test_no_browser_of_another_seat_is_removed(inhouse: InHouse, device: str) -> None:
    async with inhouse.browser() as administrator, inhouse.browser() as browser:
        await inhouse.let_in(administrator, "administrator")
        await inhouse.let_in(browser)
        page = await browser.open("/me")

        await browser.send("/me/remove", [*page.form("/me/remove").fields, ("device", device)])

    assert rows(inhouse.folder / "vaktlogg.db", "SELECT count(*) FROM device") == [(2,)]


async def test_another_code_locks_the_other_browsers_of_the_seat(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser, inhouse.browser() as other:
        await inhouse.let_in(browser, "leader")
        await _one_more(browser, other)
        await other.press("Lås opp", code=CODE)
        await browser.open("/me")

        page = await browser.press("Endre koden", present=CODE, code="8462", again="8462")

        assert "Koden er endret." in page.text
        assert (await other.open("/")).path == "/unlock"
        assert (await other.press("Lås opp", code="8462")).path == "/"


@pytest.mark.parametrize(
    ("present", "code", "said"),
    [("8462", "5027", "Det er ikke koden. 4 forsøk igjen."), (CODE, "1111", "Velg en annen.")],
)
async def test_a_code_is_not_changed_without_the_present_one_or_to_an_obvious_one(
    inhouse: InHouse, present: str, code: str, said: str
) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        await browser.open("/me")

        page = await browser.press("Endre koden", present=present, code=code, again=code)
        await browser.press("Lås")

        assert said in page.text
        assert (await browser.unlock()).path == "/"


async def test_who_waits_to_be_let_in_has_no_page_of_their_own(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        assert inhouse.parts is not None
        await inhouse.parts.database.write("UPDATE seat SET waiting = 1")
        await inhouse.parts.people.stores.seats.load()

        page = await browser.open("/me")

    assert page.buttons() == []
    assert "Administratoren må slippe deg inn først" in page.text
