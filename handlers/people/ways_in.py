"""The ways into a seat: a link for one more, a forgotten code, and browsers that are let in no more."""

from dataclasses import dataclass

from handlers.conversation import Request
from handlers.people.admission import Admission
from handlers.people.browsers import Browsers
from handlers.people.invitation import Invitation
from handlers.people.unlocking import Unlocking
from handlers.tap.form_tap import UnreadableTap
from handlers.tap.people_actions import FreeCode, InviteTo, RemoveBrowser
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_, NotAllowed
from storage.people.devices import Device, Devices


class OnlyWayIn(NotAllowed):
    """The browser that the only administrator comes in by cannot be removed."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__(N_("The only administrator comes in by this browser alone: let in another one first."))


@dataclass(frozen=True)
class WaysIn:
    """Adds ways into a seat, and takes them away. Every tap raises `UnreadableTap` for all but administrators."""

    devices: Devices
    browsers: Browsers
    unlocking: Unlocking
    admission: Admission
    invitation: Invitation
    language: Language

    async def add(self, request: Request, tap: InviteTo) -> None:
        """Show a fresh link that opens one more way into a seat that is let in."""
        seat = self.admission.seat(request, tap)
        if seat.waiting:
            raise UnreadableTap
        await self.invitation.invite_to(request, seat)

    async def free_code(self, request: Request, tap: FreeCode) -> None:
        """Let another code be chosen for a seat whose code is forgotten, or was wrong too often."""
        seat = self.admission.seat(request, tap)
        await self.unlocking.free(request, seat.number)
        words = self.language.text("Access no. {number} chooses a new code next time.", number=seat.number)
        await request.replace(View(words))

    async def remove(self, request: Request, tap: RemoveBrowser) -> None:
        """Let a browser in no more. Raises `OnlyWayIn`."""
        self.admission.administrators.check(request)
        device = next((device for device in self.devices.all if device.number == tap.browser), None)
        if device is None:
            raise UnreadableTap
        if self._is_only_way(device):
            raise OnlyWayIn
        await self.browsers.remove(request, device.number)
        await request.replace(View(self.language.text("The browser is removed.")))

    def _is_only_way(self, device: Device) -> bool:
        """Tell whether nobody could let anybody in any more without this browser."""
        seat = self.admission.seats.find(device.seat)
        by_chat = seat is not None and seat.account is not None and self.invitation.entrances.chat is not None
        only = list(self.admission.administrators.seats) == [device.seat]
        return only and not by_chat and len(self.devices.of(device.seat)) == 1
