"""`vaktlogg service` prints a unit, and `vaktlogg health` tells whether the bot works."""

import sysconfig
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database.connection import Database
from storage.operations.heartbeat import Heartbeat
from tests.bot.console import CONFIG, vaktlogg

CONFIG_IN_VAR_LIB = f'{CONFIG}[database]\npath = "/var/lib/vaktlogg/vaktlogg.db"\n'


def test_the_unit_of_this_installation_is_printed(new_folder: Path) -> None:
    (new_folder / "config.toml").write_text(CONFIG_IN_VAR_LIB, encoding="utf-8")

    printed = vaktlogg(new_folder, "service")

    assert (printed.returncode, printed.stderr) == (0, "")
    assert (
        f"ExecStart={sysconfig.get_path('scripts')}/vaktlogg run --config {new_folder}/config.toml"
        in printed.stdout
    )
    assert printed.stdout.endswith("WantedBy=multi-user.target\n")


def test_one_that_cannot_be_is_refused_in_a_sentence(new_folder: Path) -> None:
    refused = vaktlogg(new_folder, "service")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert f"{new_folder} ligger et annet sted" in refused.stderr


def test_with_a_user_it_can_lie_anywhere(new_folder: Path) -> None:
    printed = vaktlogg(new_folder, "service", "--user", "daemon").stdout

    assert "\nUser=daemon\n" in printed
    assert f"\nReadWritePaths=-{new_folder}\n" in printed


@pytest.mark.parametrize(
    ("ago", "code", "said"),
    [
        (timedelta(0), 0, ""),
        (timedelta(minutes=10), 1, "Vaktlogg er ikke i gang, eller noe i den henger.\n"),
        (timedelta(days=-1), 1, "Vaktlogg er ikke i gang, eller noe i den henger.\n"),
        (None, 1, "Vaktlogg er ikke i gang, eller noe i den henger.\n"),
    ],
)
async def test_health_goes_by_the_last_heartbeat(
    new_folder: Path, ago: timedelta | None, code: int, said: str
) -> None:
    async with Database.open(new_folder / "vaktlogg.db") as database:
        if ago is not None:
            await Heartbeat(database).beat(datetime.now(UTC) - ago)

    ended = vaktlogg(new_folder, "health")

    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", said)


def test_without_a_database_nothing_is_well_and_none_is_made(new_folder: Path) -> None:
    ended = vaktlogg(new_folder, "health")

    assert ended.returncode == 1
    assert not (new_folder / "vaktlogg.db").exists()
