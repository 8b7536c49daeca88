"""Passkeys without a browser that has any: where they are offered, and what is refused."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config.desk import DeskSection
from bot.desk.signing_in.passkeys import VALID, Challenges
from storage.people.passkeys import Passkey
from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

SCRIPT = {"Sec-Fetch-Dest": "empty"}
WRONG = [
    "",
    "{}",
    "[]",
    "null",
    "\x00",
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    "å" * 900,
]


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[InHouse]:
    inhouse = InHouse(tmp_path, desk=DeskSection(address="localhost:0"))
    async with inhouse.open():
        yield inhouse


@pytest.mark.parametrize(
    ("section", "host"),
    [
        (DeskSection(), None),
        (DeskSection(address="localhost:8322"), "localhost"),
        (DeskSection(public_url="https://desk.example.org"), "desk.example.org"),
        (DeskSection(public_url="https://desk.example.org:8443"), "desk.example.org"),
        (DeskSection(public_url="http://localhost:8322"), "localhost"),
        (DeskSection(public_url="https://10.0.0.7"), None),
        (DeskSection(public_url="https://[::1]"), None),
    ],
)
def test_passkeys_are_bound_to_a_name_that_is_reached_safely(section: DeskSection, host: str | None) -> None:
    assert section.passkey_host == host


async def test_where_passkeys_cannot_work_none_is_spoken_of_or_made(tmp_path: Path) -> None:
    inhouse = InHouse(tmp_path)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)
        page = await browser.open("/me")
        asked = await browser.send("/me/passkey/ask", [page.form("/lock").fields[0]], **SCRIPT)

    assert "assnøk" not in page.html
    assert asked.status == 404


@pytest.mark.parametrize("credential", WRONG)
@pytest.mark.parametrize("path", ["/me/passkey", "/unlock/passkey"])
async def test_an_answer_that_is_none_changes_nothing(
    inhouse: InHouse, browser: Browser, path: str, credential: str
) -> None:
    assert inhouse.parts is not None
    await inhouse.parts.people.stores.passkeys.add(Passkey(b"\x00", 1, b"\x01", 0))
    token = browser.page.form("/lock").fields[0]
    await browser.send(f"{path}/ask", [token], **SCRIPT)

    page = await browser.send(path, [token, ("credential", credential)], **SCRIPT)

    assert page.status == 403
    assert len(rows(inhouse.folder / "vaktlogg.db", "SELECT * FROM passkey")) == 1


async def test_nobody_adds_a_passkey_at_a_locked_browser(browser: Browser) -> None:
    token = browser.page.form("/lock").fields[0]
    await browser.press("Lås")

    assert (await browser.send("/me/passkey/ask", [token], **SCRIPT)).status == 401


@pytest.mark.parametrize("named", ["07", "", "xyz", "0", "00' OR 1"])
async def test_no_passkey_of_another_seat_is_removed(inhouse: InHouse, browser: Browser, named: str) -> None:
    assert inhouse.parts is not None
    stores = inhouse.parts.people.stores
    async with inhouse.browser() as other:
        await stores.passkeys.add(Passkey(b"\x07", await inhouse.let_in(other), b"\x01", 0))

    token = browser.page.form("/lock").fields[0]
    await browser.send("/me/passkey/remove", [token, ("passkey", named)])

    assert rows(inhouse.folder / "vaktlogg.db", "SELECT id FROM passkey") == [(b"\x07",)]


async def test_of_a_key_that_was_copied_only_one_use_counts(inhouse: InHouse, browser: Browser) -> None:
    del browser
    assert inhouse.parts is not None
    passkeys = inhouse.parts.people.stores.passkeys
    await passkeys.add(Passkey(b"\x07", 1, b"\x01", 4))
    [known] = await passkeys.of(1)

    assert not await passkeys.add(known)
    assert [await passkeys.use(known, 5), await passkeys.use(known, 6)] == [True, False]


@pytest.mark.parametrize(("later", "answered"), [(VALID - 1, True), (VALID, False)])
def test_a_challenge_is_answered_once_within_two_minutes_and_for_its_purpose(
    later: float, *, answered: bool
) -> None:
    now = [0.0]
    challenges = Challenges(lambda: now[0])
    asked = challenges.ask(1, "unlock")
    now[0] += later

    taken = [challenges.take(2, "unlock"), challenges.take(1, "add"), challenges.take(1, "unlock")]

    assert taken == [None, None, asked if answered else None]
    assert challenges.take(1, "unlock") is None
