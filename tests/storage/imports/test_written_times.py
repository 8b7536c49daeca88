"""Times on a clock of twelve hours, in whatever way they are written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.imports.map_parts import MappedTime
from storage.imports.written_times import WrittenTime
from storage.table_files.rows import FileRefused, RowFault
from tests.storage.letters import SENDER, TIME, read

HALVES = ["AM", "am", "a.m.", "a. m.", "a.\u00a0m.", "A.M", "a.\u202fm."]
SPANISH = MappedTime(columns=("a",), formats=("%d/%m/%Y %I:%M %p", "%d/%m/%Y %I:%M%p", "%d/%m/%Y"))


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("12:05 AM", "00"),
        ("1:05 am", "01"),
        ("11:59 a.m.", "11"),
        ("12:00 p.m.", "12"),
        ("09:15 p. m.", "21"),
        ("11:59 P.M.", "23"),
        ("11:59pm", "23"),
    ],
)
def test_an_hour_of_twelve_is_read_with_its_half_of_the_day(written: str, hour: str) -> None:
    assert WrittenTime(SPANISH).read([f"14/07/2016 {written}"]) == f"2016-07-14T{hour}"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(HALVES), st.sampled_from(["", " "]))
def test_every_hour_is_read_in_every_way_that_it_is_written(hour: int, minute: int, half: str, gap: str) -> None:
    written = half if hour < 12 else half.replace("a", "p").replace("A", "P")

    read_time = WrittenTime(SPANISH).read([f"14/07/2016 {(hour - 1) % 12 + 1}:{minute:02}{gap}{written}"])

    assert read_time == f"2016-07-14T{hour:02}"


@pytest.mark.parametrize(
    "written",
    ["14/07/2016 13:05 pm", "14/07/2016 0:05 am", "14/07/2016 9:05", "14/07/2016 9:05 xm", "14/07/2016 9:05 amx"],
)
def test_what_is_no_hour_of_twelve_with_its_half_is_refused(written: str) -> None:
    with pytest.raises(RowFault, match="is not written as"):
        WrittenTime(SPANISH).read([written])


def test_a_day_may_stand_without_an_hour_in_a_format_of_its_own() -> None:
    assert WrittenTime(SPANISH).read(["14/07/2016"]) == "2016-07-14"


def test_a_word_of_the_format_may_look_like_a_half_of_the_day() -> None:
    german = MappedTime(columns=("a",), formats=("am %d.%m.%Y um %I %p Uhr",))

    assert WrittenTime(german).read(["am 14.07.2016 um 3 PM Uhr"]) == "2016-07-14T15"


def test_a_month_in_words_stands_beside_a_half_of_the_day() -> None:
    months = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
    mexican = MappedTime(columns=("a", "b"), formats=("%d %m %Y %I %p",), months=months)

    assert WrittenTime(mexican).read(["14 Jul 2016", "3 P. M."]) == "2016-07-14T15"


def test_a_file_is_read_by_a_clock_of_twelve_hours(letter: Form, tmp_path: Path) -> None:
    mapped = TIME.replace("%H:%M", "%I:%M %p") + SENDER

    found = read(letter, tmp_path, "day,from\n14.07.2016 11:40 p. m.,T\n14.07.2016,T\n", mapped)

    assert [time for time, _ in found] == ["2016-07-14T23", "2016-07-14"]


def test_a_cell_that_does_not_fit_is_quoted_with_its_formats(letter: Form, tmp_path: Path) -> None:
    mapped = TIME.replace("%H:%M", "%I:%M %p") + SENDER

    with pytest.raises(FileRefused, match=r"day: “soon am” is not written as %d\.%m\.%Y / %d\.%m\.%Y %I:%M %p"):
        read(letter, tmp_path, "day,from\nsoon am,T\n", mapped)
