"""The greeting, and the one-time code that lets the first administrator in."""

from dataclasses import dataclass

from telegram import Bot, KeyboardButton, Message, ReplyKeyboardMarkup

from handlers.registration import Registration
from reports.language import Language
from storage.fault import N_
from storage.staff import Staff


@dataclass(frozen=True)
class Start:
    """Answers `/start`: those on the list are greeted, a right code lets its sender in, others get silence."""

    staff: Staff
    registration: Registration
    language: Language

    async def start(self, bot: Bot, message: Message, code: str | None) -> None:
        """Greet the sender, let in by ``code`` or on the list already."""
        seat = message.chat.id
        role = await self.staff.redeem(code, seat) if code else None
        if role is None and self.staff.role(seat) is None:
            return
        if role is not None:
            await bot.send_message(seat, self.language.text("You are now the administrator."))
        await bot.send_message(seat, self.language.text(GREETING), reply_markup=self._keyboard(seat))
        await self.registration.open(bot, seat)

    def _keyboard(self, seat: int) -> ReplyKeyboardMarkup:
        """Return the keyboard that is always there; a leader's has last month's summary too."""
        labels = [NEW_CALL] if self.staff.role(seat) == "staff" else [NEW_CALL, LAST_MONTH]
        keys = [KeyboardButton(self.language.text(label)) for label in labels]
        return ReplyKeyboardMarkup([keys], resize_keyboard=True, is_persistent=True)


NEW_CALL = N_("📞 New call")
LAST_MONTH = N_("📊 Last month")
GREETING = N_("Welcome. Register each call after hanging up: three taps, no names.")
