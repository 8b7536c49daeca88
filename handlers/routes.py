"""Every route of the bot: which use case answers which command or tap."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import commands
from handlers.calls.call_time import CallTime
from handlers.calls.correction import Correcting
from handlers.calls.latest_calls import LatestCalls
from handlers.calls.registration import Registration
from handlers.conversation import Request
from handlers.operations.clock_watch import ClockWatch
from handlers.people.admission import Admission
from handlers.people.audit import ShowingAudit
from handlers.people.help import Help
from handlers.people.invitation import Invitation
from handlers.people.people import People
from handlers.people.privacy import PrivacyNotice
from handlers.people.start import Start
from handlers.people.ways_in import WaysIn
from handlers.people.welcome import LAST_MONTH, NEW_CALL
from handlers.route import Command, Route, bare, to
from handlers.shifts.answers import HandoverAnswers
from handlers.shifts.corrections import CorrectingShifts
from handlers.shifts.missing_calls import MissingCalls
from handlers.shifts.so_far import ShiftSoFar
from handlers.statistics.cross_tables import CrossStatistics
from handlers.statistics.details import Details
from handlers.statistics.stats import Statistics
from handlers.summaries.chats import Binding
from handlers.summaries.doubt import DoubtfulReports
from handlers.summaries.publication import Publication
from handlers.summaries.requested_report import RequestedReport
from handlers.tap import actions as tap
from handlers.tap import cross_table_actions as cross_tap
from handlers.tap import operation_actions as operation_tap
from handlers.tap import people_actions as of_people
from handlers.tap import restore_actions as of_restore
from handlers.tap import shift_corrections as of_shifts
from handlers.tap.form_tap import TIMING, FormTap
from reports.analysis.question_parser import is_of_pair
from reports.words.language import Language


@dataclass(frozen=True)
class Routes:
    """The use cases, and what leads to each."""

    language: Language
    start: Start
    registration: Registration
    correcting: Correcting
    call_time: CallTime
    latest_calls: LatestCalls
    answers: HandoverAnswers
    missing_calls: MissingCalls
    shift_so_far: ShiftSoFar
    correcting_shifts: CorrectingShifts
    statistics: Statistics
    cross_statistics: CrossStatistics
    details: Details
    requested_report: RequestedReport
    publication: Publication
    doubtful_reports: DoubtfulReports
    binding: Binding
    people: People
    admission: Admission
    invitation: Invitation
    ways_in: WaysIn
    audit: ShowingAudit
    help: Help
    privacy: PrivacyNotice
    clock_watch: ClockWatch

    @property
    def commands(self) -> Sequence[Command]:
        """Every command."""
        text = self.language.text
        return (
            Command(commands.START, self.start.start),
            bare(commands.LOG, self.registration.open, label=text(NEW_CALL)),
            bare(commands.LAST, self.latest_calls.send),
            bare(commands.SHIFT, self.shift_so_far.show),
            bare(commands.SHIFTS, self.correcting_shifts.send),
            Command(commands.STATS, self._stats),
            Command(commands.REPORT, self.requested_report.send, label=text(LAST_MONTH)),
            Command(commands.BIND, self.binding.bind, anywhere=True),
            bare(commands.UNBIND, self.binding.unbind, anywhere=True),
            bare(commands.CHATS, self.binding.list),
            bare(commands.PEOPLE, self.people.list),
            bare(commands.INVITE, self.invitation.open),
            bare(commands.AUDIT, self.audit.show),
            bare(commands.PRIVACY, self.privacy.show),
            bare(commands.HELP, self.help.show),
        )

    @property
    def taps(self) -> Sequence[Route]:
        """Every tap."""
        of_operations = to(operation_tap.TrustClock, self.clock_watch.trust)
        return (
            *(*self._of_calls, *self._of_shifts, *self._of_statistics, *self._of_reports, *self._of_people),
            of_operations,
        )

    @property
    def _of_calls(self) -> Sequence[Route]:
        return (
            to(FormTap, self._fill),
            to(tap.OpenForm, self.registration.open_form),
            to(tap.Repeat, self.registration.again),
            to(tap.Undo, self.correcting.undo),
            to(tap.Restore, self.correcting.restore),
            to(tap.Correct, self.correcting.choose),
            to(tap.AskAgain, self.correcting.ask),
            to(tap.ShowReceipt, self.correcting.receipt),
            to(tap.TurnPage, self.latest_calls.turn, turns=True),
            to(tap.OpenReceipt, self.latest_calls.show),
        )

    @property
    def _of_shifts(self) -> Sequence[Route]:
        return (
            to(tap.CountIncoming, self.answers.count),
            to(tap.MoreIncoming, self.answers.more, turns=True),
            to(tap.CountOutgoing, self.answers.count),
            to(tap.MoreOutgoing, self.answers.more, turns=True),
            to(tap.CompareSoFar, self.shift_so_far.compare),
            to(tap.MoreSoFar, self.shift_so_far.more, turns=True),
            to(tap.ShowStep, self.answers.step),
            to(tap.Recount, self.answers.recount),
            to(tap.RegisterNow, self.missing_calls.now),
            to(tap.KeepUnspecified, self.missing_calls.keep),
            to(tap.KeepIrrelevant, self.missing_calls.keep),
            to(tap.TakeLater, self.missing_calls.take_later),
            to(tap.LeaveMissing, self.missing_calls.leave),
            to(of_shifts.ListShifts, self.correcting_shifts.turn, turns=True),
            to(of_shifts.OpenShift, self.correcting_shifts.open),
            to(of_shifts.ChooseCalls, self.correcting_shifts.choose),
            to(of_shifts.MoreCalls, self.correcting_shifts.more, turns=True),
            to(of_shifts.CorrectCalls, self.correcting_shifts.correct),
            to(of_shifts.TakeBackChange, self.correcting_shifts.take_back),
        )

    @property
    def _of_statistics(self) -> Sequence[Route]:
        return (
            to(tap.ShowPeriod, self.statistics.turn, turns=True),
            to(tap.ChoosePeriod, self.statistics.choose),
            to(tap.TurnYear, self.statistics.turn_year, turns=True),
            to(tap.OpenPeriod, self.statistics.open),
            to(tap.ShowFigures, self.statistics.figures),
            to(cross_tap.ChooseRows, self.cross_statistics.choose_rows, open_to_all=True),
            to(cross_tap.ChooseColumns, self.cross_statistics.choose_columns, open_to_all=True),
            to(cross_tap.OpenCrossTable, self.cross_statistics.open, open_to_all=True),
            to(cross_tap.ShowCrossTable, self.cross_statistics.swap, open_to_all=True),
        )

    @property
    def _of_reports(self) -> Sequence[Route]:
        return (
            to(tap.ShowTable, self.details.table, open_to_all=True),
            to(tap.ShowProse, self.details.prose, open_to_all=True),
            to(tap.ShowAbout, self.details.about, open_to_all=True),
            to(tap.ShowChart, self.details.chart, open_to_all=True),
            to(tap.SendWorkbook, self.details.document, open_to_all=True),
            to(tap.SendChapter, self.details.document, open_to_all=True),
            to(tap.AskPublication, self.publication.ask),
            to(tap.Publish, self.publication.publish),
            to(of_restore.ReportsCame, self.doubtful_reports.came),
            to(of_restore.SendReports, self.doubtful_reports.send),
            to(tap.SwitchReport, self.binding.switch),
            to(tap.TurnLanguage, self.binding.turn_language),
            to(tap.Unbind, self.binding.remove),
        )

    @property
    def _of_people(self) -> Sequence[Route]:
        return (
            to(of_people.ListSeats, self.people.turn, turns=True),
            to(of_people.TurnAudit, self.audit.turn, turns=True),
            to(of_people.OpenSeat, self.people.open),
            to(of_people.GiveRole, self.people.give_role),
            to(of_people.ChooseName, self.people.choose_name),
            to(of_people.NameSeat, self.people.name),
            to(of_people.Renew, self.people.renew),
            to(of_people.AskRemoval, self.people.ask_removal),
            to(of_people.RemoveSeat, self.people.remove),
            to(of_people.InviteTo, self.ways_in.add),
            to(of_people.FreeCode, self.ways_in.free_code),
            to(of_people.RemoveBrowser, self.ways_in.remove),
            to(of_people.Admit, self.admission.admit),
            to(of_people.Reject, self.admission.reject),
            to(of_people.OpenInvitation, self.invitation.choose),
            to(of_people.Invite, self.invitation.invite),
            to(of_people.Revoke, self.invitation.revoke),
            to(of_people.RevokeAll, self.people.revoke_all),
        )

    async def _stats(self, request: Request, words: str) -> None:
        asked = self.cross_statistics if is_of_pair(words) else self.statistics
        await asked.show(request, words)

    async def _fill(self, request: Request, filling: FormTap) -> None:
        if filling.state.revision is not None:
            await self.correcting.tap(request, filling)
        elif filling.press in TIMING:
            await self.call_time.tap(request, filling)
        else:
            await self.registration.tap(request, filling)
