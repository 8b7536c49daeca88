import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.forms.question import OUTCOMES
from storage.records.export import SEPARATOR
from storage.table_files.csv_writer import CsvWriter, marked, unmarked
from storage.table_files.table_file import open_rows
from tests.example_forms import FORMS

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
FORMULA = st.builds("{}{}{}".format, st.text("'", max_size=3), st.sampled_from(FORMULAS), TEXT)


def _written(*row: object) -> str:
    file = io.StringIO(newline="")
    CsvWriter(file).write(row)
    return file.getvalue()


@pytest.mark.parametrize("sign", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_work_out_is_marked_as_text(sign: str) -> None:
    assert next(csv.reader(io.StringIO(_written(f"{sign}1+1"), newline=""))) == [f"'{sign}1+1"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Kvinne – seg selv", "Kvinne – seg selv"),
        ("’n annen", "’n annen"),
        ("'sitat'", "'sitat'"),
        ("a=b", "a=b"),
        (0.25, "0.25"),
        (-1, "-1"),
        (None, ""),
    ],
)
def test_any_other_cell_is_written_as_it_is(cell: object, written: str) -> None:
    assert _written("row", cell) == f"row,{written}\n"


@given(TEXT | FORMULA)
def test_no_cell_begins_as_a_formula_and_each_is_found_again(text: str) -> None:
    cell = marked(text)

    assert not cell.startswith(FORMULAS)
    assert unmarked(cell) == text


@given(TEXT.map(str.strip) | FORMULA.map(str.rstrip))
def test_what_is_written_is_read_back_as_it_was(text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "codes.csv"
        with file.open("w", encoding="utf-8", newline="") as written:
            CsvWriter(written).write(["option", "label"])
            CsvWriter(written).write(["nav", text])

        with open_rows(file) as (_, rows):
            [row] = rows

    assert row.cells == ("nav", text)


def test_what_an_export_holds_of_records_never_looks_like_a_formula() -> None:
    keys = {option for form in FORMS.values() for question in form.questions for option in question.option_keys}
    columns = {question.key for form in FORMS.values() for question in form.questions}

    cells = {*keys, *columns, *OUTCOMES, "occurred_at", "outcome", "2016-07-14T23", SEPARATOR, ""}
    assert {marked(cell) for cell in cells} == cells
