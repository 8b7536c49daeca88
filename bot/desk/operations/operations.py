"""The page about the program's own running, for administrators: how things are, a check, a copy now."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.operations.facts import FactGroup
from bot.desk.operations.overview import Overview
from bot.desk.operations.settings import settings
from bot.desk.sent_numbers import number_in
from bot.desk.visit import Visit
from handlers.cards import carried
from handlers.operations.clock_watch import ClockWatch
from handlers.operations.clock_words import moment_in_words
from handlers.operations.copy_now import CopyNow, needed, written
from handlers.operations.findings import Checks, Finding
from handlers.people.audit_words import audit_parts
from storage.fault import Fault
from storage.own_thread import in_own_loop

PAGE = "/operations"
LONGEST_CHECK, LONGEST_COPY = 120.0, 300.0
"""Seconds that an administrator waits at most."""
ON_A_PAGE = 50
LAST_SKIPPED = 1_000_000


@dataclass(frozen=True)
class Checked:
    """What a check found, and when."""

    at: str
    findings: Sequence[Finding]

    @property
    def faults(self) -> int:
        """How many parts are not well."""
        return sum(not finding.well for finding in self.findings)


@dataclass
class _Latest:
    checked: Checked | None = None


@dataclass(frozen=True)
class OperationsPage:
    """Shows how things are, since ``started``; one check or copy is made at a time."""

    desk: Desk
    started: datetime
    _latest: _Latest = field(default_factory=_Latest)
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def show(self, visit: Visit) -> web.Response:
        """Show how things are. Raises a `DatabaseFault`."""
        groups = await Overview(self.desk, self.started).groups()
        return visit.page(
            "operations.html",
            groups=groups,
            concerns=_concerns(groups),
            checked=self._latest.checked,
            can_check=self.desk.checks is not None,
            can_copy=self.desk.cases.config.copies is not None,
            clock_button=carried(self._clock_watch.offer()),
        )

    async def check(self, visit: Visit) -> web.Response:
        """Do what `vaktlogg check` does; a recount replaces the counts by what the records say."""
        fields, checks = await visit.posted(), self.desk.checks
        if checks is None:
            raise web.HTTPNotFound
        async with self._busy:
            recount = "recount" in fields
            found = await in_own_loop(lambda stopped: _found(checks, stopped, recount=recount), LONGEST_CHECK)
        cases = self.desk.cases
        self._latest.checked = Checked(moment_in_words(cases.clock(), self.desk.language), found)
        raise web.HTTPSeeOther(f"{PAGE}#check")

    async def copy(self, visit: Visit) -> web.Response:
        """Make a copy now; what keeps it from being made is said."""
        fields, cases, language = await visit.posted(), self.desk.cases, self.desk.language
        try:
            copying = CopyNow(needed(cases.config.copies), cases.stores.last_copy, LONGEST_COPY)
            async with self._busy:
                made = await copying.make(cases.clock().date())
            await visit.conversation.answer(written(made, language))
        except Fault as fault:
            await visit.conversation.answer(fault.sentence(language.text), alert=True)
        return visit.back({**fields, "back": PAGE})

    async def audit(self, visit: Visit) -> web.Response:
        """Show who did what, the latest first. Raises a `DatabaseFault`."""
        skipped = min(max(number_in(visit.request.query.get("skip", "")) or 0, 0), LAST_SKIPPED)
        entries = await self.desk.cases.stores.audit.entries(ON_A_PAGE + 1, skipped)
        return visit.page(
            "operations_audit.html",
            lines=[audit_parts(entry, self.desk.language) for entry in entries[:ON_A_PAGE]],
            newer=max(0, skipped - ON_A_PAGE) if skipped else None,
            older=skipped + ON_A_PAGE if len(entries) > ON_A_PAGE else None,
        )

    async def settings(self, visit: Visit) -> web.Response:
        """Show the settings as they are."""
        return visit.page("operations_settings.html", groups=settings(self.desk.cases.config, self.desk.language))

    @property
    def _clock_watch(self) -> ClockWatch:
        return self.desk.cases.operations.clock_watch


async def _found(checks: Checks, stopped: Callable[[], bool], *, recount: bool) -> Sequence[Finding]:
    found = []
    async for finding in checks(recount=recount):
        found.append(finding)
        if stopped():
            break
    return found


def _concerns(groups: Sequence[FactGroup]) -> int:
    return sum(fact.well is False for group in groups for fact in group.facts)
