"""Publishing a period's figures at the desk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.desk.desk import Desk
from bot.desk.publication import PublicationAnswer, PublicationLink, PublicationSubject
from bot.desk.replies import Reply
from bot.desk.sent_period import period_in
from bot.desk.visit import Visit
from handlers.summaries.publication import Publication
from handlers.tap.actions import AskPublication, Publish
from handlers.view import View
from reports.analysis.period import Period
from reports.report_files import File
from reports.words.period_name import period_name
from storage.forms.form import Form


@dataclass(frozen=True)
class FiguresToPublish:
    """The report of a period, led by a form."""

    desk: Desk

    async def subject(self, named: Mapping[str, str]) -> PublicationSubject:
        """Return what is named. Raises `HTTPBadRequest`."""
        form, period = self._of(named)
        language, name = self.desk.language, period_name(period, self.desk.language)
        fields = {"form": form.key, "period": period.name}
        return PublicationSubject(
            heading=self._heading(period),
            name=name,
            fields=fields,
            about="",
            back=PublicationLink(f"/figures?{urlencode(fields)}", language.text("Back to the figures")),
            refused=self._publication.too_early(period, language),
        )

    async def ask(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Say what would be hidden, or why it cannot be published. Raises a `DatabaseFault`."""
        form, period = self._of(named)
        await self._publication.ask(visit.asks(), AskPublication(form, period))
        return self._answer(visit.conversation.reply, period)

    async def publish(self, visit: Visit, named: Mapping[str, str]) -> PublicationAnswer:
        """Publish it, or say why it cannot be. Raises a `DatabaseFault`."""
        form, period = self._of(named)
        await self._publication.publish(visit.asks(), Publish(form, period))
        return self._answer(visit.conversation.reply, period)

    def _answer(self, reply: Reply, period: Period) -> PublicationAnswer:
        heading, texts = self._heading(period), [view.text for view in reply.views if view.text]
        return PublicationAnswer(
            said=[*reply.alerts, *(text.removeprefix(heading).lstrip() for text in texts)],
            asks=any(view.rows for view in reply.views),
            files=[file for view in reply.views for file in _files(view)],
        )

    def _heading(self, period: Period) -> str:
        language = self.desk.language
        return language.text("For publication: {period}", period=period_name(period, language))

    def _of(self, named: Mapping[str, str]) -> tuple[Form, Period]:
        return self.desk.told_form(named.get("form", "")), period_in(named, self.desk.language)

    @property
    def _publication(self) -> Publication:
        return self.desk.cases.figures.publication


def _files(view: View) -> Iterator[File]:
    yield from filter(None, (view.picture, *(page.file for page in view.album), view.file))
