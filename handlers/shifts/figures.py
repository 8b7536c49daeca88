"""The figures of earlier shifts in words and buttons: the list, one shift, and other numbers to choose from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.shifts.message import FEW, MORE_THAN_SHOWN, registered, span
from handlers.tap.shift_corrections import (
    ChooseCalls,
    CorrectCalls,
    ListShifts,
    MoreCalls,
    OpenShift,
    TakeBackChange,
)
from handlers.view import Button, View, page_buttons
from reports.words.language import Language
from storage.fault import N_
from storage.records.retention import LATE_DAYS
from storage.shifts.corrections import MOST_OF_A_SHIFT, AnsweredShift, Figure, FigureChange
from storage.shifts.shift import Shift, Shifts

ON_A_PAGE = 6
NOT_KNOWN_SHORT = "–"
WITHOUT_DECLINED = N_("Those who did not want to be registered are not in these figures.")
LABELS: dict[Figure, str] = {"counted": N_("Calls in"), "outgoing": N_("Calls out")}
SAID: dict[Figure, str] = {
    "counted": N_("Calls in on the telephone: {n}."),
    "outgoing": N_("Calls out: {n}."),
}
SAID_AND_CORRECTED: dict[Figure, str] = {
    "counted": N_("Calls in on the telephone: {n} (corrected, it was {before})."),
    "outgoing": N_("Calls out: {n} (corrected, it was {before})."),
}
CHANGED: dict[Figure, str] = {
    "counted": N_("Calls in on the telephone: it was {before}, it is {n}."),
    "outgoing": N_("Calls out: it was {before}, it is {n}."),
}
ASKED: dict[Figure, str] = {
    "counted": N_("How many other answered calls in did the telephone show?"),
    "outgoing": N_("Calls out during the shift?"),
}


@dataclass(frozen=True)
class ShiftList:
    """A page of earlier shifts, after those ``skipped``; ``more`` tells whether there are older ones."""

    page: Sequence[AnsweredShift]
    skipped: int
    more: bool
    language: Language

    @property
    def view(self) -> View:
        """The shifts as buttons, the newest first."""
        text = self.language.text
        if not self.page:
            return View(text("No shift of the last {days} days can be corrected.", days=LATE_DAYS))
        lines = [
            text("The latest shifts, the newest first. Choose one to correct it."),
            text("Calls in on the telephone / registered / calls out; “–” is not known."),
            text(WITHOUT_DECLINED),
        ]
        around = page_buttons(self.skipped, ON_A_PAGE, ListShifts, self.language, more=self.more)
        return View("\n".join(lines), [*([self._button(shift)] for shift in self.page), list(around)])

    def _button(self, shift: AnsweredShift) -> Button:
        began, ended = (datetime.fromisoformat(moment) for moment in (shift.began, shift.ended))
        figures = (shift.counted, shift.registered, shift.outgoing)
        told = "/".join(NOT_KNOWN_SHORT if n is None else self.language.number(n) for n in figures)
        day = self.language.day_short(began.date())
        return Button(f"{day} {began:%H:%M}–{ended:%H:%M} · {told}", OpenShift(shift.began))


@dataclass(frozen=True)
class ShiftMessage:
    """What is known of one earlier shift, with its history; ``figures`` are those that are asked for.

    Row by row from the bottom, nothing that is kept stands where the button that leads there stands.
    """

    shift: AnsweredShift
    changes: Sequence[FigureChange]
    shifts: Shifts
    figures: Sequence[Figure]
    language: Language

    @property
    def view(self) -> View:
        """What is registered, what the shift answered, and what it was before."""
        choose = [
            Button(self.language.text(LABELS[figure]), ChooseCalls(self.shift.began, figure))
            for figure in self.figures
        ]
        page = self.shift.later // ON_A_PAGE * ON_A_PAGE
        back = Button(self.language.text("‹ Back"), ListShifts(page))
        lines = [*self._head, *map(self._line, self.figures), *self._notes, self.language.text(WITHOUT_DECLINED)]
        return View("\n".join(lines), [choose, [back]])

    def choice(self, figure: Figure, lowest: int = 0) -> View:
        """Return numbers of calls to choose from."""
        key, number, text = self.shift.began, self.language.number, self.language.text
        after = min(lowest + FEW, MOST_OF_A_SHIFT + 1)
        unknown = [] if lowest else [[Button(text("Don’t know"), CorrectCalls(key, figure, None))]]
        numbers = [Button(number(n), CorrectCalls(key, figure, n)) for n in range(lowest, after)]
        label = text("More ›") if lowest else text("{n} or more", n=number(FEW))
        more = [[Button(label, MoreCalls(key, figure, after))]] if after <= MOST_OF_A_SHIFT else []
        lines = [*self._head, self._line(figure)]
        lines += [text(WITHOUT_DECLINED)] if figure == "counted" else []
        back = Button(text("‹ Back"), OpenShift(key))
        return View("\n".join([*lines, text(ASKED[figure])]), [*unknown, numbers, *more, [back]])

    def changed(self, change: FigureChange) -> View:
        """Say what was changed, with a button that takes it back."""
        said = self.language.text(
            CHANGED[change.figure], before=self._words(change.before), n=self._words(change.after)
        )
        undo = Button(self.language.text("Undo"), TakeBackChange(self.shift.began, change.number))
        back = Button(self.language.text("‹ Back"), OpenShift(self.shift.began))
        return View("\n".join([*self._head, said, *self._notes]), [[undo], [back]])

    def latest(self, figure: Figure) -> FigureChange | None:
        """Return the change that made a figure what it is; None where the shift's own answer stands."""
        return next((change for change in reversed(self.changes) if change.figure == figure), None)

    def is_taken_back(self, number: int) -> bool:
        """Tell whether the latest change of a figure made it what it was before the change of that number."""
        change = next((change for change in self.changes if change.number == number), None)
        last = change and self.latest(change.figure)
        return bool(change and last and (last.before, last.after) == (change.after, change.before))

    @property
    def _head(self) -> list[str]:
        began, ended = (datetime.fromisoformat(moment) for moment in (self.shift.began, self.shift.ended))
        # The hours of the config may be others than they were.
        shift = self.shifts.named(self.shift.began) or Shift(began, ended, "")
        told = registered(self.shift.registered, self.language)
        return [f"{span(shift, self.language)}, {self.language.day(began.date())}", f"{told}."]

    def _line(self, figure: Figure) -> str:
        first = next((change for change in self.changes if change.figure == figure), None)
        n = self.shift.value(figure)
        if first is None or first.before == n:
            return self.language.text(SAID[figure], n=self._words(n))
        return self.language.text(SAID_AND_CORRECTED[figure], n=self._words(n), before=self._words(first.before))

    @property
    def _notes(self) -> Iterator[str]:
        if self.shift.counted is not None and self.shift.counted < self.shift.registered:
            yield self.language.text(MORE_THAN_SHOWN)

    def _words(self, n: int | None) -> str:
        return self.language.text("not known") if n is None else self.language.number(n)
