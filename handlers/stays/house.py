"""Who is in the house, each adult with the children beside, who has left lately, and what is missing of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.stays.given import missing
from handlers.stays.keeping import first_day
from handlers.stays.rights import StayRights
from storage.forms.form import Form
from storage.forms.question import STAGES, Question, Stage
from storage.stays.stay import Stay
from storage.stays.stays import Stays

LISTED_DAYS = 100
"""How long ago somebody has left, at most, who is looked for: the days of all others are gone."""


HouseState = Sequence[tuple[str, int]]
"""What stands for all that is shown of the house: another one once any stay has changed."""


@dataclass(frozen=True)
class HouseStay:
    """A stay with its form."""

    form: Form
    stay: Stay

    @property
    def day(self) -> date:
        """The day by which it is asked what is in use."""
        return first_day(self.stay)

    @property
    def lacking(self) -> Mapping[Stage, Sequence[Question]]:
        """The questions without an answer, by stage; those of departure where it is over."""
        if self.stay.outcome == "declined":
            return {}
        stages = [stage for stage in STAGES if stage != "departure" or not self.stay.is_open]
        found = {stage: missing(self.form, self.stay.answers, stage, self.day) for stage in stages}
        return {stage: questions for stage, questions in found.items() if questions}


@dataclass(frozen=True)
class StayGroup:
    """Somebody who is there, those who came along, and the forms by which somebody more can be added."""

    first: HouseStay
    others: Sequence[HouseStay]
    more: Sequence[Form]

    @property
    def all(self) -> Sequence[HouseStay]:
        """Everybody of the group."""
        return [self.first, *self.others]


@dataclass(frozen=True)
class WhoIsIn:
    """Those whose stays are open, and those that were closed lately and can still be corrected."""

    groups: Sequence[StayGroup]
    left: Sequence[HouseStay]


@dataclass(frozen=True)
class House:
    """Tells who is in the house."""

    forms: Mapping[str, Form]
    stays: Stays
    rights: StayRights

    async def now(self, seat: int) -> WhoIsIn:
        """Return who is in the house, and who has left lately whom the seat may correct."""
        left = [
            one
            for one in self._known(await self.stays.closed(self._since))
            if self.rights.may_correct(seat, one.stay)
        ]
        return WhoIsIn(self._grouped(self._known(await self.stays.open())), left)

    async def state(self) -> HouseState:
        """Return what stands for those who are in, and those who have left lately."""
        if not self.forms:
            return ()
        stays = [*await self.stays.open(), *await self.stays.closed(self._since)]
        return tuple((stay.source, stay.revision) for stay in stays)

    async def adults(self, form: Form) -> list[HouseStay]:
        """Return those whom somebody of a form can come along with."""
        beside = form.house.beside if form.house else None
        return [one for one in self._known(await self.stays.open()) if one.form.key == beside]

    async def along(self, stay: Stay) -> list[HouseStay]:
        """Return those who are there beside somebody."""
        groups = self._grouped(self._known(await self.stays.open()))
        return [one for group in groups if group.first.stay.source == stay.source for one in group.others]

    @property
    def _since(self) -> date:
        return self.rights.today() - timedelta(days=LISTED_DAYS)

    def _known(self, stays: Iterable[Stay]) -> list[HouseStay]:
        return [HouseStay(self.forms[stay.form], stay) for stay in stays if stay.form in self.forms]

    def _grouped(self, stays: Sequence[HouseStay]) -> list[StayGroup]:
        first = {one.stay.bond: one for one in reversed(stays) if one.stay.bond and not _is_beside(one)}
        groups = []
        for one in stays:
            host = first.get(one.stay.bond or "", one)
            if host is one:
                more = [form for form in self.forms.values() if form.house and form.house.beside == one.form.key]
                others = [other for other in stays if first.get(other.stay.bond or "") is one]
                groups.append(StayGroup(one, [other for other in others if other is not one], more))
        return groups


def _is_beside(one: HouseStay) -> bool:
    return bool(one.form.house and one.form.house.beside)
