"""Whatever stands in a file, what is said of it is short, is seen, and names nobody's number."""

import csv
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.language import Language
from storage.call_lists.days import read_list
from storage.figures.history_file import read_figures
from storage.imports.map_parts import ImportMap, MappedTime, OutcomeMap, QuestionMap
from storage.imports.reader import read_rows
from storage.table_files.rows import FileRefused
from tests.example_forms import CALL
from tests.storage.rows import NOW

Read: TypeAlias = Callable[[Path], object]

MOMENT = datetime(2016, 7, 14, 22, tzinfo=ZoneInfo("Europe/Oslo"))
MAP = ImportMap.model_validate(
    {
        "occurred_at": MappedTime(columns=("day",), formats=("%d.%m.%Y",)),
        "outcome": OutcomeMap(column="end", values={"x": "registered"}),
        "question": {"caller": QuestionMap(column="who", values={"K": "woman"})},
        "left_out": (),
    }
)
TELEPHONE = re.compile(r"\d(?:[ .()+/-]*\d){7}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A day that was read as one, or stands in our own sentence."""

SECRET = "Åse Ås"


def _import(path: Path) -> object:
    return list(read_rows(path, CALL, now=NOW, progress=lambda _done, _total: None))


def _import_mapped(path: Path) -> object:
    return list(read_rows(path, CALL, MAP, now=NOW, progress=lambda _done, _total: None))


def _history(path: Path) -> object:
    return read_figures(path, CALL)


def _import_log(path: Path) -> object:
    return read_list(path, now=MOMENT)


READERS = {
    "import": (_import, ["occurred_at", "outcome", "caller", "also"]),
    "a map": (_import_mapped, ["day", "end", "who"]),
    "history": (_history, ["period", "question", "option", "count", "share", "base"]),
    "import-log": (_import_log, ["Dato", "Antall"]),
}
DIGITS = st.text("0123456789 .-()+", min_size=8, max_size=25)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | DIGITS


def _said(read: Read, rows: list[list[str]]) -> str:
    """Return what is said of a file with these rows, in bokmål; nothing where it is read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        try:
            read(path)
        except FileRefused as refused:
            return refused.sentence(Language("nb").text)
        return ""


def _check(said: str) -> None:
    lines = said.split("\n")

    assert all(len(line) < 500 for line in lines)
    assert {unicodedata.category(sign) for line in lines for sign in line}.isdisjoint({"Cc", "Cf", "Zl", "Zp"})
    assert TELEPHONE.search(DAY.sub("", said)) is None


@pytest.mark.parametrize("reader", READERS)
@given(st.data())
def test_of_a_row(reader: str, data: st.DataObject) -> None:
    read, headings = READERS[reader]
    row = data.draw(st.lists(CELLS, min_size=len(headings), max_size=len(headings)))

    said = _said(read, [headings, row])

    assert said.count("\n") <= 1 + len(headings)
    _check(said)


@pytest.mark.parametrize("reader", READERS)
@given(st.data())
def test_of_a_first_line_without_headings(reader: str, data: st.DataObject) -> None:
    read, headings = READERS[reader]
    others = data.draw(st.lists(CELLS, min_size=1, max_size=30))

    _check(_said(read, [[*headings, *others], [""] * len(headings + others)]))


@pytest.mark.parametrize(
    ("reader", "row"),
    [
        ("import", ["2016-07-14", "", f"{SECRET} ringte i natt", ""]),
        ("import", [f"{SECRET} i går kveld", "", "man", ""]),
        ("a map", ["14.07.2016", f"{SECRET} ringte i natt", "K"]),
        ("a map", [f"{SECRET} i går kveld", "x", "K"]),
        ("history", [f"{SECRET} i går kveld", "", "", "1", "", ""]),
        ("history", ["2015", "", "", f"{SECRET} i går kveld", "", ""]),
        ("import-log", [SECRET, "1"]),
        ("import-log", ["3.6.2016", SECRET]),
    ],
)
def test_a_story_is_not_told(reader: str, row: list[str]) -> None:
    read, headings = READERS[reader]

    said = _said(read, [headings, row])

    assert said
    assert SECRET.split(maxsplit=1)[0] not in said
