from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.call_lists.days import ExchangeDays, KeptDays, read_list
from storage.database.connection import Database
from storage.figures.coverage import coverage_between
from storage.hour import Hour
from storage.records.records import Records
from storage.table_files.rows import FileRefused
from tests.storage.exchange import CALLS, DAYS, NOW, fault, lines, read
from tests.storage.rows import draft

THIRD = date(2026, 11, 3)
NOTHING = "Nothing is taken from list.csv. Rows that cannot be read: "


@pytest.mark.parametrize("content", [CALLS, DAYS])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_list_of_calls_and_a_list_of_days_tell_the_same_however_they_are_saved(
    tmp_path: Path, content: str, delimiter: str, encoding: str, newline: str
) -> None:
    listed = read(tmp_path, content.replace(",", delimiter).replace("\n", newline).encode(encoding))

    assert dict(listed.days) == {THIRD: 2, date(2026, 11, 4): 0, date(2026, 11, 5): 1}
    assert not listed.today


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("i går;x", "“Tid” tells no time that can be read"),
        (";x", "“Tid” tells no time that can be read"),
        ("99887766;x", "“Tid” tells no time that can be read"),
        ("2026-13-03 14:20;x", "“Tid” tells no time that can be read"),
        ("2026-11-03 24:20;x", "“Tid” tells no time that can be read"),
        ("3.11.26 14:20;x", "“Tid” tells no time that can be read"),
        ("2026-11-23 14:31;x", "“Tid” lies in the future"),
        ("2026-11-24;x", "“Tid” lies in the future"),
        ("1969-12-31 14:20;x", "“Tid” lies too far back"),
        ("0001-01-01 00:10;x", "“Tid” lies too far back"),
        ("2026-11-03T14:20Z;x", "“Tid” is in another time zone than the centre"),
        ("2026-11-03T14:20+02:00;x", "“Tid” is in another time zone than the centre"),
        ("2026-11-03 14:20", "there are fewer cells than columns"),
        ("2026-11-03 14:20;x;99887766", "there are more cells than columns"),
        ("2026-11-01 10:00;Åse", "the same row stands in line 2 too"),
        ('" 2026-11-01 10:00";"Åse "', "the same row stands in line 2 too"),
    ],
)
def test_a_wrong_call_is_named_by_line_and_heading_and_never_by_what_stands_there(
    tmp_path: Path, row: str, said: str
) -> None:
    sentence = fault(tmp_path, lines("Tid;Navn", "2026-11-01 10:00;Åse", row))

    assert sentence == f"{NOTHING}1.\nline 3: {said}"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-11-03;-1", "“Antall” is not a whole number of calls"),
        ("2026-11-03;2,5", "“Antall” is not a whole number of calls"),
        ("2026-11-03;", "“Antall” is not a whole number of calls"),
        ("2026-11-03;mange", "“Antall” is not a whole number of calls"),
        ("2026-11-03;99887766", "“Antall” is not a whole number of calls"),
        ("2026-11-01;7", "the same day stands in line 2 too"),
        ("1.11.2026;8", "the same day stands in line 2 too"),
        ("2026-11-24;0", "“Dato” lies in the future"),
        ("Sum;7", "“Dato” tells no time that can be read"),
    ],
)
def test_a_wrong_day_is_named_by_line_and_heading(tmp_path: Path, row: str, said: str) -> None:
    assert fault(tmp_path, lines("Dato;Antall", "2026-11-01;7", row)) == f"{NOTHING}1.\nline 3: {said}"


def test_a_count_beside_a_clock_is_refused(tmp_path: Path) -> None:
    said = fault(tmp_path, lines("Dato;Antall", "2026-11-01 10:00;7"), count="Antall")

    assert said.endswith("line 2: “Dato” tells the clock, but a row with a count is a day")


