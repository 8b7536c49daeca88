"""The browsers that seats are used by: one more is let in by a link, one is removed."""

from dataclasses import dataclass

from handlers.audit_log import AuditLog
from handlers.conversation import Request
from handlers.people.invitation import Invitation
from storage.fault import N_, NotAllowed
from storage.people.devices import Device, Devices
from storage.people.seats import Seats


class OnlyWayIn(NotAllowed):
    """The browser that the only administrator comes in by cannot be removed."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__(N_("The only administrator comes in by this browser alone: let in another one first."))


@dataclass(frozen=True)
class Browsers:
    """Who may do what with them: administrators with all, others with those of their own seat."""

    seats: Seats
    devices: Devices
    invitation: Invitation
    audit: AuditLog

    def may_invite(self, by: int, seat: int) -> bool:
        """Tell whether a seat may let one more browser into another: leaders into their own, staff never."""
        role = self.seats.role(by)
        return role == "administrator" or (role == "leader" and by == seat)

    async def invite(self, request: Request, seat: int) -> None:
        """Show a link with its QR picture that lets one more browser into a seat. Raises `NotAllowed`."""
        known = self.seats.find(seat)
        served = self.invitation.entrances.desk is not None
        if known is None or not served or not self.may_invite(request.seat, seat):
            raise NotAllowed(N_("Only the administrator can do that."))
        await self.invitation.invite_to(request, known)

    async def remove(self, request: Request, number: int) -> Device | None:
        """Remove a browser; return what it was, None where there is none.

        Raises `NotAllowed`, of which `OnlyWayIn` is one.
        """
        device = next((device for device in self.devices.all if device.number == number), None)
        if device is None:
            return None
        if device.seat != request.seat and self.seats.role(request.seat) != "administrator":
            raise NotAllowed(N_("Only the administrator can do that."))
        if self._is_only_way(device):
            raise OnlyWayIn
        gone = await self.devices.remove(number)
        await self.audit.note(request, "browser_removed", device.seat)
        return gone

    def _is_only_way(self, device: Device) -> bool:
        """Tell whether nobody could let anybody in any more without this browser."""
        seat = self.seats.find(device.seat)
        by_chat = seat is not None and seat.account is not None and self.invitation.entrances.chat is not None
        administrators = [number for number, role in self.seats.roles.items() if role == "administrator"]
        return administrators == [device.seat] and not by_chat and len(self.devices.of(device.seat)) == 1
