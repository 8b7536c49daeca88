"""What `check` says of the desk."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientTimeout

from bot.cli.check_desk import desk_line
from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.sections import Telegram
from reports.words.language import Language
from storage.fault import Fault
from tests.bot.certificates import make_certificate
from tests.bot.console import vaktlogg
from tests.bot.desk.inhouse import InHouse

NB = Language("nb")


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port that something else listens on, and never answers."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield int(other.getsockname()[1])


async def _said(section: DeskSection) -> str:
    try:
        return await desk_line(Config(desk=section), NB) or ""
    except Fault as fault:
        return fault.sentence(NB.text)


async def test_where_there_is_a_bot_alone_nothing_is_said_of_a_desk() -> None:
    assert await desk_line(Config(telegram=Telegram(token="1:x")), NB) is None


async def test_a_free_address_is_said_to_be_free() -> None:
    assert await _said(DeskSection(address="127.0.0.1:0")) == "http://127.0.0.1:0, adressen er ledig"


async def test_a_desk_at_work_is_said_to_be_open(tmp_path: Path) -> None:
    house = InHouse(tmp_path)
    async with house.open():
        said = await _said(DeskSection(address=house.url.removeprefix("http://")))

    assert said == f"{house.url}, åpent nå"


async def test_an_address_that_another_program_has_is_a_fault(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cli.check_desk.PATIENCE", ClientTimeout(total=0.1))

    said = await _said(DeskSection(address=f"127.0.0.1:{taken}"))

    assert said.startswith(f"127.0.0.1:{taken} kan ikke tas i bruk: ")


@pytest.mark.parametrize(
    ("hosts", "days", "said"),
    [
        (("desk.example.org",), 90, "sertifikatet går ut: "),
        (("*.example.org",), 90, "sertifikatet går ut: "),
        (("desk.example.org",), 5, "sertifikatet går snart ut: "),
        (("desk.example.org",), -1, "nettlesere nekter det"),
        (("other.example.org", "10.0.0.5"), 90, "gjelder ikke desk.example.org"),
    ],
)
async def test_a_certificate_is_looked_over(tmp_path: Path, hosts: tuple[str, ...], days: int, said: str) -> None:
    certificate, key = make_certificate(tmp_path, *hosts, days=days)
    url = "https://desk.example.org"
    section = DeskSection(address="127.0.0.1:0", public_url=url, certificate=certificate, key=key)

    assert said in await _said(section)


@pytest.mark.parametrize("spoilt", ["desk.pem", "desk.key"])
async def test_one_that_cannot_be_used_is_named(tmp_path: Path, spoilt: str) -> None:
    certificate, key = make_certificate(tmp_path, "127.0.0.1")
    (tmp_path / spoilt).write_text("nothing", encoding="utf-8")

    said = await _said(DeskSection(address="127.0.0.1:0", certificate=certificate, key=key))

    assert said.startswith(f"Sertifikatet {certificate} og nøkkelen til det kan ikke brukes: ")


def test_without_a_token_all_is_well_and_telegram_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[desk]\naddress = "127.0.0.1:0"\n', encoding="utf-8")

    ended = vaktlogg(tmp_path, "check")

    assert "vaktbord: http://127.0.0.1:0, adressen er ledig\n" in ended.stdout
    assert "token: ingen: Telegram er ikke i bruk\n" in ended.stdout
    assert ended.returncode == 0, ended.stdout


def test_a_token_file_that_is_not_there_stops_check_and_run_all_the_same(tmp_path: Path) -> None:
    config = '[telegram]\ntoken_file = "token.txt"\n[desk]\naddress = "127.0.0.1:0"\n'
    (tmp_path / "config.toml").write_text(config, encoding="utf-8")

    checked, run = vaktlogg(tmp_path, "check"), vaktlogg(tmp_path, "run")

    assert "token: Tokenfilen " in checked.stdout
    assert (checked.returncode, run.returncode) == (1, 1)
    assert "token.txt" in run.stderr


async def test_people_who_came_in_at_the_desk_are_counted_and_its_reports_are_told_of(tmp_path: Path) -> None:
    house = InHouse(tmp_path)
    async with house.open(), house.browser() as browser:
        await house.let_in(browser, "administrator")
    (tmp_path / "config.toml").write_text('[desk]\naddress = "127.0.0.1:0"\n', encoding="utf-8")

    said = await asyncio.to_thread(vaktlogg, tmp_path, "check")

    assert "tilganger: 1 administrator, 0 ledere, 0 ansatte\n" in said.stdout
    assert "; de vises ved vaktbordet\n" in said.stdout
    assert "chatter får rapporter" not in said.stdout
