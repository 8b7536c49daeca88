"""Lengths are counted without the markup."""

from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import Client


async def test_the_longest_text_counts_without_its_markup(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)

    sent = await client.ask("sendMessage", chat_id=11, text=f"<b>{'å' * 4096}</b>", parse_mode="HTML")

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]
