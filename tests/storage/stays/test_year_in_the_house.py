"""Whatever happens in a house in a year, whenever days go: figures are those of a model that keeps all days."""

import asyncio
import contextlib
from collections.abc import Coroutine
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from storage.database.connection import PRAGMAS, Database
from storage.fault import Fault
from storage.figures.recount import Recount
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.sources import Sources
from storage.stays.coarsening import coarsen
from storage.stays.stay import DaysGone, Stay
from storage.stays.stays import Stays
from tests.storage.stays.house_figures import compare
from tests.storage.stays.house_file import look_into_the_file
from tests.storage.stays.house_model import Guest, House, next_month
from tests.storage.stays.staying import ADULT, CHILD, SEAT, SMALL, WOMAN

BEGINNING, BEDS = date(2015, 12, 12), 4
QUICK = (*PRAGMAS, "PRAGMA synchronous = OFF")
DAYS = st.integers(0, 12) | st.none()
"""How many days go by before something happens; none where it is the first day of the next month."""
SEXES = st.sampled_from(["woman", "woman", "man"])
T = TypeVar("T")


class Year(RuleBasedStateMachine):
    """A house from the autumn to the winter after the next: people come and go, and their days go later."""

    @initialize()
    def open(self) -> None:
        """Open a house with two families, whose story has begun, and somebody who has left."""
        self.loop, self.folder = asyncio.new_event_loop(), TemporaryDirectory()
        self.path = Path(self.folder.name) / "vaktlogg.db"
        self.stack = contextlib.AsyncExitStack()
        self.database = self._do(self.stack.enter_async_context(Database.open(self.path, pragmas=QUICK)))
        numbers = map("shared-{:03}".format, range(1000))
        sources = Sources(self.database, draw=bytes)
        self.stays = Stays(self.database, sources, draw=numbers.__next__)
        self.house, self.today = House(BEDS), BEGINNING
        self.arrive(0, "woman", 3, declined=False, children=[False, True])
        self.arrive(0, "man", 0, declined=False, children=[False])
        self.enter_late(5, 80, 60, declined=True)
        self._leave(self.house.guests[1])
        self._refuse(self.house.guests[3])

    def _do(self, action: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(action)

    def _pass(self, days: int | None) -> None:
        self.today = next_month(self.today) if days is None else self.today + timedelta(days=days)

    @property
    def _now(self) -> Hour:
        return Hour(self.today, 14)

    def _arrive(self, guest: Guest, beside: Guest | None = None, *, declined: bool = False) -> Guest:
        if beside:
            beside.family = guest.family = beside.family or f"family-{guest.source}"
        arrival = guest.arrival(beside, declined=declined)
        self._do(self.stays.begin(arrival, by=SEAT, now=self._now))
        self.house.guests.append(guest)
        if declined or self.house.is_refused(guest):
            self.house.refuse(guest)
        return guest

    def _change(self, guest: Guest, **parts: Any) -> Stay:  # noqa: ANN401 - those of a change
        stay = self._do(self.stays.find(guest.source))
        assert stay is not None
        change = replace(guest.state, **parts)
        return self._do(self.stays.change(guest.form, guest.source, stay.revision, change, now=self._now))

    def _leave(self, guest: Guest) -> None:
        if guest.form is ADULT and guest.outcome == "registered":
            guest.answers = {**guest.answers, "to": "own"}
        guest.left, guest.family, guest.label = self.today, "", ""
        self._change(guest)
        guest.record(self.today)

    def _refuse(self, guest: Guest) -> None:
        self._change(guest, outcome="declined")
        self.house.refuse(guest)

    def _one(self, data: st.DataObject, guests: list[Guest]) -> Guest | None:
        return data.draw(st.sampled_from(guests)) if guests else None

    @rule(
        days=DAYS,
        sex=SEXES,
        late=st.integers(0, 3),
        declined=st.booleans(),
        children=st.lists(st.booleans(), max_size=3),
    )
    def arrive(self, days: int | None, sex: str, late: int, declined: bool, children: list[bool]) -> None:
        """Let an adult come, alone or with children; each of them may decline."""
        self._pass(days)
        day = self.today - timedelta(days=late)
        adult = self._arrive(self.house.guest(self.today, ADULT, {**WOMAN, "sex": sex}, day), declined=declined)
        for child in children:
            self._arrive(self.house.guest(self.today, CHILD, SMALL, day), adult, declined=child)

    @rule(days=DAYS, data=st.data(), form=st.sampled_from([ADULT, CHILD]))
    def follow(self, days: int | None, data: st.DataObject, form: Form) -> None:
        """Let somebody follow who belongs to one who is there."""
        self._pass(days)
        if beside := self._one(data, self.house.open):
            self._arrive(self.house.guest(self.today, form, WOMAN if form is ADULT else SMALL, self.today), beside)

    @rule(days=DAYS, ago=st.integers(2, 250), nights=st.integers(1, 60), declined=st.booleans())
    def enter_late(self, days: int | None, ago: int, nights: int, declined: bool) -> None:
        """Enter a stay that is over."""
        self._pass(days)
        arrived = self.today - timedelta(days=ago)
        left = min(self.today, arrived + timedelta(days=nights))
        self._arrive(
            self.house.guest(self.today, ADULT, {**WOMAN, "first": "no"}, arrived, left), declined=declined
        )

    @rule(days=DAYS, data=st.data(), comes_back=st.booleans())
    def depart(self, days: int | None, data: st.DataObject, comes_back: bool) -> None:
        """Let somebody leave, and perhaps come back on the same day."""
        self._pass(days)
        guest = self._one(data, [guest for guest in self.house.open if guest.arrived < self.today])
        if guest is None:
            return
        self._leave(guest)
        if comes_back and guest.form is ADULT:
            self._arrive(self.house.guest(self.today, ADULT, {**WOMAN, "first": "no"}, self.today))

    @rule(days=DAYS, data=st.data())
    def refuse(self, days: int | None, data: st.DataObject) -> None:
        """Let somebody decline after all, long after perhaps."""
        self._pass(days)
        if guest := self._one(data, self.house.guests):
            self._refuse(guest)

    @rule(days=DAYS, data=st.data())
    def agree(self, days: int | None, data: st.DataObject) -> None:
        """Let somebody who declined agree to be registered: no child in the place of the adult."""
        self._pass(days)
        if guest := self._one(data, [guest for guest in self.house.guests if guest.outcome == "declined"]):
            answers = {**WOMAN, "sex": guest.person} if guest.form is ADULT else SMALL
            stay = self._change(guest, outcome="registered", answers=answers)
            refused = self.house.is_refused(guest)
            assert stay.outcome == ("declined" if refused else "registered")
            if not refused:
                guest.outcome, guest.answers = "registered", answers

    @rule(days=DAYS, data=st.data(), earlier=st.integers(-3, 40))
    def correct_days(self, days: int | None, data: st.DataObject, earlier: int) -> None:
        """Correct when somebody came."""
        self._pass(days)
        guest = self._one(data, self.house.guests)
        if guest is None or not earlier:
            return
        arrived = guest.arrived - timedelta(days=earlier)
        if arrived >= (guest.left or self.today):
            return
        with _refused(DaysGone, guest.coarse and arrived.month != guest.arrived.month):
            self._change(guest, arrived=arrived)
        if not guest.coarse:
            guest.arrived = arrived
            guest.record(self.today)

    @rule(days=DAYS, data=st.data())
    def open_again(self, days: int | None, data: st.DataObject) -> None:
        """Correct that somebody has not left after all."""
        self._pass(days)
        if guest := self._one(data, [guest for guest in self.house.guests if guest.left]):
            with _refused(DaysGone, guest.coarse):
                self._change(guest, left=None)
            if not guest.coarse:
                guest.left = None
                guest.record(self.today)

    @rule(days=DAYS, data=st.data(), sex=SEXES)
    def correct_answers(self, days: int | None, data: st.DataObject, sex: str) -> None:
        """Correct whose nights they were, and the help there was."""
        self._pass(days)
        guest = self._one(data, [g for g in self.house.guests if g.answers.get("sex")])
        if guest is None:
            return
        answers = {**guest.answers, "sex": sex, "help": ("nav",)}
        gone = guest.coarse and sex != guest.person
        with _refused(DaysGone, gone):
            self._change(guest, person=sex, answers=answers)
        if not gone:
            guest.person, guest.answers = sex, answers

    @rule(days=DAYS, data=st.data())
    def remove(self, days: int | None, data: st.DataObject) -> None:
        """Take back a mistake."""
        self._pass(days)
        if guest := self._one(data, self.house.guests):
            stay = self._do(self.stays.find(guest.source))
            assert stay is not None
            with _refused(DaysGone, guest.coarse):
                self._do(self.stays.remove(guest.source, stay.revision))
            if not guest.coarse:
                self.house.guests.remove(guest)

    @rule(days=st.integers(0, 60) | st.none())
    def forget_days(self, days: int | None) -> None:
        """Let the days go that are to go."""
        self._pass(days)
        self._do(coarsen(self.database, ["adult", "child"], BEDS, now=self._now))
        self.house.coarsen(self.today)

    def _compare(self) -> None:
        self._do(compare(self.database, self.house, self.today))
        assert self._do(Recount(self.database).differences()) == []

    def teardown(self) -> None:
        """Compare the figures, again once others have left and days are gone, and what the file holds."""
        if not hasattr(self, "house"):
            return
        try:
            self._compare()
            self._pass(None)
            for guest in self.house.open[::2]:
                self._leave(guest)
            self.forget_days(70)
            self._compare()
        finally:
            self._do(self.stack.aclose())
            self.loop.close()
        with self.folder:
            look_into_the_file(self.path, self.house)


def _refused(fault: type[Fault], when: bool) -> contextlib.AbstractContextManager[object]:
    return pytest.raises(fault) if when else contextlib.nullcontext()


TestYear = Year.TestCase
QUICKLY = settings(max_examples=25, stateful_step_count=25, deadline=None, derandomize=True, database=None)
TestYear.settings = settings(QUICKLY, suppress_health_check=list(HealthCheck))
