"""The question at a handover as a message: what is said at each step, and its buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.tap import Short, UnreadableTap, encode
from reports.language import Language
from storage.fault import N_
from storage.handovers import Handover
from storage.shift import Shift

COUNTED, MORE, OUT, OUTS, STEP, RECOUNT = "Counted", "More", "Out", "Outs", "Step", "Recount"
NOW, PLAIN, ASIDE, AFTER, SKIP = "Now", "Plain", "Aside", "After", "Skip"
NOT_KNOWN = "x"
FEW = 6
A_RANGE, RANGES, A_PAGE = 5, 30, 12
MOST = 500
MOST_IN_A_ROW = 3


def code_of(shift: Shift) -> str:
    """Return a shift's key as a tap carries it: `2026-11-03T0730`."""
    return shift.key.replace(":", "")


def key_of(code: str) -> str:
    """Return the key that a tap carries."""
    return f"{code[:-2]}:{code[-2:]}"


def told(said: str) -> int | None:
    """Return the number that a tap says; None for not known. Raises `UnreadableTap`."""
    if said == NOT_KNOWN:
        return None
    if not said.isdecimal() or int(said) > MOST:
        raise UnreadableTap(N_("This button cannot be read."))
    return int(said)


@dataclass(frozen=True)
class HandoverWords:
    """Words and buttons for one shift's questions; ``late`` calls were registered just after the handover."""

    shift: Shift
    handover: Handover
    late: int
    language: Language

    @property
    def text(self) -> str:
        """What the message says."""
        return "\n".join([self._head, *self._step])

    @property
    def buttons(self) -> InlineKeyboardMarkup | None:
        """The answers to choose from; none once everything is said."""
        steps = {"incoming": self._incoming, "missing": self._missing, "outgoing": self._outgoing}
        rows = steps.get(self.handover.step)
        return InlineKeyboardMarkup(list(rows())) if rows else None

    @property
    def span(self) -> str:
        """The shift's name and hours: `Vakten 07:30–15:00`."""
        name = self.shift.name or self.language.text("The shift")
        return f"{name} {self.shift.began:%H:%M}–{self.shift.ended:%H:%M}"

    @property
    def _head(self) -> str:
        language, handover = self.language, self.handover
        logged = language.plural("{n} call is registered", "{n} calls are registered", handover.logged)
        if handover.counted is None:
            return f"{self.span}: {logged}."
        shown = language.text("the telephone shows {n}", n=language.number(handover.counted))
        return f"{self.span}: {logged}, {shown}."

    @property
    def _step(self) -> Iterator[str]:
        text, handover = self.language.text, self.handover
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
                yield text("Calls out: {n}.", n=self.language.number(handover.outgoing))

    @property
    def _thanks(self) -> str:
        text, handover = self.language.text, self.handover
        if handover.counted is None or handover.missing:
            return text("Thank you!")
        if handover.logged > handover.counted:
            return text("More calls are registered than the telephone shows. See /last if one is there twice.")
        return text("Everything is registered. Thank you for your work!")

    def _incoming(self) -> Iterator[list[InlineKeyboardButton]]:
        yield from _rows([self._button(self.language.number(n), COUNTED, n) for n in range(FEW)])
        more = self.language.text("{n} or more", n=self.language.number(FEW))
        yield [self._button(more, MORE, FEW), self._button(self.language.text("Don’t know"), COUNTED, NOT_KNOWN)]

    def _missing(self) -> Iterator[list[InlineKeyboardButton]]:
        text = self.language.text
        yield [self._button(text("Register now"), NOW), self._button(text("Without details"), PLAIN)]
        yield [self._button(text("About something else"), ASIDE), self._button(text("Skip"), SKIP)]
        if self.late:
            yield [self._button(text("Registered after the handover"), AFTER)]
        yield [self._button(text("‹ Back"), RECOUNT)]

    def _outgoing(self) -> Iterator[list[InlineKeyboardButton]]:
        number = self.language.number
        ranges = [
            self._button(f"{number(first)}–{number(first + A_RANGE - 1)}", OUTS, first)
            for first in range(1, RANGES, A_RANGE)
        ]
        yield from _rows([self._button(number(0), OUT, 0), *ranges])
        more = self.language.text("{n} or more", n=number(RANGES + 1))
        yield [self._button(more, OUTS, RANGES + 1), self._button(self.language.text("Skip"), OUT, NOT_KNOWN)]
        yield [self._button(self.language.text("‹ Back"), RECOUNT)]

    def numbers(self, verb: str, first: int) -> InlineKeyboardMarkup:
        """Return exact numbers from ``first`` on to choose from, for `COUNTED` or `OUT`."""
        few = verb == OUT and first <= RANGES
        chosen = range(first, first + (A_RANGE if few else A_PAGE))
        rows = list(_rows([self._button(self.language.number(n), verb, n) for n in chosen]))
        if not few:
            rows.append(
                [self._button(self.language.text("More ›"), MORE if verb == COUNTED else OUTS, chosen.stop)]
            )
        return InlineKeyboardMarkup([*rows, [self._button(self.language.text("‹ Back"), STEP)]])

    def _button(self, label: str, verb: str, n: int | str = "") -> InlineKeyboardButton:
        subject = f"{code_of(self.shift)}_{n}"
        return InlineKeyboardButton(label, callback_data=encode(Short(verb, subject)))


def _rows(buttons: Sequence[InlineKeyboardButton]) -> Iterator[list[InlineKeyboardButton]]:
    for start in range(0, len(buttons), MOST_IN_A_ROW):
        yield list(buttons[start : start + MOST_IN_A_ROW])
