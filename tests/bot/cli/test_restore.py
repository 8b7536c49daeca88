"""Restoring at the console: asked for a key and a yes, nothing is changed unless all is well."""

import os
import stat
from pathlib import Path

import pytest

from storage.database.file_lock import held
from storage.database.kept_copies import restoring_folder_of
from tests.bot.cli.restoring import (
    BEFORE,
    COPY,
    KEY,
    NO,
    OTHER_KEY,
    RECORDS,
    YES,
    Restoring,
    centre,
    copied,
    encrypted,
    names_in,
    restoring,
)
from tests.bot.console import CONFIG, vaktlogg
from tests.owners import SOMEBODY, only_root, owner_of
from tests.storage.rows import rows

__all__ = ["centre", "copied", "restoring"]


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
    assert f"    rm {kept}\nHer er ingen kopier satt opp." in ended.stdout
    assert ended.stdout.endswith(f'    [backup]\n    recipients = ["{KEY.public}"]\n    folder = "{centre}"\n')
    assert (rows(centre / "vaktlogg.db", RECORDS), rows(kept, RECORDS)) == ([(899,)], [(900,)])
    assert {stat.S_IMODE(path.stat().st_mode) for path in (centre / "vaktlogg.db", kept)} == {0o600}
    assert names_in(centre) == BEFORE | {kept.name}


def test_a_newer_copy_beside_it_is_named_before_anything_is_asked(centre: Path, restoring: Restoring) -> None:
    (centre / "vaktlogg-2026-11-30.age").touch()

    assert "En nyere kopi ligger ved siden av: vaktlogg-2026-11-30.age." in restoring(centre, typed=NO).out


def test_what_was_restored_is_noted_and_everybody_but_the_administrator_waits(
    centre: Path, restoring: Restoring
) -> None:
    restoring(centre)

    said = vaktlogg(centre, "audit").stdout

    assert said.endswith(" · maskinen · gjenopprettet kopien fra 2026-11-29\n")
    assert rows(centre / "vaktlogg.db", "SELECT number, waiting FROM seat") == [(1, 0), (2, 1)]


@only_root
def test_what_root_restores_belongs_to_whom_the_folder_belongs_to(centre: Path, restoring: Restoring) -> None:
    for path in (centre, centre / "vaktlogg.db"):
        os.chown(path, *SOMEBODY)

    ended = restoring(centre)

    assert ended.fault == ""
    assert {owner_of(path) for path in centre.glob("vaktlogg.db*")} == {SOMEBODY}
    assert len(list(centre.glob("vaktlogg.db*"))) >= len({"database", "lock", "before"})


@pytest.mark.parametrize("answer", ["nei\n", "", "kanskje\n"])
def test_without_a_yes_nothing_is_changed(centre: Path, restoring: Restoring, answer: str) -> None:
    ended = restoring(centre, typed=f"{KEY.secret}\n{answer}")

    assert (ended.fault, ended.out.endswith("Ingenting er endret.\n")) == ("", True)
    assert rows(centre / "vaktlogg.db", RECORDS) == [(900,)]
    assert names_in(centre) == BEFORE


SLIP = KEY.secret[:30] + ("Q" if KEY.secret[30] == "P" else "P") + KEY.secret[31:]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Det er ikke den hemmelige nøkkelen"),
        ("\nja\n", "Det er ikke den hemmelige nøkkelen"),
        ("{public}\nja\n", "Det er ikke den hemmelige nøkkelen"),
        ("{short}\nja\n", "Nøkkelen har 74 tegn, og dette er 73."),
        ("{slip}\nja\n", "Noe i nøkkelen er skrevet feil. Sammenlign med arket, tegn for tegn;"),
        ("{other}\nja\n", "er ikke laget for denne nøkkelen"),
    ],
)
def test_without_the_right_key_nothing_is_changed(
    centre: Path, restoring: Restoring, typed: str, said: str
) -> None:
    ended = restoring(
        centre, typed=typed.format(public=KEY.public, other=OTHER_KEY.secret, short=KEY.secret[:-1], slip=SLIP)
    )

    assert (said in ended.fault, ended.fault.count("\n")) == (True, 0)
    assert OTHER_KEY.secret not in ended.out + ended.fault
    assert names_in(centre) == BEFORE


def test_a_file_that_is_not_there_is_named_before_the_key_is_asked_for(centre: Path, restoring: Restoring) -> None:
    ended = restoring(centre, "nowhere.age")

    assert (ended.out, ended.fault) == ("", f"Det er ingen fil {centre}/nowhere.age. Ingenting er endret.")


def test_while_vaktlogg_runs_nothing_is_restored(centre: Path, restoring: Restoring) -> None:
    with held(centre / "vaktlogg.db"):
        ended = restoring(centre)

    assert (ended.out, "Stopp den først" in ended.fault) == ("", True)
    assert names_in(centre) == BEFORE


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


@pytest.mark.parametrize(
    ("access", "said"),
    [
        ("", "Det er ingen administrator i den: «vaktlogg run» skriver ut en kode til den første."),
        (
            "[access]\nstaff = [31]",
            "Det er ingen administrator i den: oppgi en i oppsettet, under [access] owners.",
        ),
        ("[access]\nowners = [31]", "Administratorer som får tilgang med en gang: nr. 3001 (Administrator)."),
    ],
)
def test_who_will_be_administrator_is_said(centre: Path, restoring: Restoring, access: str, said: str) -> None:
    (centre / "config.toml").write_text(CONFIG + access, encoding="utf-8")
    nobody = """
        PRAGMA foreign_keys = ON;
        DELETE FROM seat;
        INSERT INTO release VALUES (1500, '2026-11-30', 'call', '2016', 5, NULL, NULL, 1);
    """
    made = encrypted(centre, nobody, beginning=centre / "vaktlogg.db")

    assert said in restoring(centre, made.name, NO).out


def test_what_a_restore_that_was_killed_has_left_is_gone_after_the_next(
    centre: Path, restoring: Restoring
) -> None:
    left = restoring_folder_of(centre / "vaktlogg.db")
    left.mkdir()
    (left / "vaktlogg.db").touch()

    restoring(centre, typed=NO)

    assert names_in(centre) == BEFORE


def test_check_names_what_lies_beside_the_database_and_the_command_that_removes_it(
    centre: Path, restoring: Restoring
) -> None:
    restoring(centre)

    said = vaktlogg(centre, "check").stdout

    [kept] = centre.glob("vaktlogg.db.before-restore-*")
    assert (
        f"kopier ved siden av: fjernes av Vaktlogg etter 7 dager: {kept.name} (0 dager gammel)"
        f" har klokkeslett og hvem som registrerte; med en gang: rm {kept}\n"
    ) in said
