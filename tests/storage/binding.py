"""Chats that are bound without a conversation."""

from datetime import datetime
from zoneinfo import ZoneInfo

from storage.deliveries.chats import ChatLanguage, Chats

OSLO = ZoneInfo("Europe/Oslo")


async def bind(chats: Chats, address: int, at: str, language: ChatLanguage = "nb") -> None:
    """Bind a chat at a local time, `2026-11-03T14:00`."""
    now = datetime.fromisoformat(at).replace(tzinfo=OSLO)
    await chats.make_code(str(address), by=None, now=now)
    await chats.bind(str(address), address, language=language, now=now, administrators=())