def test_the_first_ten_faults_are_named_and_all_are_counted(tmp_path: Path) -> None:
    said = fault(tmp_path, lines("tid", *["2026-11-03 14:20", "", "aldri"] * 12)).splitlines()

    assert said[0] == f"{NOTHING}23."
    assert (len(said), said[-1]) == (12, "And 13 more.")
    assert said[1:3] == [
        "line 4: “tid” tells no time that can be read",
        "line 5: the same row stands in line 2 too",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("", "list.csv has no rows.", id="empty"),
        pytest.param("\ufeff\n\n", "list.csv has no rows.", id="empty lines"),
        pytest.param("tid;fra\n", "list.csv has no rows.", id="headings alone"),
        pytest.param("tid;fra\n;\n ; \n", "list.csv has no rows.", id="rows of empty cells"),
        pytest.param(
            'tid,fra\n2026-11-03 14:20,"99887766\n', "list.csv, line 2: this is not CSV.", id="open quote"
        ),
        pytest.param('tid,fra\n2026-11-03 14:20,"9"98\n', "list.csv, line 2: this is not CSV.", id="stray quote"),
        pytest.param("tid\n" + "9" * 200_000, "list.csv, line 2: this is not CSV.", id="endless cell"),
        pytest.param(
            b"PK\x03\x04\0\0",
            "list.csv is not a workbook that can be read. Save it as .xlsx, .ods or CSV UTF-8.",
            id="half a workbook",
        ),
        pytest.param(b"tid\n\x81\xff", "list.csv is not a CSV file. Save it as CSV UTF-8.", id="bytes"),
    ],
)
def test_a_file_that_is_no_list_is_said_in_one_sentence(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert fault(tmp_path, content) == said


@given(pieces=st.lists(st.sampled_from(["99887766", "Åse", '"', ";", "\n", "2026-11-03 14:20", "2", "\0"])))
def test_whatever_a_list_holds_nothing_of_a_caller_is_said(pieces: list[str]) -> None:
    with TemporaryDirectory() as folder:
        try:
            said = str(read(Path(folder), f"Tid;Fra\n{''.join(pieces)}"))
        except FileRefused as refused:
            said = str(refused)

    assert not any(secret in said for secret in ("99887766", "Åse", "14:20"))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileRefused, match="cannot be read"):
            read_list(path, now=NOW)


def test_empty_rows_at_the_end_are_left_out(tmp_path: Path) -> None:
    assert dict(read(tmp_path, "tid;fra\n2026-11-03 14:20;x\n;\n\n;\n").days) == {THIRD: 1}


def test_today_is_left_out_but_shows_that_yesterday_was_without_calls(tmp_path: Path) -> None:
    listed = read(tmp_path, lines("tid", "2026-11-21 09:00", "2026-11-23 14:30"))

    assert dict(listed.days) == {date(2026, 11, 21): 1, date(2026, 11, 22): 0}
    assert listed.today


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_first_line_that_names_the_separator_for_excel_is_no_heading(tmp_path: Path, delimiter: str) -> None:
    listed = read(tmp_path, f"sep={delimiter}\n{CALLS.replace(',', delimiter)}")

    assert dict(listed.days) == {THIRD: 2, date(2026, 11, 4): 0, date(2026, 11, 5): 1}


@pytest.mark.parametrize(
    ("statuses", "heading"), [(("Besvart", "Ubesvart"), "Status"), (("Besvart", "Besvart"), None)]
)
def test_a_column_that_tells_calls_apart_is_named(
    tmp_path: Path, statuses: tuple[str, str], heading: str | None
) -> None:
    rows = [f"2026-11-0{day} 14:20;{status}" for day, status in enumerate(statuses, 1)]

    assert read(tmp_path, lines("Tid;Status", *rows)).mixed == heading


def test_a_list_of_days_tells_only_of_the_days_in_it(tmp_path: Path) -> None:
    listed = read(tmp_path, lines("dato;antall", "2026-11-20;4", "2026-11-03;2"))

    assert list(listed.days.items()) == [(THIRD, 2), (date(2026, 11, 20), 4)]


async def test_a_day_keeps_the_greater_number_and_the_same_list_adds_nothing(database: Database) -> None:
    days = ExchangeDays(database)

    kept = [
        await days.keep({THIRD: 5, date(2026, 11, 4): 2}),
        await days.keep({THIRD: 5, date(2026, 11, 4): 2}),
        await days.keep({THIRD: 3, date(2026, 11, 4): 6, date(2026, 11, 5): 0}),
        await days.keep({}),
    ]

    assert kept == [KeptDays(2, 0, 0), KeptDays(0, 2, 0), KeptDays(1, 2, 1, fewer=1), KeptDays(0, 0, 0)]
    async with database.reading() as connection:
        rows = await connection.execute_fetchall("SELECT day, calls FROM exchange_day ORDER BY day")
    assert [tuple(row) for row in rows] == [("2026-11-03", 5), ("2026-11-04", 6), ("2026-11-05", 0)]


async def test_a_list_that_replaces_takes_back_a_number_that_was_too_great(database: Database) -> None:
    days = ExchangeDays(database)
    await days.keep({THIRD: 5, date(2026, 11, 4): 2})

    kept = await days.keep({THIRD: 3}, replace=True)

    assert kept == KeptDays(0, 1, 0, fewer=1)
    async with database.reading() as connection:
        rows = await connection.execute_fetchall("SELECT calls FROM exchange_day ORDER BY day")
    assert [row[0] for row in rows] == [3, 2]


async def test_an_imported_list_shows_how_many_calls_are_registered(
    tmp_path: Path, database: Database, records: Records
) -> None:
    await records.save_all([draft("x:1", at="2026-11-03T14"), draft("x:2", at="2026-11-05T09")], now=Hour.of(NOW))

    await ExchangeDays(database).keep(read(tmp_path, CALLS).days)

    coverage = await coverage_between(database, "call", date(2026, 11, 1), date(2026, 12, 1))
    assert (coverage.logged, coverage.counted, coverage.days, coverage.known) == (2, 3, 3, True)
