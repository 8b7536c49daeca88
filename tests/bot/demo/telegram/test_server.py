"""python-telegram-bot, with its own transport, takes the pretend Telegram for the real one."""

from collections.abc import AsyncIterator
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

from bot.demo.telegram.chats import Kind, Notice
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.files import SMALL_PICTURE
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN

POLITI = InlineKeyboardMarkup([[InlineKeyboardButton("Politi", callback_data="p")]])


@pytest.fixture
async def bot(telegram: PretendTelegram) -> AsyncIterator[Bot]:
    """Start the library's bot."""
    async with Bot(TOKEN, base_url=telegram.api_url) as bot:
        yield bot


async def test_a_call_from_the_first_screen_to_the_picture(telegram: PretendTelegram, bot: Bot) -> None:
    person = telegram.person(11)
    keyboard = ReplyKeyboardMarkup([["📞 Ny samtale"]], is_persistent=True, resize_keyboard=True)
    await bot.send_message(11, "Velkommen", reply_markup=keyboard)
    await bot.send_message(11, "Hvem ringte?", reply_markup=POLITI)
    person.tap("Politi")

    [update] = await bot.get_updates(timeout=1)
    assert update.callback_query is not None
    await update.callback_query.answer("Notert")
    await update.callback_query.edit_message_text("Politi")
    await bot.send_chat_action(11, "upload_photo")
    sent = await bot.send_photo(11, SMALL_PICTURE, caption="Oktober", reply_markup=POLITI)
    await sent.edit_media(InputMediaPhoto(SMALL_PICTURE, caption="September"))

    assert (bot.username, person.notices) == ("vaktlogg_bot", [Notice("Notert")])
    assert [(shown.text, shown.photo) for shown in person.messages] == [
        ("Velkommen", None),
        ("Politi", None),
        ("September", SMALL_PICTURE),
    ]
    assert list(telegram.refused) == []


async def test_albums_documents_and_what_a_bot_does_at_its_start(telegram: PretendTelegram, bot: Bot) -> None:
    person = telegram.person(11)

    await bot.delete_webhook()
    await bot.set_my_commands([("log", "Før en samtale")])
    pictures = await bot.send_media_group(11, [InputMediaPhoto(SMALL_PICTURE), InputMediaPhoto(SMALL_PICTURE)])
    await bot.send_document(11, b"PK", caption="Arbeidsbok", filename="2016.xlsx")
    await bot.send_media_group(
        11, [InputMediaDocument(b"a", filename="a"), InputMediaDocument(b"b", filename="b")]
    )
    again = await bot.send_photo(11, pictures[0].photo[-1].file_id)
    await again.edit_caption("Oktober")
    await again.edit_reply_markup(POLITI)

    assert len({picture.media_group_id for picture in pictures}) == 1
    assert [shown.document for shown in person.messages][2:5] == [b"PK", b"a", b"b"]
    assert person.messages[-1].buttons == (("Politi",),)
    assert (await bot.get_chat(11)).first_name == "Vakt"
    assert (await bot.get_webhook_info()).url == ""


async def test_every_refusal_is_the_library_s_own_error(
    telegram: PretendTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it, the library warns of its own next version
    telegram.person(11).block()
    telegram.migrate(telegram.group(-5, "Ledelse", Kind.GROUP), -1005)
    telegram.account.webhook = "https://example.org"

    with pytest.raises(Forbidden):
        await bot.send_message(11, "Hei")
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-5, "Hei")
    assert moved.value.new_chat_id == -1005
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(404, "Hei")
    with pytest.raises(Conflict):
        await bot.get_updates()
    telegram.faults.add(InjectedFault(Trouble.FLOOD))
    with pytest.raises(RetryAfter):
        await bot.get_me()


async def test_a_wrong_token_is_refused(telegram: PretendTelegram) -> None:
    stranger = Bot("1:wrong", base_url=telegram.api_url)

    with pytest.raises(InvalidToken):
        await stranger.initialize()

    await stranger.shutdown()


async def test_the_server_stays_on_this_machine(telegram: PretendTelegram) -> None:
    assert ip_address(str(urlsplit(telegram.url).hostname)).is_loopback


async def test_every_answer_is_dated_by_the_clock_that_was_handed_in(telegram: PretendTelegram) -> None:
    async with ClientSession() as session:
        for method in ("getMe", "nonsense"):
            async with session.post(f"{telegram.api_url}{TOKEN}/{method}") as response:
                assert parsedate_to_datetime(response.headers["Date"]) == telegram.account.clock().replace(
                    microsecond=0
                )
