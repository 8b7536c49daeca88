"""Building the use cases: each is given what it uses, whatever the front end is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.call_cases import CallCases
from bot.config.config import Config
from bot.operations import Operations
from bot.people_cases import PeopleCases
from bot.random_codes import fresh_code, fresh_nonce
from bot.shift_cases import ShiftCases
from bot.statistics_cases import StatisticsCases
from bot.stay_cases import StayCases
from bot.stores import Stores
from bot.summary_cases import SummaryCases
from handlers.administrators import Administrators
from handlers.audit_log import AuditLog
from handlers.calls.roster import Roster
from handlers.clearing.clearing import Clearing
from handlers.conversation import Conversations
from handlers.dispatch import Dispatch
from handlers.operations.watched_clock import WatchedClock
from handlers.people.code_hashes import USUAL_COST, HashCost
from handlers.people.entrances import Entrances
from handlers.people.help import Help
from handlers.people.privacy import PrivacyNotice
from handlers.people.unhandled import Unhandled
from handlers.refusals import Refusals
from handlers.routes import Routes
from handlers.shifts.questions import QuestionDelivery
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.doubt import DoubtfulReports
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.worker.client import WorkerClient
from storage.forms.form import Form, telephone_of
from storage.people.seat import Role


@dataclass(frozen=True)
class UseCases:
    """The use cases, each built when it is first asked for; the front ends hand them their requests."""

    config: Config
    forms: Mapping[str, Form]
    languages: Callable[[Code], Language]
    stores: Stores
    worker: WorkerClient
    conversations: Conversations
    clock: WatchedClock
    limits: Limits
    entrances: Entrances
    hash_cost: HashCost = USUAL_COST

    @cached_property
    def language(self) -> Language:
        """The centre's language."""
        return self.languages(self.config.language)

    @cached_property
    def dispatch(self) -> Dispatch:
        """What answers a tap."""
        return Dispatch(
            routes={route.kind: route for route in self.routes.taps},
            forms=self.forms,
            receipts=self.calls.receipts,
            registration=self.calls.registration,
            role=self._role,
            language=self.language,
        )

    @cached_property
    def routes(self) -> Routes:
        """What leads to each use case."""
        language, role, calls = self.language, self._role, self.calls
        shifts, figures = self.shifts, self.figures
        return Routes(
            language=language,
            start=self.people.start,
            registration=calls.registration,
            correcting=calls.correcting,
            call_time=calls.call_time,
            latest_calls=calls.latest_calls,
            answers=shifts.answers,
            missing_calls=shifts.missing_calls,
            shift_so_far=shifts.so_far,
            correcting_shifts=shifts.corrections,
            statistics=figures.statistics,
            cross_statistics=figures.cross_statistics,
            details=figures.details,
            requested_report=figures.requested_report,
            publication=figures.publication,
            doubtful_reports=self.doubtful_reports,
            binding=self.people.binding,
            people=self.people.people,
            admission=self.people.admission,
            invitation=self.people.invitation,
            ways_in=self.people.ways_in,
            audit=self.people.audit,
            help=Help(role, self.reports.checklist, language),
            privacy=PrivacyNotice(role, calls.clearing_rule, self.config.privacy.coarsen_days, language),
            clock_watch=self.operations.clock_watch,
        )

    @cached_property
    def unhandled(self) -> Unhandled:
        """What answers everything else, and tells of failures."""
        return Unhandled(self.conversations, self._role, self._refusals, self.language, self.operations.failures)

    @property
    def delivery(self) -> SummaryDelivery:
        """What delivers the summaries that are due."""
        return self.reports.delivery

    @property
    def doubtful_reports(self) -> DoubtfulReports:
        """What asks which reports had come before a restore."""
        return self.reports.doubtful_reports

    @property
    def clearing(self) -> Clearing:
        """What clears the chats."""
        return self.calls.clearing

    @property
    def questions(self) -> QuestionDelivery:
        """What asks the staff at a handover."""
        return self.shifts.questions

    def _role(self, seat: int) -> Role | None:
        return self.stores.seats.role(seat)

    def _today(self) -> date:
        return self.clock().date()

    @cached_property
    def _refusals(self) -> Refusals:
        return Refusals(self.language)

    @cached_property
    def reports(self) -> SummaryCases:
        """What is about the summaries to leadership."""
        return SummaryCases(
            self.config,
            self.stores,
            self._administrators,
            lambda: self.figures.summaries,
            self.figures.public_reports,
            self.language,
            self.clock,
            self.entrances,
        )

    @cached_property
    def roster(self) -> Roster:
        """The present hour and shift."""
        return Roster(self.config.shifts.shifts, self.clock, telephone_of(self.forms))

    @cached_property
    def calls(self) -> CallCases:
        """What is about calls, and whatever else is filled in at once."""
        return CallCases(
            config=self.config,
            forms={key: form for key, form in self.forms.items() if not form.stays_open},
            stores=self.stores,
            conversations=self.conversations,
            roster=self.roster,
            role=self._role,
            language=self.language,
            clock=self.clock,
            nonce=fresh_nonce,
            late_call=self.shifts.answers.refresh,
            failures=self.operations.failures,
        )

    @cached_property
    def stays(self) -> StayCases:
        """What is about records that stay open, such as stays in the house."""
        return StayCases(self.forms, self.stores, self._role, self.language, self.clock)

    @cached_property
    def shifts(self) -> ShiftCases:
        """What is about shifts."""
        return ShiftCases(
            self.config.shifts,
            self.stores,
            self.conversations,
            self.roster,
            self._role,
            self._refusals,
            self.language,
            fresh_nonce,
            outgoing=not any(form.telephone == "out" for form in self.forms.values()),
        )

    @cached_property
    def people(self) -> PeopleCases:
        """What is about people, and the chats that get summaries."""
        return PeopleCases(
            self.stores,
            self._administrators,
            self.calls.registration,
            self.reports.checklist,
            self.language,
            self.clock,
            fresh_code,
            self.entrances,
            self._audit_log,
            self.hash_cost,
        )

    @cached_property
    def operations(self) -> Operations:
        """What keeps watch over the program's own running."""
        return Operations(
            self.config,
            self.stores,
            self._administrators,
            self._audit_log,
            self.language,
            self.clock,
            polled=self.entrances.chat is not None,
        )

    @cached_property
    def _audit_log(self) -> AuditLog:
        return AuditLog(self.stores.audit, self.clock)

    @cached_property
    def _administrators(self) -> Administrators:
        return Administrators(self.conversations, lambda: self.stores.seats.roles, self._refusals, self.language)

    @cached_property
    def figures(self) -> StatisticsCases:
        """What shows figures."""
        return StatisticsCases(
            self.forms,
            self.languages,
            self.language,
            self.stores,
            self.worker,
            self._refusals,
            self._role,
            self._today,
            self._audit_log,
            self.limits,
            self.config,
        )
