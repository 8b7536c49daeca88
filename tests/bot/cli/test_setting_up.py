"""Setting up: a newcomer answers a few questions, and lets people in from the console."""

import stat
from pathlib import Path

import pytest

from bot.config.config import Config, read_config
from bot.config.desk import DeskSection
from bot.demo.telegram.server import PretendTelegram
from tests.bot.certificates import make_certificate
from tests.bot.chat_desk import OWNER, TOKEN, Clock, Desk, pretend_telegram
from tests.bot.console import code_in, invoked, vaktlogg
from tests.storage.rows import rows

NOBODY_ANSWERS = "http://127.0.0.1:9/bot"


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _is_there(path: Path) -> bool:
    return path.exists()


async def test_a_newcomer_is_asked_a_few_questions_and_gets_a_config_that_is_read(tmp_path: Path) -> None:
    async with pretend_telegram(Clock()) as telegram:
        typed = f'nn\nNord "krisesenter"\n2\n{TOKEN}\n5\n07:15\n'
        told = await invoked(tmp_path, "init", "--api-url", telegram.api_url, typed=typed)
        config = read_config(tmp_path / "config.toml")

    assert told.exit_code == 0, told.output
    assert (config.language, config.centre) == ("nn", 'Nord "krisesenter"')
    assert (config.reports.day, config.reports.time) == (5, "07:15")
    assert (config.token({}), config.telegram.api_url) == (TOKEN, telegram.api_url)
    assert "Telegram kjenner boten: @vaktlogg_bot" in told.output
    assert TOKEN not in told.output
    assert config.telegram.token is None


async def test_what_it_writes_nobody_else_can_read(tmp_path: Path) -> None:
    async with pretend_telegram(Clock()) as telegram:
        await invoked(tmp_path, "init", "--api-url", telegram.api_url, typed=f"\n\n2\n{TOKEN}\n\n\n")

    assert [_mode(tmp_path / name) for name in ("config.toml", "token.txt", "vaktlogg.db")] == [0o600] * 3


async def test_only_enter_takes_the_defaults_and_serves_the_desk_on_this_machine(tmp_path: Path) -> None:
    told = await invoked(tmp_path, "init", typed="\n" * 6)

    config = read_config(tmp_path / "config.toml")
    assert (config.language, config.centre, config.reports.day, config.reports.time) == ("nb", "", 3, "08:00")
    assert (config.served({}).token, config.desk) == (None, DeskSection())
    assert "http://127.0.0.1:8322/enter/" in told.output
    assert "Telegram," not in told.output.split("er skrevet")[1]
    assert not _is_there(tmp_path / "token.txt")


async def test_a_bot_without_a_token_is_told_what_it_lacks(tmp_path: Path) -> None:
    alone, both = tmp_path / "alone", tmp_path / "both"
    alone.mkdir()
    both.mkdir()

    told_alone = (await invoked(alone, "init", typed="\n\n2\n\n\n\n")).output
    told_both = (await invoked(both, "init", typed="\n\n3\n\n\n\n\n")).output

    assert "Boten trenger et token før den kan kjøre" in told_alone
    assert "/enter/" not in told_alone
    assert "Boten trenger et token før den kan kjøre" in told_both
    assert "http://127.0.0.1:8322/enter/" in told_both


async def test_both_ways_in_are_written_and_each_has_its_link(tmp_path: Path) -> None:
    async with pretend_telegram(Clock()) as telegram:
        typed = f"\n\n3\n1\n{TOKEN}\n\n\n"
        told = await invoked(tmp_path, "init", "--api-url", telegram.api_url, typed=typed)

    served = read_config(tmp_path / "config.toml").served({})
    assert (served.token, served.desk) == (TOKEN, DeskSection())
    assert {"http://127.0.0.1:8322/enter/", "https://t.me/vaktlogg_bot?start="} <= {
        line.rpartition(code_in(told.output))[0] for line in told.output.splitlines()
    }


async def test_a_desk_for_others_stands_behind_a_proxy_with_https(tmp_path: Path) -> None:
    typed = "\n\n1\n7\n2\nhttp://desk.example.org\nDesk.example.org/\n\n\n"
    told = await invoked(tmp_path, "init", typed=typed)

    assert told.output.count("Det kan ikke brukes. Prøv igjen.") == 2
    assert read_config(tmp_path / "config.toml").desk == DeskSection(public_url="https://desk.example.org")
    assert "https://desk.example.org/enter/" in told.output
    assert told.output.count("▄") > 20


