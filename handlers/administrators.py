"""The administrators: telling them something, and what only they may do."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.conversation import Conversations, NotShown, Request
from handlers.refusals import Refusals
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from reports.words.language import Language
from storage.people.seat import Role

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Administrators:
    """Everybody whose role is administrator; ``roles`` are those of all seats."""

    conversations: Conversations
    roles: Callable[[], Mapping[int, Role]]
    refusals: Refusals
    language: Language

    async def tell(self, view: View) -> bool:
        """Show each of them a view in private; tell whether anybody was reached."""
        return any([await self._reached(seat, view) for seat in self.seats])

    @property
    def seats(self) -> Sequence[int]:
        """Their seats."""
        return [seat for seat, role in self.roles().items() if role == "administrator"]

    async def _reached(self, seat: int, view: View) -> bool:
        try:
            await self.conversations.in_private(seat).show(view)
        except NotShown as error:
            LOG.warning("An administrator could not be told: %s", error)
            return False
        return True

    async def ask(self, request: Request) -> bool:
        """Tell whether one of them asks, and tell others on the list that they cannot."""
        role = self.roles().get(request.seat)
        if role not in {None, "administrator"}:
            await self.refusals.say(request, self.language.text("Only the administrator can do that."))
        return role == "administrator"

    def check(self, request: Request) -> None:
        """Raise `UnreadableTap` for a tap of anybody else."""
        if self.roles().get(request.seat) != "administrator":
            raise UnreadableTap
