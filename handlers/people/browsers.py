"""The browsers that seats are used by: one more is let in by a link, one is removed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.audit_log import AuditLog
from handlers.conversation import Request
from handlers.people.entrances import Entrances
from handlers.people.qr import qr_png
from handlers.view import View
from reports.report_files import File
from reports.words.language import Language
from storage.fault import N_, NotAllowed
from storage.people.devices import Device, Devices
from storage.people.invites import Invites
from storage.people.seats import Seats


@dataclass(frozen=True)
class Browsers:
    """Who may do what with them: administrators with all, others with those of their own seat.

    ``code`` makes one-time codes; ``clock`` is local, with its zone.
    """

    seats: Seats
    devices: Devices
    invites: Invites
    code: Callable[[], str]
    entrances: Entrances
    clock: Callable[[], datetime]
    audit: AuditLog
    language: Language

    def may_invite(self, by: int, seat: int) -> bool:
        """Tell whether a seat may let one more browser into another: leaders into their own, staff never."""
        role = self.seats.role(by)
        return role == "administrator" or (role == "leader" and by == seat)

    async def invite(self, request: Request, seat: int) -> None:
        """Show a link with its QR picture that lets one more browser into a seat. Raises `NotAllowed`."""
        known = self.seats.find(seat)
        if known is None or self.entrances.desk is None or not self.may_invite(request.seat, seat):
            raise NotAllowed(N_("Only the administrator can do that."))
        code, text = self.code(), self.language.text
        number = await self.invites.make(code, known.role, by=request.seat, now=self.clock(), seat=seat)
        await self.audit.note(request, "one_more", number, seat)
        link = self.entrances.desk(code)
        lines = [
            text("One more browser for access no. {number}", number=seat),
            link,
            text("Open the link in that browser, or scan the picture. It works once, within 24 hours."),
        ]
        await request.reply(View("\n".join(lines), picture=File("browser.png", qr_png(link))))

    async def remove(self, request: Request, number: int) -> Device | None:
        """Remove a browser; return what it was, None where there is none. Raises `NotAllowed`."""
        device = next((device for device in self.devices.all if device.number == number), None)
        if device is None:
            return None
        if device.seat != request.seat and self.seats.role(request.seat) != "administrator":
            raise NotAllowed(N_("Only the administrator can do that."))
        gone = await self.devices.remove(number)
        await self.audit.note(request, "browser_removed", device.seat)
        return gone
