"""Releases of calls made of few words, one after the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reports.analysis.period import Period
from reports.publication.cells import Cell, Condition
from reports.publication.counting import CountedMonths
from reports.publication.listing import Contents
from reports.publication.protected import ProtectedPeriod
from reports.publication.release import Release, ReleaseRequest, protected
from reports.publication.year_problem import ReleasedFigure
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from tests.disclosure.rounds import solved
from tests.reports.forms import call_form

Calls = Mapping[str, Mapping[str, int]]
"""Month to answers (`caller=woman behalf=self`) to how many calls gave them."""


def rows(calls: Calls) -> tuple[AnswerCount, ...]:
    """Return calls as they are counted; without answers they are unspecified."""
    return tuple(
        AnswerCount(
            month,
            "registered" if words else "unspecified",
            {part.split("=")[0]: part.split("=")[1] for part in words.split()},
            number,
        )
        for month, told in calls.items()
        for words, number in told.items()
    )


def cell(words: str) -> Cell:
    """Return a cell as it is written: `caller=woman&reason=violence`."""
    return tuple(Condition(*part.split("=")) for part in words.split("&"))


@dataclass
class Releases:
    """Releases of one form's periods, each knowing all that were made before."""

    form: Form = field(default_factory=call_form)
    k: int = 5
    released: list[ReleasedFigure] = field(default_factory=list)
    count: int = 0

    async def release(
        self, period: str, calls: Calls, contents: Contents | None = None, *, before: bool = False
    ) -> Release:
        """Release a period of these calls. Raises what `protected` raises."""
        made = await protected(self._request(period, calls, contents or Contents(), before=before), solved)
        self.count += 1
        self.released += [
            ReleasedFigure(self.count, f.records, f.cell, f.value, small=f.small, k=self.k) for f in made.figures
        ]
        return made

    def _request(self, period: str, calls: Calls, contents: Contents, *, before: bool) -> ReleaseRequest:
        told = Period.named(period)
        months = [*told.within("year").months, *told.a_year_before.within("year").months]
        states = {month: repr(sorted(calls.get(month, {}).items())) for month in months}
        counted = CountedMonths(self.form, rows(calls))
        return ReleaseRequest(
            self.form, told, counted, states, list(self.released), self.k, contents, before=before
        )


def hidden(told: ProtectedPeriod, question: str) -> set[str]:
    """Return the answers to a question that are hidden."""
    return {
        figure.cell[0].answer
        for figure in told.hidden
        if len(figure.cell) == 1 and figure.cell[0].question == question and figure.cell[0].answer.isalpha()
    }


def spread(words: str, numbers: Sequence[int], months: Iterable[str]) -> Calls:
    """Let calls with the same answers come in several months."""
    return {month: {words: number} for month, number in zip(months, numbers, strict=True)}
