"""How an installation is, as an administrator sees it at the desk."""

import functools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.check import check, findings
from bot.config.backup import BackupSection
from bot.config.config import Config
from bot.config.host import HostSection
from storage.backup.encrypted_file import new_key
from storage.hour import Hour
from storage.people.seat import Role
from tests.bot.desk.inhouse import Browser, InHouse

PAGES = ("/operations", "/operations/audit", "/operations/import", "/operations/settings")
ACTS = (
    "/operations/check",
    "/operations/copy",
    "/operations/import/file",
    "/operations/import/list",
    "/operations/import/keep",
    "/operations/import/drop",
    "/operations/import/undo",
)
SECRET = "https://ping.example.org/a-secret-address"


@dataclass
class Installation(InHouse):
    """A centre with a config file, copies, and somebody outside who is told that it works."""

    copies: bool = True

    @property
    def config(self) -> Config:
        """The config; with ``copies`` it has a folder for them."""
        backup = BackupSection(recipients=[new_key().public], folder=self.folder / "copies")
        changed = {"backup": backup if self.copies else BackupSection(), "host": HostSection(ping_url=SECRET)}
        return super().config.model_copy(update=changed)


@pytest.fixture
async def inhouse(tmp_path: Path) -> AsyncIterator[Installation]:
    (tmp_path / "copies").mkdir(mode=0o700)
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    (tmp_path / "config.toml").chmod(0o600)
    inhouse = Installation(tmp_path, checks=functools.partial(findings, tmp_path / "config.toml"))
    async with inhouse.open():
        yield inhouse


@pytest.fixture
async def browser(inhouse: Installation) -> AsyncIterator[Browser]:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        yield browser


@pytest.mark.parametrize("role", ["staff", "leader"])
async def test_only_administrators_see_how_it_is(inhouse: Installation, role: Role) -> None:
    async with inhouse.browser() as browser:
        await inhouse.let_in(browser, role)
        pages = [await browser.open(path) for path in PAGES]
        token = dict((await browser.open("/")).form("/register").fields)["token"]
        acts = [await browser.send(path, [("token", token)]) for path in ACTS]

    assert {page.status for page in (*pages, *acts)} == {403}


async def test_a_form_without_its_token_does_nothing(browser: Browser) -> None:
    answers = [await browser.send(path, [("token", "x"), ("number", "1")]) for path in ACTS]

    assert [page.status for page in answers] == [403, 403, 415, 415, 403, 403, 403]


async def test_it_is_said_at_a_glance_how_it_is(inhouse: Installation, browser: Browser) -> None:
    page = await browser.open("/operations")

    assert str(inhouse.folder / "vaktlogg.db") in page.text
    assert "Telegram\nbrukes ikke" in page.text
    assert "Innkommende samtale\n8 spørsmål, nøkkel call, SQL-visning calls" in page.text
    assert "07:30, 15:00, 22:30" in page.text
    assert "1 ting å se på" in page.text
    assert "ingen er tatt ennå" in page.text


async def test_a_copy_is_made_now(inhouse: Installation, browser: Browser) -> None:
    await browser.open("/operations")
    page = await browser.press("Ta kopi nå")

    [copy] = (inhouse.folder / "copies").iterdir()
    assert f"{copy} er skrevet" in page.text
    assert "Alt er i orden." in page.text


async def test_why_a_copy_could_not_be_made_is_said(inhouse: Installation, browser: Browser) -> None:
    await browser.open("/operations")
    (inhouse.folder / "copies").rmdir()

    page = await browser.press("Ta kopi nå")

    assert "Mappen for kopier finnes ikke" in page.text
    assert page.status == 200


async def test_a_check_finds_what_the_console_finds(inhouse: Installation, browser: Browser) -> None:
    await browser.open("/operations")
    page = await browser.press("Sjekk nå")

    console: list[str] = []
    await check(inhouse.folder / "config.toml", console.append)
    found = [line.split(": ", 1) for line in console if not line.startswith("ledig plass")]
    marks = {"✓", "I orden:", "!", "Se på dette:"}
    shown = "\n".join(line for line in page.text.splitlines() if line not in marks)
    assert len(found) >= 10
    assert all(f"{part}\n{' '.join(sentence.split())}" in shown for part, sentence in found)
    assert "1 del er ikke som den skal være." in page.text  # its config has no copies


async def test_a_recount_mends_what_does_not_agree(inhouse: Installation, browser: Browser) -> None:
    assert inhouse.parts is not None
    await browser.register(0, 1, 0)
    await inhouse.parts.database.write("UPDATE answer_count SET calls = 9")
    await browser.open("/operations")

    told = await browser.press("Sjekk nå")
    mended = await browser.press("Sjekk, og tell på nytt fra registreringene")
    after = await browser.press("Sjekk nå")

    assert "stemmer ikke med registreringene" in told.text
    assert "talt på nytt fra registreringene" in mended.text
    assert "stemmer med registreringene" in after.text


async def test_a_clock_in_doubt_is_said_and_believed_at_a_tap(inhouse: Installation, browser: Browser) -> None:
    inhouse.clock.move(hours=5)
    page = await browser.open("/operations")

    asked = await browser.press("Klokka er riktig")
    believed = await browser.press("Ja, det er riktig")

    assert "Klokka på maskinen er ikke til å stole på" in page.text
    assert "Er det riktig?" in asked.text
    assert "Klokka er riktig igjen." in believed.text
    assert "Klokka er riktig" not in (await browser.open("/operations")).buttons()


async def test_who_did_what_is_listed_the_latest_first_in_pages(inhouse: Installation, browser: Browser) -> None:
    assert inhouse.parts is not None
    audit, now = inhouse.parts.people.stores.audit, Hour.of(inhouse.clock())
    for number in range(100, 160):
        await audit.note("imported", number, by=None, now=now)

    first = await browser.open("/operations/audit")
    second = await browser.open(dict(first.links)["Eldre ›"])
    games = [await browser.open(f"/operations/audit?skip={skip}") for skip in ("-1", "x", "9" * 40, "²")]

    assert first.text.index("fil nr. 159") < first.text.index("fil nr. 158")
    assert "fil nr. 101\n" not in first.text
    assert "fil nr. 101\n" in second.text
    assert {page.status for page in games} == {200}


async def test_settings_are_shown_as_they_are_but_for_secrets(browser: Browser) -> None:
    page = await browser.open("/operations/settings")

    assert "idle_minutes\n10" in page.text
    assert "ping_url\ner satt, og vises ikke" in page.text
    assert SECRET not in page.html


async def test_the_wide_world_of_copies_is_told_where_none_are_set_up(tmp_path: Path) -> None:
    inhouse = Installation(tmp_path, copies=False)
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser, "administrator")
        page = await browser.open("/operations")

    assert "«vaktlogg backup-key» lager nøkkelen" in page.text
    assert "Ta kopi nå" not in page.buttons()
