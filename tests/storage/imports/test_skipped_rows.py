"""Rows of a foreign file that are no records."""

from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.imports.reading_notes import ReadingNotes
from storage.table_files.rows import FileRefused
from tests.storage.letters import SENDER, TIME, read

SKIP = 'skip = { note = ["test", "TEST 2"], from = ["nobody"] }\n'
GOOD = "14.07.2016,T,\n"


@pytest.mark.parametrize(
    "row",
    [
        "14.07.2016,T,test",
        "14.07.2016,T,TEST 2",
        "14.07.2016,nobody,",
        "soon,T,test",
        "14.07.2199,T,test",
        "14.07.2016,whoever,test",
    ],
)
def test_a_row_with_such_a_text_is_left_out_whatever_else_it_holds(letter: Form, tmp_path: Path, row: str) -> None:
    found = read(letter, tmp_path, f"day,from,note\n{GOOD}{row}\n{GOOD}", SKIP + TIME + SENDER)

    assert len(found) == 2


@pytest.mark.parametrize("row", ["14.07.2016,T,Test", "14.07.2016,T,a test", "14.07.2016,test,"])
def test_a_row_with_another_text_or_the_text_elsewhere_is_a_record(letter: Form, tmp_path: Path, row: str) -> None:
    mapped = SKIP + TIME + SENDER + 'others = "unknown"\n'

    assert len(read(letter, tmp_path, f"day,from,note\n{row}\n", mapped)) == 1


@pytest.mark.parametrize("cell", ["Test", "TÉST", "test  2", "x" * 200])
def test_where_the_map_folds_the_text_may_be_written_in_any_way(letter: Form, tmp_path: Path, cell: str) -> None:
    skip = f'fold = true\nskip = {{ note = ["test", "TEST 2", "{"X" * 200}"] }}\n'

    assert read(letter, tmp_path, f"day,from,note\n14.07.2016,T,{cell}\n", skip + TIME + SENDER) == []


def test_how_many_rows_are_left_out_is_counted_by_column_and_text_as_the_map_has_it(
    letter: Form, tmp_path: Path
) -> None:
    notes = ReadingNotes()
    text = "day,from,NOTE\n" + "14.07.2016,T,TEST\n" * 3 + "14.07.2016,nobody,\n" + "x,NOBODY,test\n" + GOOD

    read(letter, tmp_path, text, "fold = true\n" + SKIP + TIME + SENDER, notes)

    assert notes.skipped == {("NOTE", "test"): 4, ("from", "nobody"): 1}


def test_a_row_with_too_few_cells_is_a_fault_since_nobody_knows_which_they_are(
    letter: Form, tmp_path: Path
) -> None:
    with pytest.raises(FileRefused, match="line 2: there are fewer cells than columns"):
        read(letter, tmp_path, "day,from,note\nT,test\n", SKIP + TIME + SENDER)


def test_a_column_that_says_so_has_to_be_there_and_counts_as_read(letter: Form, tmp_path: Path) -> None:
    mapped = "left_out = []\n" + SKIP + TIME + SENDER

    assert len(read(letter, tmp_path, f"day,from,note\n{GOOD}", mapped)) == 1
    with pytest.raises(FileRefused, match=r"foreign.csv has no column note\."):
        read(letter, tmp_path, "day,from\n", mapped)
