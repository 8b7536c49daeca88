"""Lapsing: a seat that nobody uses is told of a week before it ends, and renewed by one tap."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from handlers.administrators import Administrators
from handlers.conversation import NotShown, Request
from handlers.people.admission import Admission
from handlers.people.seat_words import seat_line
from handlers.tap.people_actions import AskRemoval, Renew
from handlers.view import Button, View
from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Seat
from storage.people.seats import Seats

LOG = logging.getLogger(__name__)
WARNED_BEFORE = timedelta(days=7)
ENDED = N_(
    "Your access has ended, since it was not used for long. Nothing is saved. The administrator can renew it."
)
LAPSES_SOON = N_("Your access has not been used for long, and ends on {day}. Tap any button to keep it.")
WAITS = N_(
    "Vaktlogg was restored from a copy, and the administrator has to let you in again. Nothing is saved: write the"
    " call on paper, without a name."
)
ENDED_BRIEFLY = N_("Your access has ended, since it was not used for long. The administrator can renew it.")
WAITS_BRIEFLY = N_("Vaktlogg was restored from a copy, and the administrator has to let you in again.")


@dataclass(frozen=True)
class Lapse:
    """Warns of seats that lapse soon, and answers those whose seat has lapsed, or waits after a restore.

    ``today`` is the local day.
    """

    seats: Seats
    administrators: Administrators
    admission: Admission
    language: Language
    today: Callable[[], date]
    _told: set[int] = field(default_factory=set)

    async def warn(self) -> None:
        """Tell the administrators and the holders of the seats that lapse within a week.

        Raises a `DatabaseFault`.
        """
        for seat in self.seats.all:
            day = self.seats.lapses_on(seat)
            if day is None or seat.warned or day - WARNED_BEFORE > self.today():
                continue
            lapses = self.language.text(
                "This access has not been used for long, and ends on {day}:", day=self.language.day(day)
            )
            if await self.administrators.tell(await self._view(seat, lapses)):
                await self.seats.warn(seat.number)
                await self._tell_holder(seat, day)

    async def _view(self, seat: Seat, words: str) -> View:
        line = seat_line(seat, [], await self.admission.called(seat), self.language)
        text = self.language.text
        buttons = [Button(text("Renew"), Renew(seat.number)), Button(text("Remove"), AskRemoval(seat.number))]
        return View(f"{words}\n{line}", [buttons])

    async def _tell_holder(self, seat: Seat, day: date) -> None:
        try:
            view = View(self.language.text(LAPSES_SOON, day=self.language.day(day)))
            await self.administrators.conversations.in_private(seat.number).show(view)
        except NotShown as error:
            LOG.info("The holder of an access that ends could not be told: %s", error)

    async def refuses(self, request: Request, *, registers: bool = True) -> bool:
        """Tell whether the sender's seat has lapsed, or waits after a restore; then say so.

        Where what was sent ``registers`` nothing, nothing is said of calls either.
        The administrators are told once of one that has lapsed; of the others they know.
        """
        seat = self.seats.find(request.seat)
        if seat is None or not (seat.restored or self.seats.has_lapsed(seat)):
            return False
        waits, ended = (WAITS, ENDED) if registers else (WAITS_BRIEFLY, ENDED_BRIEFLY)
        words = self.language.text(waits if seat.restored else ended)
        if not request.private:  # what it is about is nobody's business there
            return True
        await request.conversation.answer(words, alert=True)
        await self.administrators.refusals.say(request, words)
        if not seat.restored and seat.number not in self._told:
            tried = self.language.text("Somebody tries to use an access that has ended:")
            if await self.administrators.tell(await self._view(seat, tried)):
                self._told.add(seat.number)
        return True
