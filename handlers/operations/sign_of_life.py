"""A sign of life to the administrators once a week, because silence is the alarm."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from handlers.administrators import Administrators
from handlers.view import View
from reports.words.language import Language
from storage.figures.counts import Counts
from storage.operations.alert_days import AlertDays
from storage.operations.free_space import LITTLE_BYTES, MEGABYTE
from storage.operations.told_weeks import ToldWeeks

WEEK = timedelta(days=7)
CopyDay: TypeAlias = Callable[[], Awaitable[date | None]]
"""Returns the local day of the last good copy; None where there is none yet."""


@dataclass(frozen=True)
class SignOfLife:
    """Tells on Monday, ``at`` a local time, what was registered in the week before, and how things are.

    ``last_copy`` is None where no copies are set up; ``free_space`` returns bytes, and may take its time.
    """

    forms: Sequence[str]
    counts: Counts
    told: ToldWeeks
    trouble: AlertDays
    administrators: Administrators
    language: Language
    clock: Callable[[], datetime]
    at: time
    version: str
    last_copy: CopyDay | None
    free_space: Callable[[], int]

    async def due(self) -> None:
        """Tell it if it is due; a week in which Vaktlogg has just been installed is not told of.

        Of several weeks that the machine was off only the last one is told.
        """
        now = self.clock()
        monday, last = latest_monday(now, self.at), await self.told.last()
        if last == monday:
            return
        if last is None or await self.administrators.tell(View(await self.text(monday, now.date()))):
            await self.told.keep(monday)

    async def text(self, monday: date, today: date) -> str:
        """Return what is told of the week before a Monday."""
        text, week = self.language.text, monday - WEEK
        concerns = [concern async for concern in self._concerns(week)]
        copy, is_fresh = await self._copy(today)
        works = text("Everything works.") if is_fresh and not concerns else text("Everything else works.")
        facts = text(
            "Week {week}: {registered}, {copy}, version {version}.",
            week=week.isocalendar().week,
            registered=self.language.plural("{n} registered", "{n} registered", await self._registered(week)),
            copy=copy,
            version=self.version,
        )
        return " ".join([facts, *concerns, works])

    async def _registered(self, week: date) -> int:
        counted = [await self.counts.together(form, week, week + WEEK) for form in self.forms]
        return sum(
            count.calls for counts in counted for count in counts if count.outcome in {"registered", "unspecified"}
        )

    async def _copy(self, today: date) -> tuple[str, bool]:
        """Return what there is to say of the last copy, and whether that is as it should be."""
        text = self.language.text
        if self.last_copy is None:
            return text("no copies are set up"), False
        day = await self.last_copy()
        if day is None:
            return text("no copy is made yet"), False
        if day == today:
            return text("last copy last night"), True
        return text("last copy {day}", day=self.language.day_of_month(day)), False

    async def _concerns(self, week: date) -> AsyncIterator[str]:
        space = await asyncio.to_thread(self.free_space)
        if space < LITTLE_BYTES:
            free = self.language.number(space // MEGABYTE)
            yield self.language.text("The disk has little room left: {n} MB.", n=free)
        if await self.trouble.any_since(week):
            yield self.language.text("You were told of trouble in the last week.")


def latest_monday(now: datetime, at: time) -> date:
    """Return the latest Monday on which this time of day has come, by the local clock."""
    monday = now.date() - timedelta(days=now.weekday())
    return monday if now.replace(tzinfo=None) >= datetime.combine(monday, at) else monday - WEEK
