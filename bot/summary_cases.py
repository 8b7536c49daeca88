"""Building the use cases of the summaries to leadership: delivering them, and what is left to do for them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock, Config
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.people.entrances import Entrances
from handlers.summaries.checklist import Checklist
from handlers.summaries.delivered import DeliveredReports
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.doubt import DoubtfulReports
from handlers.summaries.mail_delivery import MailDelivery
from handlers.summaries.preparation import Summaries
from handlers.summaries.public_version import PublicVersions
from reports.public_report import PublicReports
from reports.words.language import Language


@dataclass(frozen=True)
class SummaryCases:
    """The use cases, each built when it is first asked for.

    ``summaries`` makes what is delivered, ``public`` what of it may be published. Reports are shown at the desk as
    well, where that is among the ``entrances``.
    """

    config: Config
    stores: Stores
    administrators: Administrators
    summaries: Callable[[], Summaries]
    public: PublicReports
    language: Language
    clock: Clock
    entrances: Entrances

    @cached_property
    def delivery(self) -> SummaryDelivery:
        """What delivers the summaries that are due."""
        reports = self.config.reports
        return SummaryDelivery(
            summaries=self.summaries(),
            conversations=self.administrators.conversations,
            chats=self.stores.chats,
            deliveries=self.stores.deliveries,
            restores=self.stores.restores,
            folder=reports.folder,
            desk=self.entrances.desk is not None,
            mail=self._mail,
            may_get=self.stores.seats.may_get,
            administrators=self.administrators,
            language=self.language,
            clock=self.clock,
            timetable=reports.timetable,
            reports=reports.kinds,
        )

    @cached_property
    def delivered(self) -> DeliveredReports:
        """What tells of the reports that were delivered."""
        stores, summaries = self.stores, self.summaries()
        conversations = self.administrators.conversations
        return DeliveredReports(
            self.delivery, summaries.form, stores.counts, stores.chats, conversations, self.language
        )

    @cached_property
    def _mail(self) -> MailDelivery | None:
        section = self.config.mail
        if section is None:
            return None
        from bot.mail.mailboxes import SmtpMailboxes  # noqa: PLC0415 - most centres send no mail
        from bot.mail.server import MailServer  # noqa: PLC0415 - the same

        mailboxes = SmtpMailboxes(section, MailServer(section), self.language, self.clock)
        summaries, desk = self.summaries(), self.config.desk_beside(None) if self.entrances.desk else None
        public = PublicVersions(
            self.public, summaries.reported, summaries.builder, lambda: self.clock().date(), summaries.limits
        )
        url = desk.url if desk else None
        return MailDelivery(mailboxes, section.content, url, public, summaries.language)

    @cached_property
    def doubtful_reports(self) -> DoubtfulReports:
        """What asks which reports had come before a restore."""
        return DoubtfulReports(self.delivery, self.stores.restores, self.administrators, self.language)

    @cached_property
    def checklist(self) -> Checklist:
        """What tells the administrators what is left to do."""
        reports = self.config.reports
        return Checklist(
            roles=lambda: self.stores.seats.roles,
            chats=self.stores.chats,
            conversations=self.administrators.conversations,
            timetable=reports.timetable,
            reports=reports.kinds,
            copies=self.config.copies is not None,
            desk=self.entrances.desk is not None,
            chat=self.entrances.chat is not None,
            language=self.language,
            clock=self.clock,
        )
