"""Delivering every due summary to every place once; a row in the database decides, never the clock."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from handlers.administrators import Administrators
from handlers.conversation import Conversations, Moved, NotShown, Refused, Uncertain
from handlers.summaries.due import Bundle, Timetable, bundled, due_at_place
from handlers.summaries.letters import MAILBOXES
from handlers.summaries.mail_delivery import MailDelivery, MailedSummary
from handlers.summaries.preparation import Summaries
from handlers.summaries.prepared import PreparedSummary
from handlers.view import View
from reports.analysis.period import Period
from reports.words.language import Language
from reports.words.message import Circumstances, report_number
from storage.database.connection import DatabaseFault
from storage.deliveries.chats import REPORTS, BoundChat, Chats, OwnPlace, Report
from storage.deliveries.deliveries import DESK, FOLDER, Deliveries, Delivery
from storage.deliveries.period_end import PeriodNotOver
from storage.operations.restores import Restores

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class SummaryDelivery:
    """Delivers what is due to the bound chats, by ``mail``, to the ``folder`` and the ``desk``.

    ``clock`` is the local time.

    At the desk a report is there once it has its number: whoever reads it has it counted then.
    A chat at an address that ``may_get`` nothing any more is left out. What fell due before a restore is held
    back until it is known whether it has come.
    """

    summaries: Summaries
    conversations: Conversations
    chats: Chats
    deliveries: Deliveries
    restores: Restores
    folder: Path | None
    desk: bool
    mail: MailDelivery | None
    may_get: Callable[[int], bool]
    administrators: Administrators
    language: Language
    clock: Callable[[], datetime]
    timetable: Timetable
    reports: Mapping[Report, bool]
    _at_work: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def deliver_due(self) -> None:
        """Deliver what is due to every place, and tell the administrators of what is refused for good.

        Whoever asks while it is being done waits until it has been done.
        """
        async with self._at_work:
            await self._deliver_all()

    async def _deliver_all(self) -> None:
        off = [report for report in REPORTS if not self.reports[report]]
        await self.chats.pass_over(off, self._now().isoformat(timespec="minutes"))
        restore = await self.restores.latest()
        held = restore.at if restore and restore.reports != "settled" else None
        for place in await self.places():
            if place.number in {FOLDER, DESK} or self.may_get(place.address):
                await self._deliver(place, held)
        await self._tell_failures()

    async def in_doubt(self, moment: datetime) -> list[tuple[BoundChat, Report, Period]]:
        """Return what had fallen due by a local moment, to whomever, and is not known as sent.

        Raises a `DatabaseFault`.
        """
        return [
            (place, report, period)
            for place in await self.places()
            for report, periods in (await self._due(place, None, moment)).items()
            for period in periods
        ]

    async def places(self) -> list[BoundChat]:
        """Return the bound chats, the mailboxes of the config as they are now, the folder and the desk.

        Raises a `DatabaseFault`.
        """
        own: list[tuple[int, OwnPlace]] = [(FOLDER, "folder")] if self.folder else []
        own += [(DESK, "desk")] if self.desk else []
        mailboxes = self.mail.mailboxes.places if self.mail else ()
        now = self._now().isoformat(timespec="minutes")
        await self.chats.bind_only(mailboxes, MAILBOXES, language=self.language.code, now=now)
        every = dict.fromkeys(REPORTS, True)
        return [
            *self.chats.all,
            *[
                BoundChat(number, number, self.language.code, every, await self.chats.shown_since(where, now))
                for number, where in own
            ],
        ]

    def _now(self) -> datetime:
        return self.clock().replace(tzinfo=None)

    async def _due(self, place: BoundChat, after: datetime | None, by: datetime) -> dict[Report, list[Period]]:
        """Return what fell due at one place ``after`` a local moment and ``by`` another, and is not done."""
        done = await self.deliveries.done(place.number)
        waiting = due_at_place(place, self.timetable, done, by=by, after=after)
        return {report: periods for report, periods in waiting.items() if self.reports[report]}

    async def _deliver(self, place: BoundChat, held: datetime | None) -> None:
        """Deliver what fell due at one place after ``held``; what fails is logged and tried again later."""
        try:
            for bundle in bundled(await self._due(place, held, self._now())):
                await self._deliver_bundle(place, bundle)
        except (DatabaseFault, PeriodNotOver) as fault:
            LOG.error("A summary could not be delivered now: %s", fault)  # noqa: TRY400 - the sentence says it

    async def _deliver_bundle(self, place: BoundChat, bundle: Bundle) -> None:
        today = self._now().date()
        delivery = await self.deliveries.begin(bundle.report, bundle.period.name, place.number, today=today)
        circumstances = Circumstances(bundle.report, delivery.number, delivery.doubtful)
        prepared = await self.summaries.prepare(
            bundle,
            place.language,
            circumstances,
            today=today,
            reported=await self.deliveries.last_tallies(bundle.report, place.number),
        )
        await self.deliveries.mark_sending(delivery)
        try:
            if place.number == FOLDER and self.folder is not None:
                await prepared.write_to(self.folder)
            elif self.mail and self.mail.reaches(place.address):
                told = MailedSummary(prepared, bundle, circumstances, place.language)
                await self.mail.send(place.address, told)
            elif place.number != DESK:
                await prepared.show_in(self.conversations.at(place.address))
        except Moved as moved:
            await self.deliveries.mark_unsent(delivery, "moved")
            await self.chats.move(place.number, moved.place)
        except Refused as refusal:
            lines = [(report, period.name) for report, period in bundle.lines]
            await self.deliveries.mark_failed(delivery, str(refusal), lines)
        except Uncertain as doubt:
            LOG.warning("Nobody knows whether report %s arrived: %s", report_number(delivery.number), doubt)
        except (NotShown, OSError) as trouble:
            LOG.warning("Report %s will be tried again: %s", report_number(delivery.number), trouble)
            await self.deliveries.mark_unsent(delivery, str(trouble))
        else:
            await self._note(delivery, prepared, bundle)

    async def _note(self, delivery: Delivery, prepared: PreparedSummary, bundle: Bundle) -> None:
        lines = [(report, period.name, prepared.lines[period.name]) for report, period in bundle.lines]
        await self.deliveries.mark_sent(delivery, prepared.tally, lines, today=self._now().date())
        for restated in prepared.restated:
            await self.deliveries.restate(delivery.report, delivery.chat, restated.period.name, restated.tally)

    async def _tell_failures(self) -> None:
        for failure in await self.deliveries.failed(unreported=True):
            text = self.language.text(
                "Report {name} · {number} could not be delivered to chat {chat}: {reason}. It is not tried again.",
                name=failure.period,
                number=report_number(failure.number),
                chat=failure.chat,
                reason=failure.reason,
            )
            LOG.error("Report %s is not tried again: %s", report_number(failure.number), failure.reason)
            if await self.administrators.tell(View(text)):
                await self.deliveries.mark_reported(failure)
