"""Removing an installation: every file of ours, after two yeses, and nothing else."""

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli.erase import erase
from bot.config.config import read_config
from reports.words.language import Language
from storage.backup.encrypted_file import new_key
from storage.database.file_lock import held, lock_of_token
from storage.fault import Fault
from tests.bot.console import vaktlogg

CONFIG = f"""
centre = "Nord krisesenter"
[telegram]
token_file = "token.txt"
[database]
path = "kept/vaktlogg.db"
[reports]
folder = "reports"
public_folder = "public"
[mail]
host = "smtp.example.org"
sender = "vaktlogg@example.org"
to = ["leader@example.org"]
user = "vaktlogg"
password_file = "password.txt"
[backup]
recipients = ["{new_key().public}"]
folder = "copies"
"""
OURS = (
    "kept/vaktlogg.db",
    "kept/vaktlogg.db-journal",
    "kept/vaktlogg.db.schema-17",
    "kept/vaktlogg.db.before-restore-2026-11-30",
    "kept/vaktlogg.db.before-restore-2026-11-30-2",
    "kept/.vaktlogg.db.restoring/vaktlogg.db",
    "kept/.vaktlogg.db.copying/whole.db",
    "kept/.part.vaktlogg.db.schema-18",
    "kept/vaktlogg.db.lock",
    "reports/2026-10.png",
    "reports/2026-T2-2.png",
    "reports/.part.2026.docx",
    "public/2016-public.docx",
    "copies/vaktlogg-2026-11-30.age",
    "copies/.part.vaktlogg-2026-11-30.age",
    "token.txt",
    "password.txt",
    "config.toml",
)
OTHERS = (
    "kept/other.db",
    "kept/vaktlogg.db.my-copy",
    "reports/notes.txt",
    "reports/2026-10-budget.ods",
    "copies/letter.pdf",
    "calls.csv",
    "vaktlogg.db",
)
BOTH = "ja\nNord krisesenter\n"


@dataclass(frozen=True)
class Ended:
    """What was printed, and the fault that ended it."""

    out: str
    fault: str


