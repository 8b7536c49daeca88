"""What is hidden in what is published, in words, and why; never how near a figure is to anything."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reports.publication.cells import HOLDS, KNOWN, TOTAL, UNKNOWN, Cell
from reports.publication.listing import counts_answers
from reports.publication.protected import ProtectedFigure, ProtectedPeriod
from reports.publication.release import Release
from reports.words.cross_table import pair_name
from reports.words.language import Language, lower_first
from reports.words.period_name import period_name
from storage.fault import N_
from storage.forms.form import Form

WHY = N_("A figure is hidden (:) where few stand behind it, or would be known by it.")
IN = N_("Hidden in {period}: {figures}.")
OF_QUESTION = N_("Hidden in {period}, {question}: {figures}.")
BASES: Mapping[str, str] = {HOLDS: N_("how many were asked"), KNOWN: N_("how many answers are known")}
"""What the shares of answers are of, by its sign: one may be shown where the other is hidden."""


def hidden_lines(release: Release, language: Language, *, before: bool = True) -> Iterator[str]:
    """Say what a release hides, of the year ``before`` too: a line for each question, table and row of months."""
    yield from _hidden_of(release.now, language)
    if not before:
        return
    if release.before is not None:
        yield from _hidden_of(release.before, language)
    elif release.stands_in_the_way:
        words = N_("Hidden in {period}: everything, since an earlier release stands in the way.")
        yield language.text(words, period=period_name(release.now.period.a_year_before, language))


def _hidden_of(told: ProtectedPeriod, language: Language) -> Iterator[str]:
    whole = [figure.cell for figure in told.hidden if len(figure.records) == len(told.months)]
    period = period_name(told.period, language)
    if TOTAL in whole:  # then nothing else is told either
        yield language.text(IN, period=period, figures=language.text("the total"))
        return
    answers = [cell for cell in whole if cell != TOTAL and len(cell) == 1]
    for (key,), alike in groupby(answers, key=_pair):
        question = lower_first(told.form.by_key[key].heading.in_language(language.code))
        figures = ", ".join(dict.fromkeys(_named(told.form, cell, language) for cell in alike))
        yield language.text(OF_QUESTION, period=period, question=question, figures=figures)
    crossed = sorted((cell for cell in whole if len(cell) > 1 and counts_answers(cell)), key=_pair)
    said = [_of_table(told.form, pair, len(list(cells)), language) for pair, cells in groupby(crossed, key=_pair)]
    for figures in (*said, *_months(told, language)):
        yield language.text(IN, period=period, figures=figures)


def _of_table(form: Form, pair: Sequence[str], hidden: int, language: Language) -> str:
    rows, columns = pair
    table = pair_name(form.by_key[rows], form.by_key[columns], language)
    return language.plural("{n} figure in {table}", "{n} figures in {table}", hidden, table=table)


def _months(told: ProtectedPeriod, language: Language) -> Iterator[str]:
    """Say in which months it is hidden what is highlighted; where a month's total is, no month is told of."""
    single = [figure for figure in told.hidden if len(figure.records) == 1 < len(told.months)]
    form = told.form
    if any(figure.cell == TOTAL for figure in single):
        yield language.text("the months")
    elif others := [figure for figure in single if figure.cell != TOTAL]:
        name = (
            form.highlighted.many.in_language(language.code)
            if form.highlighted
            else _named(form, others[0].cell, language)
        )
        yield language.text("{what} in {months}", what=name, months=_of_months(others, language))


def _of_months(figures: Sequence[ProtectedFigure], language: Language) -> str:
    months = sorted(state.month for figure in figures for state in figure.records)
    return language.listed([language.month(month, year=False) for month in months])


def _pair(cell: Cell) -> tuple[str, ...]:
    return tuple(part.question for part in cell)


def _named(form: Form, cell: Cell, language: Language) -> str:
    [(key, answer)] = cell
    if answer in BASES:
        return language.text(BASES[answer])
    options = form.by_key[key].options
    option = next(o for o in options if answer == o.key or (answer == UNKNOWN and o.unknown))
    return option.label.in_language(language.code)
