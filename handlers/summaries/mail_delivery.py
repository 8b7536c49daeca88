"""Delivering summaries by e-mail: whole, as they may be published, or as a notice that one has come."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handlers.conversation import NotShown
from handlers.summaries.due import Bundle
from handlers.summaries.letters import Letter, Mailboxes
from handlers.summaries.mail_content import Content
from handlers.summaries.prepared import PreparedSummary
from handlers.summaries.public_version import PublicVersions
from reports.publication.public_summary import RecordsMoved
from reports.publication.release import NotToBeReleased
from reports.publishing import NotWhole
from reports.report_files import AlbumPage, ReportFiles
from reports.words.language import Code, Language
from reports.words.message import HEADS, Circumstances, mark, report_number
from reports.words.period_name import period_name
from reports.worker.client import NotRendered
from storage.fault import N_
from storage.releases.ledger import LedgerMoved

LOG = logging.getLogger(__name__)
LATER, NOT_TO_BE_SAID = (LedgerMoved, RecordsMoved), (NotWhole, NotToBeReleased, NotRendered)


@dataclass(frozen=True)
class MailedSummary:
    """A summary that is delivered by mail: what is told, of what, and under which number."""

    prepared: PreparedSummary
    bundle: Bundle
    circumstances: Circumstances
    language: Code


@dataclass(frozen=True)
class MailDelivery:
    """Writes letters to the mailboxes; ``desk`` is the address where reports can be read, if there is a desk."""

    mailboxes: Mailboxes
    content: Content
    desk: str | None
    public: PublicVersions
    languages: Callable[[Code], Language]

    def reaches(self, place: int) -> bool:
        """Tell whether a place is a mailbox."""
        return place in self.mailboxes.places

    async def send(self, place: int, summary: MailedSummary) -> None:
        """Send a summary to a mailbox in one letter. Raises `NotShown` or one of its kinds."""
        await self.mailboxes.send(place, await self._letter(summary))

    async def _letter(self, summary: MailedSummary) -> Letter:
        if self.content == "full":
            return self._full(summary)
        return (await self._public(summary) if self.content == "public" else None) or self._notice(summary)

    def _full(self, summary: MailedSummary) -> Letter:
        told, files = summary.prepared.message, summary.prepared.documents
        texts = [told.caption, told.rest, *(page.text for page in files.pages)]
        return self._with(summary, "\n\n".join(filter(None, texts)), files)

    async def _public(self, summary: MailedSummary) -> Letter | None:
        """Return what may be published; None where nothing may."""
        language, period = self.languages(summary.language), summary.bundle.period
        try:
            made = await self.public.make(period, language)
        except LATER as fault:
            raise NotShown(fault.sentence(language.text)) from fault
        except NOT_TO_BE_SAID as fault:
            LOG.info("Only a notice of %s goes by mail: %s", period.name, fault)
            return None
        texts = [self._head(summary), made.text, *(page.text for page in made.files.pages), self._mark(summary)]
        return self._with(summary, "\n\n".join(filter(None, texts)), made.files)

    def _notice(self, summary: MailedSummary) -> Letter:
        text = self.languages(summary.language).text
        come = text("{report} has come.", report=self._head(summary))
        where = (
            text("Read it at the desk: {url}", url=f"{self.desk}/reports")
            if self.desk
            else text("Ask Vaktlogg for it in the chat, with /report.")
        )
        return self._with(summary, "\n\n".join([f"{come}\n{where}", self._mark(summary)]), ReportFiles())

    def _with(self, summary: MailedSummary, told: str, files: ReportFiles) -> Letter:
        number = summary.circumstances.number
        shown = f" · {report_number(number)}" if number is not None else ""
        return Letter(
            name=f"{summary.bundle.period.name}.{number}",
            language=summary.language,
            subject=f"{self._head(summary)}{shown}",
            text=told,
            pictures=tuple(self._pictures(files, self.languages(summary.language))),
            documents=[file for file in (files.workbook, *files.chapters) if file],
        )

    def _pictures(self, files: ReportFiles, language: Language) -> Iterator[AlbumPage]:
        pictures = [file for file in (files.card, *(page.file for page in files.pages)) if file]
        words = N_("Picture {n} of {count}; the text says everything that it shows.")
        for n, file in enumerate(pictures, 1):
            yield AlbumPage(file, language.text(words, n=language.number(n), count=language.number(len(pictures))))

    def _head(self, summary: MailedSummary) -> str:
        language, report = self.languages(summary.language), summary.circumstances.report
        return language.text(HEADS[report], period=period_name(summary.bundle.period, language))

    def _mark(self, summary: MailedSummary) -> str:
        name, language = summary.bundle.period.name, self.languages(summary.language)
        return mark(language, name, summary.circumstances)
