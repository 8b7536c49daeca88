"""Key, copy and check at the console."""

import asyncio
import re
import shutil
import stat
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.app import app
from bot.cli.check_copies import copies_line
from bot.config.config import read_config
from reports.words.language import Code, Language
from storage.backup.copy_folder import copy_path
from storage.backup.encrypted_file import decrypt
from storage.fault import Fault
from tests.bot.console import CONFIG, vaktlogg
from tests.storage.rows import rows

SECRET = re.compile(r"AGE-SECRET-KEY-1\n[A-Z0-9 ]+\n[A-Z0-9 ]+")


def _secrets(said: str) -> list[str]:
    """Return the secret keys on a sheet, which stand there in groups."""
    return ["".join(secret.split()) for secret in SECRET.findall(said)]


def _backup_key(folder: Path, typed: str, *words: str, language: Code = "nb") -> Result:
    line = ["backup-key", "--config", str(folder / "config.toml"), *words]
    return CliRunner().invoke(app, line, input=typed, obj=Language(language))


def test_a_newcomer_makes_a_key_and_a_copy_that_the_sheet_opens(folder: Path, tmp_path: Path) -> None:
    made = _backup_key(folder, "ja\nja\n", "--folder", "../share")
    told = vaktlogg(folder, "backup")

    assert made.exit_code == 0, made.output
    today = read_config(folder / "config.toml").now().date()
    copy = copy_path(tmp_path / "share", today)
    assert (told.returncode, told.stderr) == (0, "")
    assert re.fullmatch(rf".*{copy.name} er skrevet, \d+ kB\. Bare den hemmelige nøkkelen .*\n", told.stdout)
    [secret] = _secrets(made.stdout)
    decrypt(copy, tmp_path / "opened.db", secret)
    assert rows(tmp_path / "opened.db", "SELECT count(*) FROM record") == [(899,)]
    assert [path.name for path in (tmp_path / "share").iterdir()] == [copy.name]


def test_the_secret_key_stands_in_no_file_and_once_on_the_sheet(folder: Path) -> None:
    made = _backup_key(folder, "ja\nja\n", "--folder", "copies")

    [secret] = _secrets(made.stdout)
    assert made.stdout.startswith("=" * 74)
    assert made.stdout.endswith("=" * 74 + "\n")
    assert "AGE-SECRET" not in made.stderr
    config = read_config(folder / "config.toml")
    assert config.backup.recipients[0] in made.stdout
    for path in folder.rglob("*"):
        assert path.is_dir() or secret.encode() not in path.read_bytes(), path


def test_where_it_is_not_on_paper_the_key_is_thrown_away(folder: Path) -> None:
    before = (folder / "config.toml").read_bytes()

    made = _backup_key(folder, "ja\nnei\n", "--folder", "copies")

    assert made.exit_code == 1
    assert "The key on the sheet opens nothing" in str(made.exception)
    assert (folder / "config.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("\n", "kopier trenger en mappe"),
        ("nowhere\nnei\n", "kopier trenger en mappe"),
        (".\n", "der ligger databasen"),
        ("", "kopier trenger en mappe"),
    ],
    ids=["no folder", "not to be made", "beside the database", "nobody answers"],
)
def test_without_a_folder_elsewhere_no_key_is_made(folder: Path, typed: str, said: str) -> None:
    before = (folder / "config.toml").read_bytes()

    made = _backup_key(folder, typed)

    assert made.exit_code == 1
    assert made.exception is not None
    assert "AGE-SECRET" not in made.output
    assert (folder / "config.toml").read_bytes() == before
    assert not (folder / "nowhere").exists()
    assert said in made.exception.sentence(Language("nb").text)  # type: ignore[attr-defined]


WRITTEN = (
    f"{CONFIG}# the last line has no end\n[reports]\nday = 5",
    f"# [backup]\r\n{CONFIG}\r\n[backup] # copies\r\n# recipients = []\r\n\r\n[reports]\r\nday = 5\r\n",
    f"{CONFIG}[reports]\nday = 5\n\n[backup]\n",
)


@pytest.mark.parametrize("written", WRITTEN, ids=["no table", "an empty table", "an empty table at the end"])
def test_the_config_keeps_everything_else_and_its_mode(folder: Path, written: str) -> None:
    config = folder / "config.toml"
    config.write_bytes(written.encode())
    config.chmod(0o640)

    made = _backup_key(folder, "ja\n", "--folder", str(folder.parent))

    assert made.exit_code == 0, made.output
    left = config.read_bytes().decode()
    assert [line for line in left.splitlines() if line in written.splitlines()] == written.splitlines()
    assert read_config(config).reports.day == 5
    assert read_config(config).backup.folder == folder.parent
    assert stat.S_IMODE(config.stat().st_mode) == 0o640


