"""Answering `/privacy`: what is kept, where and how long, with this centre's own numbers."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.clearing.rule import ClearingRule
from handlers.conversation import Request
from handlers.view import View
from reports.words.language import Language
from storage.people.seat import Role


@dataclass(frozen=True)
class PrivacyNotice:
    """Tells everybody on the list; a call's hour is kept for ``exact_days``."""

    role: Callable[[int], Role | None]
    rule: ClearingRule
    exact_days: int
    language: Language

    async def show(self, request: Request) -> None:
        """Say it in six lines."""
        if self.role(request.seat) is None:
            return
        text, plural = self.language.text, self.language.plural
        lines = [
            text("Of a call its answers and its hour are kept: no name, no number, nothing that is written."),
            text("It lies in one file on the centre’s own machine."),
            self._how_long,
            plural(
                "Here in the chat, answers stand for {n} hour at most; then “Registered.” is left, or nothing.",
                "Here in the chat, answers stand for {n} hours at most; then “Registered.” is left, or nothing.",
                self.rule.clear_hours,
            ),
            text("Telegram carries what stands here, and sees that this account taps, and when."),
            text("The administrator knows more, and answers what you ask."),
        ]
        await request.show(View("\n".join(lines)))

    @property
    def _how_long(self) -> str:
        hour = self.language.plural(
            "The hour is kept for {n} day, then only the day;",
            "The hour is kept for {n} days, then only the day;",
            self.exact_days,
        )
        seat = self.language.plural(
            "which access registered it, for {n} hour; of who did not want to be registered, only the month.",
            "which access registered it, for {n} hours; of who did not want to be registered, only the month.",
            self.rule.own_hours,
        )
        return f"{hour} {seat}"
