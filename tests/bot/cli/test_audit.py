"""What is done at the console is noted, and printed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bot.console import CONFIG, vaktlogg


def test_what_is_done_to_records_people_and_publications_is_printed_the_latest_last(new_folder: Path) -> None:
    for words in (
        ("import", "2016.csv"),
        ("imports", "--undo", "1"),
        ("import", "2016.csv"),
        ("export", "--out", "x.csv"),
        ("stats", "2016", "--public"),
        ("releases", "--withdraw", "1", "--reason", "feil"),
        ("invite", "--role", "leader"),
    ):
        ended = vaktlogg(new_folder, *words)
        assert ended.returncode == 0, ended.stderr

    lines = vaktlogg(new_folder, "audit").stdout.splitlines()

    assert [line.split(" · ", 2)[2] for line in lines] == [
        "importerte registreringer: fil nr. 1",
        "trakk tilbake importen av fil nr. 1",
        "importerte registreringer: fil nr. 2",
        "eksporterte registreringer: call",
        "publiserte 2016 (publisering nr. 1)",
        "trakk tilbake publisering nr. 1",
        "inviterte: Administrator (invitasjon 1)",
    ]
    assert {line.split(" · ")[1] for line in lines} == {"maskinen"}


def test_a_refused_export_is_not_noted(folder: Path) -> None:
    vaktlogg(folder, "export", "--out", "x.txt")

    with closing(sqlite3.connect(folder / "vaktlogg.db")) as database:
        assert [act for (act,) in database.execute("SELECT act FROM audit")] == ["imported"]


def test_before_anything_was_done_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "2016.csv").write_text("occurred_at,caller\n2016-07-14,woman\n", encoding="utf-8")

    assert vaktlogg(tmp_path, "audit").returncode == 1
