"""The message about a shift: what it says at each step, and its buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.tap.actions import (
    CountIncoming,
    CountOutgoing,
    KeepIrrelevant,
    KeepUnspecified,
    LeaveMissing,
    MoreIncoming,
    MoreOutgoing,
    OfShift,
    Recount,
    RegisterNow,
    ShowStep,
    TakeLater,
)
from handlers.view import Button, View, in_rows
from reports.words.language import Language
from storage.fault import N_
from storage.shifts.handovers import Handover
from storage.shifts.shift import Shift

FEW = 6
A_RANGE, RANGES = 5, 30
MORE_THAN_SHOWN = N_("More calls are registered than the telephone shows. See /last if one is there twice.")


@dataclass(frozen=True)
class HandoverMessage:
    """Text and buttons about one shift; ``late`` calls were registered just after the handover."""

    shift: Shift
    handover: Handover
    late: int
    language: Language

    @property
    def view(self) -> View:
        """The text, and the answers to choose from; none once everything is answered."""
        steps = {"incoming": self._incoming, "missing": self._missing, "outgoing": self._outgoing}
        rows = steps.get(self.handover.step)
        return View("\n".join(self._lines), list(rows()) if rows else ())

    @property
    def span(self) -> str:
        """The shift's name and hours."""
        return span(self.shift, self.language)

    @property
    def _lines(self) -> Iterator[str]:
        text, number, handover = self.language.text, self.language.number, self.handover
        logged = registered(handover.logged, self.language)
        if handover.counted is None:
            yield f"{self.span}: {logged}."
        else:
            shown = text("the telephone shows {n}", n=number(handover.counted))
            yield f"{self.span}: {logged}, {shown}."
        if handover.step == "incoming":
            yield text("How many answered calls in does the telephone show?")
        elif handover.step == "missing":
            yield self.language.plural(
                "Then {n} is missing. What shall we do with it?",
                "Then {n} are missing. What shall we do with them?",
                handover.missing,
            )
        else:
            yield self._thanks
            if handover.step == "outgoing":
                yield text("Calls out during the shift?")
            elif handover.outgoing is not None:
                yield text("Calls out: {n}.", n=number(handover.outgoing))

    @property
    def _thanks(self) -> str:
        text, handover = self.language.text, self.handover
        if handover.counted is None or handover.missing:
            return text("Thank you!")
        if handover.logged > handover.counted:
            return text(MORE_THAN_SHOWN)
        return text("Everything is registered. Thank you for your work!")

    # Row by row from the bottom, nothing that is kept stands where the button that leads there stands.
    def _incoming(self) -> Iterator[Sequence[Button]]:
        key, number = self.shift.key, self.language.number
        yield [Button(self.language.text("Don’t know"), CountIncoming(key, None))]
        yield [Button(number(n), CountIncoming(key, n)) for n in range(FEW)]
        yield [Button(self.language.text("{n} or more", n=number(FEW)), MoreIncoming(key, FEW))]

    def _missing(self) -> Iterator[Sequence[Button]]:
        yield [self._button(N_("Skip"), LeaveMissing)]
        if self.late:
            yield [self._button(N_("Registered after the handover"), TakeLater)]
        yield [
            self._button(N_("Without details"), KeepUnspecified),
            self._button(N_("About something else"), KeepIrrelevant),
        ]
        yield [self._button(N_("Register now"), RegisterNow)]
        yield [self._button(N_("‹ Back"), Recount)]

    def _outgoing(self) -> Iterator[Sequence[Button]]:
        key, number = self.shift.key, self.language.number
        ranges = [
            Button(f"{number(first)}–{number(first + A_RANGE - 1)}", MoreOutgoing(key, first))
            for first in range(1, RANGES, A_RANGE)
        ]
        skip = Button(self.language.text("Skip"), CountOutgoing(key, None))
        yield [Button(number(0), CountOutgoing(key, 0)), skip]
        yield [Button(self.language.text("{n} or more", n=number(RANGES + 1)), MoreOutgoing(key, RANGES + 1))]
        yield from in_rows(ranges, 2)
        yield [self._button(N_("‹ Back"), Recount)]

    def numbers(self, tap: MoreIncoming | MoreOutgoing) -> View:
        """Return exact numbers to choose from: those of a range of calls out, or a page with a button for more."""
        count = CountIncoming if isinstance(tap, MoreIncoming) else CountOutgoing
        is_range = count is CountOutgoing and tap.first <= RANGES
        until = tap.first + (A_RANGE if is_range else FEW)
        numbers = [Button(self.language.number(n), count(tap.shift, n)) for n in range(tap.first, until)]
        around = [self._button(N_("‹ Back"), ShowStep)]
        if not is_range:
            around.append(Button(self.language.text("More ›"), replace(tap, first=until)))
        return View("\n".join(self._lines), [numbers, around] if count is CountIncoming else [around, numbers])

    def _button(self, label: str, tap: type[OfShift]) -> Button:
        return Button(self.language.text(label), tap(self.shift.key))


def registered(n: int, language: Language) -> str:
    """Say how many calls are registered: `4 samtaler er ført`."""
    return language.plural("{n} call is registered", "{n} calls are registered", n)


def span(shift: Shift, language: Language) -> str:
    """Return a shift's name and hours: `Vakten 07:30–15:00`."""
    name = shift.name or language.text("The shift")
    return f"{name} {shift.began:%H:%M}–{shift.ended:%H:%M}"
