"""Building the use cases about people, and the chats that get summaries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.config.config import Clock
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.calls.registration import Registration
from handlers.people.admission import Admission
from handlers.people.audit import ShowingAudit
from handlers.people.browsers import Browsers
from handlers.people.code_hashes import CodeHashes, HashCost
from handlers.people.entrances import Entrances
from handlers.people.invitation import Invitation
from handlers.people.lapse import Lapse
from handlers.people.people import People
from handlers.people.readmission import Readmission
from handlers.people.start import Start
from handlers.people.unlocking import Unlocking
from handlers.people.ways_in import WaysIn
from handlers.people.welcome import Welcome
from handlers.strangers import Strangers, WrongCodes
from handlers.summaries.chats import Binding
from handlers.summaries.checklist import Checklist
from reports.words.language import Language


@dataclass(frozen=True)
class PeopleCases:
    """The use cases; ``code`` makes one-time codes, for ``entrances``. Unlock codes are hashed at a cost."""

    stores: Stores
    administrators: Administrators
    registration: Registration
    checklist: Checklist
    language: Language
    clock: Clock
    code: Callable[[], str]
    entrances: Entrances
    audit_log: AuditLog
    hash_cost: HashCost

    @cached_property
    def strangers(self) -> Strangers:
        """How many messages strangers have sent."""
        return Strangers(self.clock)

    @cached_property
    def admission(self) -> Admission:
        """What asks the administrators about a seat that waits."""
        welcome = Welcome(self.registration, self.checklist, self.administrators.conversations, self.language)
        return Admission(self.stores.seats, self.administrators, welcome, self.audit_log, self.language)

    @property
    def start(self) -> Start:
        """What answers `/start`."""
        return Start(
            self.stores.seats,
            self.stores.invites,
            self._wrong_codes,
            self.strangers,
            self.admission,
            self.administrators.refusals,
            self.language,
            self.clock,
        )

    @property
    def people(self) -> People:
        """What answers `/people`."""
        return People(
            self.stores.seats,
            self.stores.chats,
            self.stores.devices,
            self.administrators,
            self.admission,
            self.strangers,
            self.invitation,
            self.language,
            self._today,
        )

    @property
    def invitation(self) -> Invitation:
        """What answers `/invite`."""
        invites = self.stores.invites
        return Invitation(
            invites, self.administrators, self.code, self.entrances, self.clock, self.audit_log, self.language
        )

    @property
    def ways_in(self) -> WaysIn:
        """What adds ways into a seat, and takes browsers away."""
        return WaysIn(self.browsers, self.unlocking, self.admission, self.invitation, self.language)

    @cached_property
    def unlocking(self) -> Unlocking:
        """What opens a seat's browsers by its code."""
        hashes = CodeHashes(self.hash_cost)
        return Unlocking(self.stores.unlock_codes, hashes, self.administrators, self.audit_log, self.language)

    @property
    def browsers(self) -> Browsers:
        """What lets one more browser in, and removes one."""
        return Browsers(self.stores.seats, self.stores.devices, self.invitation, self.audit_log)

    @cached_property
    def lapse(self) -> Lapse:
        """What warns of seats that lapse."""
        return Lapse(self.stores.seats, self.administrators, self.admission, self.language, self._today)

    @cached_property
    def readmission(self) -> Readmission:
        """What asks whom to let in again after a restore."""
        return Readmission(
            self.stores.seats, self.stores.restores, self.administrators, self.admission, self.language
        )

    @property
    def binding(self) -> Binding:
        """What answers `/bind` and `/chats`."""
        return Binding(
            self.stores.chats,
            self.stores.seats.role,
            self.administrators,
            self._wrong_codes,
            self.language,
            self.clock,
            self.code,
            self.checklist,
            self.audit_log,
        )

    @property
    def audit(self) -> ShowingAudit:
        """What answers `/audit`."""
        return ShowingAudit(self.stores.audit, self.administrators, self.language)

    @cached_property
    def _wrong_codes(self) -> WrongCodes:
        return WrongCodes(self.clock)

    def _today(self) -> date:
        return self.clock().date()
