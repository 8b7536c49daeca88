"""Publishing: reading the records and the ledger, protecting a release, and noting it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports.analysis.period import Period
from reports.analysis.stay_reading import StayReading
from reports.publication.cells import MonthState, cell_name, cell_named
from reports.publication.counting import CountedMonths, months_of
from reports.publication.listing import Contents
from reports.publication.protected import ProtectedFigure
from reports.publication.release import Release, ReleaseRequest, protected
from reports.publication.year_problem import ReleasedFigure
from reports.worker.client import WorkerClient
from storage.fault import N_, Fault
from storage.figures.counts import AnswerCount, Counts
from storage.forms.form import Form
from storage.releases.ledger import Ledger, LedgerEntry, LedgerFigure, LedgerPage


class NotWhole(Fault):
    """A period cannot be published, since it is not over, or is no month or longer one."""


@dataclass(frozen=True)
class ReleaseDraft:
    """A protected release that is not noted yet, and the latest number in the ledger when it was made."""

    release: Release
    page: LedgerPage
    after: int


@dataclass(frozen=True)
class Publisher:
    """Protects releases of small counts, 1 to ``k`` - 1, and notes them.

    What is ``drafted`` to be noted together with a release counts as released before it.
    """

    counts: Counts
    ledger: Ledger
    worker: WorkerClient
    k: int
    drafted: tuple[ReleaseDraft, ...] = ()

    async def draft(
        self, form: Form, period: Period, today: date, contents: Contents | None = None, *, before: bool = True
    ) -> ReleaseDraft:
        """Protect a period, and the year ``before`` beside it; nothing is noted. Raises a `Fault`.

        That is `NotWhole` of a period that is not to be published, `NotToBeReleased` where earlier releases stand
        in the way, and `NotRendered` where the worker fails.
        """
        check_whole(period, today)
        check_stays(form, period)
        years = (period.within("year").a_year_before, period.within("year"))
        rows = await self._rows(form, years, today)
        states = dict(_digests(form, rows, [month for year in years for month in months_of(form, year)]))
        after = await self.ledger.latest()
        released = [figure for page in await self._pages(form, after) for figure in _released(page)]
        request = ReleaseRequest(
            form=form,
            period=period,
            counted=CountedMonths(form, tuple(rows)),
            states=states,
            released=released,
            k=self.k,
            contents=contents or Contents(),
            before=before and any(row.month in months_of(form, period.a_year_before) for row in rows),
        )
        release = await protected(request, self.worker.protect)
        entry = LedgerEntry(0, today.isoformat(), form.key, period.name, self.k)
        return ReleaseDraft(release, _page(entry, release), after)

    async def note(self, *drafts: ReleaseDraft) -> list[int]:
        """Note releases, which then count as read by everybody, and return their numbers. Raises a `Fault`."""
        return await self.ledger.note([draft.page for draft in drafts], after=min(draft.after for draft in drafts))

    async def is_noted(self, draft: ReleaseDraft) -> bool:
        """Tell whether all that a release tells of the same records was noted before."""
        told, pages = draft.page, await self.ledger.pages(draft.page.entry.form)
        return any(
            page.entry.k == told.entry.k
            and not page.entry.withdrawn
            and told.digests.items() <= page.digests.items()
            and all(figure in page.figures for figure in told.figures)
            for page in pages
            if page.entry.period == told.entry.period
        )

    async def _pages(self, form: Form, after: int) -> Sequence[LedgerPage]:
        """Return what counts as released: the ledger's pages, then the drafts, numbered from there on."""
        drafts = [
            replace(draft.page, entry=replace(draft.page.entry, number=number))
            for number, draft in enumerate(self.drafted, after + 1)
            if draft.page.entry.form == form.key
        ]
        return [*await self.ledger.pages(form.key), *drafts]

    async def _rows(self, form: Form, years: Sequence[Period], today: date) -> Sequence[AnswerCount]:
        """Count by month; of records that stay open each year's, each in every year that it had a night in."""
        if not form.stays_open:
            return await self.counts.between(form.key, years[0].first, years[-1].after)
        reading = StayReading(self.counts, form, today)
        return [row._replace(month=year.name) for year in years for row in await reading.together(year.days)]


def check_whole(period: Period, today: date) -> None:
    """Raise `NotWhole` where a period is not over, or no month, quarter, tertial or year."""
    if period.kind == "days":
        raise NotWhole(N_("Only months, quarters, tertials and years can be published: others give days away."))
    if period.after > today:
        words = N_("{period} is not over; it can be published from {day}.")
        raise NotWhole(words, period=period, day=period.after)


def check_stays(form: Form, period: Period) -> None:
    """Raise `NotWhole` of months and tertials in which records stay open: each is counted in several of them."""
    if form.stays_open and period.kind != "year":
        raise NotWhole(
            N_("Records that stay open are published for whole years alone: one is part of several months.")
        )


def _digests(form: Form, rows: Iterable[AnswerCount], months: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Digest what counts of each month's records."""
    by_month: dict[str, list[str]] = {month: [] for month in months}
    for row in rows:
        if row.outcome in form.counted_outcomes and row.month in by_month:
            by_month[row.month].append(json.dumps([row.outcome, row.answers, row.calls], sort_keys=True))
    for month, told in by_month.items():
        yield month, hashlib.sha256("\n".join(sorted(told)).encode()).hexdigest()[:16]


def _released(page: LedgerPage) -> Iterator[ReleasedFigure]:
    number, k = page.entry.number, page.entry.k
    months = sorted(page.digests)
    for figure in page.figures:
        records = frozenset(
            MonthState(month, page.digests[month])
            for month in months
            if figure.first_month <= month <= figure.last_month
        )
        yield ReleasedFigure(number, records, cell_named(figure.cell), figure.value, small=figure.small, k=k)


def _page(entry: LedgerEntry, release: Release) -> LedgerPage:
    digests: Mapping[str, str] = {s.month: s.digest for figure in release.figures for s in figure.records}
    return LedgerPage(entry, digests, [_noted(figure) for figure in release.figures])


def _noted(figure: ProtectedFigure) -> LedgerFigure:
    months = sorted(state.month for state in figure.records)
    return LedgerFigure(months[0], months[-1], cell_name(figure.cell), figure.value, small=figure.small)
