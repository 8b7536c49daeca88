"""Restoring at the console: asked for a key and a yes, nothing is changed unless all is well."""

import asyncio
import contextlib
import io
import shutil
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli.restore import restore
from bot.config.config import read_config
from reports.words.language import Language
from storage.backup.cleaned_copy import make_cleaned_copy
from storage.backup.encrypted_file import encrypt, new_key
from storage.database.connection import Database
from storage.database.file_lock import held
from storage.database.kept_copies import restoring_folder_of
from storage.database.migration import MIGRATIONS
from storage.fault import Fault
from storage.people.seats import Seats
from tests.bot.console import CONFIG, vaktlogg
from tests.storage.people.holding import let_in
from tests.storage.rows import open_and_close, rows

KEY, OTHER_KEY = new_key(), new_key()
COPY = "vaktlogg-2026-11-29.age"
YES, NO = f"{KEY.secret}\nja\n", f"{KEY.secret}\nnei\n"
RECORDS = "SELECT count(*) FROM record"
ADD = (
    "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
    " VALUES ('call', 'x', '2026-11-30', '2026-11-30', '{source}', 'unspecified', '{{}}')"
)


async def _let_some_in(path: Path) -> None:
    async with Database.open(path) as database:
        seats = Seats(database, {}, lapse_days=90, today=lambda: date(2026, 11, 29))
        await let_in(seats, 21, "administrator")
        await let_in(seats, 22, "staff")


@pytest.fixture(scope="session")
def copied(tmp_path_factory: pytest.TempPathFactory, year_2016: Path) -> Path:
    """Keep a folder with a config, a database with a year and two seats, and a copy of that."""
    folder = Path(shutil.copytree(year_2016, tmp_path_factory.mktemp("copied") / "centre"))
    database = folder / "vaktlogg.db"
    asyncio.run(_let_some_in(database))
    place = tmp_path_factory.mktemp("cleaned")
    cleaned = make_cleaned_copy(database, place, date(2026, 11, 29), stopped=lambda: False)
    encrypt(cleaned, folder / COPY, [KEY.public])
    return folder


@pytest.fixture
def centre(tmp_path: Path, copied: Path) -> Path:
    """Return a folder of the test's own, with one call more than the copy holds."""
    folder = Path(shutil.copytree(copied, tmp_path / "centre"))
    with contextlib.closing(sqlite3.connect(folder / "vaktlogg.db")) as connection:
        connection.executescript(ADD.format(source="new"))
    return folder


@dataclass(frozen=True)
class Ended:
    """What a restore has printed, and the fault that ended it."""

    out: str
    fault: str


