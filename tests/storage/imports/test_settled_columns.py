"""Columns that a map calls by several names, of which a file has one."""

from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.forms.question import Answer
from storage.table_files.rows import FileRefused
from tests.storage.letters import SENDER, TIME, read, sentence_of

EITHER = SENDER.replace('column = "from"', 'columns = ["From", "sender", "avsender"]')
END = '[outcome]\ncolumns = ["end", "fin"]\nvalues = { "x" = "registered" }\n'
TIMES = TIME.replace('["day"]', '["Date", "date", "hour"]').replace("%H:%M", "%H:%M")
COURT: dict[str, Answer] = {"sender": "court"}


ONE = "og kartet leser bare én. Nevn bare den som skal leses."


@pytest.mark.parametrize("heading", ["From", "FROM", "sender", "Avsender"])
def test_the_name_that_is_there_is_read(letter: Form, tmp_path: Path, heading: str) -> None:
    found = read(letter, tmp_path, f"day,{heading},other\n14.07.2016,T,S\n", TIME + EITHER)

    assert found == [("2016-07-14", COURT)]


def test_an_outcome_may_have_several_names_too(letter: Form, tmp_path: Path) -> None:
    found = read(letter, tmp_path, "day,sender,fin\n14.07.2016,T,x\n", TIME + EITHER + END)

    assert found == [("2016-07-14", COURT)]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("day", "foreign.csv har ikke kolonnen From / sender / avsender, end / fin."),
        ("sender,end", "foreign.csv har ikke kolonnen day."),
        (
            "day,end,avsender,from",
            f"foreign.csv har både kolonnen «from» og «avsender», {ONE}",
        ),
        (
            "day,fin,end,from",
            f"foreign.csv har både kolonnen «end» og «fin», {ONE}",
        ),
        ("day,end,FROM,from", "foreign.csv har en kolonne to ganger."),
    ],
)
def test_a_file_without_any_of_them_or_with_two_is_refused(
    letter: Form, tmp_path: Path, head: str, sentence: str
) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, f"{head}\n", TIME + EITHER + END)

    assert sentence_of(fault.value) == sentence


def test_names_that_differ_only_in_case_are_two_columns_where_a_file_has_both(
    letter: Form, tmp_path: Path
) -> None:
    mapped = TIME + SENDER.replace('column = "from"', 'columns = ["From", "from"]')

    with pytest.raises(FileRefused, match="has the columns “From” and “from”"):
        read(letter, tmp_path, "day,From,from\n", mapped)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Date,hour,from\n14.07.2016,23:40,T\n", "2016-07-14T23"),
        ("hour,DATE,from\n23:40,14.07.2016,T\n", "2016-07-14T23"),
        ("date,from\n14.07.2016,T\n", "2016-07-14"),
    ],
)
def test_of_the_columns_of_a_time_those_that_are_there_are_joined_in_the_order_of_the_map(
    letter: Form, tmp_path: Path, text: str, time: str
) -> None:
    assert read(letter, tmp_path, text, TIMES + SENDER) == [(time, COURT)]


def test_a_time_needs_one_of_its_columns(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"foreign.csv has no column Date / date / hour\."):
        read(letter, tmp_path, "from\nT\n", TIMES + SENDER)


def test_every_part_of_a_map_may_write_the_same_column_in_its_own_way(letter: Form, tmp_path: Path) -> None:
    skip = 'skip = { "FROM" = ["test"] }\n'

    found = read(letter, tmp_path, "day,from\n14.07.2016,test\n14.07.2016,T\n", skip + TIME + EITHER)

    assert found == [("2016-07-14", COURT)]


def test_all_names_count_as_read(letter: Form, tmp_path: Path) -> None:
    left_out = 'left_out = ["name"]\n'

    found = read(letter, tmp_path, "day,sender,name\n14.07.2016,T,Kari\n", left_out + TIME + EITHER)

    assert found == [("2016-07-14", COURT)]
