"""Texts that differ only in case, accents and blanks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.imports.folding import folded
from storage.table_files.rows import FileRefused
from tests.storage.letters import SENDER, SPREAD, TIME, read

COURT = '[question.sender]\ncolumn = "from"\nvalues = { "Født Rett" = "court" }\n'


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("CASA", "casa"),
        ("Teléfono", "telefono"),
        ("Tele\u0301fono", "telefono"),
        ("  a \u00a0 b\t\nc ", "a b c"),
        ("STRASSE", "straße"),
        ("\ufb01n", "fin"),
        ("İ", "i"),
        ("Å", "a"),
        ("", "   "),
    ],
)
def test_texts_that_differ_only_in_case_accents_and_blanks_fold_to_the_same(text: str, same: str) -> None:
    assert folded(text) == folded(same)


@pytest.mark.parametrize(("text", "other"), [("ø", "o"), ("æ", "ae"), ("a b", "ab"), ("1", "2"), ("-", "")])
def test_letters_of_their_own_stay_apart(text: str, other: str) -> None:
    assert folded(text) != folded(other)


@given(st.text())
def test_what_is_folded_stays_so(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    "mapped",
    [
        pytest.param("fold = true\n" + TIME + COURT, id="all of the map"),
        pytest.param(TIME + COURT + "fold = true\n", id="the question"),
        pytest.param("fold = false\n" + TIME + COURT + "fold = true\n", id="the question's own word"),
    ],
)
@pytest.mark.parametrize("cell", ["Født Rett", "FØDT  RETT", "født ré\u0301tt"])
def test_where_texts_fold_a_cell_may_be_written_in_any_way(
    letter: Form, tmp_path: Path, mapped: str, cell: str
) -> None:
    assert read(letter, tmp_path, f"day,from\n14.07.2016,{cell}\n", mapped) == [
        ("2016-07-14", {"sender": "court"})
    ]


def test_a_question_may_say_that_its_own_texts_do_not_fold(letter: Form, tmp_path: Path) -> None:
    mapped = "fold = true\n" + TIME + SENDER + "fold = false\n"

    with pytest.raises(FileRefused, match=r"from: “t” \(1\)"):
        read(letter, tmp_path, "day,from\n14.07.2016,t\n", mapped)


def test_an_outcome_and_the_columns_of_options_fold_too(letter: Form, tmp_path: Path) -> None:
    outcome = '[outcome]\ncolumn = "end"\nvalues = { "Sí" = "registered" }\n'

    found = read(letter, tmp_path, "day,end,m,h\n14.07.2016,SI,X,\n", "fold = true\n" + TIME + outcome + SPREAD)

    assert found == [("2016-07-14", {"about": ("money",)})]
