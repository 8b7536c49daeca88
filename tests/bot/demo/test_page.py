"""The page and its live view over HTTP, for a browser on this machine and nobody else."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.demo.telegram.contract import Json
from bot.demo.telegram.files import SMALL_PICTURE
from bot.demo.telegram.server import PretendTelegram
from tests.bot.demo.client import TOKEN


async def told(socket: aiohttp.ClientWebSocketResponse) -> Json:
    """Return the next thing the page is told."""
    changes: Json = await socket.receive_json(timeout=5)
    return changes


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/", "text/html")]
    + [(f"/{name}.js", "text/javascript") for name in ("desk", "message", "around", "training", "make")]
    + [(f"/{name}.css", "text/css") for name in ("colours", "desk", "chat")],
)
async def test_the_page_comes_whole_from_here_and_is_never_kept(
    http: aiohttp.ClientSession, address: str, kind: str
) -> None:
    response = await http.get(address)

    text = await response.text()
    policy = response.headers["Content-Security-Policy"]
    assert (response.status, response.content_type) == (200, kind)
    assert response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "//" not in text.replace("// ", "").replace("ws://${location.host}", "")
    assert "innerHTML" not in text


@pytest.mark.parametrize("address", ["/", "/desk/seats", "/desk/live?seat=11", f"/bot{TOKEN}/getMe"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "desk.example.org"},
        {"Host": "127.0.0.1.example.org:8321"},
        {"Host": "localhost@example.org"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_another_page_in_the_browser_gets_nothing(
    telegram: PretendTelegram, http: aiohttp.ClientSession, address: str, headers: dict[str, str]
) -> None:
    telegram.person(11)

    response = await http.get(address, headers=headers)

    assert response.status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_a_picture_cannot_be_drawn_into_another_page(
    telegram: PretendTelegram, http: aiohttp.ClientSession, site: str
) -> None:
    telegram.person(11).send_photo()

    refused = await http.get("/desk/files/photo-1", headers={"Sec-Fetch-Site": site})
    own = await http.get("/desk/files/photo-1", headers={"Sec-Fetch-Site": "same-origin"})

    assert refused.status == 403
    assert (own.content_type, await own.read()) == ("image/png", SMALL_PICTURE)


async def test_localhost_is_a_name_of_ours_too(telegram: PretendTelegram, http: aiohttp.ClientSession) -> None:
    port = urlsplit(telegram.url).port
    headers = {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}"}

    response = await http.get("/desk/seats", headers=headers)

    assert response.status == 200


async def test_the_seats_are_listed_in_order(telegram: PretendTelegram, http: aiohttp.ClientSession) -> None:
    telegram.person(11, "Vakt")
    telegram.person(12, "Ledelse")

    seats = await (await http.get("/desk/seats")).json()

    assert seats == [
        {"id": 11, "name": "Vakt", "group": False},
        {"id": 12, "name": "Ledelse", "group": False},
    ]


async def test_without_a_desk_nothing_leads_there(http: aiohttp.ClientSession) -> None:
    assert (await http.get("/desk/enter", params={"seat": "1"})).status == 404


@pytest.mark.parametrize("seat", ["", "99", "-1", "x", "²"])
async def test_a_seat_that_is_not_there_is_not_found(http: aiohttp.ClientSession, seat: str) -> None:
    response = await http.get("/desk/live", params={"seat": seat})

    assert response.status == 404


async def test_stopping_hangs_up_so_that_the_page_can_try_again(
    telegram: PretendTelegram, http: aiohttp.ClientSession
) -> None:
    telegram.person(11)

    async with asyncio.timeout(5), http.ws_connect("/desk/live?seat=11") as socket:
        await told(socket)
        stopping = asyncio.create_task(telegram.stop())
        ended = await socket.receive()
        await stopping

    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, aiohttp.WSCloseCode.GOING_AWAY)
