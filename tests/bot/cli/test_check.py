"""Looking at an installation: a line for each part."""

import contextlib
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.cli.check import check
from bot.config.config import read_config
from storage.backup.encrypted_file import new_key
from storage.database.connection import Database
from storage.figures.history import History, PrintedFigure
from tests.bot.chat_desk import TOKEN, Desk
from tests.bot.console import vaktlogg
from tests.storage.damaging import PAGE, overwrite, page_of

OF_THE_DATABASE = {"tall", "tilganger", "rapporter", "tidligere rapporter"}


def _names(said: str) -> set[str]:
    """Return what the lines are about."""
    return {line.split(":")[0] for line in said.splitlines()}


def _with_copy(folder: Path) -> Path:
    """Set up copies, of which there is one; return where it lies."""
    copies = folder / "copies"
    copies.mkdir()
    with (folder / "config.toml").open("a", encoding="utf-8") as config:
        config.write(f'[backup]\nfolder = "copies"\nrecipients = ["{new_key().public}"]\n')
    copy = copies / "vaktlogg-2026-11-29.age"
    copy.touch()
    return copy


def test_check_says_one_line_each(new_folder: Path) -> None:
    (new_folder / "config.toml").chmod(0o644)
    vaktlogg(new_folder, "import", "2016.csv")

    ended = vaktlogg(new_folder, "check")

    assert [line.split(":")[0] for line in ended.stdout.splitlines()] == [
        "oppsett", "filer", "skjemaer", "vakter", "database", "ledig plass", "tall", "SQLite", "token",
        "tilganger", "rapporter", "kopier",
    ]  # fmt: skip
    assert "filer: andre enn eieren kan lese eller endre noen av dem; dette retter det: chmod " in ended.stdout
    assert "899 registreringer" in ended.stdout
    assert "tall: stemmer med registreringene\n" in ended.stdout
    assert "vakter: 07:30, 15:00, 22:30; de på vakt blir spurt\n" in ended.stdout
    assert "Telegram svarer ikke" in ended.stdout
    assert ended.returncode == 1


def test_counts_that_differ_from_the_records_are_named_and_a_recount_mends_them(folder: Path) -> None:
    with contextlib.closing(connect(folder / "vaktlogg.db")) as database:
        database.execute(
            "UPDATE answer_count SET calls = calls + 7 WHERE period = '2016-07' AND answers = ("
            "SELECT min(answers) FROM answer_count WHERE period = '2016-07')"
        )
        database.commit()

    told, mended, after = (vaktlogg(folder, "check", *words).stdout for words in ((), ("--recount",), ()))

    assert "tall: stemmer ikke med registreringene: call 2016-07: 0 mangler, 7 for mange (1 i alt)." in told
    assert "«vaktlogg check --recount» retter det.\n" in told
    assert "tall: talt på nytt fra registreringene\n" in mended
    assert "tall: stemmer med registreringene\n" in after


def test_a_damaged_database_is_said_with_the_way_out_and_left_as_it_is_by_run_too(folder: Path) -> None:
    path, copy = folder / "vaktlogg.db", _with_copy(folder)
    overwrite(path, page_of(path, "seat"), bytes(PAGE))
    damaged = path.read_bytes()

    checked, run = vaktlogg(folder, "check"), vaktlogg(folder, "run")

    assert f"database: Databasen {path} er skadet (" in checked.stdout
    assert checked.stdout.endswith(f"stopp Vaktlogg, så gjenoppretter «vaktlogg restore {copy}» den.\n")
    assert not OF_THE_DATABASE & _names(checked.stdout)
    assert checked.returncode == 1
    assert run.stderr.splitlines()[-1].endswith(
        "og blir latt være som den er. Hent tilbake en kopi: vaktlogg restore FIL."
    )
    assert "Traceback" not in run.stderr
    assert run.returncode == 1
    assert path.read_bytes() == damaged


