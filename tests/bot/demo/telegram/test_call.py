"""A call may come in any of the four published ways."""

import json

import aiohttp
import pytest

from bot.demo.telegram.files import SMALL_PICTURE
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN, buttons

SEND = f"/bot{TOKEN}/sendMessage"

FIELDS = {"chat_id": "11", "text": "Hei på deg", "reply_markup": json.dumps(buttons(["Politi"]))}


@pytest.mark.parametrize("way", ["query", "form", "parts", "json"])
async def test_a_request_means_the_same_whichever_way_it_comes(
    telegram: PretendTelegram, http: aiohttp.ClientSession, way: str
) -> None:
    person = telegram.person(11)
    parts = aiohttp.MultipartWriter("form-data")
    for name, value in FIELDS.items():
        parts.append(value).set_content_disposition("form-data", name=name)

    match way:
        case "query":
            response = await http.get(SEND, params=FIELDS)
        case "form":
            response = await http.post(SEND, data=FIELDS)
        case "parts":
            response = await http.post(SEND, data=parts)
        case _:
            response = await http.post(SEND, json=FIELDS)

    assert (await response.json())["ok"]
    [shown] = person.messages
    assert (shown.text, shown.buttons) == ("Hei på deg", (("Politi",),))


@pytest.mark.parametrize(("name", "said"), [("photo", None), ("picture", "attach://picture")])
async def test_a_picture_comes_along_directly_or_attached(
    telegram: PretendTelegram, http: aiohttp.ClientSession, name: str, said: str | None
) -> None:
    form = aiohttp.FormData({"chat_id": "11", **({"photo": said} if said else {})})
    form.add_field(name, SMALL_PICTURE, filename="bilde.png")
    person = telegram.person(11)

    response = await http.post(f"/bot{TOKEN}/sendPhoto", data=form)

    sent = (await response.json())["result"]["photo"][-1]
    assert (sent["width"], sent["height"]) == (8, 8)
    assert person.messages[0].photo == SMALL_PICTURE


@pytest.mark.parametrize("body", ["[]", "{", '"text"'])
async def test_json_that_is_no_object_is_refused(http: aiohttp.ClientSession, body: str) -> None:
    response = await http.post(SEND, data=body, headers={"Content-Type": "application/json"})

    assert (await response.json())["description"] == "Bad Request: the body is not a JSON object"
