"""Requests that no browser of ours would send: they hold nothing up, and leave neither a trace nor a way in."""

import asyncio
import gzip
import logging
from pathlib import Path

import pytest
from aiohttp import ClientSession
from multidict import CIMultiDict

from bot.assembly import Intervals
from bot.config.desk import DeskSection
from tests.bot.chat_desk import until
from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

FORM = "application/x-www-form-urlencoded"
SECRET = "c2VjcmV0LW9mLWEtYnJvd3Nlcg"
IDLE = 600.0


async def _sent(inhouse: InHouse, written: str, *, awaited: bool = True) -> bytes:
    """Send a request as it is written, and return the whole answer if it is ``awaited``."""
    host = inhouse.url.removeprefix("http://")
    reader, writer = await asyncio.open_connection(*host.rsplit(":", 1))
    writer.write(written.replace("HOST", host).replace("\n", "\r\n").encode("latin-1"))
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 20) if awaited else b""
    writer.close()
    return answer


@pytest.mark.parametrize(
    "written",
    [
        f"GET / HTTP/1.1\nHost: HOST\nCookie: vaktlogg_device={SECRET}\0\n\n",
        f"GET / HTTP/1.1\nHost: HOST\nCoo kie: vaktlogg_device={SECRET}\n\n",
        "GET /enter HTTP/1.1\nHost: HOST\nHost: evil.example\n\n",
        "GET /enter HTTP/1.1\nHost: HOST\nX: a\n b\n\n",
        "POST /enter HTTP/1.1\nHost: HOST\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /x",
        "POST /enter HTTP/1.1\nHost: HOST\nContent-Length: 4\nContent-Length: 5\n\naaaaa",
        "POST /enter HTTP/1.1\nHost: HOST\nTransfer-Encoding: chunked\n\nfffffffffffffffffff\n",
        "GET /enter HTTP/1.1\nHost: HOST\nX: " + "a" * 100_000 + "\n\n",
        "GET /\xff\xfe HTTP/1.1\nHost: HOST\n\n",
        "BREW / HTTP/1.1\nHost: HOST\n\n",
        "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
    ],
)
async def test_what_is_no_request_is_refused_and_leaves_no_trace_in_the_log(
    inhouse: InHouse, caplog: pytest.LogCaptureFixture, written: str
) -> None:
    caplog.set_level(logging.INFO)

    answer = await _sent(inhouse, written)

    assert answer.startswith(b"HTTP/1.0 400 ")
    assert [said for said in caplog.messages if "request" in said.lower() or "127.0.0.1" in said] == []
    assert SECRET not in caplog.text


async def test_a_form_that_breaks_off_is_no_trouble_of_ours(
    inhouse: InHouse, stranger: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    begun = f"POST /enter HTTP/1.1\nHost: HOST\nContent-Type: {FORM}\nContent-Length: 99\n\ntoken"

    await _sent(inhouse, begun, awaited=False)

    assert (await stranger.open("/enter")).status == 200
    assert "failed" not in caplog.text


async def test_a_form_that_is_compressed_stays_as_small_as_it_came(stranger: Browser) -> None:
    bomb = gzip.compress(b"token=" + b"a" * 30_000_000)
    headers = {"Content-Type": FORM, "Content-Encoding": "gzip", "Origin": stranger.url}

    async with stranger.client.post(f"{stranger.url}/enter", data=bomb, headers=headers) as answer:
        assert answer.status in {400, 403}


async def test_a_cookie_that_somebody_has_planted_lets_nobody_in(inhouse: InHouse, stranger: Browser) -> None:
    stranger.client.cookie_jar.update_cookies({"vaktlogg_device": "planted"})
    await inhouse.let_in(stranger)

    async with inhouse.browser() as planter:
        planter.client.cookie_jar.update_cookies({"vaktlogg_device": "planted"})

        assert (await planter.open("/")).path == "/enter"
    assert (await stranger.open("/")).path == "/"


async def test_an_encrypted_desk_takes_only_cookies_that_no_other_host_can_set(tmp_path: Path) -> None:
    section = DeskSection(address="127.0.0.1:0", public_url="https://desk.example.org")
    inhouse = InHouse(tmp_path, desk=section)
    async with inhouse.open(), ClientSession() as client:
        page = await Browser(f"http://127.0.0.1:{_port(inhouse)}", client).open("/enter")

    assert page.headers["Set-Cookie"].startswith("__Host-vaktlogg_device=")
    assert "Secure" in page.headers["Set-Cookie"]


def _port(inhouse: InHouse) -> int:
    assert inhouse.parts is not None
    assert inhouse.parts.desk is not None
    return int(inhouse.parts.desk._bound[0].rpartition(":")[2])


@pytest.mark.parametrize(
    ("mode", "destination", "status"),
    [
        ("no-cors", "image", 403),
        ("no-cors", "script", 403),
        ("navigate", "iframe", 403),
        ("cors", "empty", 403),
        ("navigate", "document", 200),
    ],
)
async def test_a_page_next_door_may_lead_here_but_not_ask_for_anything_unseen(
    stranger: Browser, mode: str, destination: str, status: int
) -> None:
    told = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}

    assert (await stranger.open("/enter", **told)).status == status


async def test_a_browser_that_nobody_touches_is_locked_though_it_asks_for_nothing(tmp_path: Path) -> None:
    inhouse = InHouse(tmp_path, intervals=Intervals(ask=0.05))
    async with inhouse.open(), inhouse.browser() as browser:
        await inhouse.let_in(browser)

        inhouse.seconds += IDLE

        await until(lambda: rows(tmp_path / "vaktlogg.db", "SELECT session FROM device") == [(None,)])


async def test_what_a_sender_says_of_itself_before_a_proxy_does_not_count(tmp_path: Path) -> None:
    section = DeskSection(address="127.0.0.1:0", public_url="http://localhost")
    inhouse = InHouse(tmp_path, desk=section)
    async with inhouse.open(), inhouse.browser() as browser:
        browser.url = f"http://127.0.0.1:{_port(inhouse)}"
        for wrong in range(10):
            await _try_code(browser, f"falsk-{wrong}", said=f"10.0.0.{wrong}")
        assert inhouse.parts is not None
        await inhouse.parts.people.stores.invites.make("riktig", "staff", by=None, now=inhouse.clock())

        await _try_code(browser, "riktig", said="10.0.1.1")

    assert rows(tmp_path / "vaktlogg.db", "SELECT * FROM device") == []


async def _try_code(browser: Browser, code: str, said: str) -> None:
    """Send a code by a proxy that adds a line of its own below the one that the sender has written."""
    page = await browser.open("/enter")
    headers = CIMultiDict([("Origin", browser.url), ("X-Forwarded-For", said), ("X-Forwarded-For", "10.9.9.9")])
    fields = [*page.form("/enter").fields, ("code", code)]
    async with browser.client.post(f"{browser.url}/enter", data=fields, headers=headers) as answer:
        await answer.read()