def test_a_database_that_is_gone_is_asked_about_and_one_that_never_was_is_not(folder: Path) -> None:
    copy = _with_copy(folder)
    (folder / "vaktlogg.db").unlink()
    before = vaktlogg(folder, "check").stdout
    (folder / "vaktlogg.db.lock").touch()
    checked, run = vaktlogg(folder, "check"), vaktlogg(folder, "run")

    assert f"database: {folder}/vaktlogg.db, lages ved første start" in before
    assert "tall" not in _names(before)
    assert all(said.endswith(f"«vaktlogg restore {copy}» den.\n") for said in (before, checked.stdout))
    assert not OF_THE_DATABASE & _names(checked.stdout)
    assert (
        f"database: Databasen {folder}/vaktlogg.db er borte eller tom, enda Vaktlogg har brukt den."
        in checked.stdout
    )
    assert f"fjern {folder}/vaktlogg.db.lock først" in run.stderr
    assert run.returncode == 1
    assert not (folder / "vaktlogg.db").exists()


def test_a_newer_database_is_said_once(folder: Path) -> None:
    with contextlib.closing(connect(folder / "vaktlogg.db")) as database:
        database.execute("PRAGMA user_version = 9999")

    said = vaktlogg(folder, "check").stdout

    assert said.count("nyere") == 1
    assert not {*OF_THE_DATABASE, "kopier"} & _names(said)


def test_before_the_first_start_nothing_is_said_to_be_counted_anew(new_folder: Path) -> None:
    said = vaktlogg(new_folder, "check", "--recount").stdout

    assert "tall:" not in said
    assert "database: " in said


def test_only_the_first_places_where_the_counts_differ_are_named(folder: Path) -> None:
    with contextlib.closing(connect(folder / "vaktlogg.db")) as database:
        [(days,)] = database.execute("SELECT count(DISTINCT period) FROM answer_count WHERE grain = 'day'")
        database.execute("DELETE FROM answer_count WHERE grain = 'day'")
        database.commit()

    told = vaktlogg(folder, "check").stdout

    assert told.count(" mangler, 0 for mange") == 10
    assert f"({days} i alt)" in told


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('language = "en"\n[acces]\n', "config: config.toml: the key “acces” is not known."),
        ('language = "nn"\n[acces]\n', "oppsett: config.toml: nøkkelen «acces» er ukjend."),
    ],
)
def test_a_config_that_is_wrong_is_told_of_in_its_own_language(new_folder: Path, config: str, said: str) -> None:
    (new_folder / "config.toml").write_text(config, encoding="utf-8")

    assert vaktlogg(new_folder, "check").stdout.splitlines() == [said]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "nb",
            "tidligere rapporter: 2013, 2014 er tatt inn med en tidligere versjon, som regnet andeler om",
        ),
        (
            "nn",
            "tidlegare rapportar: 2013, 2014 er tekne inn med ein tidlegare versjon, som rekna andelar om",
        ),
        ("en", "earlier reports: 2013, 2014 kept by an earlier version, which worked counts back"),
    ],
)
async def test_figures_that_may_have_been_worked_back_are_named_and_are_no_fault(
    desk: Desk, code: str, said: str
) -> None:
    kept = {("agency", "nav"): PrintedFigure(62, worked_back=True)}
    config = f'language = "{code}"\n[telegram]\ntoken = "{TOKEN}"\napi_url = "{desk.telegram.api_url}"\n'
    (desk.folder / "config.toml").write_text(config, encoding="utf-8")
    (desk.folder / "config.toml").chmod(0o600)
    async with Database.open(read_config(desk.folder / "config.toml").database.path) as database:
        await History(database).keep("call", {"2014": kept, "2015": {("agency", "nav"): PrintedFigure(62)}})
        await History(database).keep("outgoing", {"2013": kept})
    lines: list[str] = []

    well = await check(desk.folder / "config.toml", lines.append)

    assert well, lines
    assert lines[1].endswith(("bare for eieren", "berre for eigaren", "their owner’s alone"))
    assert lines[-1].startswith(said)
