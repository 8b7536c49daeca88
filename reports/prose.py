"""A summary as sentences to paste into a report to the municipality; causes are left to its reader."""

from collections.abc import Iterator, Sequence

from reports.caption import cut
from reports.comparison import CLEAR, chance
from reports.coverage import coverage_notes
from reports.language import capital, small
from reports.notes import changed, unspecified, year_heading
from reports.summary import Against
from reports.tables import Row, Table, added_later, tables
from reports.title import peaks
from reports.wording import Wording

SENTENCES = 8
NAMED = 4
"""So many answers of a question are named at most."""


def prose(words: Wording) -> str:
    """Tell a summary in at most eight sentences and 4096 UTF-16 units.

    Of more questions than there is room for, those that most were asked are told of.
    """
    told = tables(words.summary, words.language)
    beginning = [_total(words), *_highlighted(words)]
    end = [*_changes(words, told), *changed(words), *_reservation(words)]
    room = SENTENCES - len(beginning) - len(end)
    later = [table for table in added_later(words.summary, words.language) if any(row.count for row in table.rows)]
    asked = sorted([*told, *later], key=lambda table: -sum(row.count for row in table.rows))[: max(0, room)]
    questions = [_question(words, table) for table in (*told, *later) if table in asked]
    return cut(words, [*beginning, *questions, *end], " ")


def _total(words: Wording) -> str:
    summary = words.summary
    sentence = words.language.plural(
        "{calls} was registered {when}{change}",
        "{calls} were registered {when}{change}",
        summary.now.total,
        when=words.when_in_full,
        calls=words.calls(summary.now.total),
        change=_change(words, summary.period_counts, words.then_in_full),
    )
    if year := summary.year:
        change = _change(words, year, words.by_then) if year.before else ""
        sentence += f"; {small(year_heading(words))} {words.language.number(year.now.total)}{change}"
    elif told := peaks(words):
        sentence += f"; {small(told)}"
    return f"{sentence}."


def _change(words: Wording, against: Against, then: str) -> str:
    return (", " if against.before else " – ") + words.total_change(against, then)


def _highlighted(words: Wording) -> Iterator[str]:
    summary = words.summary
    if not words.highlight or not summary.now.total:
        return
    ((key, option),) = summary.form.highlight.items()
    n, asked = summary.now.highlighted, summary.now.questions[key]
    said = words.highlighted(n)
    if summary.form.highlighted:
        said = words.language.plural("There was {said}", "There were {said}", n, said=said)
    parts = [said, words.part(asked.share(option), asked.base)]
    if summary.highlighted_before is not None:
        parts.append(words.change(summary.highlighted_change, summary.highlighted_before, words.then_in_full))
    yield f"{', '.join(filter(None, parts))}."


def _question(words: Wording, table: Table) -> str:
    """Say `Hvem ringte: Hjelpeapparatet 45 (62 %), Kvinne 24 (33 %) og Mann 4 (5 %); ikke kjent 2.`."""
    note = f" ({table.note})" if table.note else ""
    known = sorted((row for row in table.rows if row.count and not row.unknown), key=lambda row: -row.count)
    unknown = [row for row in table.rows if row.count and row.unknown]
    strange = [f"{row.inside} {words.language.number(row.count)}" for row in unknown]
    remark = [small(table.remark).removesuffix(".")] if table.remark else []
    return f"{table.heading}{note}: {'; '.join([*_named(words, known), *strange, *remark])}."


def _named(words: Wording, rows: list[Row]) -> Iterator[str]:
    """Name all answers, or of many those that clearly lead: never one of two that are equal."""
    if not rows:
        return
    if len(rows) <= NAMED:
        yield _listed(words, rows)
        return
    leading = next((n for n in range(NAMED, 0, -1) if rows[n - 1].count > rows[n].count), 0)
    if leading:
        yield words.language.text("most often {answers}", answers=_listed(words, rows[:leading]))
    else:
        yield words.language.text("spread over {n} answers", n=words.language.number(len(rows)))


def _listed(words: Wording, rows: list[Row]) -> str:
    return words.language.listed([_answer(words, row) for row in rows])


def _answer(words: Wording, row: Row) -> str:
    share = "" if row.share is None else f" ({words.language.percent(row.share)})"
    return f"{row.label} {words.language.number(row.count)}{share}"


def _changes(words: Wording, told: Sequence[Table]) -> Iterator[str]:
    """Name the answers that clearly more or fewer gave than a year before, though picked among so many."""
    days = words.summary.now.days
    pairs = [(table, row, row.before) for table in told for row in table.rows if row.before is not None]
    clear = [
        (table, row, before)
        for table, row, before in pairs
        if chance(row.count, days.count, before, days.a_year_before.count) * len(pairs) < CLEAR
    ]
    more = [_changed(words, table, row) for table, row, before in clear if row.count > before]
    fewer = [_changed(words, table, row) for table, row, before in clear if row.count <= before]
    text, then = words.language.text, words.then_in_full
    said = []
    if more:
        said.append(text("clearly more than {then}: {answers}", then=then, answers=words.language.listed(more)))
    if fewer:
        said.append(text("clearly fewer than {then}: {answers}", then=then, answers=words.language.listed(fewer)))
    if pairs and not said:
        said.append(text("the single answers are about the same as {then}", then=then))
    if said:
        yield f"{capital('; '.join(said))}."


def _changed(words: Wording, table: Table, row: Row) -> str:
    number = words.language.number
    return words.language.text(
        "{answer} under “{question}” ({now}, against {before})",
        answer=row.label,
        question=table.heading,
        now=number(row.count),
        before=number(row.before or 0),
    )


def _reservation(words: Wording) -> Iterator[str]:
    summary, text = words.summary, words.language.text
    if not summary.now.total:
        return
    unverified = text("the figures are not verified, and small numbers swing")
    said = [small(line.removesuffix(".")) for line in (*coverage_notes(words), *unspecified(words))]
    yield f"{capital('; '.join([*said, unverified]))}."
