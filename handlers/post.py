"""Posting a summary in a chat: picture or album, the text that did not fit, the workbook with the buttons."""

from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.summaries import Letter


class HalfSent(TelegramError):
    """The first message has arrived, one that follows has not."""


async def send(bot: Bot, chat: int, letter: Letter) -> None:
    """Send a summary to a chat. Raises the library's errors, and `HalfSent` where what follows may still arrive.

    What Telegram refuses for good is raised as it is: sending all of it again would be refused again.
    """
    workbook = letter.dossier.workbook if letter.with_workbook else None
    await _first(bot, chat, letter, with_buttons=workbook is None)
    try:
        if letter.message.rest:
            await bot.send_message(chat, letter.message.rest)
        if workbook:
            await bot.send_document(chat, workbook.content, filename=workbook.name, reply_markup=letter.buttons)
    except (Forbidden, BadRequest):
        raise
    except TelegramError as error:
        raise HalfSent(error.message) from error


async def _first(bot: Bot, chat: int, letter: Letter, *, with_buttons: bool) -> None:
    caption, card, buttons = letter.message.caption, letter.dossier.card, letter.buttons if with_buttons else None
    if card is None:
        await bot.send_message(chat, caption, reply_markup=buttons)
    elif letter.dossier.pages and not with_buttons:
        pages = [InputMediaPhoto(p.file.content, p.text, filename=p.file.name) for p in letter.dossier.pages]
        await bot.send_media_group(chat, [InputMediaPhoto(card.content, caption, filename=card.name), *pages])
    else:
        await bot.send_photo(chat, card.content, caption=caption, reply_markup=buttons, filename=card.name)
