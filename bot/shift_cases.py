"""Building the use cases of shifts: what is asked at a handover, `/shift` and `/shifts`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.config.sections import ShiftsSection
from bot.stores import Stores
from handlers.calls.roster import Roster
from handlers.conversation import Conversations
from handlers.refusals import Refusals
from handlers.shifts.answers import HandoverAnswers
from handlers.shifts.corrections import CorrectingShifts
from handlers.shifts.missing_calls import MissingCalls
from handlers.shifts.questions import QuestionDelivery
from handlers.shifts.so_far import ShiftSoFar
from reports.words.language import Language
from storage.people.seat import Role
from storage.shifts.corrections import FIGURES


@dataclass(frozen=True)
class ShiftCases:
    """The use cases of shifts, each built when it is first asked for; ``outgoing`` calls are asked for or not."""

    section: ShiftsSection
    stores: Stores
    conversations: Conversations
    roster: Roster
    role: Callable[[int], Role | None]
    refusals: Refusals
    language: Language
    nonce: Callable[[], str]
    outgoing: bool

    @cached_property
    def answers(self) -> HandoverAnswers:
        """What keeps the answers at a handover."""
        return HandoverAnswers(
            shifts=self.section.shifts,
            handovers=self.stores.handovers,
            conversations=self.conversations,
            language=self.language,
            outgoing=self.outgoing,
        )

    @cached_property
    def questions(self) -> QuestionDelivery:
        """What asks the staff at a handover."""
        return QuestionDelivery(
            answers=self.answers,
            handovers=self.stores.handovers,
            conversations=self.conversations,
            shifts=self.section.shifts,
            clock=self.roster.clock,
            roles=lambda: self.stores.seats.roles,
            language=self.language,
            ask=self.section.ask,
        )

    @cached_property
    def missing_calls(self) -> MissingCalls:
        """What becomes of the calls that are missing."""
        return MissingCalls(self.answers, self.stores.handovers, self.roster, self.language, self.nonce)

    @cached_property
    def so_far(self) -> ShiftSoFar:
        """What answers `/shift`."""
        return ShiftSoFar(self.stores.handovers, self.answers, self.roster, self.role, self.language)

    @cached_property
    def corrections(self) -> CorrectingShifts:
        """What answers `/shifts`."""
        return CorrectingShifts(
            self.stores.shift_corrections,
            self.stores.handovers,
            self.roster,
            self.role,
            self.refusals,
            self.language,
            figures=FIGURES if self.outgoing else ("counted",),
        )
