"""Publishing the whole annual report at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.desk.desk import Desk
from bot.desk.publication import PublicationAnswer, PublicationLink, PublicationSubject
from bot.desk.sent_period import period_in
from bot.desk.visit import Visit
from handlers.statistics.annual_publication import ANNUAL_REFUSALS, AnnualPublication
from reports.words.fault_words import fault_said
from reports.words.period_name import period_name


@dataclass(frozen=True)
class AnnualToPublish:
    """The whole annual report of a year."""

    desk: Desk

    async def subject(self, named: Mapping[str, str]) -> PublicationSubject:
        """Return what is named, and where it cannot be published the years that can.

        Raises `HTTPBadRequest`, and a `DatabaseFault`.
        """
        period, language = period_in(named, self.desk.language), self.desk.language
        name, refused = period_name(period, language), self._publication.too_early(period)
        years = await self._publication.years() if refused else ()
        return PublicationSubject(
            heading=language.text("The whole annual report for publication: {period}", period=name),
            name=name,
            fields={"period": period.name},
            about=language.text("The report tells of every register in use; they are protected together."),
            back=PublicationLink("/reports", language.text("Back to the reports")),
            refused=refused,
            instead=[
                PublicationLink(
                    f"/reports/publication?{urlencode({'period': year.name})}", period_name(year, language)
                )
                for year in years
            ],
        )

    async def ask(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Say what would be hidden, or why it cannot be published. Raises a `DatabaseFault`."""
        period = period_in(named, self.desk.language)
        try:
            said = await self._publication.hidden(visit.seat, period)
        except ANNUAL_REFUSALS as fault:
            return PublicationAnswer([fault_said(fault, self.desk.language)])
        return PublicationAnswer(["\n".join(said)], asks=True)

    async def publish(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Publish it, or say why it cannot be. Raises a `DatabaseFault`."""
        period = period_in(named, self.desk.language)
        try:
            published = await self._publication.publish(visit.asks(), period)
        except ANNUAL_REFUSALS as fault:
            return PublicationAnswer([fault_said(fault, self.desk.language)])
        return PublicationAnswer(["\n".join(published.said)], files=published.files)

    @property
    def _publication(self) -> AnnualPublication:
        return self.desk.cases.figures.annual_publication
