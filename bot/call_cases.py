"""Building the use cases of calls: registering, correcting and listing them, and clearing their messages."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock, Config
from bot.stores import Stores
from handlers.calls.call_time import CallTime
from handlers.calls.correction import Correcting
from handlers.calls.latest_calls import LatestCalls
from handlers.calls.receipt import Receipts
from handlers.calls.registration import Registration
from handlers.calls.rights import Rights
from handlers.calls.roster import Roster
from handlers.calls.shift_calls import ShiftCalls
from handlers.clearing.clearing import Clearing
from handlers.clearing.rule import ClearingRule
from handlers.conversation import Conversations
from handlers.operations.failed_saves import FailedSaves
from reports.words.language import Language
from storage.forms.form import Form
from storage.messages.messages import MessagePlace
from storage.people.seat import Role


@dataclass(frozen=True)
class CallCases:
    """The use cases of calls, each built when it is first asked for.

    ``nonce`` makes a record's identity; ``late_call`` is called with a past shift that a call was registered for.
    """

    config: Config
    forms: Mapping[str, Form]
    stores: Stores
    conversations: Conversations
    roster: Roster
    role: Callable[[int], Role | None]
    language: Language
    clock: Clock
    nonce: Callable[[], str]
    late_call: Callable[[str], Awaitable[None]]
    failures: FailedSaves

    @cached_property
    def receipts(self) -> Receipts:
        """What finds kept records and shows their receipts."""
        rights = Rights(self.role, self.config.logging.own_hours, self.clock)
        return Receipts(self.forms, self.stores.records, rights, self.language, self.clock, self._refresh_receipts)

    async def _refresh_receipts(self, source: str, shown_in: MessagePlace) -> None:
        await self.clearing.refresh(source, shown_in)

    @cached_property
    def registration(self) -> Registration:
        """What registers a call."""
        return Registration(
            forms=self.forms,
            records=self.stores.records,
            receipts=self.receipts,
            roster=self.roster,
            language=self.language,
            nonce=self.nonce,
            late_call=self.late_call,
            failures=self.failures,
        )

    @property
    def correcting(self) -> Correcting:
        """What corrects a call."""
        return Correcting(self.receipts, self.stores.corrections, self.roster, self.language)

    @property
    def call_time(self) -> CallTime:
        """What says when a call was."""
        stores = self.stores
        return CallTime(stores.records, self.receipts, stores.corrections, self.roster, self.language)

    @property
    def latest_calls(self) -> LatestCalls:
        """What answers `/last`."""
        stores = self.stores
        return LatestCalls(
            stores.records, stores.handovers, self.receipts, self.forms, self.roster, self.role, self.language
        )

    @cached_property
    def shift_calls(self) -> ShiftCalls:
        """What lists the calls of this shift beside the form."""
        stores = self.stores
        return ShiftCalls(
            stores.records,
            stores.handovers,
            self.receipts,
            self.forms,
            self.roster,
            self.role,
            self.config.privacy.clear_hours,
        )

    @property
    def clearing_rule(self) -> ClearingRule:
        """When messages are cleared."""
        return ClearingRule(self.config.privacy.clear_hours, self.config.logging.own_hours)

    @cached_property
    def clearing(self) -> Clearing:
        """What clears the chats."""
        stores = self.stores
        return Clearing(
            stores.messages,
            self.receipts,
            self.conversations,
            self.clearing_rule,
            lambda: stores.seats.accounts,
            self.clock,
        )
