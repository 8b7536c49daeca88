"""The numbers that may be said of a summary, and those of a text that may not."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.analysis.tally import Tally
from reports.statements.control_limits import run
from reports.words.wording import Wording

GROUPED = re.compile(r"\d{1,3}(?:[\xa0,]\d{3})+(?!\d)|\d+")
PERCENT = re.compile(rf"({GROUPED.pattern})\xa0?%")
ONE_IN = re.compile(rf"\b1(?:\xa0| )(?:av|in)(?:\xa0| )({GROUPED.pattern})")


@dataclass(frozen=True)
class Known:
    """What may be said: counts, percentages, one in so many, and the numbers of names and dates."""

    counts: frozenset[int]
    percentages: frozenset[int]
    ratios: frozenset[int]
    names: frozenset[int]

    @classmethod
    def of(cls, words: Wording) -> "Known":
        """Collect them from a summary alone."""
        tallies = list(_tallies(words.summary))
        return cls(
            frozenset(_counts(words.summary, tallies)),
            frozenset(_percentages(words, tallies)),
            frozenset(_ratios(words.summary, tallies)),
            frozenset(_name_numbers(words)),
        )

    def strange(self, text: str) -> list[str]:
        """Return the numbers of a text that are none of them."""
        odd = [said for said in PERCENT.findall(text) if number_in(said) not in self.percentages]
        text = PERCENT.sub("", text)
        odd += [said for said in ONE_IN.findall(text) if number_in(said) not in self.ratios]
        text = ONE_IN.sub("", text)
        return odd + [said for said in GROUPED.findall(text) if number_in(said) not in self.counts | self.names]


def _tallies(told: Summary) -> Iterator[Tally]:
    for against in (told.period_counts, told.year):
        if against:
            yield against.now


def _counts(told: Summary, tallies: list[Tally]) -> Iterator[int]:
    yield told.late
    yield from astuple(told.coverage)
    yield sum(month.outside for month in run(told)) if told.period.kind == "month" else 0
    yield from (len(question.options) for question in told.now.questions.values())
    for against in filter(None, (told.period_counts, told.year)):
        if before := against.before:
            yield from filter(None, (before.total, before.highlighted))
            yield from before.counts.values()
    for tally in tallies:
        yield from (tally.total, tally.highlighted, *tally.outcomes.values())
        for question in tally.questions.values():
            yield from (question.base, question.unknown, *question.options.values())
    for month in (*told.months.values(), *told.months_before.values()):
        yield from (month.total, month.highlighted)


def _shares(tallies: list[Tally]) -> Iterator[float]:
    for tally in tallies:
        for question in tally.questions.values():
            yield from (share for option in question.options if (share := question.share(option)) is not None)


def _ratios(told: Summary, tallies: list[Tally]) -> Iterator[int]:
    """Give what one is said to be one of: calls, and what is known of calls and shifts."""
    yield from (round(1 / share) for share in _shares(tallies) if share)
    yield from (told.coverage.counted, told.coverage.shifts, told.coverage.asked)


def _percentages(words: Wording, tallies: list[Tally]) -> Iterator[int]:
    for share in _shares(tallies):
        yield int(re.sub(r"\D", "", words.language.percent(share)))
    if known := words.summary.coverage.counted:
        share = words.summary.coverage.logged / known
        yield int(re.sub(r"\D", "", words.language.percent(share)))
    told = words.statements
    changes = [count.change for count in (told.total, told.year, told.highlight) if count]
    yield from (abs(change.percent) for change in changes if change.percent is not None)


def _name_numbers(words: Wording) -> Iterator[int]:
    told = words.summary
    names = [words.heading, words.compared_with, words.when_in_full, words.then_in_full]
    months = {*told.months, *(Period.named(month).a_year_before.name for month in told.months)}
    for name in (*names, *(words.language.month(month) for month in months)):
        yield from map(int, re.findall(r"\d+", name))


def number_in(text: str) -> int:
    """Return the last number of a text."""
    return int(re.sub(r"\D", "", GROUPED.findall(text)[-1]))
