"""What is told of the texts that `others` took."""

from pathlib import Path

from storage.forms.form import Form
from storage.imports.reading_notes import MOST_CHARACTERS, MOST_TEXTS, ReadingNotes
from tests.storage.letters import SENDER, SPREAD, TIME, read

OTHERS = 'others = "unknown"\n'


def test_the_texts_that_others_took_are_counted_by_column(letter: Form, tmp_path: Path) -> None:
    notes, rows = ReadingNotes(), "14.07.2016,X,x\n" * 3 + "15.07.2016,X,?\n14.07.2016,T,x\n14.07.2016,Y,\n"
    spread = SPREAD.replace(', h = "home"', "") + 'others = "not chosen"\n'

    read(letter, tmp_path, f"day,from,m\n{rows}", TIME + SENDER + OTHERS + spread, notes)

    assert notes.others == {("from", "X"): 4, ("from", "Y"): 1, ("m", "?"): 1}
    assert notes.uncounted == 0


def test_a_text_that_stands_several_times_in_a_cell_is_counted_once_a_row(letter: Form, tmp_path: Path) -> None:
    notes = ReadingNotes()
    about = '[question.about]\ncolumn = "what"\nseparator = "/"\nothers = "home"\n'

    read(letter, tmp_path, "day,what\n14.07.2016,a/a/b\n", TIME + about, notes)

    assert notes.others == {("what", "a"): 1, ("what", "b"): 1}


def test_of_very_many_texts_the_later_ones_are_counted_together(letter: Form, tmp_path: Path) -> None:
    notes = ReadingNotes()
    rows = "".join(f"14.07.2016,name {number}\n" for number in range(MOST_TEXTS + 50)) + "14.07.2016,name 0\n"

    found = read(letter, tmp_path, f"day,from\n{rows}", TIME + SENDER + OTHERS, notes)

    assert len(found) == MOST_TEXTS + 51
    assert (len(notes.others), notes.uncounted, notes.others["from", "name 0"]) == (MOST_TEXTS, 50, 2)


def test_of_very_long_texts_few_are_held() -> None:
    notes = ReadingNotes()

    for number in range(20):
        notes.note_others([("from", f"{number:0{MOST_CHARACTERS // 4}}")])

    assert (len(notes.others), notes.uncounted) == (4, 16)
