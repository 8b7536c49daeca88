"""Whatever is not a tap: taken out of the chat, kept nowhere, answered in one sentence."""

from dataclasses import dataclass

from telegram import Bot, Message
from telegram.error import BadRequest, Forbidden

from reports.language import Language
from storage.fault import N_


@dataclass(frozen=True)
class Refusal:
    """Refuses text, pictures, voices, contacts, places and unknown commands."""

    language: Language

    async def refuse(self, bot: Bot, message: Message) -> None:
        """Delete the message and say so; where it cannot be deleted, ask the sender to do it."""
        try:
            await bot.delete_message(message.chat.id, message.message_id)
            text = N_("I only take taps on buttons. The message is deleted here and not saved.")
        except (BadRequest, Forbidden):
            text = N_("I have not saved the message, but cannot delete it. Please delete it yourself.")
        await bot.send_message(message.chat.id, self.language.text(text))