async def test_or_it_has_a_certificate_and_key(tmp_path: Path) -> None:
    certificate, key = make_certificate(tmp_path, "desk.example.org")
    typed = f"\n\n1\n3\ndesk.example.org\n/nowhere\n{certificate}\n{key}\n\n\n"
    told = await invoked(tmp_path, "init", typed=typed)

    desk = read_config(tmp_path / "config.toml").desk
    assert told.output.count("Det er ingen slik fil.") == 1
    assert desk is not None
    assert (desk.address, desk.url) == ("0.0.0.0:8322", "https://desk.example.org:8322")
    assert (desk.certificate, desk.key) == (certificate, key)


async def test_a_wrong_answer_is_asked_again_and_a_token_that_cannot_be_tried_is_kept(tmp_path: Path) -> None:
    async with pretend_telegram(Clock()) as telegram:
        typed = f"fr\nEN\nNorth\n2\n1:wrong\n{TOKEN}\n31\n0\n28\n25:00\n09:30\n"
        told = await invoked(tmp_path, "init", "--api-url", telegram.api_url, typed=typed)
    config = read_config(tmp_path / "config.toml")

    assert told.output.count("Telegram does not know this token. Try again.") == 1
    assert told.output.count("That cannot be used. Try again.") == 3
    assert (config.language, config.reports.day, config.reports.time) == ("en", 28, "09:30")


async def test_a_token_is_kept_untried_where_telegram_cannot_be_reached(tmp_path: Path) -> None:
    told = await invoked(tmp_path, "init", "--api-url", NOBODY_ANSWERS, typed=f"\n\n2\n{TOKEN}\n\n\n")

    assert "Tokenet tas vare på uprøvd" in told.output
    assert read_config(tmp_path / "config.toml").token({}) == TOKEN
    assert f"/start {code_in(told.output)}" in told.output


@pytest.mark.parametrize("name", ["config.toml", "token.txt"])
def test_what_is_there_already_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")

    told = vaktlogg(tmp_path, "init")

    assert told.stderr == f"{name} finnes fra før; ingenting er endret.\n"
    assert [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.t*")] == ["mine"]


async def test_who_breaks_off_has_written_nothing(tmp_path: Path) -> None:
    told = await invoked(tmp_path, "init", typed="nb\nNord\n")

    assert told.exit_code != 0
    assert not _is_there(tmp_path / "config.toml")


async def _desk_set_up(folder: Path, telegram: PretendTelegram) -> tuple[Desk, str]:
    """Set up in a folder; return a desk that runs what was set up, and the first code."""
    told = await invoked(folder, "init", "--api-url", telegram.api_url, typed=f"\n\n2\n{TOKEN}\n\n\n")
    desk = Desk(folder, telegram, Clock())
    desk.access = read_config(folder / "config.toml").access
    return desk, code_in(told.output)


async def test_from_init_to_a_second_seat_let_in_by_an_invitation_of_the_console(tmp_path: Path) -> None:
    clock = Clock(now=Config().now())
    async with pretend_telegram(clock) as telegram:
        desk, code = await _desk_set_up(tmp_path, telegram)
        desk.clock = clock
        async with desk.open():
            owner, newcomer = desk.person(OWNER), desk.person(99)
            owner.send(f"/start {code}")
            await owner.wait_for("Du er nå administrator.")
            invited = await invoked(tmp_path, "invite", "--role", "staff")
            newcomer.send(f"/start {code_in(invited.output)}")
            await newcomer.wait_for("Administratoren må slippe deg inn først")
            await owner.wait_for("En invitasjon er brukt: tilgang nr. 2, ansatt.")
            owner.tap("Slipp inn")
            await newcomer.wait_for("Ny samtale")
            await desk.register(newcomer, "NAV", "Vold", "Ja")
            await newcomer.wait_for("Lagret")

    assert "https://t.me/vaktlogg_bot?start=" in invited.output
    assert invited.output.count("▄") > 20
    assert rows(tmp_path / "vaktlogg.db", "SELECT outcome, recorded_by FROM record") == [("registered", 2)]
