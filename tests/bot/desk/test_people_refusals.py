"""What is refused on the page about people, in a sentence and with nothing changed."""

from pathlib import Path

import pytest

from bot.config.config import Config
from bot.config.sections import Access
from tests.bot.desk.inhouse import InHouse
from tests.bot.desk.inviting import Office

FORGED = [
    *("Invite:administrator", "Invite:roles", "Another:1", "Browser:1", "Role:2-administrator", "Name:1-night"),
    *("Leaves:1", "Remove:1", "Admit:1", "Reject:1", "Renew:1", "Revoke:1", "Revoke:all", "People:0", "Audit:0"),
    *("Switch:monthly-1", "Language:turn-1", "Unbind:chat-1"),
]
NO_BUTTON = "Denne knappen virker ikke lenger. Trykket er ikke lagret."
PATHS = ["/people/tap", "/people/seat", "/people/place", "/people/bind"]
NO_TAPS = ["", "Remove:", "Remove:99", "Browser:99", "Another:99", "Role:1-king", "Name:1-kari", "x" * 65]
NO_NUMBERS = ["", "0", "99", "-1", "²", "1e3", "9" * 40, "1\r\nX: y"]


class NamedInConfig(InHouse):
    """A centre whose config names somebody, who has a chat alone."""

    @property
    def config(self) -> Config:
        """The config."""
        return super().config.model_copy(update={"access": Access(staff=[4711])})


@pytest.mark.parametrize("role", ["staff", "leader"])
async def test_the_page_is_for_administrators_alone(office: Office, role: str) -> None:
    async with office.member(role) as browser:
        before = (office.seats(), office.acts())
        token = browser.page.form("/lock").fields

        fields = [*token, ("about", "1"), ("role", "staff"), ("tap", "Remove:1")]
        pages = [await browser.open("/people"), *[await browser.send(path, fields) for path in PATHS]]

    assert [page.status for page in pages] == [403] * 5
    assert all("Denne siden er ikke for din rolle." in page.text for page in pages)
    assert (office.seats(), office.acts()) == before


@pytest.mark.parametrize("role", ["staff", "leader"])
async def test_an_administrators_buttons_do_nothing_for_others(office: Office, role: str) -> None:
    async with office.member(role) as browser:
        before = (office.seats(), office.acts())
        token = browser.page.form("/lock").fields

        said = [(await browser.send("/tap", [*token, ("tap", tap)])).text for tap in FORGED]

    assert [tap for tap, text in zip(FORGED, said, strict=True) if NO_BUTTON not in text] == []
    assert (office.seats(), office.acts()) == before


@pytest.mark.parametrize("tap", NO_TAPS)
async def test_what_is_no_button_changes_nothing(office: Office, tap: str) -> None:
    before, token = (office.seats(), office.acts()), (await office.owner.open("/people")).form("/lock").fields

    page = await office.owner.send("/people/tap", [*token, ("tap", tap)])

    assert page.status == 200
    assert "virker ikke lenger" in page.text
    assert (office.seats(), office.acts()) == before


@pytest.mark.parametrize("about", NO_NUMBERS)
async def test_what_is_about_no_seat_and_no_place_changes_nothing(office: Office, about: str) -> None:
    before, token = (office.seats(), office.acts()), (await office.owner.open("/people")).form("/lock").fields

    sent = [
        *token,
        ("about", about),
        ("place", about),
        ("name", "night"),
        ("role", "staff"),
        ("language", "en"),
        ("monthly", "1"),
    ]
    pages = [await office.owner.send(path, sent) for path in ("/people/seat", "/people/place")]

    assert [(page.status, page.path) for page in pages] == [(200, "/people")] * 2
    assert (office.seats(), office.acts()) == before


@pytest.mark.parametrize("path", PATHS)
async def test_a_form_of_another_page_is_refused(office: Office, path: str) -> None:
    before = (office.seats(), office.acts())

    page = await office.owner.send(path, [("token", "0" * 48), ("tap", "Invite:staff"), ("about", "1")])

    assert page.status == 403
    assert (office.seats(), office.acts()) == before


async def test_the_last_administrator_keeps_the_role(office: Office) -> None:
    await office.owner.open("/people")

    page = await office.owner.press("Lagre", name="office", role="staff")

    assert "Dette er den eneste administratoren" in page.text
    assert office.seats() == [(1, "administrator", "office", 0)]
    assert office.acts()[0] == ("named", "1:office")


async def test_the_last_administrator_cannot_be_removed(office: Office) -> None:
    await office.owner.open("/people")
    await office.owner.press("Fjern tilgangen")

    page = await office.owner.press("Ja, fjern")

    assert "Dette er den eneste administratoren" in page.text
    assert len(office.seats()) == 1


async def test_the_only_browser_of_the_only_administrator_stays(office: Office) -> None:
    await office.owner.open("/people")

    page = await office.owner.press("Ja, fjern nettleseren")

    assert "Den eneste administratoren kommer bare inn med denne nettleseren: slipp inn en til først." in page.text
    assert (await office.owner.open("/people")).status == 200


async def test_an_administrator_may_leave_where_there_is_another(office: Office) -> None:
    async with office.member("administrator") as other:
        await office.owner.open("/people")
        await office.owner.press("Fjern tilgangen")

        gone = await office.owner.press("Ja, fjern")
        page = await other.open("/people")

    assert gone.path == "/enter"
    assert page.status == 200


async def test_no_code_for_a_chat_is_given_where_there_is_no_bot(office: Office) -> None:
    page = await office.owner.open("/people")

    sent = await office.owner.send("/people/bind", page.form("/lock").fields)

    assert "Kode for en chat" not in page.buttons()
    assert sent.status == 404


async def test_whom_the_config_names_is_changed_there(tmp_path: Path) -> None:
    inhouse = NamedInConfig(tmp_path)
    async with inhouse.open(), inhouse.browser() as owner:
        await inhouse.let_in(owner, "administrator")
        page = await owner.open("/people")
        token = page.form("/lock").fields

        role = await owner.send("/people/seat", [*token, ("about", "1"), ("role", "leader")])
        removed = await owner.send("/people/tap", [*token, ("about", "1"), ("tap", "Remove:1")])

    told = "Denne tilgangen står i oppsettfilen"
    assert all(told in shown.text for shown in (page, role, removed))
    assert page.buttons().count("Fjern tilgangen") == 1
