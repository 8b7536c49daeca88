"""After a restore: whoever is no administrator is let in again by one, since somebody may have left meanwhile."""

from dataclasses import dataclass

from handlers.administrators import Administrators
from handlers.people.admission import Admission
from handlers.people.seat_words import seat_line
from handlers.view import View
from reports.words.language import Language
from storage.operations.restores import Restores
from storage.people.seat import Seat
from storage.people.seats import Seats


@dataclass(frozen=True)
class Readmission:
    """Asks the administrators about the seats that had access before the latest restore."""

    seats: Seats
    restores: Restores
    administrators: Administrators
    admission: Admission
    language: Language

    async def ask(self) -> None:
        """Ask about each of them, once the administrators can be reached. Raises a `DatabaseFault`."""
        restore = await self.restores.latest()
        if restore is None or restore.people_asked:
            return
        waiting = [seat for seat in self.seats.all if seat.restored]
        if not waiting or await self.administrators.tell(View(self._opening(len(waiting)))):
            for seat in waiting:
                await self.administrators.tell(await self._question(seat))
            await self.restores.note_people_asked(restore)

    def _opening(self, count: int) -> str:
        return self.language.plural(
            "Vaktlogg was restored from a copy. {n} access waits until you let it in again, since somebody may"
            " have left after the copy was made. Codes and invitations of before work no more.",
            "Vaktlogg was restored from a copy. {n} accesses wait until you let them in again, since somebody may"
            " have left after the copy was made. Codes and invitations of before work no more.",
            count,
        )

    async def _question(self, seat: Seat) -> View:
        line = seat_line(seat, [], await self.admission.called(seat), self.language)
        return View(line, [self.admission.buttons(seat.number)])
