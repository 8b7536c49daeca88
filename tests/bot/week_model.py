"""What a week at the centre ought to leave behind, in plain Python that knows nothing of the program."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

HANDOVERS = ((7, 30), (15, 0), (22, 30))

WHO: Mapping[str, Mapping[str, str]] = {
    "Kvinne – seg selv": {"caller": "woman", "behalf": "self"},
    "Mann – en annen": {"caller": "man", "behalf": "other"},
    "Politi": {"caller": "agency", "agency": "police"},
    "NAV": {"caller": "agency", "agency": "nav"},
    "Privat, ikke kjent": {"caller": "unknown", "behalf": "unknown"},
}
WHAT: Mapping[str, Mapping[str, str]] = {
    "Vold": {"reason": "violence", "crisis": "no"},
    "KRISE – vold": {"reason": "violence", "crisis": "yes"},
    "Oppfølging": {"reason": "follow_up", "crisis": "no"},
    "KRISE – råd": {"reason": "guidance", "crisis": "yes"},
}
BACKGROUND: Mapping[str, Mapping[str, str]] = {
    "Ja": {"minority": "yes"},
    "Nei": {"minority": "no"},
    "Ikke kjent": {"minority": "unknown"},
}
SCREENS = {"Hvem": WHO, "Hva": WHAT, "Bakgrunn": BACKGROUND}
ALSO = {
    "Konkret om vold": "violence",
    "Oppfølging og koordinering": "follow_up",
    "Råd og veiledning": "guidance",
}
ORDER = ("caller", "behalf", "agency", "reason", "crisis", "minority", "aside", "also")

Answers = dict[str, str | list[str]]


def shift_at(moment: datetime) -> str:
    """Return the beginning of the shift on duty."""
    day = moment.replace(hour=0, minute=0)
    begun = [
        day + timedelta(days=back, hours=hour, minutes=minute)
        for back in (-1, 0)
        for hour, minute in HANDOVERS
        if day + timedelta(days=back, hours=hour, minutes=minute) <= moment
    ]
    return f"{begun[-1]:%Y-%m-%dT%H:%M}"


@dataclass
class Call:
    """One call as it ought to be kept; ``shift`` is empty where none is to be known."""

    hour: str
    outcome: str
    answers: Answers
    shift: str
    voided: bool = False
    changes: list[str] = field(default_factory=list)

    @property
    def row(self) -> tuple[str, str, str]:
        """Its time, outcome and answers, as the view ought to show them."""
        told = {key: self.answers[key] for key in ORDER if key in self.answers}
        return (self.hour, self.outcome, str(told))

    def answer(self, given: Mapping[str, str]) -> None:
        """Give one screen other answers."""
        gone = set(WHO["Politi"]) | set(WHO["Mann – en annen"]) if "caller" in given else set(given)
        new: Answers = {key: answer for key, answer in self.answers.items() if key not in gone} | dict(given)
        self._become(new)

    def mention(self, options: list[str]) -> None:
        """Say what else was mentioned; the main reason is not mentioned twice."""
        self._become({**self.answers, "also": options})

    def _become(self, answers: Answers) -> None:
        also = [option for option in answers.pop("also", []) if option != answers.get("reason")]
        if also:
            answers["also"] = [option for option in ALSO.values() if option in also]
        if answers != self.answers:
            self.changes.append("answers")
        self.answers = answers

    def move(self, hour: str, shift: str) -> None:
        """Say when it was."""
        if hour != self.hour:
            self.changes.append("occurred_at")
            self.hour, self.shift = hour, shift

    def decline(self) -> None:
        """Become a call of one who did not want to be registered: nothing is left but the month."""
        self.hour, self.outcome, self.answers, self.shift, self.changes = self.hour[:7], "declined", {}, "", []

    def void(self, *, voided: bool) -> None:
        """Take it back, or bring it back."""
        if voided != self.voided and self.outcome != "declined":
            self.changes.append("voided_at")
        self.voided = voided


@dataclass
class Week:
    """All calls, and what was answered at the handovers."""

    calls: list[Call] = field(default_factory=list)
    declined: Counter[str] = field(default_factory=Counter)
    answered: dict[str, int] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    @property
    def counting(self) -> list[Call]:
        """The calls that were not taken back."""
        return [call for call in self.calls if not call.voided]

    def logged(self, shift: str) -> int:
        """How many calls of a shift are registered, with any outcome."""
        return sum(call.shift == shift for call in self.counting) + self.declined[shift]

    @property
    def changes(self) -> Counter[str]:
        """How often each column of a record was changed."""
        return Counter(change for call in self.calls for change in call.changes)

    def tally(self, month: str) -> Counter[tuple[str, str]]:
        """Count outcomes and answers of a month, each question's options apart."""
        counted: Counter[tuple[str, str]] = Counter()
        for call in self.counting:
            if not call.hour.startswith(month):
                continue
            counted["outcome", call.outcome] += 1
            for key, answer in call.answers.items() if call.outcome == "registered" else ():
                for option in [answer] if isinstance(answer, str) else answer:
                    counted[key, option] += 1
        return counted

    def coverage(self, month: str) -> tuple[int, int, int, int]:
        """Return how many were registered of how many, and how many shifts answered of how many."""
        mine = {shift: counted for shift, counted in self.answered.items() if shift.startswith(month)}
        logged = sum(min(self.logged(shift), counted) for shift, counted in mine.items())
        asked = sum(shift.startswith(month) for shift in self.asked)
        return logged, sum(mine.values()), len(mine), asked
