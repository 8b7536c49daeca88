"""Building the use cases that show figures: statistics, cross tables, and the buttons of a report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.config.config import Config
from bot.stores import Stores
from handlers.audit_log import AuditLog
from handlers.refusals import Refusals
from handlers.statistics.annual_publication import AnnualPublication
from handlers.statistics.annual_reports import AnnualReports
from handlers.statistics.cross_tables import CrossStatistics
from handlers.statistics.details import Details
from handlers.statistics.downloads import Downloads
from handlers.statistics.period_reader import PeriodReader
from handlers.statistics.stats import Statistics
from handlers.summaries.preparation import Summaries
from handlers.summaries.publication import Publication
from handlers.summaries.requested_report import RequestedReport
from reports.cross_tables import CrossTables
from reports.public_report import PublicReports
from reports.publishing import Publisher
from reports.report_files import ReportBuilder
from reports.reported_forms import ReportedForms
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.worker.client import WorkerClient
from storage.forms.form import Form
from storage.people.seat import Role


@dataclass(frozen=True)
class StatisticsCases:
    """The use cases that show figures, each built when it is first asked for; ``own`` is the centre's language."""

    forms: Mapping[str, Form]
    languages: Callable[[Code], Language]
    own: Language
    stores: Stores
    worker: WorkerClient
    refusals: Refusals
    role: Callable[[int], Role | None]
    today: Callable[[], date]
    audit: AuditLog
    limits: Limits
    config: Config

    @cached_property
    def builder(self) -> ReportBuilder:
        """What makes the files of a report."""
        return ReportBuilder(self.stores.counts, self.worker, self.limits, self.config.centre)

    @cached_property
    def reader(self) -> PeriodReader:
        """What reads a period."""
        return PeriodReader(self.stores.counts, self.stores.deliveries, self.own, self.today, self.role)

    @cached_property
    def downloads(self) -> Downloads:
        """What makes a file of a period's figures."""
        return Downloads(self.forms, self.stores.counts, self.builder, self.own, self.today, self.role)

    @cached_property
    def annual_reports(self) -> AnnualReports:
        """What makes the whole annual report."""
        return AnnualReports(
            self.forms,
            self.stores.counts,
            self.worker,
            self.config.centre,
            self.config.stays.beds,
            self.own,
            self.today,
            self.role,
        )

    @cached_property
    def statistics(self) -> Statistics:
        """What shows a period."""
        return Statistics(
            self.forms,
            self.reader,
            self.builder,
            self.refusals,
            self.own,
            self.limits,
        )

    @cached_property
    def cross_statistics(self) -> CrossStatistics:
        """What sets two questions against each other."""
        return CrossStatistics(
            self.forms,
            CrossTables(self.stores.counts, self.worker, self.config.centre),
            self.stores.chats,
            self.refusals,
            self.languages,
            self.own.code,
            self.role,
            self.today,
            self.limits,
        )

    @cached_property
    def details(self) -> Details:
        """What answers the buttons of a report."""
        return Details(
            self.forms,
            self.builder,
            self.stores.counts,
            self.stores.chats,
            self.languages,
            self.own.code,
            self.role,
            self.today,
            self.limits,
        )

    @cached_property
    def summaries(self) -> Summaries:
        """What prepares the report of a period."""
        first, *others = self.forms.values()
        reported = ReportedForms.led_by(first, self.forms)
        return Summaries(reported, self.stores.counts, self.builder, self.languages, self.limits, others)

    @cached_property
    def requested_report(self) -> RequestedReport:
        """What shows a report to a leader who asks for it."""
        return RequestedReport(self.summaries, self.refusals, self.role, self.own, self.today)

    @cached_property
    def public_reports(self) -> PublicReports:
        """What makes reports that may be published; pictures need not wait for its worker."""
        publisher = Publisher(self.stores.counts, self.stores.releases, WorkerClient(), self.config.publication.k)
        return PublicReports(publisher)

    @cached_property
    def publication(self) -> Publication:
        """What publishes a report."""
        return Publication(
            self.forms,
            self.public_reports,
            self.builder,
            self.stores.chats,
            self.languages,
            self.own.code,
            self.role,
            self.today,
            self.limits,
            self.config.reports.public_folder,
            self.audit,
        )

    @cached_property
    def annual_publication(self) -> AnnualPublication:
        """What publishes the whole annual report."""
        return AnnualPublication(
            self.annual_reports, self.public_reports, self.config.reports.public_folder, self.audit
        )
