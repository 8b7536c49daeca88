"""Rows of stays: two days in the place of a time, and every other rule of the form."""

import json
from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.forms.house import House
from storage.imports.file_row import FileRow
from storage.table_files.rows import FaultyRows, FileRefused
from tests.example_forms import changed
from tests.storage.imports.stay_files import GUEST, read, refused


def _answers(row: FileRow) -> dict[str, object]:
    return dict(json.loads(row.said.answers))


def test_a_row_has_two_days_and_without_the_second_somebody_is_still_there(tmp_path: Path) -> None:
    gone, there = read(tmp_path, "2016-07-03,2016-07-20,,woman,,,,,own", "2016-09-20,,,man,,,,,")

    assert (gone.time, gone.said.outcome, gone.said.person) == ("2016-07-03/2016-07-20", "registered", "woman")
    assert (there.time, there.said.person) == ("2016-09-20/", "man")
    assert _answers(gone) == {"sex": "woman", "home": "own"}


def test_questions_and_the_outcome_may_be_missing_from_the_file(tmp_path: Path) -> None:
    [row] = read(tmp_path, "2016-07-03,2016-07-20", head="came,went")

    assert (row.said.outcome, row.said.answers, row.said.person) == ("registered", "{}", "unknown")


DECLINED = "whoever does not want to be registered"


@pytest.mark.parametrize(
    ("written", "kept"), [("0", "0"), ("7", "7"), ("007", "7"), ("999", "999"), ("1-2", "1-2"), ("3+", "3+")]
)
def test_a_number_is_kept_as_it_is_and_a_band_by_its_key(tmp_path: Path, written: str, kept: str) -> None:
    [row] = read(tmp_path, f"2016-07-03,,,woman,{written},,,,")

    assert _answers(row) == {"sex": "woman", "children": kept}


@pytest.mark.parametrize("children", ["2", "1-2"])
def test_what_is_asked_after_a_band_is_asked_after_each_of_its_numbers(tmp_path: Path, children: str) -> None:
    [row] = read(tmp_path, f"2016-07-03,,,woman,{children},yes,,,")

    assert _answers(row)["school"] == "yes"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("i går,,,,,,,,", "“i går” is not a day, such as 2016-07-14"),
        ("20160703,,,,,,,,", "“########” is not a day, such as 2016-07-14"),
        ("2016-07-03T10,,,,,,,,", "“####-##-##T##” is not a day, such as 2016-07-14"),
        (",2016-07-20,,,,,,,", "“” is not a day, such as 2016-07-14"),
        ("2016-07-03,2016-02-30,,,,,,,", "“####-##-##” is not a day, such as 2016-07-14"),
        ("2016-09-21,,,,,,,,", "“2016-09-21” lies in the future, or too far back"),
        ("2016-09-20,2016-09-21,,,,,,,", "“2016-09-21” lies in the future, or too far back"),
        ("1969-12-31,,,,,,,,", "“1969-12-31” lies in the future, or too far back"),
        ("2016-07-03,2016-07-02,,,,,,,", "“2016-07-02” comes before “2016-07-03”, the day of arrival"),
        ("2016-07-03,2016-07-03,,,,,,,", "“2016-07-03” is the day of arrival; a stay has at least one night"),
        ("2016-07,,,,,,,,", "“2016-07” is a month: of somebody who is still there the day is needed"),
        ("2016-07,2016-08-01,,,,,,,", "a day and a month do not go together: “2016-07”, “2016-08-01”"),
        ("2016-07-03,2016-08,,,,,,,", "a day and a month do not go together: “2016-07-03”, “2016-08”"),
        ("2016-08,2016-07,,,,,,,", "“2016-07” comes before “2016-08”, the day of arrival"),
        ("2016-07,2016-10,,,,,,,", "“2016-10” lies in the future, or too far back"),
        ("2016-07-03,,irrelevant,,,,,,", "“irrelevant” is not an outcome"),
        ("2016-07-03,,,queen,,,,,", "“queen” is not an option of “sex”"),
        ("2016-07-03,,,,1000,,,,", "“1000” is neither a whole number from 0 to 999 nor an option of “children”"),
        ("2016-07-03,,,,-1,,,,", "“-1” is neither a whole number from 0 to 999 nor an option of “children”"),
        ("2016-07-03,,,,2.0,,,,", "“2.0” is neither a whole number from 0 to 999 nor an option of “children”"),
        ("2016-07-03,,,,٣,,,,", "“٣” is neither a whole number from 0 to 999 nor an option of “children”"),
        ("2016-07-03,,,,0,yes,,,", "“school” is not asked with these answers, or not on that day"),
        ("2016-06-30,2016-07-20,,,,,,yes,", "“pet” is not asked with these answers, or not on that day"),
        ("2016-07-01,,,,,,priest,,", "“priest” is not in use on 2016-07-01"),
        ("2016-07-03,,declined,woman,2,,,,", f"{DECLINED} has no answers, and “children” has one"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_by_its_line(tmp_path: Path, line: str, said: str) -> None:
    assert refused(tmp_path, line)[1:] == [f"line 2: {said}"]


@pytest.mark.parametrize(
    ("line", "column"),
    [("i går,,,,,,,,", "came"), ("2016-07-03,2016-07-02,,,,,,,", "went"), ("2016-07-03,,,,two,,,,", "children")],
)
def test_a_fault_names_its_column(tmp_path: Path, line: str, column: str) -> None:
    faulty = FaultyRows()
    with pytest.raises(FileRefused):
        read(tmp_path, line, faulty=faulty)

    assert [(line, reason.facts["column"]) for line, reason in faulty.named] == [(2, column)]


def test_both_days_need_a_column(tmp_path: Path) -> None:
    assert refused(tmp_path, "2016-07-03,woman", head="came,sex") == ["guests.csv has no column went."]
    assert refused(tmp_path, "2016-07-03,", head="occurred_at,outcome") == ["guests.csv has no column came, went."]


@pytest.mark.parametrize(("sex", "person"), [("man", "man"), ("", "unknown")])
def test_of_one_who_declined_it_may_be_said_whose_nights_they_are(tmp_path: Path, sex: str, person: str) -> None:
    [row] = read(tmp_path, f"2016-07-03,2016-07-20,declined,{sex},,,,,")

    assert (row.said.answers, row.said.person) == ("{}", person)


CHILD = changed(
    GUEST, house=House.model_validate({"person": {"key": "child", "label": {"nb": "x"}, "spoken": {"nb": "x"}}})
)
TALK = changed(GUEST, house=None)


@pytest.mark.parametrize(("form", "person"), [(CHILD, "child"), (TALK, "")], ids=["one person", "no house"])
def test_whose_nights_they_are_is_said_by_the_form_where_no_answer_does(
    tmp_path: Path, form: Form, person: str
) -> None:
    [row] = read(tmp_path, "2016-07-03,2016-07-20,,man,,,,,", form=form)

    assert row.said.person == person
    with pytest.raises(FileRefused):
        read(tmp_path, "2016-07-03,2016-07-20,declined,man,,,,,", form=form)


def test_what_is_not_a_stay_in_a_house_may_end_on_its_day(tmp_path: Path) -> None:
    [row] = read(tmp_path, "2016-07-03,2016-07-03,,,,,,,", form=TALK)

    assert row.time == "2016-07-03/2016-07-03"
