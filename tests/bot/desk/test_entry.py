"""Coming in: by a right code alone, in a browser that nobody has let in, also from a link in an e-mail."""

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.config.desk import DeskSection
from bot.desk.signing_in.remote import sender
from handlers.strangers import MOST_WRONG
from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

ELSEWHERE = {"Sec-Fetch-Site": "cross-site"}


async def _try(browser: Browser, code: str) -> str:
    await browser.open("/enter")
    return (await browser.press("Slipp inn", code=code)).text


async def test_looking_at_a_link_does_not_spend_its_code(inhouse: InHouse) -> None:
    assert inhouse.parts is not None
    await inhouse.parts.people.stores.invites.make("en-kode", "staff", by=None, now=inhouse.clock())
    async with inhouse.browser() as preview, inhouse.browser() as browser:
        await preview.open("/enter/en-kode")
        await browser.open("/enter/en-kode")

        assert "Administratoren må slippe deg inn først" in (await browser.press("Slipp inn")).text


async def test_after_ten_wrong_codes_from_an_address_the_right_one_opens_nothing_in_that_hour(
    inhouse: InHouse,
) -> None:
    assert inhouse.parts is not None
    people = inhouse.parts.people
    async with inhouse.browser() as browser:
        for number in range(MOST_WRONG):
            await _try(browser, f"feil-{number}")
        await people.stores.invites.make("en-kode", "staff", by=None, now=inhouse.clock())
        in_that_hour = await _try(browser, "en-kode")
        inhouse.clock.move(hours=1)
        later = await _try(browser, "en-kode")

    assert "Den koden virker ikke her." in in_that_hour
    assert "Administratoren må slippe deg inn først" in later
    assert people.strangers.today == MOST_WRONG + 1


async def test_browsers_that_nobody_let_in_are_counted_and_shown_nothing(inhouse: InHouse) -> None:
    assert inhouse.parts is not None
    async with inhouse.browser() as browser:
        page = await browser.open("/me")
        script = await browser.open("/", **{"Sec-Fetch-Dest": "empty"})

    assert (page.path, page.links) == ("/enter", [("Til innholdet", "#main")])
    assert script.status == 401
    assert inhouse.parts.people.strangers.today == 1


async def test_who_waits_is_asked_about_again_without_scripts_and_comes_in_once_let_in(inhouse: InHouse) -> None:
    assert inhouse.parts is not None
    assert inhouse.parts.desk is not None
    people, visitors = inhouse.parts.people, inhouse.parts.desk.desk.visitors
    await people.stores.invites.make("en-kode", "staff", by=None, now=inhouse.clock())
    async with inhouse.browser() as browser:
        await browser.open("/enter/en-kode")
        page = await browser.press("Slipp inn")
        waiting = await browser.open("/waiting")
        active = dict(visitors._active)
        await people.stores.seats.admit(1)
        opened = await browser.open("/waiting")

    assert '<noscript><meta http-equiv="refresh" content="5; url=/waiting"></noscript>' in page.html
    assert (waiting.path, opened.path) == ("/waiting", "/unlock")
    assert (active, people.strangers.today) == ({}, 0)


async def test_a_browser_that_is_in_already_spends_no_code(inhouse: InHouse) -> None:
    assert inhouse.parts is not None
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        await inhouse.parts.people.stores.invites.make("ny-kode", "leader", by=None, now=inhouse.clock())

        page = await browser.open("/enter/ny-kode")

        assert "Denne nettleseren er alt sluppet inn." in page.text
        assert (await browser.open("/enter")).path == "/"


@pytest.mark.parametrize("path", ["/", "/me", "/me?period=2026", "/enter/en-kode"])
async def test_a_link_from_elsewhere_gets_a_page_of_ours_that_asks_again(inhouse: InHouse, path: str) -> None:
    async with inhouse.browser() as browser:
        page = await browser.open(path, **ELSEWHERE)

    assert (page.status, page.path) == (200, path.partition("?")[0])
    assert f'<meta http-equiv="refresh" content="0; url={path}">' in page.html
    assert "Set-Cookie" not in page.headers


async def test_a_path_from_elsewhere_is_escaped(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        page = await browser.open('/me?x="><script>alert(1)</script>', **ELSEWHERE)

    assert "<script" not in page.html


async def test_a_link_from_elsewhere_in_a_browser_whose_cookie_came_along_is_answered_at_once(
    inhouse: InHouse,
) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)

        assert 'http-equiv="refresh"' not in (await browser.open("/", **ELSEWHERE)).html


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize(
    ("remote", "forwarded", "behind_proxy"),
    [
        ("127.0.0.1", "10.0.0.7", "10.0.0.7"),
        ("127.0.0.1", "6.6.6.6, 10.0.0.7", "10.0.0.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "nobody", "127.0.0.1"),
        ("10.0.0.9", "10.0.0.7", "10.0.0.9"),
        ("2001:db8::1", "", "2001:db8::ffff"),
        ("::ffff:10.0.0.9", "", "10.0.0.9"),
    ],
)
def test_only_the_proxy_on_this_machine_says_who_asked(
    remote: str, forwarded: str, behind_proxy: str, *, public: bool
) -> None:
    section = DeskSection(public_url="https://desk.example.org" if public else "")
    headers = {"X-Forwarded-For": forwarded}

    asked = sender(make_mocked_request("GET", "/", headers).clone(remote=remote), section)

    expected = behind_proxy if public else remote
    assert asked == sender(make_mocked_request("GET", "/").clone(remote=expected), DeskSection())


async def test_only_the_digests_of_cookies_are_kept(inhouse: InHouse) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser)
        cookies = [cookie.value for cookie in browser.client.cookie_jar]

    content = (inhouse.folder / "vaktlogg.db").read_bytes()
    assert len(cookies) == 2
    assert not any(cookie.encode() in content for cookie in cookies)
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT length(digest), length(session) FROM device") == [(32, 32)]
