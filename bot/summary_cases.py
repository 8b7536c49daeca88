"""Building the use cases of the summaries to leadership: delivering them, and what is left to do for them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock, Config
from bot.stores import Stores
from handlers.administrators import Administrators
from handlers.people.entrances import Entrances
from handlers.summaries.checklist import Checklist
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.doubt import DoubtfulReports
from handlers.summaries.preparation import Summaries
from reports.words.language import Language


@dataclass(frozen=True)
class SummaryCases:
    """The use cases, each built when it is first asked for; ``summaries`` makes what is delivered.

    Reports are shown at the desk as well, where that is among the ``entrances``.
    """

    config: Config
    stores: Stores
    administrators: Administrators
    summaries: Callable[[], Summaries]
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
            may_get=self.stores.seats.may_get,
            administrators=self.administrators,
            language=self.language,
            clock=self.clock,
            timetable=reports.timetable,
            reports=reports.kinds,
        )

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
