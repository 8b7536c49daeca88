"""Tables of foreign files, and what is proposed for them."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from storage.forms.form import Form
from storage.imports.mapping import read_map
from storage.imports.proposals.map_text import map_text
from storage.imports.proposals.proposal import Proposal, propose
from storage.imports.proposals.survey import survey
from storage.imports.reader import read_rows
from storage.table_files.rows import Headings, Row
from tests.example_forms import CALL
from tests.storage.rows import NOW

Table = Sequence[Sequence[str]]


def proposed(table: Table, form: Form = CALL) -> Proposal:
    """Return what is proposed for a table, headings first."""
    headings, *rows = table
    numbered = [Row(line, tuple(cells)) for line, cells in enumerate(rows, 2)]
    return propose(form, survey(Headings("calls.csv", tuple(headings)), numbered))


def meanings(proposal: Proposal) -> dict[str, Mapping[str, str]]:
    """Return the meanings by question."""
    return {answer.question.key: answer.values for answer in proposal.answers}


def table(heading: str, *texts: str) -> Table:
    """Return a table of a day and one column."""
    return [("Dato", heading), *(("14.7.2016", text) for text in texts)]


def read_through_proposal(folder: Path, table: Table) -> Counter[tuple[str, str]]:
    """Write a file, propose a map, and read the file through it."""
    file, mapped = folder / "calls.csv", folder / "map.toml"
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text, delimiter=";").writerows(table)
    mapped.write_text(map_text(proposed(table), str), encoding="utf-8")
    rows = read_rows(file, CALL, read_map(mapped, CALL), now=NOW, progress=lambda _done, _total: None)
    return Counter((row.time, row.said.answers) for row in rows)
