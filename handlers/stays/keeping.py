"""Keeping stays: begun, added to, ended, corrected, taken back, and of those who do not want to be registered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.stays.days import DayRules
from handlers.stays.given import Given, answers_in
from handlers.stays.labels import label_in
from handlers.stays.rights import StayRights
from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import Answer, Answers
from storage.hour import Hour
from storage.stays.stay import Arrival, SavedStay, Stay, StayChange
from storage.stays.stays import Stays

MONTH = len("2016-07")


class NoSuchStay(Fault):
    """There is no such stay, or no longer."""


@dataclass(frozen=True)
class WrittenStay:
    """What somebody has written of a stay; one that begins can be ``beside`` another, or ``declined``."""

    arrived: date | None
    left: date | None
    label: str
    given: Given
    beside: str = ""
    declined: bool = False


@dataclass(frozen=True)
class StayKeeping:
    """Keeps stays of the forms whose records stay open. ``clock`` is the local time."""

    forms: Mapping[str, Form]
    stays: Stays
    rights: StayRights
    language: Language
    clock: Callable[[], datetime]

    async def find(self, seat: int, source: str) -> tuple[Form, Stay]:
        """Return a stay that the seat may correct, and its form. Raises `NoSuchStay`, `NotYoursAnyMore`."""
        stay = await self.stays.find(source)
        if stay is None or stay.form not in self.forms:
            raise NoSuchStay(N_("This is not there any more. It may have been taken back meanwhile."))
        self.rights.check(seat, stay)
        return self.forms[stay.form], stay

    async def begin(self, seat: int, form: Form, source: str, written: WrittenStay) -> SavedStay:
        """Keep a stay, once: whoever comes ``beside`` somebody shares that one's label.

        Raises `NotADay`, `NotAnAnswer`, `NotALabel`, `NoSuchStay`.
        """
        arrived = self._rules(seat, form).check(written.arrived, written.left)
        asked = {question.key for question in form.asked_at("arrival")}
        given = {key: values for key, values in written.given.items() if key in asked}
        answers = answers_in(form, given, arrived, self.language, {})
        label = label_in(written.label)
        if written.beside:
            label = label or (await self.find(seat, written.beside))[1].label
        arrival = Arrival(
            form=form,
            source=source,
            outcome="declined" if written.declined else "registered",
            person=form.person_in(answers),
            arrived=arrived,
            answers={} if written.declined else answers,
            left=written.left,
            beside=written.beside or None,
            label=label,
        )
        return await self.stays.begin(arrival, by=seat, now=Hour.of(self.clock()))

    async def change(self, seat: int, source: str, revision: int, written: WrittenStay) -> Stay:
        """Let a stay be what was written of it.

        Raises `NotADay`, `NotAnAnswer`, `NotALabel`, `NoSuchStay`, and `StayChanged` where it was changed since
        ``revision``.
        """
        form, stay = await self.find(seat, source)
        change = as_change(stay)
        if stay.is_exact:
            rules = self._rules(seat, form)
            arrived = rules.check(written.arrived, written.left, (stay.arrived, stay.left))
            change = replace(change, arrived=arrived, left=written.left, label=label_in(written.label))
        if stay.outcome != "declined":
            answers = answers_in(form, written.given, change.arrived, self.language, stay.answers)
            change = replace(change, person=form.person_in(answers), answers=answers)
        return await self._change(form, stay, revision, change)

    async def leave_too(self, seat: int, sources: list[str], left: date) -> None:
        """Let those leave on a day who are there still: the children of somebody who leaves."""
        for source in sources:
            form, stay = await self.find(seat, source)
            if stay.is_open and left.isoformat() > stay.arrived:
                await self._change(form, stay, stay.revision, replace(as_change(stay), left=left))

    async def decline(self, seat: int, source: str, revision: int) -> Stay:
        """Keep nothing of a stay but that it was, and its nights. Raises `NoSuchStay`, `StayChanged`."""
        form, stay = await self.find(seat, source)
        return await self._change(form, stay, revision, as_change(stay).declined)

    async def accept(self, seat: int, source: str, revision: int) -> Stay:
        """Let somebody be registered who first did not want it. Raises `NoSuchStay`, `StayChanged`."""
        form, stay = await self.find(seat, source)
        return await self._change(
            form, stay, revision, replace(as_change(stay), outcome="registered", answers=_person_alone(form, stay))
        )

    async def take_back(self, seat: int, source: str, revision: int) -> None:
        """Take a stay back that was registered by mistake: nothing is left. Raises `NoSuchStay`, `StayChanged`."""
        await self.find(seat, source)
        await self.stays.remove(source, revision)

    async def _change(self, form: Form, stay: Stay, revision: int, change: StayChange) -> Stay:
        return await self.stays.change(form, stay.source, revision, change, now=Hour.of(self.clock()))

    def _rules(self, seat: int, form: Form) -> DayRules:
        return DayRules(
            form,
            self.rights.first_day(seat),
            self.rights.today(),
            self.language,
            may_earlier=self.rights.is_leader(seat),
        )


def first_day(stay: Stay) -> date:
    """Return the day of arrival, where it is not known any more the first of its month."""
    return date.fromisoformat(stay.arrived if stay.is_exact else f"{stay.arrived[:MONTH]}-01")


def as_change(stay: Stay) -> StayChange:
    """Return a stay as it is."""
    left = stay.left and date.fromisoformat(stay.left if stay.is_exact else f"{stay.left[:MONTH]}-01")
    return StayChange(stay.outcome, stay.person, first_day(stay), left or None, stay.answers, stay.label)


def _person_alone(form: Form, stay: Stay) -> Answers:
    """Return the answer by which nights are told apart, which is known of those not registered as well."""
    by = form.by_key.get(form.house.by or "") if form.house else None
    answer: dict[str, Answer] = {by.key: stay.person} if by and stay.person in by.option_keys else {}
    return answer
