"""The veil and passkeys in a real browser: the page is emptied at once, and what is unsent stays in its memory."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.config.desk import DeskSection
from tests.bot.desk.inhouse import CODE, InHouse
from tests.browser import needs_browser
from tests.storage.rows import rows

pytestmark = needs_browser

UNSENT = """() => {
    window.unsent = ["a call"];
    window.told = [];
    addEventListener("beforeunload", (event) => event.preventDefault());
    for (const name of ["vaktlogg:locked", "vaktlogg:unlocked"])
        document.addEventListener(name, () => window.told.push(name));
}"""
HEAR = """() => {
    new BroadcastChannel("vaktlogg").onmessage = () => (window.heard = true);
}"""
SEND = """async (body) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return (await fetch("/unlock/passkey", { method: "POST", body, headers })).status;
}"""
LEAVE = """() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))"""
COME_BACK = """() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))"""
LOCK_ELSEWHERE = """async () => {
    const body = new URLSearchParams({ token: document.body.dataset.token });
    const headers = { Accept: "application/json" };
    return (await fetch("/lock", { method: "POST", body, headers })).status;
}"""
WITH_A_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
JUST_BEFORE, JUST_AFTER = 9 * 60_000, 70_000


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path, desk=DeskSection(address="localhost:0"))
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def page(inhouse: InHouse, chromium: Browser) -> AsyncIterator[Page]:
    """Open the desk as a leader whose code is chosen; fails on any error of a script."""
    assert inhouse.parts is not None
    stores = inhouse.parts.people.stores
    await stores.invites.make("en-kode", "leader", by=None, now=inhouse.clock())
    async with await chromium.new_context() as context:
        page = await context.new_page()
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.clock.install()
        await page.goto(f"{inhouse.url}/enter/en-kode")
        await page.get_by_role("button", name="Slipp inn").click()
        await page.get_by_text("Administratoren må slippe deg inn først").wait_for()
        await stores.seats.admit(1)
        await page.goto(inhouse.url)
        await page.get_by_label("Kode", exact=True).fill(CODE)
        await page.get_by_label("Den samme koden en gang til").fill(CODE)
        await page.get_by_role("button", name="Bruk denne koden").click()
        await _is_open(page)
        yield page
    assert troubles == []


async def _is_open(page: Page) -> None:
    """Wait for the page and its scripts, which are carried out last of all."""
    await expect(page.get_by_role("link", name="Leder")).to_be_visible()
    await page.wait_for_load_state()


async def _type_code(page: Page, code: str) -> None:
    await page.get_by_label("Koden for denne tilgangen").fill(code)
    await page.get_by_role("button", name="Lås opp", exact=True).click()


async def test_after_the_idle_time_the_page_is_empty_and_the_browser_locked(inhouse: InHouse, page: Page) -> None:
    before = await page.title()
    await page.clock.fast_forward(JUST_BEFORE)
    still = await page.title()
    async with page.expect_response("**/lock"):
        await page.clock.fast_forward(JUST_AFTER)

    await expect(page.get_by_label("Koden for denne tilgangen")).to_be_focused()
    assert (still, await page.title()) == (before, "Låst – Vaktlogg")
    assert await page.locator("header, nav, #register").count() == 0
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT session FROM device") == [(None,)]


async def test_a_key_in_one_tab_keeps_the_others_open_and_one_veil_covers_all(page: Page) -> None:
    other = await page.context.new_page()
    await other.goto(page.url)
    await page.clock.fast_forward(JUST_BEFORE)
    await page.evaluate(HEAR)
    await other.keyboard.press("Shift")
    await page.wait_for_function("window.heard")
    await page.clock.fast_forward(JUST_AFTER)
    await _is_open(page)

    await other.get_by_role("button", name="Lås").click()

    await expect(page.get_by_label("Koden for denne tilgangen")).to_be_visible()
    await _type_code(page, CODE)
    await _is_open(page)
    await _is_open(other)


async def test_a_wrong_code_is_told_in_place_and_a_right_one_opens_the_page_anew(page: Page) -> None:
    await page.get_by_role("button", name="Lås").click()

    await _type_code(page, "8462")

    await expect(page.get_by_role("alert")).to_have_text("Det er ikke koden. 4 forsøk igjen.")
    await _type_code(page, CODE)
    await _is_open(page)


async def test_what_is_unsent_stays_in_memory_behind_the_veil_and_the_page_is_renewed_in_place(page: Page) -> None:
    await page.evaluate(UNSENT)
    await page.get_by_role("button", name="Lås").click()

    await _type_code(page, CODE)

    await _is_open(page)
    assert await page.evaluate("[window.unsent, window.told]") == [
        ["a call"],
        ["vaktlogg:locked", "vaktlogg:unlocked"],
    ]


async def _add_passkey(page: Page) -> None:
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": WITH_A_FINGER})
    await page.get_by_role("link", name="Leder").click()
    await page.get_by_role("button", name="Legg til en passnøkkel").click()
    await expect(page.get_by_role("listitem").get_by_text("Passnøkkel ")).to_be_visible()


async def test_an_answer_of_a_passkey_opens_once_and_never_where_its_uses_fell_behind(
    inhouse: InHouse, page: Page
) -> None:
    assert inhouse.parts is not None
    await _add_passkey(page)
    await page.get_by_role("button", name="Lås", exact=True).click()
    async with page.expect_request("**/unlock/passkey") as asked:
        await page.get_by_role("button", name="Lås opp med passnøkkel").click()
    await _is_open(page)
    sent = (await asked.value).post_data

    again = await page.evaluate(SEND, sent)
    await inhouse.parts.database.write("UPDATE passkey SET uses = 1000")
    await page.get_by_role("button", name="Lås", exact=True).click()
    await page.get_by_role("button", name="Lås opp med passnøkkel").click()

    assert again == 403
    await expect(page.get_by_role("alert")).to_have_text(
        "Passnøkkelen passet ikke. Prøv en gang til, eller bruk koden."
    )


async def test_a_passkey_is_added_opens_in_place_of_the_code_and_is_removed(inhouse: InHouse, page: Page) -> None:
    await _add_passkey(page)

    for place in ("/me", "/unlock"):
        async with page.expect_response("**/lock"):
            await page.get_by_role("button", name="Lås", exact=True).click()
        await page.goto(f"{inhouse.url}{place}")
        await page.get_by_role("button", name="Lås opp med passnøkkel").click()
        await _is_open(page)

    used = rows(inhouse.folder / "vaktlogg.db", "SELECT seat, uses > 0 FROM passkey")
    await page.goto(f"{inhouse.url}/me")
    await page.get_by_role("listitem").get_by_role("button", name="Fjern").click()
    await expect(page.get_by_text("Passnøkkelen er fjernet.")).to_be_visible()
    assert used == [(1, 1)]
    assert rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM passkey") == []


async def test_a_page_that_the_browser_has_kept_is_empty_where_it_was_locked_since(page: Page) -> None:
    await page.wait_for_load_state()
    await page.evaluate(LEAVE)
    hidden = await page.locator("body").is_hidden()
    assert await page.evaluate(LOCK_ELSEWHERE) == 204

    await page.evaluate(COME_BACK)

    await expect(page.get_by_label("Koden for denne tilgangen")).to_be_visible()
    assert (hidden, await page.locator("header, nav, #register").count()) == (True, 0)


async def test_a_page_that_the_browser_has_kept_is_shown_where_nobody_has_locked_it(page: Page) -> None:
    await page.wait_for_load_state()
    await page.evaluate(LEAVE)

    await page.evaluate(COME_BACK)

    await _is_open(page)
