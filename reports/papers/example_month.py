"""A month's picture with invented figures, of the centre's own form."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import SummaryRows, days_needed, summarise
from reports.papers.guide import ChartPicture
from reports.pictures.card import card
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.screen import AnswerButton, Choices

CALLS = (75, 68, 81, 77, 62, 70, 84, 79, 73, 66, 71, 78)
"""Invented calls of a month, of the month before it, and so on for a year, and then again."""
MONTHS = 24
RARELY = 4
"""So much seldomer is chosen what is highlighted."""
STEP = 0.6180339887498949
"""So far do the invented answers lie apart, of 1: the golden ratio spreads them evenly."""


def example_month(form: Form, language: Language, made: date) -> ChartPicture:
    """Return the picture of the month before the day, with figures that are invented and said to be so."""
    period = Period.named(f"{made.replace(day=1) - timedelta(days=1):%Y-%m}")
    rows = [row for place, month in enumerate(_back_from(period)) for row in _counts(form, month, place)]
    days = days_needed(period, made)
    use = RegisterUse((Days(period.a_year_before.first, made + timedelta(days=1)),))
    now = [row for row in rows if row.month in days.months]
    before = [row for row in rows if row.month in days.a_year_before.months]
    caption = language.text("Example: the figures are invented.")
    chart = card(Wording(summarise(form, period, made, SummaryRows(now, before, use)), language), caption)
    return ChartPicture(alternative=f"{caption} {chart.title}.", caption=caption, chart=chart)


def _back_from(period: Period) -> Iterator[Period]:
    """Give a month and those before it."""
    month = period
    for _ in range(MONTHS):
        yield month
        month = Period.named(f"{month.first - timedelta(days=1):%Y-%m}")


def _counts(form: Form, month: Period, place: int) -> list[AnswerCount]:
    calls, first = CALLS[place % len(CALLS)] - place // len(CALLS), place * max(CALLS)
    return [
        AnswerCount(month.name, "registered", _answers(form, month.first, n), 1)
        for n in range(first, first + calls)
    ]


def _answers(form: Form, day: date, number: int) -> dict[str, str | list[str]]:
    """Invent the answers of a call: the first choices of a screen more often than the last."""
    answers: dict[str, str] = {}
    for place, screen in enumerate(form.screens):
        if isinstance(screen, Choices) or form.is_later(screen):
            continue
        offered = sorted(form.offered(screen, answers, day))
        if buttons := [button for at in offered if (button := screen.flat[at]).outcome is None]:
            chance = (number * STEP * (place + 1) + place / 3) % 1
            answers |= _chosen(form, buttons, chance).set
    return {key: answers[key] for key in form.pruned(answers, day)}


def _chosen(form: Form, buttons: list[AnswerButton], chance: float) -> AnswerButton:
    rare = form.highlight.items()
    parts = (1 / (place + 3) / (RARELY if rare & b.set.items() else 1) for place, b in enumerate(buttons))
    weights = list(accumulate(parts))
    return next(button for button, sum_ in zip(buttons, weights, strict=True) if chance * weights[-1] < sum_)
