"""What is said of an import: what it would do, what it did, and what taking it back did."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reports.words.language import Language, upper_first
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import Question
from storage.imports.comparison import Overlap
from storage.imports.file_row import FileRow
from storage.imports.imports import ImportFile
from storage.imports.steps import Step

STEPS: Final[dict[Step, str]] = {
    "reading": N_("Reading rows"),
    "comparing": N_("Comparing rows"),
    "writing": N_("Writing rows"),
    "counting": N_("Counting rows"),
}
OUTCOMES: Final[dict[str, str]] = {
    "registered": N_("registered"),
    "unspecified": N_("without details"),
    "declined": N_("did not want to be registered"),
    "irrelevant": N_("not about the service"),
}


@dataclass(frozen=True)
class FaultLine:
    """A faulty row: its line, the column and the value that are to blame where they are known, and why."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Table:
    """Rows under headings, as they would be kept."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


def news(added: int, known: int, language: Language) -> str:
    """Say how many records are new, and how many were known."""
    return language.plural(
        "{n} new record; {known} known from before.",
        "{n} new records; {known} known from before.",
        added,
        known=language.number(known),
    )


def overlapping(overlap: Overlap, known: int, language: Language) -> str:
    """Say where a file overlaps what is held."""
    return language.plural(
        "The file has {n} row of days that have records already ({stretch}). Known and left out: {known}.",
        "The file has {n} rows of days that have records already ({stretch}). Known and left out: {known}.",
        overlap.rows,
        stretch=language.days(overlap.first, overlap.last),
        known=language.number(known),
    )


def undone(before: ImportFile, language: Language) -> str:
    """Say what became of an import that was taken back, from what it was before."""
    number = before.number
    if not before.added:
        return language.text("Import {number} added no records, so there is nothing to undo.", number=number)
    if before.undone == before.added:
        return language.text("Import {number} is undone already. Nothing is changed.", number=number)
    return language.plural(
        "Import {number} is undone: {n} record no longer counts.",
        "Import {number} is undone: {n} records no longer count.",
        before.added - before.undone,
        number=number,
    )


def fault_lines(faults: Iterable[tuple[int, Fault]], language: Language) -> Sequence[FaultLine]:
    """Return the faulty rows in words."""
    return [
        FaultLine(line, _said(fault, "column", language), _said(fault, "value", language), _why(fault, language))
        for line, fault in faults
    ]


def shown_rows(form: Form, rows: Sequence[FileRow], language: Language) -> Table:
    """Return rows as a person reads them, with a column for each question that any of them answers."""
    given: list[dict[str, str | list[str]]] = [json.loads(row.said.answers) for row in rows]
    questions = [question for question in form.questions if any(question.key in answers for answers in given)]
    cells = [
        [
            row.time.replace("T", " "),
            language.text(OUTCOMES[row.said.outcome]),
            *(_answer(question, answers.get(question.key), language) for question in questions),
        ]
        for row, answers in zip(rows, given, strict=True)
    ]
    named = [question.heading.in_language(language.code) for question in questions]
    return Table([language.text("Time"), language.text("Outcome"), *named], cells)


def _answer(question: Question, answer: str | list[str] | None, language: Language) -> str:
    if answer is None:
        return ""
    keys = [answer] if isinstance(answer, str) else answer
    return ", ".join(question.option(key).label.in_language(language.code) for key in keys) or "–"


def _said(fault: Fault, fact: str, language: Language) -> str:
    said = fault.facts.get(fact, "")
    return said.sentence(language.text) if isinstance(said, Fault) else str(said)


def _why(fault: Fault, language: Language) -> str:
    return upper_first(fault.sentence(language.text))
