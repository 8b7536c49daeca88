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


@dataclass(frozen=True)
class WaysIn:
    """Adds ways into a seat, and takes them away. Every tap raises `UnreadableTap` for all but administrators."""

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
        if await self.browsers.remove(request, tap.browser) is None:
            raise UnreadableTap
        await request.replace(View(self.language.text("The browser is removed.")))
