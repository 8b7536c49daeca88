"""A plain model of the house: it keeps every day for ever, and counts one night at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from storage.forms.form import Form
from storage.forms.question import Answers, Outcome
from storage.stays.stay import Arrival, StayChange

MONTH_AND_MORE = timedelta(days=31)


@dataclass
class Guest:
    """A stay: ``recorded`` is when its days became what they are, or its month; a ``family`` came together."""

    source: str
    form: Form = field(repr=False)
    person: str
    arrived: date
    answers: Answers
    recorded: date
    month_alone: bool = False
    outcome: Outcome = "registered"
    left: date | None = None
    label: str = ""
    family: str = ""
    coarse: bool = False

    @property
    def state(self) -> StayChange:
        """What the stay is to be."""
        return StayChange(self.outcome, self.person, self.arrived, self.left, self.answers, self.label)

    def arrival(self, beside: "Guest | None", *, declined: bool) -> Arrival:
        """Return its arrival."""
        return Arrival(
            form=self.form,
            source=self.source,
            outcome="declined" if declined else "registered",
            person=self.person,
            arrived=self.arrived,
            answers=self.answers,
            left=self.left,
            beside=beside.source if beside else None,
            label=self.label,
        )

    def decline(self) -> None:
        """Keep no answers any more, and of when it was recorded only the month."""
        self.outcome, self.answers, self.month_alone = "declined", {}, True

    def record(self, today: date) -> None:
        """Note that its days are others from today."""
        self.recorded, self.month_alone = today, self.outcome == "declined"

    def is_settled(self, day: date) -> bool:
        """Tell whether it was recorded on a day or before."""
        return (next_month(self.recorded) if self.month_alone else self.recorded) <= day

    def nights(self, today: date) -> Iterator[date]:
        """Yield the days whose midnight it was there."""
        night = self.arrived
        while night < (self.left or today):
            yield night
            night += timedelta(days=1)


@dataclass
class House:
    """All who were ever there, with what was noted of full months."""

    beds: int
    guests: list[Guest] = field(default_factory=list)
    full_months: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    met: int = 0

    def guest(self, today: date, form: Form, answers: Answers, arrived: date, left: date | None = None) -> Guest:
        """Return somebody whom nobody has met yet."""
        self.met += 1
        guest = Guest(f"nonce-{self.met}", form, str(answers.get("sex", "child")), arrived, answers, today)
        guest.left, guest.label = left, "" if left else f"room-{self.met:03}"
        return guest

    @property
    def open(self) -> list[Guest]:
        """Those who are there."""
        return [guest for guest in self.guests if guest.left is None]

    def family(self, guest: Guest) -> list[Guest]:
        """Return those who came together and are there."""
        return [other for other in self.open if guest.family and other.family == guest.family]

    def refuse(self, guest: Guest) -> None:
        """Let somebody decline, and the children of an adult."""
        covered = self.family(guest) if guest.form.house and not guest.form.house.beside else []
        for one in (guest, *(child for child in covered if child.form != guest.form)):
            one.decline()

    def is_refused(self, guest: Guest) -> bool:
        """Tell whether an adult whose child it is has declined."""
        beside = guest.form.house.beside if guest.form.house else None
        return any(o.outcome == "declined" and o.form.key == beside for o in self.family(guest))

    def coarsen(self, today: date) -> None:
        """Note how full the reported months were, and whose days go, where any do."""
        settled = today - MONTH_AND_MORE
        reported = settled.replace(day=1)
        due = [
            guest
            for guest in self.guests
            if not guest.coarse and guest.left and guest.left < reported and guest.is_settled(settled)
        ]
        for month, told in self.fullness(today).items() if due else ():
            if month < str(reported)[:7]:
                self.full_months.setdefault(month, told)
        for guest in due:
            guest.coarse = True

    def fullness(self, today: date) -> dict[str, tuple[int, int, int]]:
        """Return beds, full days and the most of a night of each month somebody was there, counted now."""
        heads = Counter(night for guest in self.guests for night in guest.nights(today))
        months: dict[str, list[int]] = {}
        for night, count in heads.items():
            months.setdefault(str(night)[:7], []).append(count)
        return {m: (self.beds, sum(n >= self.beds for n in counts), max(counts)) for m, counts in months.items()}

    def nights(self, form: Form, today: date) -> Mapping[str, Counter[str]]:
        """Return the nights of each month, by person."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for guest in self._of(form):
            for night in guest.nights(today):
                found[str(night)[:7]][guest.person] += 1
        return found

    def arrivals(self, form: Form, month: str) -> Counter[str]:
        """Return who came in a month."""
        return Counter(guest.person for guest in self._of(form) if str(guest.arrived)[:7] == month)

    def departures(self, form: Form, month: str) -> Counter[str]:
        """Return who left in a month."""
        return Counter(guest.person for guest in self._of(form) if str(guest.left)[:7] == month)

    def heads(self, form: Form, night: date) -> Counter[str]:
        """Return who was there in a night that has passed, or tonight."""
        return Counter(
            g.person for g in self._of(form) if g.arrived <= night and (g.left is None or g.left > night)
        )

    def persons(self, form: Form, year: int) -> Counter[str]:
        """Return who was there when a year began, or came for the first time in it."""
        came = (g for g in self._of(form) if g.arrived.year == year and g.answers.get("first") == "yes")
        return self.heads(form, date(year - 1, 12, 31)) + Counter(guest.person for guest in came)

    def present(self, form: Form, first: date, after: date, today: date) -> Counter[tuple[str, str]]:
        """Return in which month of a stretch stays were first there, with which outcome."""
        found = Counter[tuple[str, str]]()
        for guest in self._of(form):
            night = max(guest.arrived, first)
            if night < min(guest.left or today, after):
                found[str(night)[:7], guest.outcome] += 1
        return found

    def _of(self, form: Form) -> list[Guest]:
        return [guest for guest in self.guests if guest.form is form]


def next_month(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=1) + MONTH_AND_MORE).replace(day=1)
