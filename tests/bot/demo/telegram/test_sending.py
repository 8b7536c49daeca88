"""A request may come in any of the four published ways, and trouble can be made of it on purpose."""

import asyncio
import json

import aiohttp
import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.files import SMALL_PICTURE
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN, Client, buttons

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


@pytest.mark.parametrize("body", ["[]", "{", '"text"'])
async def test_json_that_is_no_object_is_refused(http: aiohttp.ClientSession, body: str) -> None:
    response = await http.post(SEND, data=body, headers={"Content-Type": "application/json"})

    assert (await response.json())["description"] == "Bad Request: the body is not a JSON object"


async def test_every_third_call_can_be_asked_to_wait(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.faults.add(InjectedFault(Trouble.FLOOD, every=3, methods={"sendMessage"}, retry_after=7))

    answers = [await client.call("sendMessage", chat_id=11, text="Hei") for _ in range(6)]

    assert [answer["ok"] for answer in answers] == [True, True, False] * 2
    assert answers[2] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert len(telegram.person(11).messages) == 4


async def test_trouble_can_befall_one_chat_a_few_times(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.person(12)
    fault = telegram.faults.add(InjectedFault(Trouble.BAD_GATEWAY, chats={11}, times=1))

    codes = [
        (await client.call("sendMessage", chat_id=chat, text="Hei")).get("error_code") for chat in (12, 11, 11)
    ]

    assert codes == [None, 502, None]
    assert fault.struck == 1


async def test_an_answer_can_be_rubbish(telegram: PretendTelegram, http: aiohttp.ClientSession) -> None:
    telegram.faults.add(InjectedFault(Trouble.RUBBISH))

    response = await http.get(f"/bot{TOKEN}/getMe")

    assert response.status == 200
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(await response.text())


@pytest.mark.parametrize(("trouble", "done"), [(Trouble.SILENCE, 0), (Trouble.LATE_ANSWER, 1)])
async def test_an_answer_can_stay_away_with_or_without_the_deed(
    telegram: PretendTelegram, client: Client, trouble: Trouble, done: int
) -> None:
    person = telegram.person(11)
    telegram.faults.add(InjectedFault(trouble))

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await client.call("sendMessage", chat_id=11, text="Hei")

    assert len(person.messages) == done


async def test_an_answer_can_be_lost_on_the_way(telegram: PretendTelegram, client: Client) -> None:
    telegram.faults.add(InjectedFault(Trouble.LOST_ANSWER, times=1))
    person = telegram.person(11)

    with pytest.raises(aiohttp.ClientConnectionError):
        await client.call("sendMessage", chat_id=11, text="Hei")

    assert [shown.text for shown in person.messages] == ["Hei"]


async def test_one_chat_can_be_slow_while_the_others_are_not(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)
    telegram.person(12)
    telegram.faults.delay(30, chat=11)

    async with asyncio.timeout(5):
        await client.ask("sendMessage", chat_id=12, text="Hei")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await client.call("sendMessage", chat_id=11, text="Hei")
    telegram.faults.clear()
    await client.ask("sendMessage", chat_id=11, text="Hei")


async def test_what_was_asked_is_remembered_in_order(telegram: PretendTelegram, client: Client) -> None:
    telegram.person(11)

    await client.ask("getMe")
    await client.ask("sendMessage", chat_id=11, text="Hei")

    assert [request.method for request in telegram.requests] == ["getMe", "sendMessage"]
    assert telegram.requests[-1].parameters == {"chat_id": 11, "text": "Hei"}


async def test_the_server_stays_on_this_machine(telegram: PretendTelegram) -> None:
    with pytest.raises(ValueError, match="reaches beyond"):
        await telegram.start(host="0.0.0.0")  # noqa: S104 - the point is that it is refused
