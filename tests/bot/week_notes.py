"""What those who play the week note of it: the plain model, and which calls are theirs to change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.bot.week_model import ALSO, BACKGROUND, SCREENS, WHAT, WHO, Call, Week, shift_at

ENDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "Taus samtale": ("irrelevant", {"aside": "silent"}),
    "Feil nummer/annet": ("irrelevant", {"aside": "other"}),
    "Vil ikke registreres": ("declined", {}),
}
WITHOUT_MORE = {"Uten detaljer": "unspecified", "Gjaldt noe annet": "irrelevant"}


@dataclass
class Notes:
    """The ``week`` is what ought to come of it; ``made`` tells when a call was registered that is at hand."""

    week: Week = field(default_factory=Week)
    made: dict[int, datetime] = field(default_factory=dict)
    sources: dict[int, str] = field(default_factory=dict)

    def own(self, now: datetime) -> list[Call]:
        """Return the latest calls that the duty seat may still correct."""
        day = now - timedelta(hours=23)
        latest = [call for call in self.week.calls[-3:] if id(call) in self.made]
        return [call for call in latest if call.outcome == "registered" and self.made[id(call)] > day]

    def called(self, now: datetime, answers: tuple[str, str, str], back: datetime | None) -> Call:
        """Note a call, of now or of an earlier hour; or one that ends at once."""
        who, what, background = answers
        hour, shift = moment(back or now)
        if who not in ENDS:
            told = {**WHO[who], **WHAT[what], **BACKGROUND[background]}
            return self.keep(now, Call(hour, "registered", dict(told), shift))
        outcome, given = ENDS[who]
        call = Call(hour, outcome, dict(given), shift)
        if outcome == "declined":
            self.declined(call)
        return self.keep(now, call)

    def keep(self, now: datetime, call: Call) -> Call:
        """Note a call that was registered just now."""
        self.week.calls.append(call)
        self.made[id(call)] = now
        return call

    def repeated(self, now: datetime, call: Call, background: str) -> Call:
        """Note one more like a call."""
        told = {key: answer for key, answer in call.answers.items() if key not in {"also", "minority"}}
        hour, shift = moment(now)
        return self.keep(now, Call(hour, "registered", {**told, **BACKGROUND[background]}, shift))

    def corrected(self, call: Call, screen: str, label: str) -> None:
        """Note that a screen of a call was answered anew."""
        call.answer(SCREENS[screen][label])

    def declined(self, call: Call) -> None:
        """Note that a call is one of those who did not want to be registered."""
        shift = call.shift
        call.decline()
        self.week.declined[shift] += 1

    def mentioned(self, call: Call, label: str) -> None:
        """Note what else was mentioned, or that it was taken away again."""
        also, option = call.answers.get("also", []), ALSO[label]
        call.mention([kept for kept in also if kept != option] if option in also else [*also, option])

    def moved(self, call: Call, hour: datetime) -> None:
        """Note when a call was."""
        call.move(*moment(hour))

    def taken_back(self, call: Call) -> None:
        """Note that the leader took a call back, which the duty seat then leaves alone."""
        call.void(voided=True)
        self.made.pop(id(call), None)

    def silent(self, now: datetime, shift: str) -> None:
        """Note a silent call in the first hour of a shift that is over."""
        hour = datetime.fromisoformat(shift)
        self.keep(now, Call(f"{hour:%Y-%m-%dT%H}", "irrelevant", {"aside": "silent"}, shift))

    def caught_up(self, shift: str, how: str) -> None:
        """Note all that a shift lacks as calls of which no more is known."""
        outcome = WITHOUT_MORE.get(how)
        for _ in range(self.missing(shift) if outcome else 0):
            assert outcome is not None
            self.week.calls.append(Call(shift[:10], outcome, {}, shift))

    def missing(self, shift: str) -> int:
        """Tell how many calls a shift lacks that was answered for."""
        return self.week.answered[shift] - self.week.logged(shift)


def moment(now: datetime) -> tuple[str, str]:
    """Return the hour of a call, and its shift."""
    return f"{now:%Y-%m-%dT%H}", shift_at(now)


def hours_back(now: datetime, hours: int) -> datetime:
    """Return the beginning of the hour so many hours before."""
    return now.replace(minute=0) - timedelta(hours=hours)
