from datetime import date
from pathlib import Path

import pytest

from tests.storage.exchange import fault, lines, read

THIRD = date(2026, 11, 3)
SECRET = "99887766"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("dato;klokkeslett;fra", "3.11.2026;14:20;x"),
        ("klokkeslett;dato;fra", "14:20:30;2026-11-03;x"),
        ("Dato;Tid;Varighet", "03.11.2026;14:20;00:03:10"),
        ("Dato;Start;Slutt", "03.11.2026;03.11.2026 14:20;03.11.2026 14:25"),
        ("Start time;Duration", "2026-11-03 14:20;00:03:10"),
        ("Ringt;Fra", "2026-11-03 14:20;99887766"),
        (" TIDSPUNKT ;Anrop", "2026-11-03 14:20;besvart"),
        ("tid", "2026-11-03 14:20"),
    ],
)
def test_the_time_of_a_call_is_found_by_its_heading_or_as_the_only_column_that_can_be(
    tmp_path: Path, head: str, row: str
) -> None:
    assert dict(read(tmp_path, lines(head, row)).days) == {THIRD: 1}


@pytest.mark.parametrize(
    ("head", "row", "time", "count", "calls"),
    [
        ("Inn;Ut", "2026-11-03 14:20;2026-11-04 14:25", ("inn",), None, 1),
        ("Ringt den;Ringt kl", "3.11.2026;14:20", ("Ringt den", "Ringt kl"), None, 1),
        ("Dag;Linjer;Tatt", "3.11.2026;3;14", (), "Tatt", 14),
        ("Dato;Anrop;Besvarte", "3.11.2026;9;7", (), "besvarte", 7),
        ("Dato;Tid;Samtaler", "3.11.2026;03:22:10;7", ("Dato",), None, 7),
        ("Tid;Anrop", "3.11.2026 14:20;4711", ("Tid",), None, 1),
    ],
)
def test_a_doubt_is_settled_by_naming_the_heading(
    tmp_path: Path, head: str, row: str, time: tuple[str, ...], count: str | None, calls: int
) -> None:
    assert dict(read(tmp_path, lines(head, row), *time, count=count).days) == {THIRD: calls}


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (
            "Inn;Ut",
            "2026-11-03 14:20;2026-11-03 14:25",
            "can tell the time: “Inn”, “Ut”. Name the right one with --time.",
        ),
        ("Tid;Start", "2026-11-03 14:20;2026-11-03 14:25", "can tell the time: “Tid”, “Start”."),
        ("Inn;Fra", "3/11/2026 14:20;99887766", "No column of list.csv is known to tell the time."),
        ("Tid;Anrop", "3.11.2026 14:20;4711", "“Anrop” can be a number of calls, but “Tid” tells the clock."),
        (
            "Dato;Tid;Antall",
            "3.11.2026;03:22:10;7",
            "can be a number of calls, but “Dato”, “Tid” tells the clock.",
        ),
        ("Dato;Anrop;Besvarte", "3.11.2026;9;7", "can tell the calls: “Anrop”, “Besvarte”. Name the right one"),
        ("Dato;Internnummer", "3.11.2026;1201", "list.csv has days without a time, and no column known to tell"),
        (
            "2026-11-03 14:20;99887766",
            "2026-11-03 14:25;99887766",
            "needs a first line with the columns’ headings.",
        ),
        ("3.11.2026;14:20;99887766", "3.11.2026;14:25;x", "needs a first line with the columns’ headings."),
    ],
)
def test_a_doubt_about_the_columns_is_said_and_no_guess_is_made(
    tmp_path: Path, head: str, row: str, said: str
) -> None:
    sentence = fault(tmp_path, lines(head, row))

    assert said in sentence
    assert SECRET not in sentence


@pytest.mark.parametrize(
    ("time", "count", "said"),
    [
        (("Start",), None, "list.csv has no column Start."),
        ((), "Anrop", "list.csv has no column Anrop."),
        (("Fra",), None, "list.csv has a column twice."),
    ],
)
def test_a_heading_that_is_named_has_to_be_there_once(
    tmp_path: Path, time: tuple[str, ...], count: str | None, said: str
) -> None:
    assert fault(tmp_path, lines("Tid;Fra;Fra", "3.11.2026 14:20;x;y"), *time, count=count) == said
