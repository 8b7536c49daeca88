"""Answering `/report`: a summary for a leader at once; it does not count as the scheduled one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from handlers.conversation import Request
from handlers.summaries.due import KINDS, Bundle
from handlers.summaries.preparation import Summaries
from handlers.view import View
from reports.analysis.period import NotAPeriod
from reports.analysis.period_parser import parse_period
from reports.words.language import Language
from reports.words.message import Circumstances
from storage.people.staff import Role


@dataclass(frozen=True)
class RequestedReport:
    """Sends a summary to the leader or administrator who asks."""

    summaries: Summaries
    role: Callable[[int], Role | None]
    language: Language
    today: Callable[[], date]

    async def send(self, request: Request, words: str) -> None:
        """Send the summary of the period that ``words`` mean, or last month's; only to leaders."""
        if self.role(request.seat) not in {"leader", "administrator"}:
            leaders = self.language.text("Reports are for leaders. Write /stats for the figures.")
            await request.show(View(leaders))
            return
        today = self.today()
        try:
            period = parse_period(words or "last month", today=today)
        except NotAPeriod as fault:
            await request.show(View(fault.sentence(self.language.text)))
            return
        report = next(report for report, kind in KINDS.items() if kind == period.kind)
        prepared = await self.summaries.prepare(
            Bundle(report, period),
            self.language.code,
            Circumstances(report, number=None),
            today=today,
            reported={},
        )
        await prepared.show_in(request.conversation)
