"""A small form, and maps of foreign files for it."""

import json
from pathlib import Path

from reports.words.language import Language
from storage.fault import Fault
from storage.forms.form import Form
from storage.forms.question import Answer
from storage.hour import Hour
from storage.imports.file_row import FileRow
from storage.imports.mapping import read_map
from storage.imports.reader import read_rows
from storage.imports.reading_notes import ReadingNotes

NOW = Hour.parse("2026-11-22T12")
FORM = """
key = "letter"
title = { nb = "Brev" }
view = "letters"
[[question]]
key = "sender"
label = { nb = "Avsender" }
kind = "one"
options = [ { key = "court", label = { nb = "Retten" } }, { key = "school", label = { nb = "Skolen" } },
            { key = "unknown", label = { nb = "Ikke kjent" }, unknown = true } ]
[[question]]
key = "about"
label = { nb = "Gjelder" }
kind = "several"
options = [ { key = "money", label = { nb = "Penger" } }, { key = "home", label = { nb = "Bolig" } } ]
"""
TIME = '[occurred_at]\ncolumns = ["day"]\nformats = ["%d.%m.%Y", "%d.%m.%Y %H:%M"]\n'
SENDER = '[question.sender]\ncolumn = "from"\nvalues = { "T" = "court", "S" = "school", "" = "not asked" }\n'
JOINED = """
[question.about]
column = "what"
separator = "/"
values = { "m" = "money", "h" = "home", "" = "nothing chosen" }
"""
SPREAD = """
[question.about]
values = { "x" = "chosen", "" = "not chosen" }
columns = { m = "money", h = "home" }
"""
NOT_ASKED = """
[question.about]
values = { "1" = "chosen", "" = "not chosen", "-" = "not asked" }
others = "not chosen"
columns = { m = "money", h = "home" }
"""
MONTHS = """
[occurred_at]
columns = ["d", "m", "y"]
formats = ["%d %m %Y"]
months = ["januar", "februar", "mars", "april", "mai", "juni",
  "juli", "august", "september", "oktober", "november", "desember"]
"""


def read(
    form: Form, folder: Path, text: str, mapped: str, notes: ReadingNotes | None = None
) -> list[tuple[str, dict[str, Answer]]]:
    """Read a foreign file through a map; return when and what each record is."""
    (folder / "map.toml").write_text(mapped, encoding="utf-8")
    (folder / "foreign.csv").write_text(text, encoding="utf-8")
    letters = read_map(folder / "map.toml", form)
    rows = read_rows(
        folder / "foreign.csv", form, letters, now=NOW, progress=lambda _done, _total: None, notes=notes
    )
    return [(row.time, answers_of(row)) for row in rows]


def answers_of(row: FileRow) -> dict[str, Answer]:
    """Return what a row answers."""
    answers = json.loads(row.said.answers)
    return {key: given if isinstance(given, str) else tuple(given) for key, given in answers.items()}


def sentence_of(fault: Fault) -> str:
    """Say a fault in bokmål."""
    return fault.sentence(Language("nb").text)
