"""Telling the administrators that Telegram was away for long, once it is back."""

from dataclasses import dataclass
from datetime import timedelta

from bot.host.polls import Polls
from handlers.administrators import Administrators
from handlers.view import View
from reports.words.language import Language
from storage.fault import N_


@dataclass(frozen=True)
class Absence:
    """Tells of an absence of Telegram that is over."""

    polls: Polls
    administrators: Administrators
    language: Language

    async def tell(self) -> None:
        """Tell of it unless that is done; where nobody could be reached it is told the next time."""
        if not self.polls.was_away:
            return
        long = self.language.duration(timedelta(seconds=self.polls.was_away))
        words = N_("Telegram did not answer for {long}, and does again. What was tapped meanwhile is handled now.")
        if await self.administrators.tell(View(self.language.text(words, long=long))):
            self.polls.told()
