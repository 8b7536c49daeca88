"""Maps that contradict themselves in their ranges, their folded texts, their columns or their clocks."""

from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.imports.map_file import MapFault
from tests.storage.letters import JOINED, SENDER, SPREAD, TIME, read, sentence_of

FOLDED = TIME + SENDER.replace('"S" = ', '"t" = ')
ANY_OUTCOME = '[outcome]\nvalues = { "x" = "declined" }\n'


def _ranges(ranges: str) -> str:
    return f"{TIME}{SENDER}ranges = {{ {ranges} }}\n"


@pytest.mark.parametrize(
    ("mapped", "sentence"),
    [
        (_ranges('"0-17" = "cort"'), "question.sender.ranges.0-17: «cort» er ikke et av svarene som kan stå her"),
        (_ranges('"0-17" = "court", "17-20" = "school"'), "question.sender.ranges.17-20: det overlapper «0-17»"),
        (_ranges('"9+" = "court", "99-" = "court"'), "question.sender.ranges.99-: det overlapper «9+»"),
        (_ranges('"9-1" = "court"'), "question.sender.ranges.9-1: det slutter før det begynner"),
        (_ranges('"young" = "court"'), "question.sender.ranges.young: et spenn skrives som 18-66, eller som "),
        (_ranges('"" = "court"'), 'question.sender.ranges."": et spenn skrives som 18-66, eller som '),
        (TIME + SPREAD + 'ranges = { "1-2" = "money" }\n', "question.about: en `separator` og `ranges` "),
        (TIME + JOINED + 'ranges = { "1-2" = "court" }\n', "question.about.ranges.1-2: «court» er ikke "),
        ("fold = true\n" + FOLDED, "question.sender.values.t: uten forskjell på skrivemåten er det "),
        (FOLDED + "fold = true\n", "question.sender.values.t: uten forskjell på skrivemåten er det "),
        (
            TIME + '[outcome]\ncolumn = "e"\nfold = true\nvalues = { a = "declined", "Á" = "registered" }\n',
            "outcome.values.Á: uten forskjell på skrivemåten er det den samme teksten som «a», som betyr noe",
        ),
        ('fold = "yes"\n' + TIME, "fold: det skal være true eller false"),
        (TIME + SENDER + 'columns = ["from"]\n', "question.sender: det trengs enten en `column` eller noen "),
        (TIME + "[question.sender]\ncolumns = []\n", "question.sender.columns: dette er tomt"),
        (TIME + "[question.sender]\ncolumns = [3]\n", "question.sender.columns.0: det skal "),
        (TIME + '[question.sender]\ncolumns = "from"\n', "question.sender.columns: det skal "),
        (TIME + "[question.about]\ncolumns = { m = 3 }\n", "question.about.columns.m: det skal "),
        (
            TIME + '[question.sender]\ncolumn = "from"\nseparator = "/"\n',
            "question.sender: bare et spørsmål av typen «several» tar en `sep",
        ),
        (TIME + ANY_OUTCOME, "outcome: det trengs enten en `column` eller noen `columns`"),
        (TIME.replace("%H:%M", "%I") + SENDER, "occurred_at.formats: «%d.%m.%Y %I»: %I, timen på en "),
        (TIME.replace("%H:%M", "%p") + SENDER, "occurred_at.formats: «%d.%m.%Y %p»: %I, timen på en "),
        (TIME.replace("%H", "%H %I %p") + SENDER, "occurred_at.formats: «%d.%m.%Y %H %I %p:%M»: %I, "),
        (TIME + SENDER + 'unasked = "fault"\n', "question.sender.unasked: det skal være en av 'ignore'"),
        ('skip = { note = "test" }\n' + TIME, "skip.note: det skal "),
        ("skip = { note = [] }\n" + TIME, "skip.note: dette er tomt"),
        ('left_out = ["note"]\nskip = { note = ["test"] }\n' + TIME, "left_out: «note» blir lest også"),
        (
            'left_out = ["b"]\n' + TIME + '[question.sender]\ncolumns = ["a", "b"]\n',
            "left_out: «b» blir lest også",
        ),
    ],
)
def test_such_a_map_is_refused_in_one_sentence_that_names_the_place(
    letter: Form, tmp_path: Path, mapped: str, sentence: str
) -> None:
    with pytest.raises(MapFault) as fault:
        read(letter, tmp_path, "day,from\n", mapped)

    said = sentence_of(fault.value)
    assert said.startswith(f"map.toml: {sentence}")
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize(
    "mapped",
    [
        pytest.param(FOLDED, id="texts that would be the same if they folded"),
        pytest.param("fold = true\n" + FOLDED + "fold = false\n", id="the question's own word"),
        pytest.param("fold = true\n" + FOLDED.replace("school", "court"), id="the same meaning"),
        pytest.param(_ranges('"0-17" = "court", "18-18" = "school", "19-" = "unknown"'), id="ranges side by side"),
    ],
)
def test_what_is_no_contradiction_is_read(letter: Form, tmp_path: Path, mapped: str) -> None:
    assert read(letter, tmp_path, "day,from\n", mapped) == []
