"""Answering `/shift`: what is registered on this shift, what the telephone shows, and what is left."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.calls.roster import Roster
from handlers.conversation import Request
from handlers.shifts.answers import HandoverAnswers
from handlers.shifts.message import registered, span
from handlers.tap.actions import CompareSoFar, MoreSoFar, OfShift, OpenForm
from handlers.tap.form_tap import UnreadableTap
from handlers.view import Button, View, in_rows
from reports.words.language import Language
from storage.fault import N_
from storage.people.seat import Role
from storage.shifts.handovers import Handovers
from storage.shifts.shift import Shift

OFFERED = 6
ANSWERED = N_("That shift is over and answered. Write /shift for the present one.")


@dataclass(frozen=True)
class ShiftSoFar:
    """Compares the present shift's calls with the telephone's; what is told here is kept nowhere.

    The question about the shift before is shown too, as long as it stands.
    """

    handovers: Handovers
    answers: HandoverAnswers
    roster: Roster
    role: Callable[[int], Role | None]
    language: Language

    async def show(self, request: Request) -> None:
        """Show how many calls are registered on the shift, and what is left about the one before."""
        if self.role(request.seat) is None:
            return
        shift = self.roster.on_duty
        if unanswered := await self.answers.standing(self.roster.shifts.before(shift)):
            await request.show(unanswered)
        logged = await self.handovers.logged(shift.key)
        await request.show(self._asking(shift, logged, first=logged))

    async def more(self, request: Request, tap: MoreSoFar) -> None:
        """Show greater numbers to choose from. Raises `UnreadableTap`."""
        shift = await self._unanswered(request, tap)
        if shift is None:
            return
        await request.replace(self._asking(shift, await self.handovers.logged(shift.key), tap.first))

    async def compare(self, request: Request, tap: CompareSoFar) -> None:
        """Tell how many calls are left to register, by what the telephone shows. Raises `UnreadableTap`."""
        shift, language = await self._unanswered(request, tap), self.language
        if shift is None:
            return
        logged = await self.handovers.logged(shift.key)
        shown = language.text("the telephone shows {n}", n=language.number(tap.shown))
        lines = [f"{self._logged(shift, logged)}, {shown}."]
        if left := left_to_register(tap.shown, logged):
            told = language.plural(
                "{n} call is left. Register it with “Earlier call” on the first screen.",
                "{n} calls are left. Register them with “Earlier call” on the first screen.",
                left,
            )
            lines.append(told)
        elif beyond := beyond_shown(tap.shown, logged):
            told = language.plural(
                "{n} more is registered than the telephone shows. Is a call there twice?",
                "{n} more are registered than the telephone shows. Is a call there twice?",
                beyond,
            )
            lines.append(told)
        else:
            lines.append(language.text("Nothing is left to register."))
        form = self.roster.form
        new = Button((form.new or form.title).in_language(language.code), OpenForm(form))
        await request.replace(View("\n".join(lines), [[Button(language.text("Refresh"), tap), new]]))

    async def _unanswered(self, request: Request, tap: OfShift) -> Shift | None:
        """Return a tap's shift; of one that has answered, say that nothing is told here any more.

        Leaders see such a shift without its declined calls, and the difference would tell of them.
        """
        shift = self.roster.shifts.named(tap.shift)
        if shift is None:
            raise UnreadableTap
        handover = await self.handovers.look(shift.key)
        if handover is None or handover.step != "done":
            return shift
        await request.conversation.answer(self.language.text(ANSWERED), alert=True)
        return None

    def _asking(self, shift: Shift, logged: int, first: int) -> View:
        asked = self.language.text("How many answered calls in does the telephone show so far?")
        numbers = [
            Button(self.language.number(n), CompareSoFar(shift.key, n)) for n in range(first, first + OFFERED)
        ]
        more = Button(self.language.text("More ›"), MoreSoFar(shift.key, first + OFFERED))
        return View(f"{self._logged(shift, logged)}.\n{asked}", [*in_rows(numbers), [more]])

    def _logged(self, shift: Shift, logged: int) -> str:
        return f"{span(shift, self.language)}: {registered(logged, self.language)}"


def left_to_register(shown: int, logged: int) -> int:
    """Return how many calls are left to register where the telephone shows so many."""
    return max(0, shown - logged)


def beyond_shown(shown: int, logged: int) -> int:
    """Return how many more calls are registered than the telephone shows."""
    return max(0, logged - shown)
