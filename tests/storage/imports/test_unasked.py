"""Answers of a foreign file that the form does not ask for with the others of their row."""

from collections import Counter
from pathlib import Path

import pytest

from storage.imports.reading_notes import ReadingNotes
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL, VISITS
from tests.storage.letters import TIME, read

HEAD = "day,who,violence,injured,doctor\n"
OUTCOME = '[outcome]\ncolumn = "end"\nvalues = { "x" = "declined", "" = "registered" }\n'


def _question(key: str, column: str = "", more: str = "") -> str:
    options = VISITS.by_key[key].option_keys if key in VISITS.by_key else CALL.by_key[key].option_keys
    values = ", ".join(f'"{option}" = "{option}"' for option in options)
    empty = '"" = "not asked"'
    return f'[question.{key}]\ncolumn = "{column or key}"\nvalues = {{ {values}, {empty} }}\n{more}'


IGNORE = 'unasked = "ignore"\n'
PARTS = [_question("who"), _question("violence", more='separator = "/"\n'), _question("injured")]
ALL = IGNORE + TIME + "".join(PARTS) + _question("doctor", "fastlege")


@pytest.mark.parametrize(
    ("row", "kept", "left_away"),
    [
        ("14.07.2016,,physical,yes,yes", {"violence", "injured", "doctor"}, []),
        ("14.07.2016,,threats/physical,yes,no", {"violence", "injured", "doctor"}, []),
        ("14.07.2016,,threats,,", {"violence"}, []),
        ("14.07.2016,,threats,yes,", {"violence"}, ["injured"]),
        ("14.07.2016,,physical,no,yes", {"violence", "injured"}, ["fastlege"]),
        pytest.param("14.07.2016,,threats,yes,yes", {"violence"}, ["injured", "fastlege"], id="a chain"),
        ("14.07.2016,man,,,no", {"who"}, ["fastlege"]),
    ],
)
def test_what_the_form_does_not_ask_for_is_left_away_with_what_hangs_on_it(
    tmp_path: Path, row: str, kept: set[str], left_away: list[str]
) -> None:
    notes = ReadingNotes()

    [(_, answers)] = read(VISITS, tmp_path, f"{HEAD.replace('doctor', 'fastlege')}{row}\n", ALL, notes)

    assert set(answers) == kept
    assert notes.unasked == Counter(left_away)


def test_equal_rows_are_counted_each(tmp_path: Path) -> None:
    notes = ReadingNotes()

    read(VISITS, tmp_path, HEAD.replace("doctor", "fastlege") + "14.07.2016,,threats,yes,yes\n" * 5, ALL, notes)

    assert notes.unasked == {"injured": 5, "fastlege": 5}


def test_a_single_question_may_ignore_what_is_not_asked(tmp_path: Path) -> None:
    mapped = TIME + "".join(PARTS) + IGNORE

    [(_, answers)] = read(VISITS, tmp_path, HEAD + "14.07.2016,,threats,yes,\n", mapped)

    assert answers == {"violence": ("threats",)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param("14.07.2016,youth,,,", "“youth” is not in use on 2016-07-14", id="an option out of use"),
        pytest.param(
            "14.07.2016,,threats,yes,yes",
            "“doctor” is not asked with these answers, or not on that day",
            id="what hangs on an answer that is left away",
        ),
        pytest.param("14.07.2199,,threats,yes,", "lies in the future", id="a time"),
    ],
)
def test_what_else_is_wrong_stays_a_fault_and_nothing_is_told_of_its_row(
    tmp_path: Path, row: str, reason: str
) -> None:
    mapped = TIME + "".join(PARTS) + IGNORE + _question("doctor")
    notes = ReadingNotes()

    with pytest.raises(FileRefused, match=reason):
        read(VISITS, tmp_path, f"{HEAD}{row}\n", mapped, notes)

    assert notes.unasked == {}


def test_a_question_that_is_not_in_use_on_that_day_stays_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="“phone” is not asked with these answers, or not on that day"):
        read(VISITS, tmp_path, "day,phone\n30.06.2016,yes\n", IGNORE + TIME + _question("phone"))


def test_an_answer_that_only_other_calls_have_stays_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="“aside” is not asked of a registered call"):
        read(CALL, tmp_path, "day,aside\n14.07.2016,silent\n", IGNORE + TIME + _question("aside"))


def test_one_who_declined_is_asked_nothing(tmp_path: Path) -> None:
    notes, mapped = ReadingNotes(), IGNORE + TIME + OUTCOME + _question("who")

    [(_, answers)] = read(VISITS, tmp_path, "day,who,end\n14.07.2016,man,x\n", mapped, notes)

    assert answers == {}
    assert notes.unasked == {"who": 1}


def test_of_what_is_not_about_the_service_only_that_is_told(tmp_path: Path) -> None:
    outcome = OUTCOME.replace("declined", "irrelevant")
    mapped = IGNORE + TIME + outcome + _question("reason") + _question("aside")

    [(_, answers)] = read(CALL, tmp_path, "day,reason,aside,end\n14.07.2016,violence,silent,x\n", mapped)

    assert answers == {"aside": "silent"}


def test_without_the_word_one_who_declined_has_no_answers(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="registered has no answers, and “who” has one"):
        read(VISITS, tmp_path, "day,who,end\n14.07.2016,man,x\n", TIME + OUTCOME + _question("who"))


def test_without_the_word_such_an_answer_makes_its_row_faulty(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="“injured” is not asked with these answers"):
        read(VISITS, tmp_path, HEAD + "14.07.2016,,threats,yes,\n", TIME + "".join(PARTS))