Erasing: TypeAlias = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an installation, among other files."""
    for name in (*OURS, *OTHERS):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(CONFIG if name == "config.toml" else "what somebody said", encoding="utf-8")
    return tmp_path


@pytest.fixture
def erasing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Erasing:
    """Return what erases the installation in a folder, with answers from a pipe."""

    def erases(folder: Path, typed: str = BOTH) -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        path = folder / "config.toml"
        try:
            erase(read_config(path), path)
        except Fault as fault:
            return Ended(capsys.readouterr().out, fault.sentence(Language("nb").text))
        return Ended(capsys.readouterr().out, "")

    return erases


def _left(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_after_two_yeses_all_of_ours_is_gone_and_nothing_else(folder: Path, erasing: Erasing) -> None:
    ended = erasing(folder)

    assert ended.fault == ""
    assert ended.out.endswith("Alt er fjernet.\n")
    assert _left(folder) == set(OTHERS)


def test_what_is_removed_is_named_before_the_first_question(folder: Path, erasing: Erasing) -> None:
    said = erasing(folder, "nei\n").out.split("Fjerne alt sammen?")[0]

    assert {line.strip() for line in said.splitlines() if line.startswith("    ")} == {
        str(folder / name) for name in OURS
    }
    assert "@BotFather" in said


def test_where_the_desk_alone_was_served_its_browsers_are_named_and_no_bot(folder: Path, erasing: Erasing) -> None:
    without = CONFIG.replace('[telegram]\ntoken_file = "token.txt"\n', "")
    (folder / "config.toml").write_text(without, encoding="utf-8")

    said = erasing(folder, "nei\n").out

    assert "nettleserne ved vaktbordet" in said
    assert "Telegram" not in said


@pytest.mark.parametrize("typed", ["", "nei\n", "ja\n", "ja\nja\n", "ja\nNord\n", "\nNord krisesenter\n"])
def test_without_both_nothing_is_removed(folder: Path, erasing: Erasing, typed: str) -> None:
    ended = erasing(folder, typed)

    assert ended.out.splitlines()[-1].startswith("Ingenting er fjernet")
    assert _left(folder) == {*OURS, *OTHERS}


def test_a_wrong_word_is_said_to_be_the_reason(folder: Path, erasing: Erasing) -> None:
    ended = erasing(folder, "ja\nNord\n")

    assert ended.out.endswith("Ingenting er fjernet: det var ikke «Nord krisesenter», bokstav for bokstav.\n")


def test_a_folder_for_copies_that_is_not_connected_is_named(folder: Path, erasing: Erasing) -> None:
    shutil.rmtree(folder / "copies")

    said = erasing(folder, "nei\n").out

    assert f"det som ligger i den blir liggende: {folder / 'copies'}. Koble den til først.\n" in said


def test_the_lock_of_the_token_is_removed_and_the_config_is_named_with_its_folder(
    folder: Path, erasing: Erasing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    (folder / "token.txt").write_text("1:x", encoding="utf-8")
    lock = lock_of_token("1:x", read_config(Path("config.toml")).telegram.api_url)
    lock.touch()

    said = erasing(Path()).out

    assert {f"    {lock}", f"    {folder / 'config.toml'}"} <= set(said.splitlines())
    assert _left(folder) == set(OTHERS)


def test_a_centre_without_a_name_types_a_word(folder: Path, erasing: Erasing) -> None:
    (folder / "config.toml").write_text(CONFIG.replace("Nord krisesenter", ""), encoding="utf-8")

    ended = erasing(folder, "ja\nslett\n")

    assert "skriv «slett»" in ended.out
    assert _left(folder) == set(OTHERS)


def test_while_vaktlogg_runs_nothing_is_removed(folder: Path, erasing: Erasing) -> None:
    with held(folder / "kept" / "vaktlogg.db"):
        ended = erasing(folder)

    assert (ended.out, "Stopp den først" in ended.fault) == ("", True)
    assert _left(folder) == {*OURS, *OTHERS}


def test_links_are_named_and_left_with_what_they_lead_to(folder: Path, erasing: Erasing, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("reports", "kept/vaktlogg.db.schema-17"):
        (folder / name).rename(elsewhere / Path(name).name)
        (folder / name).symlink_to(elsewhere / Path(name).name)

    said = erasing(folder).out.split("Dette er lenker")[1]

    assert f"    {folder / 'reports'}\n" in said
    assert {path.name for path in elsewhere.rglob("*") if path.is_file()} == {
        "2026-10.png",
        "2026-T2-2.png",
        ".part.2026.docx",
        "notes.txt",
        "2026-10-budget.ods",
        "vaktlogg.db.schema-17",
    }


def test_what_is_removed_is_overwritten_but_for_what_has_another_name(folder: Path, erasing: Erasing) -> None:
    linked = folder / "calls.csv"
    linked.unlink()
    linked.hardlink_to(folder / "token.txt")
    with (folder / "kept" / "vaktlogg.db").open("rb") as database:
        erasing(folder)
        left = database.read()

    assert left == bytes(len("what somebody said"))
    assert linked.read_text(encoding="utf-8") == "what somebody said"


def test_what_cannot_be_removed_is_named_and_the_rest_is_gone(
    folder: Path, erasing: Erasing, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove = os.unlink

    def refuses(path: Path, **kept: int) -> None:
        if str(path).endswith("2026-10.png"):
            raise PermissionError(13, "no")
        remove(path, **kept)

    monkeypatch.setattr(os, "unlink", refuses)

    ended = erasing(folder)

    assert f"{folder}/reports/2026-10.png: " in ended.fault
    assert _left(folder) == {*OTHERS, "reports/2026-10.png"}


def test_it_is_a_command(folder: Path) -> None:
    ended = vaktlogg(folder, "erase", typed=BOTH)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert _left(folder) == set(OTHERS)
