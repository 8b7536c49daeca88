"""Files that cannot be shown are refused."""

import aiohttp
import pytest

from bot.demo.telegram.files import SMALL_PICTURE
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("photo", SMALL_PICTURE[:16] + b"\0\0\x20\0\0\0\0\1" + SMALL_PICTURE[24:], "PHOTO_INVALID_DIMENSIONS"),
        ("other", SMALL_PICTURE, 'the file "other" is attached to nothing'),
    ],
)
async def test_a_file_that_cannot_be_shown_is_refused(
    telegram: PretendTelegram, http: aiohttp.ClientSession, name: str, content: bytes, sentence: str
) -> None:
    form = aiohttp.FormData({"chat_id": "11"})
    form.add_field(name, content, filename="bilde.png")
    person = telegram.person(11)

    response = await http.post(f"/bot{TOKEN}/sendPhoto", data=form)

    assert (await response.json())["description"] == f"Bad Request: {sentence}"
    assert person.messages == []
