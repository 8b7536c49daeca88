"""After a restore nobody knows which reports have come: the administrators are asked before anything is sent."""

import logging
from dataclasses import dataclass
from typing import Literal

from handlers.administrators import Administrators
from handlers.conversation import Request
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.due import each_once
from handlers.tap.restore_actions import OfRestore, ReportsCame, SendReports
from handlers.view import Button, View
from reports.words.language import Language
from reports.words.period_name import period_name
from storage.fault import N_
from storage.operations.restores import Restore, Restores

LOG = logging.getLogger(__name__)
WHY = N_(
    "Vaktlogg was restored from a copy, which does not know what was sent later. None of this is sent until you"
    " answer."
)


@dataclass(frozen=True)
class DoubtfulReports:
    """Asks about the reports that fell due before the first start after a restore and are not known as sent."""

    delivery: SummaryDelivery
    restores: Restores
    administrators: Administrators
    language: Language

    async def begin(self) -> None:
        """Note at the program's start that what fell due before it is in doubt too: the bot was off until then.

        When a copy is restored, nobody outside confirms the machine's clock. Raises a `DatabaseFault`.
        """
        restore = await self.restores.latest()
        if restore is not None and restore.reports == "unknown":
            await self.restores.note_started(restore, self.delivery.clock().replace(tzinfo=None))

    async def ask(self) -> None:
        """Ask the administrators, once they can be reached; where nothing is in doubt, settle that.

        Raises a `DatabaseFault`.
        """
        restore = await self.restores.latest()
        if restore is None or restore.reports != "unknown":
            return
        view = await self._question(restore)
        if view is None:
            await self.restores.settle_reports(restore.number, [], "sent")
        elif await self.administrators.tell(view):
            await self.restores.note_reports_asked(restore)

    async def came(self, request: Request, tap: ReportsCame) -> None:
        """Send none of them. Raises `UnreadableTap` for all but administrators."""
        await self._settle(request, tap, "sent", N_("Good. They are not sent again."))

    async def send(self, request: Request, tap: SendReports) -> None:
        """Send them, as ones that may have come before. Raises `UnreadableTap` for all but administrators."""
        words = N_("They are sent within a few minutes, and say that they may have come before.")
        await self._settle(request, tap, "sending", words)

    async def _question(self, restore: Restore) -> View | None:
        doubtful = await self.delivery.in_doubt(restore.at)
        periods = each_once(period for _, _, period in doubtful)
        names = [period_name(period, self.language) for period in periods]
        if not names:
            return None
        text = self.language.text
        if len(names) == 1:
            asked = text("Was the report for {period} delivered?", period=names[0])
            labels = text("Yes, it came"), text("Send it")
        else:
            asked = text("Were these reports delivered: {periods}?", periods=self.language.listed(names))
            labels = text("Yes, they came"), text("Send them")
        taps = ReportsCame(restore.number), SendReports(restore.number)
        buttons = [Button(label, tap) for label, tap in zip(labels, taps, strict=True)]
        return View(f"{asked}\n\n{text(WHY)}", [buttons])

    async def _settle(
        self, request: Request, tap: OfRestore, state: Literal["sent", "sending"], words: str
    ) -> None:
        self.administrators.check(request)
        restore = await self.restores.latest()
        settled = False
        if restore is not None and restore.number == tap.restore:
            doubtful = await self.delivery.in_doubt(restore.at)
            rows = [(report, period.name, place.number) for place, report, period in doubtful]
            settled = await self.restores.settle_reports(restore.number, rows, state)
        if settled:
            LOG.info("Access no. %s has settled which reports came before the restore: %s.", request.seat, state)
        said = words if settled else N_("This has been answered already.")
        await request.replace(View(self.language.text(said)))