def test_a_config_behind_a_link_stays_behind_it(folder: Path) -> None:
    real = folder.parent / "real.toml"
    shutil.move(folder / "config.toml", real)
    (folder / "config.toml").symlink_to(real)
    (folder.parent / "share").mkdir()

    assert _backup_key(folder, "ja\n", "--folder", str(folder.parent / "share")).exit_code == 0

    assert (folder / "config.toml").is_symlink()
    assert "[backup]" in real.read_text()


def test_a_second_key_is_a_line_to_write_and_nothing_is_replaced(folder: Path) -> None:
    _backup_key(folder, "ja\nja\n", "--folder", "copies")
    before = (folder / "config.toml").read_text()

    made = _backup_key(folder, "ja\nja\n")

    assert made.exit_code == 0, made.output
    assert (folder / "config.toml").read_text() == before
    [line] = [line for line in made.stderr.splitlines() if line.startswith("recipients = ")]
    [first] = tomllib.loads(before)["backup"]["recipients"]
    second = made.stdout.splitlines()[-2]
    assert tomllib.loads(line)["recipients"] == [first, second]
    assert f"på arket dens står …{first[-6:]}." in made.stderr
    assert made.stdout.splitlines()[2].endswith(f" · nøkkel …{second[-6:]}")


def test_a_second_key_that_nobody_wants_is_not_made(folder: Path) -> None:
    _backup_key(folder, "ja\nja\n", "--folder", "copies")

    made = _backup_key(folder, "nei\n")

    assert (made.exit_code, made.stdout) == (1, "")


def test_whoever_only_hits_enter_is_asked_again_whether_the_key_is_on_paper(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["ja", "", "", "ja"])
    monkeypatch.setattr("bot.cli.asking.at_a_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))

    made = _backup_key(folder, "", "--folder", "copies")

    assert made.exit_code == 0, made.output
    assert list(answers) == []


def test_without_copies_set_up_it_is_said_what_begins(new_folder: Path) -> None:
    told = vaktlogg(new_folder, "backup")

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("Kopier er ikke satt opp ennå: «vaktlogg backup-key»")


NONE_ANY_MORE = (
    "ingen er satt opp, enda det har vært noen, den siste fra 29. november 2026. Skriv inn i oppsettet, under"
    " [backup], den offentlige nøkkelen fra arket (recipients) og mappen; en ny nøkkel: «vaktlogg backup-key»."
)
TOO_OLD = (
    "den skal være høyst én dag gammel. Er Vaktlogg i gang? «vaktlogg backup» lager en nå, eller sier hvorfor det"
    " ikke går."
)


async def _line(folder: Path, last: date | None) -> str:
    """Return what `check` says about copies."""
    language = Language("nb")
    try:
        return await copies_line(read_config(folder / "config.toml"), language, last)
    except Fault as fault:
        return fault.sentence(language.text)


async def test_check_tells_how_copies_stand(folder: Path) -> None:
    share = folder.parent / "share"
    today = read_config(folder / "config.toml").now().date()
    before = today - timedelta(days=2)
    named = Language("nb").full_date
    lines = [await _line(folder, None), await _line(folder, date(2026, 11, 29))]
    _backup_key(folder, "ja\nja\n", "--folder", str(share))
    lines.append(await _line(folder, None))
    copy_path(share, today).touch()
    (share / "notes\n.txt").touch()
    lines += [await _line(folder, today), await _line(folder, before)]
    copy_path(share, today).rename(copy_path(share, before))
    lines.append(await _line(folder, before))
    await asyncio.to_thread(shutil.rmtree, share)
    lines.append(await _line(folder, today))

    assert lines == [
        "ikke satt opp; «vaktlogg backup-key» er begynnelsen",
        NONE_ANY_MORE,
        "ingen er laget ennå; «vaktlogg backup» lager en nå.",
        f"1 i {share}, den siste fra {named(today)}; annet som ligger der, hører ikke hjemme der: notes\\n.txt",
        f"den siste ble laget {named(before)}, og ligger ikke i {share}. «vaktlogg backup» lager en nå.",
        f"den siste ble laget {named(before)}; {TOO_OLD}",
        f"Mappen for kopier finnes ikke: {share}. Er disken eller nettverksområdet koblet til?",
    ]
