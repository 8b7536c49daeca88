"""What every page of the desk is handed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.config.desk import DeskSection
from bot.desk.changes import Changes, ShownState
from bot.desk.comparisons import Comparisons
from bot.desk.replies import Replies
from bot.desk.visitors import Visitors
from bot.use_cases import UseCases
from handlers.operations.findings import Checks
from reports.words.language import Language
from storage.forms.form import Form


@dataclass(frozen=True)
class Desk:
    """The desk: the use cases it hands requests to, who may use it, and what waits to be shown.

    ``checks`` look at the installation, where there is one to look at.
    """

    section: DeskSection
    cases: UseCases
    visitors: Visitors
    replies: Replies
    checks: Checks | None = None

    @property
    def language(self) -> Language:
        """The centre's language."""
        return self.cases.language

    @property
    def forms(self) -> Mapping[str, Form]:
        """The forms that are filled in at once."""
        return self.cases.calls.forms

    @property
    def stay_forms(self) -> Mapping[str, Form]:
        """The forms whose records stay open, such as stays in the house."""
        return self.cases.stays.forms

    def form(self, key: str) -> Form:
        """Return the form that is filled in at once with a key, the first one for any that there is none with."""
        return self.forms.get(key) or next(iter(self.forms.values()))

    def told_form(self, key: str) -> Form:
        """Return the form with a key that figures are told of, the first one for any that there is none with."""
        return self.cases.forms.get(key) or self.form("")

    @property
    def waiting(self) -> Sequence[int]:
        """The numbers of the seats that wait to be let in."""
        return tuple(seat.number for seat in self.cases.stores.seats.all if seat.waiting)

    def waiting_state(self, waiting: Sequence[int]) -> str:
        """Return what stands for those who wait: another text once they are others."""
        return self.changes.token("waiting", waiting)

    @cached_property
    def changes(self) -> Changes:
        """What tells pages that something they show has changed."""
        return Changes(self._look, self.cases.stores.shift_states.commits)

    @cached_property
    def comparisons(self) -> Comparisons:
        """What browsers were told of the telephone."""
        return Comparisons()

    async def _look(self) -> ShownState:
        stores = self.cases.stores
        return ShownState(
            calls=await stores.shift_states.look(self.cases.roster.on_duty.key),
            cards=stores.cards.all_changes,
            devices=stores.devices.all,
            roles=stores.seats.roles,
            waiting=self.waiting,
            house=await self.cases.stays.house.state(),
        )