@pytest.fixture
def restoring(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Return what restores a file in a folder, with answers from a pipe."""

    def restores(folder: Path, file: str = COPY, typed: str = YES) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            restore(read_config(folder / "config.toml"), folder / file)
        except Fault as fault:
            return Ended(capsys.readouterr().out, fault.sentence(Language("nb").text))
        return Ended(capsys.readouterr().out, "")

    return restores


Restoring: TypeAlias = Callable[..., Ended]


def _names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()} - {
        "home",
        "2016.csv",
        "vaktlogg.db.lock",
        "vaktlogg.db-journal",
    }


BEFORE = {"config.toml", "vaktlogg.db", COPY}


def test_after_a_yes_the_copy_is_in_place_and_the_database_of_before_beside_it(centre: Path) -> None:
    ended = vaktlogg(centre, "restore", COPY, typed=YES)

    [kept] = centre.glob("vaktlogg.db.before-restore-*")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[1:8] == [
        "Kopien er fra: 29. november 2026",
        "Den har 899 registreringer, fra 1. januar 2016 til 31. desember 2016.",
        "Administratorer som får tilgang med en gang: nr. 1 (Administrator).",
        "1 annen venter til en administrator slipper den inn igjen.",
        "Databasen som er der nå har 1 registrering som ikke er i kopien.",
        f"Den tas vare på ved siden av, som {kept.name}.",
        "Gjenopprette denne kopien? (ja/nei)",
    ]
    assert ended.stdout.endswith(f"    rm {kept}\n")
    assert (rows(centre / "vaktlogg.db", RECORDS), rows(kept, RECORDS)) == ([(899,)], [(900,)])
    assert {stat.S_IMODE(path.stat().st_mode) for path in (centre / "vaktlogg.db", kept)} == {0o600}
    assert _names(centre) == BEFORE | {kept.name}


def test_what_was_restored_is_noted_and_everybody_but_the_administrator_waits(
    centre: Path, restoring: Restoring
) -> None:
    restoring(centre)

    said = vaktlogg(centre, "audit").stdout

    assert said.endswith(" · maskinen · gjenopprettet kopien fra 2026-11-29\n")
    assert rows(centre / "vaktlogg.db", "SELECT number, waiting FROM seat") == [(1, 0), (2, 1)]


@pytest.mark.parametrize("answer", ["nei\n", "", "kanskje\n"])
def test_without_a_yes_nothing_is_changed(centre: Path, restoring: Restoring, answer: str) -> None:
    ended = restoring(centre, typed=f"{KEY.secret}\n{answer}")

    assert (ended.fault, ended.out.endswith("Ingenting er endret.\n")) == ("", True)
    assert rows(centre / "vaktlogg.db", RECORDS) == [(900,)]
    assert _names(centre) == BEFORE


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Det er ikke den hemmelige nøkkelen"),
        ("\nja\n", "Det er ikke den hemmelige nøkkelen"),
        ("{public}\nja\n", "Det er ikke den hemmelige nøkkelen"),
        ("{other}\nja\n", "er ikke laget for denne nøkkelen"),
    ],
)
def test_without_the_right_key_nothing_is_changed(
    centre: Path, restoring: Restoring, typed: str, said: str
) -> None:
    ended = restoring(centre, typed=typed.format(public=KEY.public, other=OTHER_KEY.secret))

    assert (said in ended.fault, ended.fault.count("\n")) == (True, 0)
    assert OTHER_KEY.secret not in ended.out + ended.fault
    assert _names(centre) == BEFORE


def _cut(content: bytes) -> bytes:
    return content[:-100]


def _altered(content: bytes) -> bytes:
    return content[:9000] + bytes([content[9000] ^ 1]) + content[9001:]


def _other_file(content: bytes) -> bytes:
    return content[5000:]


@pytest.mark.parametrize("damage", [_cut, _altered, _other_file])
def test_a_damaged_file_changes_nothing(centre: Path, restoring: Restoring, damage: object) -> None:
    assert callable(damage)
    (centre / COPY).write_bytes(damage((centre / COPY).read_bytes()))

    ended = restoring(centre)

    assert (ended.fault.startswith(COPY), ended.fault.count("\n")) == (True, 0)
    assert rows(centre / "vaktlogg.db", RECORDS) == [(900,)]
    assert _names(centre) == BEFORE


def _encrypted(folder: Path, script: str, *, beginning: Path | None = None) -> Path:
    """Encrypt what a script has made of a database."""
    plain = folder / "plain"
    if beginning is not None:
        shutil.copy(beginning, plain)
    with contextlib.closing(sqlite3.connect(plain)) as connection:
        connection.executescript(script)
    encrypt(plain, folder / "made.age", [KEY.public])
    plain.unlink()
    return folder / "made.age"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("PRAGMA user_version = 999", "er laget av en nyere Vaktlogg"),
        ("DROP TABLE seat", "Kopien inneholder ingen Vaktlogg-database."),
        ("DROP TRIGGER record_added", "Kopien inneholder ingen Vaktlogg-database."),
        ("UPDATE answer_count SET calls = calls + 1", "delene stemmer ikke med hverandre"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM import_file", "delene stemmer ikke med hverandre"),
        ("PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 9 WHERE name = 'audit'", "er skadet"),
    ],
)
def test_what_is_encrypted_is_looked_over(centre: Path, restoring: Restoring, script: str, said: str) -> None:
    made = _encrypted(centre, script, beginning=centre / "vaktlogg.db")

    ended = restoring(centre, made.name)

    assert ended.fault.count("\n") == 0
    assert said in ended.fault
    assert _names(centre) == BEFORE | {made.name}


@pytest.mark.parametrize("script", ["", "CREATE TABLE letters (a TEXT)", "PRAGMA user_version = 3"])
def test_what_is_no_database_of_ours_is_refused(centre: Path, restoring: Restoring, script: str) -> None:
    made = _encrypted(centre, script)

    ended = restoring(centre, made.name)

    assert ended.fault == "Kopien inneholder ingen Vaktlogg-database. Ingenting er endret."


def test_a_text_is_no_database_of_ours(centre: Path, restoring: Restoring) -> None:
    encrypt(centre / "2016.csv", centre / "made.age", [KEY.public])

    ended = restoring(centre, "made.age")

    assert ended.fault == "Kopien inneholder ingen Vaktlogg-database. Ingenting er endret."


def test_a_file_that_is_not_there_is_named_before_the_key_is_asked_for(centre: Path, restoring: Restoring) -> None:
    ended = restoring(centre, "nowhere.age")

    assert (ended.out, ended.fault) == ("", f"Det er ingen fil {centre}/nowhere.age. Ingenting er endret.")


def test_while_vaktlogg_runs_nothing_is_restored(centre: Path, restoring: Restoring) -> None:
    with held(centre / "vaktlogg.db"):
        ended = restoring(centre)

    assert (ended.out, "En Vaktlogg" in ended.fault) == ("", True)
    assert _names(centre) == BEFORE


def test_on_a_machine_that_has_never_seen_the_database(tmp_path: Path, centre: Path, restoring: Restoring) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "config.toml").write_text(
        f'{CONFIG}[database]\npath = "kept/vaktlogg.db"\n', encoding="utf-8"
    )

    ended = restoring(tmp_path / "new", str(centre / COPY))

    assert ended.fault == ""
    assert f"Det er ingen database på {tmp_path / 'new' / 'kept' / 'vaktlogg.db'} ennå." in ended.out
    assert "    rm " not in ended.out
    assert rows(tmp_path / "new" / "kept" / "vaktlogg.db", RECORDS) == [(899,)]


def test_without_a_yes_nothing_is_left_where_there_was_no_database(
    tmp_path: Path, centre: Path, restoring: Restoring
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "config.toml").write_text(CONFIG, encoding="utf-8")

    restoring(tmp_path / "new", str(centre / COPY), NO)

    assert [file.name for file in (tmp_path / "new").iterdir()] == ["config.toml"]


@pytest.mark.parametrize("content", [b"", b"no database at all", bytes(20_000)])
def test_a_damaged_database_is_replaced_and_kept(centre: Path, restoring: Restoring, content: bytes) -> None:
    (centre / "vaktlogg.db").write_bytes(content)

    ended = restoring(centre)

    [kept] = centre.glob("vaktlogg.db.before-restore-*")
    assert "kan ikke leses: den er skadet." in ended.out
    assert (kept.read_bytes(), rows(centre / "vaktlogg.db", RECORDS)) == (content, [(899,)])


def test_what_a_restore_that_was_killed_has_left_is_gone_after_the_next(
    centre: Path, restoring: Restoring
) -> None:
    left = restoring_folder_of(centre / "vaktlogg.db")
    left.mkdir()
    (left / "vaktlogg.db").touch()

    restoring(centre, typed=NO)

    assert _names(centre) == BEFORE


def test_check_names_what_lies_beside_the_database_and_the_command_that_removes_it(
    centre: Path, restoring: Restoring
) -> None:
    restoring(centre)

    said = vaktlogg(centre, "check").stdout

    [kept] = centre.glob("vaktlogg.db.before-restore-*")
    assert (
        f"kopier ved siden av: fjernes av boten etter 7 dager: {kept.name} (0 dager gammel)"
        f" har klokkeslett og hvem som registrerte; med en gang: rm {kept}\n"
    ) in said


async def test_a_copy_that_an_older_program_made_is_brought_up_to_date(
    centre: Path, restoring: Restoring, tmp_path: Path
) -> None:
    folder, older = tmp_path / "migrations", tmp_path / "older.db"
    folder.mkdir()
    for file in sorted(MIGRATIONS.glob("*.sql"))[:17]:
        shutil.copy(file, folder)
    await open_and_close(older, migrations=folder)
    made = _encrypted(centre, ADD.format(source="old"), beginning=older)

    ended = await asyncio.to_thread(restoring, centre, made.name)

    assert ended.fault == ""
    assert "Kopien er fra: ikke kjent\nDen har 1 registrering, fra 30. november 2026" in ended.out
    assert rows(centre / "vaktlogg.db", "SELECT source FROM record") == [("old",)]
    assert rows(centre / "vaktlogg.db", "SELECT number FROM restored") == [(1,)]
