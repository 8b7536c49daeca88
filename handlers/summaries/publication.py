"""Publishing a report: a leader sees what is hidden, says yes, and gets the files that may leave the house."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handlers.audit_log import AuditLog
from handlers.conversation import Request
from handlers.public_files import COUNTS, REFUSALS, written_publicly
from handlers.summaries.public_version import public_draft
from handlers.tap.actions import AskPublication, OfPeriod, Publish
from handlers.view import Button, View
from reports.analysis.period import Period
from reports.public_report import PublicDraft, PublicReports
from reports.publishing import NotWhole, check_whole
from reports.report_files import Format, ReportBuilder, ReportFiles
from reports.reported_forms import ReportedForms
from reports.words.caption import caption
from reports.words.fault_words import fault_said
from reports.words.language import Code, Language, upper_first
from reports.words.limits import Limits, cut
from reports.words.period_name import period_name
from storage.deliveries.chats import Chats
from storage.forms.form import Form
from storage.people.seat import Role

LOG = logging.getLogger(__name__)
FORMATS: tuple[Format, ...] = ("png", "xlsx", "docx", "pdf")


@dataclass(frozen=True)
class Publication:
    """Publishes reports at the tap of a leader, in the language of the chat, ``own`` where it has none.

    Public files are written to the ``folder`` as well, where there is one.
    """

    forms: Mapping[str, Form]
    public: PublicReports
    builder: ReportBuilder
    chats: Chats
    language: Callable[[Code], Language]
    own: Code
    role: Callable[[int], Role | None]
    today: Callable[[], date]
    limits: Limits
    folder: Path | None
    audit: AuditLog

    def too_early(self, period: Period, language: Language) -> str:
        """Say why a period is not to be published, whatever it would hide; nothing where it may be."""
        try:
            check_whole(period, self.today())
        except NotWhole as fault:
            return fault_said(fault, language)
        return ""

    async def ask(self, request: Request, tap: AskPublication) -> None:
        """Say what would be hidden, and ask whether to publish; only leaders."""
        language = self._language(request)
        draft = await self._begun(request, tap, language)
        if draft is None:
            return
        name = period_name(tap.period, language)
        lines = [
            language.text("For publication: {period}", period=name),
            "",
            *(draft.said or [language.text("Nothing has to be hidden.")]),
            "",
            language.text(COUNTS),
        ]
        yes = Button(language.text("Publish {period}", period=name), Publish(tap.form, tap.period))
        await request.show(View(cut(lines, self.limits.text, language), [[yes]]))

    async def publish(self, request: Request, tap: Publish) -> None:
        """Publish the period, note it, and send its files; only leaders."""
        language = self._language(request)
        draft = await self._begun(request, tap, language)
        if draft is None:
            return
        try:
            files = await self.builder.build(draft.report, FORMATS)
            for failure in files.failures:
                LOG.error("A public report could not be made: %s", failure)
                raise failure
            numbers = await self.public.note(draft)
        except REFUSALS as fault:
            await request.show(View(fault_said(fault, language)))
            return
        LOG.info("Published %s as %s.", tap.period.name, numbers)
        for number in numbers:
            await self.audit.note(request, "published", number, tap.period.name)
        said = [upper_first(language.text("{period} is published.", period=period_name(tap.period, language)))]
        said += [language.text("Noted as release {number}.", number=number) for number in numbers]
        said += await written_publicly(self.folder, files.files, language)
        await request.show_instead(View("\n".join(said)))
        for view in self._views(draft, files):
            await request.show(view)

    async def _begun(self, request: Request, tap: OfPeriod, language: Language) -> PublicDraft | None:
        """Protect the report, and say so where the seat may not publish it, or nobody can."""
        if self.role(request.seat) not in {"leader", "administrator"}:
            await request.conversation.answer(language.text("Only leaders can publish."), alert=True)
            return None
        await request.busy("file")
        try:
            return await self._draft(tap, language)
        except REFUSALS as fault:
            await request.show(View(fault_said(fault, language)))
            return None

    async def _draft(self, tap: OfPeriod, language: Language) -> PublicDraft:
        reported = ReportedForms.led_by(tap.form, self.forms)
        return await public_draft(self.public, reported, tap.period, language, self.today())

    def _views(self, draft: PublicDraft, files: ReportFiles) -> Iterator[View]:
        """Give the pictures, the figures that have no room below the first, and the documents."""
        told = caption(draft.report.main, self.limits)
        yield View(told.text, picture=files.card, album=files.pages)
        if told.figures:
            yield View(told.figures)
        yield from (View(file=file) for file in (files.workbook, *files.chapters) if file)

    def _language(self, request: Request) -> Language:
        return self.language(self.chats.language_in(request.conversation.place, self.own))
