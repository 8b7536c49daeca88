"""What is said of an import: what it would do, what it did, and what taking it back did."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.words.language import Language, upper_first
from storage.fault import N_, Fault
from storage.forms.bands import LARGEST
from storage.forms.form import Form
from storage.forms.question import Question
from storage.imports.comparison import Overlap
from storage.imports.file_row import BETWEEN, FileRow
from storage.imports.imports import ImportFile
from storage.imports.reading_notes import MOST_LISTED, Cell, ReadingNotes
from storage.imports.row_answers import outcomes_of
from storage.imports.steps import Step
from storage.quoting import escaped, quoted
from storage.records.export import SEPARATOR, time_columns

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

CALL_NOTES = (N_("an hour or a day, such as 2016-07-14T23 or 2016-07-14"),)
STAY_NOTES = (N_("the day of arrival, such as 2016-07-14"), N_("the day of departure; empty: still there"))


@dataclass(frozen=True)
class FaultLine:
    """A faulty row: its line, the column that is to blame where it is known, and why, with the value."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True)
class ColumnLine:
    """A column that a file may have, and the values of it, each with what it means."""

    name: str
    note: str
    values: Sequence[tuple[str, str]]


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


def noted(notes: ReadingNotes, language: Language) -> Sequence[str]:
    """Say what a map did with a file besides renaming, a text of some lines for each kind; nothing if nothing."""
    said = []
    if rows := notes.skipped.total():
        words = language.plural(
            "{n} row was left out, as the map says under `skip`:",
            "{n} rows were left out, as the map says under `skip`:",
            rows,
        )
        said.append("\n".join((words, *_cells(notes.skipped, language))))
    if answers := notes.unasked.total():
        words = language.plural(
            "{n} answer was left away that the form does not ask for beside the others of its row:",
            "{n} answers were left away that the form does not ask for beside the others of their rows:",
            answers,
        )
        columns = [f"{escaped(column)}: {language.number(count)}" for column, count in notes.unasked.most_common()]
        said.append("\n".join((words, *columns)))
    if cells := notes.others.total() + notes.uncounted:
        words = language.plural(
            "{n} cell has a text that the map does not name, and counts as `others`:",
            "{n} cells have texts that the map does not name, and count as `others`:",
            cells,
        )
        said.append("\n".join((words, *_cells(notes.others, language))))
    if notes.uncounted:
        said[-1] += "\n" + language.plural(
            "And {n} cell, whose text was not kept for this list.",
            "And {n} cells, whose texts were not kept for this list.",
            notes.uncounted,
        )
    return said


def _cells(counts: Counter[Cell], language: Language) -> Iterator[str]:
    """List texts with their counts, the frequent ones first, and say how many more there are."""
    for (column, text), count in counts.most_common(MOST_LISTED):
        facts = {"column": escaped(column), "text": quoted(text), "count": language.number(count)}
        yield Fault(N_("{column}: {text} ({count})"), **facts).sentence(language.text)
    if len(counts) > MOST_LISTED:
        yield language.text("And {count} more.", count=language.number(len(counts) - MOST_LISTED))


def fault_lines(faults: Iterable[tuple[int, Fault]], language: Language) -> Sequence[FaultLine]:
    """Return the faulty rows in words."""
    return [
        FaultLine(line, str(fault.facts.get("column", "")), upper_first(fault.sentence(language.text)))
        for line, fault in faults
    ]


def columns_of(form: Form, language: Language) -> Sequence[ColumnLine]:
    """Return the columns that a file of a form's records may have, and what may stand in them."""
    code = language.code
    notes = [language.text(note) for note in (STAY_NOTES if form.stays_open else CALL_NOTES)]
    times = [ColumnLine(name, note, []) for name, note in zip(time_columns(form), notes, strict=True)]
    outcomes = [(key, language.text(OUTCOMES[key])) for key in outcomes_of(form)]
    asked = [
        ColumnLine(
            question.key,
            _note(question, language),
            [(option.key, option.label.in_language(code)) for option in question.options],
        )
        for question in form.questions
    ]
    return [*times, ColumnLine("outcome", "", outcomes), *asked]


def _note(question: Question, language: Language) -> str:
    if question.is_number:
        return language.text("a whole number from 0 to {most}, or", most=LARGEST)
    if question.takes_several:
        return language.text("several are separated by “{separator}”", separator=SEPARATOR)
    return ""


def shown_rows(form: Form, rows: Sequence[FileRow], language: Language) -> Table:
    """Return rows as a person reads them, with a column for each question that any of them answers."""
    given: list[dict[str, str | list[str]]] = [json.loads(row.said.answers) for row in rows]
    questions = [question for question in form.questions if any(question.key in answers for answers in given)]
    cells = [
        [
            *_times(row, language),
            language.text(OUTCOMES[row.said.outcome]),
            *(_answer(question, answers.get(question.key), language) for question in questions),
        ]
        for row, answers in zip(rows, given, strict=True)
    ]
    named = [question.heading.in_language(language.code) for question in questions]
    times = [day.heading.in_language(language.code) for day in (form.arrival, form.departure) if day]
    return Table([*(times or [language.text("Time")]), language.text("Outcome"), *named], cells)


def _times(row: FileRow, language: Language) -> Sequence[str]:
    """Return the time of a call, or the two days of a stay."""
    first, *last = row.time.split(BETWEEN)
    return [first.replace("T", " "), *(day or language.text("still there") for day in last)]


def _answer(question: Question, answer: str | list[str] | None, language: Language) -> str:
    if answer is None:
        return ""
    keys = [answer] if isinstance(answer, str) else answer
    return ", ".join(_told(question, key, language) for key in keys) or "–"


def _told(question: Question, key: str, language: Language) -> str:
    """Return the label of an option, or a number as it is."""
    return question.option(key).label.in_language(language.code) if key in question.option_keys else key
