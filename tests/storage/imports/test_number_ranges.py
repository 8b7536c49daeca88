"""Ranges of whole numbers in a map."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.imports.number_ranges import NumberRange, range_in
from storage.table_files.rows import FileRefused
from tests.storage.imports.stay_files import read as read_guests
from tests.storage.letters import TIME, read

AGES = """
[question.sender]
column = "age"
values = { "40" = "unknown", "?" = "unknown" }
ranges = { "0-17" = "school", "18 - 66" = "court", "67-" = "unknown" }
"""
GUESTS = """
[arrived]
columns = ["Inn"]
formats = ["%Y-%m-%d"]
[left]
columns = ["Ut"]
formats = ["%Y-%m-%d"]
[question.children]
column = "Barn"
values = { "2" = "1" }
ranges = { "90+" = "unknown", "2-3" = "3" }
"""
RANGES = st.builds(
    lambda first, length: NumberRange(first, None if length is None else first + length),
    st.integers(0, 30),
    st.none() | st.integers(0, 10),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0-17", NumberRange(0, 17)),
        ("18 – 66", NumberRange(18, 66)),
        ("67-", NumberRange(67, None)),
        ("67+", NumberRange(67, None)),
        ("007-7", NumberRange(7, 7)),
        ("", None),
        ("5", None),
        ("-5", None),
        ("a-b", None),
        ("1-2-3", None),
        ("1,5-2", None),
        ("٣-٤", None),
        ("1234567890-", None),
    ],
)
def test_a_range_is_two_numbers_or_one_that_is_open_upwards(text: str, expected: NumberRange | None) -> None:
    assert range_in(text) == expected


@given(RANGES, RANGES)
def test_ranges_overlap_where_a_number_lies_in_both(one: NumberRange, other: NumberRange) -> None:
    both = any(one.holds(number) and other.holds(number) for number in range(100))

    assert one.overlaps(other) == both


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("0", "school"),
        ("17", "school"),
        ("017", "school"),
        ("18", "court"),
        ("66", "court"),
        ("67", "unknown"),
        ("123456", "unknown"),
        pytest.param("40", "unknown", id="values come first"),
        ("?", "unknown"),
    ],
)
def test_a_whole_number_means_the_answer_of_its_range(
    letter: Form, tmp_path: Path, cell: str, answer: str
) -> None:
    assert read(letter, tmp_path, f"day,age\n14.07.2016,{cell}\n", TIME + AGES) == [
        ("2016-07-14", {"sender": answer})
    ]


@pytest.mark.parametrize("cell", ["17.5", "-1", "18 år", "", "1e1", "²"])
def test_what_is_no_whole_number_lies_in_no_range(letter: Form, tmp_path: Path, cell: str) -> None:
    with pytest.raises(FileRefused, match="Values that the map does not know: 1"):
        read(letter, tmp_path, f"day,age\n14.07.2016,{cell}\n", TIME + AGES)


def test_what_lies_in_no_range_means_others(letter: Form, tmp_path: Path) -> None:
    mapped = TIME + '[question.sender]\ncolumn = "age"\nranges = { "0-17" = "school" }\nothers = "unknown"\n'

    found = read(letter, tmp_path, "day,age\n14.07.2016,18\n14.07.2016,17\n", mapped)

    assert [answers["sender"] for _, answers in found] == ["unknown", "school"]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("1", "1"), ("2", "1"), ("3", "3"), ("89", "89"), ("90", "unknown"), ("4000", "unknown")],
)
def test_of_a_number_values_come_before_ranges_and_ranges_before_the_number_itself(
    tmp_path: Path, cell: str, answer: str
) -> None:
    [row] = read_guests(tmp_path, f"2016-07-14,,{cell}", head="Inn,Ut,Barn", mapped=GUESTS)

    assert json.loads(row.said.answers) == {"children": answer}


def test_the_parts_of_a_cell_lie_in_ranges_too(letter: Form, tmp_path: Path) -> None:
    mapped = TIME + (
        '[question.about]\ncolumn = "codes"\nseparator = "/"\nvalues = { "" = "nothing chosen" }\n'
        'ranges = { "10-19" = "money", "20-29" = "home" }\n'
    )

    [(_, answers)] = read(letter, tmp_path, "day,codes\n14.07.2016,12 / 25 / 19\n", mapped)

    assert answers == {"about": ("money", "home")}
