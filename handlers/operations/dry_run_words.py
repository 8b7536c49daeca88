"""What is said of a file that is only looked through: what would become of it, what it comes to, what is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from handlers.operations.file_import import Rehearsal
from handlers.operations.file_tally import AnswerTally, FileTally
from handlers.operations.import_words import OUTCOMES, Table, overlapping
from reports.words.language import Language, upper_first
from storage.fault import Fault
from storage.forms.form import Form
from storage.forms.question import Option, Question
from storage.imports.comparison import DaysNeeded
from storage.imports.unknown_values import ValuesUnknown
from storage.quoting import escaped, quoted
from storage.table_files.alike_faults import AlikeFault

MOST_MONTHS = 24
"""A file of more months is told year by year."""
MOST_LINES = 1_000
"""How many faults are shown."""
WRITTEN = ("text", "time", "option", "left")
"""The facts of a fault that hold what the cell says."""


def outlook(found: Rehearsal, language: Language) -> str:
    """Say what an import would do, or that it would do nothing, and why."""
    if found.refused is not None:
        return _refusal(found, found.refused, language)
    expected, months = found.expected, found.months
    if expected is None or not months:
        return language.text("The file has no rows: there is nothing to import.")
    said = language.plural(
        "{n} row is read ({stretch}): {added} would be new, {known} known from before.",
        "{n} rows are read ({stretch}): {added} would be new, {known} known from before.",
        found.rows,
        stretch=language.months(min(months), max(months)),
        added=language.number(expected.added),
        known=language.number(expected.known),
    )
    overlap = expected.overlap
    return f"{said} {overlapping(overlap, expected.known, language)}" if overlap else said


def _refusal(found: Rehearsal, refused: Fault, language: Language) -> str:
    faulty, values = _faulty(found), len(_unknown(found))
    said = [language.text("Nothing would be imported.")]
    if faulty:
        said.append(language.plural("{n} row is faulty.", "{n} rows are faulty.", faulty))
    if values:
        said.append(
            language.plural("The map does not know {n} value.", "The map does not know {n} values.", values)
        )
    if len(said) == 1:
        return f"{said[0]} {refused.sentence(language.text)}"
    good = found.rows - faulty * isinstance(refused, DaysNeeded)
    said.append(language.plural("{n} row is good.", "{n} rows are good.", good))
    return " ".join(said)


def month_lines(tally: FileTally, language: Language) -> Table:
    """Return how many rows each month has, or each year where there are many months."""
    if len(tally.months) <= MOST_MONTHS:
        months = [(upper_first(language.month(month)), language.number(n)) for month, n in tally.months.items()]
        return Table((language.text("Good rows by month"),), months)
    years = Counter[str]()
    for month, n in tally.months.items():
        years[month[:4]] += n
    return Table((language.text("Good rows by year"),), [(year, language.number(n)) for year, n in years.items()])


def tally_lines(form: Form, tally: FileTally, language: Language) -> Sequence[Table]:
    """Return the outcomes, and then each question that has answers, its shares being of the known ones."""
    outcomes = [
        (upper_first(language.text(words)), language.number(tally.outcomes[key]))
        for key, words in OUTCOMES.items()
        if tally.outcomes.get(key)
    ]
    asked = [question for question in form.questions if question.key in tally.questions]
    return [
        Table((language.text("Outcome"),), outcomes),
        *(_question_lines(question, tally.questions[question.key], language) for question in asked),
    ]


def _question_lines(question: Question, answers: AnswerTally, language: Language) -> Table:
    def line(label: str, count: int, *, known: bool) -> Sequence[str]:
        share = language.percent(count / answers.known) if known and answers.known else ""
        return (label, language.number(count), share)

    known, unknown = _options(question, answers)
    rows = [line(label, count, known=True) for label, count in _labelled(known, answers, language)]
    if answers.nothing:
        rows.append(line(language.text("None of these"), answers.nothing, known=True))
    rows += [line(label, count, known=False) for label, count in _labelled(unknown, answers, language)]
    return Table((question.heading.in_language(language.code),), rows)


def _options(question: Question, answers: AnswerTally) -> tuple[Sequence[str | Option], Sequence[Option]]:
    """Return the known answers, numbers without a band of their own last, and those that stand for not known."""
    told = [o for o in question.counted_options if answers.options.get(o.key) or o.until is None]
    numbers = sorted(answers.options.keys() - set(question.option_keys), key=int)
    return [*(option for option in told if not option.unknown), *numbers], [o for o in told if o.unknown]


def _labelled(
    options: Sequence[str | Option], answers: AnswerTally, language: Language
) -> Iterator[tuple[str, int]]:
    for option in options:
        key = option if isinstance(option, str) else option.key
        label = option if isinstance(option, str) else option.label.in_language(language.code)
        yield label, answers.options.get(key, 0)


def unanswered(form: Form, tally: FileTally, language: Language) -> str:
    """Name the questions that no row answers; empty where there are none."""
    named = [
        question.heading.in_language(language.code)
        for question in form.questions
        if question.kind != "day" and question.key not in tally.questions
    ]
    return language.text("No row answers: {questions}.", questions=language.listed(named)) if named else ""


def fault_table(found: Rehearsal, language: Language) -> Table:
    """Return every fault, equal ones in one row, and then the values that the map does not know."""
    headings = [
        language.text("First line"),
        language.text("Column"),
        language.text("What is written"),
        language.text("What is wrong"),
        language.text("Rows"),
    ]
    rows = [*(_fault_row(fault, language) for fault in found.alike), *_value_rows(_unknown(found), language)]
    return Table(headings, rows[:MOST_LINES])


def after_faults(found: Rehearsal, language: Language) -> Sequence[str]:
    """Say how many faults are not shown, and what else is wrong with the file."""
    said = []
    if found.beyond:
        said.append(language.plural("And {n} more faulty row.", "And {n} more faulty rows.", found.beyond))
    if (values := len(found.alike) + len(_unknown(found)) - MOST_LINES) > 0:
        said.append(
            language.plural(
                "And {n} more value that the map does not know.",
                "And {n} more values that the map does not know.",
                values,
            )
        )
    others = (fault for fault in found.others if not isinstance(fault, ValuesUnknown))
    return [*said, *(fault.sentence(language.text) for fault in others)]


def _fault_row(found: AlikeFault, language: Language) -> Sequence[str]:
    facts, reason = found.fault.facts, found.fault.sentence(language.text)
    # A sentence that begins with a heading has it as it is written.
    begins_with_heading = found.fault.message.startswith("{column}")
    return (
        language.number(found.line),
        str(facts.get("column", "")),
        _written(facts, language),
        reason if begins_with_heading else upper_first(reason),
        language.number(found.count),
    )


def _written(facts: Mapping[str, object], language: Language) -> str:
    written = next((facts[name] for name in WRITTEN if name in facts), None)
    if written is None:
        return ""
    return written.sentence(language.text) if isinstance(written, Fault) else language.quoted(str(written))


def _value_rows(counts: Mapping[tuple[str, str], int], language: Language) -> Iterator[Sequence[str]]:
    """Yield the values by column, the frequent ones first."""
    wrong = language.text("The map does not know this value")
    for (column, text), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
        yield ("", escaped(column), quoted(text).sentence(language.text), wrong, language.number(count))


def _faulty(found: Rehearsal) -> int:
    return sum(fault.count for fault in found.alike) + found.beyond


def _unknown(found: Rehearsal) -> Mapping[tuple[str, str], int]:
    return next((fault.counts for fault in found.others if isinstance(fault, ValuesUnknown)), {})
