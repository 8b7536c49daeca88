"""Answering `/report`: a summary for a leader at once; it does not count as the scheduled one."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from handlers.conversation import NotShown, Request
from handlers.refusals import Refusals
from handlers.summaries.due import KINDS, Bundle
from handlers.summaries.preparation import Summaries
from handlers.view import View
from reports.analysis.period import NotAPeriod, Period
from reports.analysis.period_parser import reported_period
from reports.words.language import Language
from reports.words.message import Circumstances
from reports.words.period_name import period_name
from storage.fault import N_
from storage.people.seat import Role

FOR_LEADERS = N_("Reports are for leaders. Write /stats for the figures.")


@dataclass(frozen=True)
class RequestedReport:
    """Sends a summary to the leader or administrator who asks."""

    summaries: Summaries
    refusals: Refusals
    role: Callable[[int], Role | None]
    language: Language
    today: Callable[[], date]

    async def send(self, request: Request, words: str) -> None:
        """Send the summary of the period that ``words`` mean, or last month's; only to leaders."""
        if self.role(request.seat) not in {"leader", "administrator"}:
            leaders = self.language.text(FOR_LEADERS)
            await self.refusals.say(request, leaders)
            return
        try:
            period = reported_period(words or "last month", today=self.today())
        except NotAPeriod as fault:
            await self.refusals.refuse(request, fault.sentence(self.language.text))
            return
        name = period_name(period, self.language)
        if await self.summaries.nothing_known(period, self.today()):
            nothing = self.language.text("Nothing is registered in {period}, so there is no report.", period=name)
            await self.refusals.say(request, nothing)
            return
        making = self.language.text("The report for {period} is being made …", period=name)
        progress = await request.conversation.show(View(making))
        try:
            await request.conversation.busy("picture")
            await self._send(request, period)
        finally:
            with contextlib.suppress(NotShown):  # then it stays
                await request.conversation.remove(progress)

    async def _send(self, request: Request, period: Period) -> None:
        report = next(report for report, kind in KINDS.items() if kind == period.kind)
        prepared = await self.summaries.prepare(
            Bundle(report, period),
            self.language.code,
            Circumstances(report, number=None),
            today=self.today(),
            reported={},
        )
        await prepared.show_in(request.conversation)
