"""The leaders' group, and what stands in it."""

import asyncio
from datetime import datetime

from bot.demo.telegram.chats import Chat, Kind
from tests.bot.chat_desk import OSLO, OWNER, Desk
from tests.bot.test_statistics import fill


def group_of(desk: Desk) -> Chat:
    """Return the group that gets the reports."""
    return desk.telegram.group(-1001, "Ledelse", Kind.SUPERGROUP)


async def shown(chat: Chat, words: str) -> str:
    """Wait until the bot has said these words, and return the message's text."""
    async with asyncio.timeout(60):
        while True:
            for message in chat.messages.values():
                if words in message.text and message.sender and message.sender.is_bot:
                    return message.text
            await chat.changed.wait()


def texts_of(chat: Chat) -> list[str]:
    """Return what the bot has said."""
    return [message.text for message in chat.messages.values() if message.sender and message.sender.is_bot]


async def document(chat: Chat, name: str) -> None:
    """Wait until a file of this name has come."""
    async with asyncio.timeout(60):
        while not any(m.document and m.document.upload.name == name for m in chat.messages.values()):
            await chat.changed.wait()


async def bind_group(desk: Desk) -> None:
    """Set the clock to the evening before the day of report, and bind the group."""
    await fill(desk)
    desk.clock.now = datetime(2026, 11, 2, 20, tzinfo=OSLO)
    async with desk.open():
        owner = desk.person(OWNER)
        owner.send("/bind")
        code = (await owner.wait_for("/bind ")).text.split("/bind ")[1]
        owner.within(group_of(desk)).send(f"/bind {code}")
        await shown(group_of(desk), "Denne chatten får nå rapportene.")
