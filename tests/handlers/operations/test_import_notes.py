"""What is said of that which a map did with a file besides renaming."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.operations.import_words import noted
from reports.words.language import Code, Language
from storage.imports.reading_notes import ReadingNotes

TELEPHONE = re.compile(r"\d(?:[ .()+/-]*\d){7}")


def _notes(**counts: int) -> ReadingNotes:
    """Return notes with so many rows, answers and texts."""
    notes = ReadingNotes()
    notes.skipped["note", "test"] = counts.get("rows", 0)
    notes.unasked["lege"] = counts.get("answers", 0)
    for _ in range(counts.get("texts", 0)):
        notes.note_others([("from", "X")])
    return notes


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "nb",
            [
                "1 234 rader er utelatt, slik kartet sier under `skip`:",
                "note: «test» (1 234)",
                "2 svar er utelatt, fordi skjemaet ikke spør om dem når de andre svarene i raden er som de er:",
                "lege: 2",
                "3 celler har tekster som kartet ikke nevner, og regnes som `others`:",
                "from: «X» (3)",
            ],
        ),
        (
            "nn",
            [
                "1 234 rader er utelatne, slik kartet seier under `skip`:",
                "note: «test» (1 234)",
                "2 svar er utelatne, fordi skjemaet ikkje spør om dei når dei andre svara i rada er som dei er:",
                "lege: 2",
                "3 celler har tekstar som kartet ikkje nemner, og blir rekna som `others`:",
                "from: «X» (3)",
            ],
        ),
        (
            "en",
            [
                "1,234 rows were left out, as the map says under `skip`:",
                "note: “test” (1,234)",
                "2 answers were left away that the form does not ask for beside the others of their rows:",
                "lege: 2",
                "3 cells have texts that the map does not name, and count as `others`:",
                "from: “X” (3)",
            ],
        ),
    ],
)
def test_each_kind_is_said_with_its_count_and_where_it_was(code: Code, said: list[str]) -> None:
    found = noted(_notes(rows=1234, answers=2, texts=3), Language(code))

    assert "\n".join(found).replace("\u00a0", " ").splitlines() == said


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (_notes(), []),
        (_notes(rows=1), ["1 row was left out, as the map says under `skip`:\nnote: “test” (1)"]),
        (
            _notes(answers=1),
            ["1 answer was left away that the form does not ask for beside the others of its row:\nlege: 1"],
        ),
    ],
)
def test_only_what_there_was_is_said(notes: ReadingNotes, said: list[str]) -> None:
    assert noted(notes, Language("en")) == said


def test_texts_are_quoted_as_carefully_as_those_of_a_faulty_row() -> None:
    notes = ReadingNotes()
    notes.note_others([("fr\u202eom", "99 88 77 66"), ("from", "Kari Nordmann ringte i natt om alt"), ("a", "\n")])

    [said] = noted(notes, Language("en"))

    assert said.splitlines()[1:] == [
        r"fr\u{202e}om: “## ## ## ##” (1)",
        "from: a text of 34 characters (1)",
        r"a: “\n” (1)",
    ]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"])) | st.text("0123456789 .-()+"), min_size=1, max_size=50
    )
)
def test_whatever_stands_in_a_cell_its_line_is_short_is_seen_and_names_no_number(cells: list[str]) -> None:
    notes = ReadingNotes()
    notes.note_others([("from", cell) for cell in cells])

    [said] = noted(notes, Language("nb"))

    lines = said.split("\n")
    assert len(lines) == 1 + len(set(cells))
    assert all(len(line) < 100 for line in lines)
    assert {unicodedata.category(sign) for line in lines for sign in line}.isdisjoint({"Cc", "Cf", "Zl", "Zp"})
    assert TELEPHONE.search(said) is None


def test_of_many_texts_the_hundred_most_frequent_are_listed_and_the_others_counted() -> None:
    notes = ReadingNotes()
    for number in range(10_020):
        notes.note_others([("from", f"name {number}")])
    notes.note_others([("from", "name 300")])

    [said] = noted(notes, Language("en"))

    lines = said.splitlines()
    assert lines[:2] == [
        "10,021 cells have texts that the map does not name, and count as `others`:",
        "from: “name 300” (2)",
    ]
    assert lines[101:] == ["And 9,900 more.", "And 20 cells, whose texts were not kept for this list."]
