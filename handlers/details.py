"""The buttons under a summary: its table, a text to paste, and what the figures are and are not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from handlers.chat import Tapped, together
from handlers.sight import Sight
from handlers.summaries import ABOUT, PROSE, TABLE
from handlers.tap import UnreadableTap
from reports.about import about
from reports.language import Code, Language
from reports.period import NotAPeriod, Period
from reports.prose import prose
from reports.summary import summary_of
from reports.table_text import table_text
from reports.wording import Wording
from storage.chats import Chats
from storage.counts import Counts
from storage.fault import N_
from storage.form import Form
from storage.staff import Role

DETAILS = frozenset({TABLE, PROSE, ABOUT})


@dataclass(frozen=True)
class Details:
    """Tells more of a summary, in the language of the chat it is asked in."""

    forms: Mapping[str, Form]
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
        if period.days.last > Sight.of(self.role(tapped.seat), self.today()).last:
            raise UnreadableTap(N_("This button cannot be read."))
        language = self.language(self._code(tapped.chat))
        text = about(language) if verb == ABOUT else await self._text(verb, form, period, language)
        await together(tapped.answer(), tapped.bot.send_message(tapped.chat, text))

    def _code(self, chat: int) -> Code:
        return next((bound.language for bound in self.chats.all if bound.chat == chat), self.own)

    async def _text(self, verb: str, form: Form, period: Period, language: Language) -> str:
        words = Wording(await summary_of(self.counts, form, period, self.today()), language)
        return table_text(words) if verb == TABLE else prose(words)
