"""Publishing the whole annual report: a leader is told what is hidden, says yes, and gets the files."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handlers.audit_log import AuditLog
from handlers.commands import LEADERS
from handlers.conversation import Request
from handlers.public_files import COUNTS, REFUSALS, written_publicly
from handlers.statistics.annual_reports import WHOLE, AnnualReports
from reports.analysis.period import Period
from reports.annual.files import annual_files
from reports.annual.public_annual import PublicAnnualDraft, check_whole_year, public_annual
from reports.annual.reading import NothingToTell, annual_wording
from reports.public_report import PublicReports
from reports.publishing import NotWhole
from reports.report_files import File
from reports.words.fault_words import fault_said
from reports.words.period_name import period_name
from storage.fault import N_, NotAllowed

LOG = logging.getLogger(__name__)
ANNUAL_REFUSALS = (*REFUSALS, NothingToTell)
"""What may stand in the way, and is said; nothing is noted or written then."""


@dataclass(frozen=True)
class PublishedAnnual:
    """What is said of an annual report that was published, and its files."""

    said: Sequence[str]
    files: Sequence[File]


@dataclass(frozen=True)
class AnnualPublication:
    """Publishes the report at the wish of a leader.

    Its files are written to the ``folder`` as well, where there is one.
    """

    reports: AnnualReports
    public: PublicReports
    folder: Path | None
    audit: AuditLog

    def too_early(self, period: Period) -> str:
        """Say why a period is not to be published, whatever it would hide; nothing where it may be."""
        try:
            check_whole_year(period, self.reports.today())
        except NotWhole as fault:
            return fault_said(fault, self.reports.language)
        return ""

    async def years(self) -> Sequence[Period]:
        """Return the years that may be published, latest first. Raises a `DatabaseFault`."""
        return [period for period in await self.reports.periods() if not self.too_early(period)]

    async def hidden(self, seat: int, period: Period) -> Sequence[str]:
        """Say what would be hidden, and what publishing means; nothing is noted.

        Raises `NotAllowed` for others than leaders, any of `ANNUAL_REFUSALS`, and a `DatabaseFault`.
        """
        text, draft = self.reports.language.text, await self._draft(seat, period)
        said = draft.draft.said
        found = [text("This has to be hidden:"), *said] if said else [text("Nothing has to be hidden.")]
        return [*found, text(COUNTS)]

    async def publish(self, request: Request, period: Period) -> PublishedAnnual:
        """Make the files, note the releases, and write the files to the public folder.

        Raises what `hidden` raises; nothing is noted or written then.
        """
        language, draft = self.reports.language, await self._draft(request.seat, period)
        files = await annual_files(self.reports.worker, draft.told, self.reports.centre, WHOLE)
        numbers = await self.public.note(draft.draft)
        LOG.info("Published the annual report of %s as %s.", period.name, numbers)
        for number in numbers:
            await self.audit.note(request, "published", number, period.name)
        name = period_name(period, language)
        said = [language.text("The whole annual report of {period} is published.", period=name)]
        said += [language.text("Noted as release {number}.", number=number) for number in numbers]
        said += await written_publicly(self.folder, files, language)
        return PublishedAnnual(said, files)

    async def _draft(self, seat: int, period: Period) -> PublicAnnualDraft:
        """Protect the report; what is protected in a process of its own does not stay there."""
        reports = self.reports
        if reports.role(seat) not in LEADERS:
            raise NotAllowed(N_("Only leaders can publish."))
        asked = reports.asked(period)
        check_whole_year(asked.period, asked.today)
        full = await annual_wording(reports.counts, reports.forms, asked)
        try:
            return await public_annual(self.public, full, asked)
        finally:
            await self.public.publisher.worker.close()
