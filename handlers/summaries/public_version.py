"""The version of a report that may leave the house: made, and noted as read by everybody."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from reports.analysis.period import Period
from reports.public_report import PublicDraft, PublicReports
from reports.report_files import Format, ReportBuilder, ReportFiles
from reports.reported_forms import ReportedForms
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.limits import Limits
from reports.words.wording_reading import wording_of

LOG = logging.getLogger(__name__)
FORMATS: tuple[Format, ...] = ("png", "xlsx", "docx")


async def public_draft(
    public: PublicReports, reported: ReportedForms, period: Period, language: Language, today: date
) -> PublicDraft:
    """Protect the report of a period; nothing is noted. Raises a `Fault`."""
    counts = public.publisher.counts
    wording = partial(wording_of, counts, period=period, today=today, language=language)
    try:
        return await public.draft(await reported.read(period, wording), today)
    finally:
        await public.publisher.worker.close()


@dataclass(frozen=True)
class PublicVersion:
    """What everybody may read of a period: its text and its files."""

    text: str
    files: ReportFiles


@dataclass(frozen=True)
class PublicVersions:
    """Makes the public versions of the reports on these forms."""

    public: PublicReports
    reported: ReportedForms
    builder: ReportBuilder
    today: Callable[[], date]
    limits: Limits

    async def make(self, period: Period, language: Language) -> PublicVersion:
        """Make it, and note it where it was not noted before: it may be sent several times. Raises a `Fault`."""
        draft = await public_draft(self.public, self.reported, period, language, self.today())
        files = await self.builder.build(draft.report, FORMATS)
        for failure in files.failures:
            LOG.error("Part of a public report could not be made: %s", failure)
        if numbers := await self.public.note_new(draft):
            LOG.info("Published %s as %s, by mail.", period.name, numbers)
        return PublicVersion(everything(draft.report.main, self.limits), files)
