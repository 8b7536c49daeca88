"""The buttons under a summary: table, text to paste, what the figures are and are not, documents, other forms."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from telegram.constants import ChatAction

from handlers.chat import Tapped, together
from handlers.sight import Sight
from handlers.summaries import ABOUT, CHART, EXCEL, PROSE, TABLE, WORD
from handlers.tap import UnreadableTap
from reports.about import about
from reports.caption import caption
from reports.dossier import Workshop
from reports.language import Code, Language
from reports.period import NotAPeriod, Period
from reports.prose import prose
from reports.studio import NoPicture
from reports.summary import summary_of
from reports.table_text import table_text
from reports.wording import Wording
from storage.chats import Chats
from storage.counts import Counts
from storage.fault import N_
from storage.form import Form
from storage.staff import Role

LOG = logging.getLogger(__name__)
DETAILS = frozenset({TABLE, PROSE, ABOUT, EXCEL, WORD, CHART})


@dataclass(frozen=True)
class Details:
    """Tells more of a summary, in the language of the chat it is asked in."""

    forms: Mapping[str, Form]
    workshop: Workshop
    counts: Counts
    chats: Chats
    language: Callable[[Code], Language]
    own: Code
    role: Callable[[int], Role | None]
    today: Callable[[], date]

    async def tell(self, tapped: Tapped, verb: str, subject: str) -> None:
        """Send what the button promises. Raises `UnreadableTap` for what is no closed period of a form."""
        key, _, name = subject.partition("-")
        try:
            form, period = self.forms[key], Period.named(name)
        except (KeyError, NotAPeriod):
            raise UnreadableTap(N_("This button cannot be read.")) from None
        sight = Sight.of(self.role(tapped.seat), self.today())
        if min(period.days.last, sight.today) > sight.last:
            raise UnreadableTap(N_("This button cannot be read."))
        language = self.language(self._code(tapped.chat))
        if verb == ABOUT:
            await together(tapped.answer(), tapped.bot.send_message(tapped.chat, about(form, language)))
            return
        words = Wording(await summary_of(self.counts, form, period, self.today()), language)
        if verb in {EXCEL, WORD}:
            await self._send_file(tapped, verb, words)
        elif verb == CHART:
            await self._send_chart(tapped, words)
        else:
            text = table_text(words) if verb == TABLE else prose(words)
            await together(tapped.answer(), tapped.bot.send_message(tapped.chat, text))

    async def _send_file(self, tapped: Tapped, verb: str, words: Wording) -> None:
        await together(tapped.answer(), tapped.bot.send_chat_action(tapped.chat, ChatAction.UPLOAD_DOCUMENT))
        try:
            file = await self.workshop.document("workbook" if verb == EXCEL else "chapter", words)
        except NoPicture as fault:
            LOG.error("A document could not be made: %s", fault)  # noqa: TRY400 - the sentence says it all
            sorry = words.language.text("The file could not be made. Try later.")
            await tapped.bot.send_message(tapped.chat, sorry)
        else:
            await tapped.bot.send_document(tapped.chat, file.content, filename=file.name)

    async def _send_chart(self, tapped: Tapped, words: Wording) -> None:
        await together(tapped.answer(), tapped.bot.send_chat_action(tapped.chat, ChatAction.UPLOAD_PHOTO))
        told = caption(words)
        try:
            picture = await self.workshop.card(words)
        except NoPicture as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            await tapped.bot.send_message(tapped.chat, told.text)
        else:
            await tapped.bot.send_photo(tapped.chat, picture.content, caption=told.text, filename=picture.name)
        if told.figures:
            await tapped.bot.send_message(tapped.chat, told.figures)

    def _code(self, chat: int) -> Code:
        return next((bound.language for bound in self.chats.all if bound.chat == chat), self.own)
