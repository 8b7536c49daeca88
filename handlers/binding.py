"""Binding chats: which groups and people get the summaries, which kinds, and in which language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.chat import Tapped, together
from handlers.tap import Short, UnreadableTap, encode
from reports.language import Language
from storage.chats import REPORTS, BoundChat, Chats, Report
from storage.fault import N_
from storage.staff import Role

SWITCH, TURN_LANGUAGE, UNBIND = "Switch", "Language", "Unbind"
ANONYMOUS = 1087968824
"""The id that Telegram writes for a group's administrator who stays anonymous."""
KINDS: dict[Report, str] = {"monthly": N_("Month"), "tertial": N_("Tertial"), "annual": N_("Year")}
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}


@dataclass(frozen=True)
class Binding:
    """Answers `/bind`, `/unbind` and `/chats`. ``code`` makes a one-time code, ``clock`` is the local time."""

    chats: Chats
    role: Callable[[int], Role | None]
    language: Language
    clock: Callable[[], datetime]
    code: Callable[[], str]

    async def bind(self, bot: Bot, message: Message, code: str | None) -> None:
        """Give an administrator a code; bind the chat a right code is written in. A wrong one gets silence."""
        chat = message.chat.id
        if code is None:
            await self._give_code(bot, message)
        elif not await self.chats.knows(code):
            return
        elif message.from_user is None or message.from_user.id == ANONYMOUS:
            await bot.send_message(chat, self.language.text("Write as yourself, not anonymously, and try again."))
        elif await self.chats.bind(code, chat, language=self.language.code, now=self._now()):
            await bot.send_message(chat, self.language.text("This chat now gets the summaries."))

    def _now(self) -> str:
        return self.clock().replace(tzinfo=None).isoformat(timespec="minutes")

    async def _give_code(self, bot: Bot, message: Message) -> None:
        if not self._administrates(message):
            return
        code = self.code()
        await self.chats.make_code(code)
        words = N_("Write this in the chat that is to get the summaries, once: /bind {code}")
        await bot.send_message(message.chat.id, self.language.text(words, code=code))

    async def unbind(self, bot: Bot, message: Message) -> None:
        """Stop sending summaries to the chat this is written in, where an administrator writes it."""
        if self._is_administrator(message) and await self.chats.unbind(message.chat.id):
            await bot.send_message(message.chat.id, self.language.text("This chat gets no more summaries."))

    async def list(self, bot: Bot, message: Message) -> None:
        """List the bound chats to an administrator, each with buttons for its kinds and language."""
        if not self._administrates(message):
            return
        if not self.chats.all:
            await bot.send_message(message.chat.id, self.language.text("No chat gets summaries yet. Write /bind."))
        for bound in self.chats.all:
            await bot.send_message(message.chat.id, self._text(bound), reply_markup=self._buttons(bound))

    def _administrates(self, message: Message) -> bool:
        return message.chat.type == "private" and self._is_administrator(message)

    def _is_administrator(self, message: Message) -> bool:
        return message.from_user is not None and self.role(message.from_user.id) == "administrator"

    async def tap(self, tapped: Tapped, verb: str, subject: str) -> None:
        """Switch a kind, turn the language or unbind. Raises `UnreadableTap` for what is not offered."""
        word, _, number = subject.partition("-")
        bound = {str(chat.chat): chat for chat in self.chats.all}.get(number)
        if self.role(tapped.seat) != "administrator" or bound is None:
            raise UnreadableTap(N_("This button cannot be read."))
        if verb == SWITCH and word in KINDS:
            await self.chats.switch(bound.chat, next(report for report in REPORTS if report == word), self._now())
        elif verb == TURN_LANGUAGE:
            await self.chats.turn_language(bound.chat)
        elif verb == UNBIND:
            await self.chats.unbind(bound.chat)
            gone = self.language.text("This chat gets no more summaries.")
            await together(tapped.answer(), tapped.edit(gone))
            return
        else:
            raise UnreadableTap(N_("This button cannot be read."))
        [now] = [chat for chat in self.chats.all if chat.chat == bound.chat]
        await together(tapped.answer(), tapped.edit(self._text(now), self._buttons(now)))

    def _text(self, bound: BoundChat) -> str:
        kinds = [self.language.text(KINDS[report]) for report, wanted in bound.reports.items() if wanted]
        return self.language.text(
            "Chat {chat}: {kinds}, {language}",
            chat=bound.chat,
            kinds=", ".join(kinds) or "–",
            language=LANGUAGES[bound.language],
        )

    def _buttons(self, bound: BoundChat) -> InlineKeyboardMarkup:
        kinds = [
            InlineKeyboardButton(
                f"{'✓ ' if wanted else ''}{self.language.text(KINDS[report])}",
                callback_data=encode(Short(SWITCH, f"{report}-{bound.chat}")),
            )
            for report, wanted in bound.reports.items()
        ]
        language = InlineKeyboardButton(
            LANGUAGES[bound.language], callback_data=encode(Short(TURN_LANGUAGE, f"turn-{bound.chat}"))
        )
        unbind = InlineKeyboardButton(
            self.language.text("Remove"), callback_data=encode(Short(UNBIND, f"chat-{bound.chat}"))
        )
        return InlineKeyboardMarkup([kinds, [language, unbind]])
