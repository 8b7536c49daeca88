"""An answer that is ticked off in a column of its own."""

from pathlib import Path

import pytest

from storage.forms.reader import read_form
from storage.table_files.rows import FileRefused
from tests.storage.letters import FORM, TIME, read

TICKS = """
[question.sender]
values = { "x" = "chosen", "" = "not chosen" }
columns = { "Retten" = "court", "Tingretten" = "court", "Skolen" = "school" }
"""


@pytest.mark.parametrize(
    ("ticks", "answers"),
    [("x,,", {"sender": "court"}), ("x,x,", {"sender": "court"}), (",,x", {"sender": "school"}), (",,", {})],
)
def test_the_column_with_the_tick_is_the_answer(tmp_path: Path, ticks: str, answers: dict[str, str]) -> None:
    """Two columns may be the same answer; where nothing is ticked off, nobody answered."""
    assert _read(tmp_path, ticks) == [("2016-07-14", answers)]


def test_two_answers_to_a_question_that_has_one_are_a_fault(tmp_path: Path) -> None:
    """Nobody can tell which one was meant."""
    with pytest.raises(FileRefused, match=r"“court\|school” is not an option of “sender”"):
        _read(tmp_path, "x,,x")


def _read(folder: Path, ticks: str) -> list[tuple[str, object]]:
    path = folder / "letter.toml"
    path.write_text(FORM, encoding="utf-8")
    return [*read(read_form(path), folder, f"day,Retten,Tingretten,Skolen\n14.07.2016,{ticks}\n", TIME + TICKS)]
