"""The practice page's third tab: browsers are let in at the desk without a link, as the seat of a chat."""

import asyncio
import contextlib
import re
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar

from bot.demo.desk import Practice, practise
from bot.demo.inhouse import BESIDE, HOST, practice_section
from bot.desk.cookies import DEVICE, SESSION
from tests.bot.chat_desk import until
from tests.ports import practice_port
from tests.storage.rows import rows

RUNNING = "Vaktlogg er i gang. Stopp med Ctrl-C."


@dataclass
class OpenPractice:
    """A practice that is open: its page's address, the records, and a browser."""

    url: str
    database: Path
    browser: ClientSession

    async def go_to_the_desk(self, seat: str) -> str:
        """Go where the third tab leads from a chat, as a browser does; return the desk's first page."""
        address = f"{self.url}desk/enter?seat={seat}"
        while found := re.search(r'url=([^"]+)"', text := await self._text(address)):
            address = found[1].replace("&amp;", "&")
        return text

    async def _text(self, address: str) -> str:
        async with self.browser.get(address) as answer:
            return await answer.text()


@contextlib.asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[OpenPractice]:
    """Open a practice that keeps its records in a folder."""
    said: list[str] = []
    practice = Practice("nb", practice_port(), folder, browser=False, handover=None)
    task = asyncio.create_task(practise(practice, say=said.append))
    await until(lambda: task.done() or RUNNING in said)
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        yield OpenPractice(said[0].split()[-1], folder / "vaktlogg.db", browser)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


@pytest.fixture(autouse=True)
def nobody_has_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no calls be invented, which takes a while."""
    monkeypatch.setattr("bot.demo.desk.invented_calls", lambda *_: ())


@pytest.fixture
async def practice(tmp_path: Path) -> AsyncIterator[OpenPractice]:
    """Open a practice."""
    async with opened(tmp_path) as practice:
        yield practice


@pytest.mark.parametrize(("seat", "links"), [("1", ["Før", "Tall"]), ("2", ["Før", "Folk"]), ("3", ["Folk"])])
async def test_from_each_chat_one_comes_in_as_its_seat(
    practice: OpenPractice, seat: str, links: list[str]
) -> None:
    page = await practice.go_to_the_desk(seat)

    assert all(f">{link}<" in page for link in links)
    assert (">Folk<" in page) == ("Folk" in links)


async def test_coming_again_brings_no_further_browser_not_even_after_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        async with opened(tmp_path) as practice:
            await practice.go_to_the_desk("2")
            page = await practice.go_to_the_desk("2")

    assert ">Folk<" in page
    assert len(rows(tmp_path / "vaktlogg.db", "SELECT seat FROM device")) == 1


async def test_the_cookies_are_for_another_name_than_a_real_desks_on_this_machine(practice: OpenPractice) -> None:
    await practice.go_to_the_desk("1")

    assert {(cookie.key, cookie["domain"]) for cookie in practice.browser.cookie_jar} == {
        (DEVICE, "localhost"),
        (SESSION, "localhost"),
    }


async def test_no_script_and_no_other_site_gets_at_them(practice: OpenPractice) -> None:
    await practice.go_to_the_desk("1")

    assert all(cookie["httponly"] and cookie["samesite"] == "Strict" for cookie in practice.browser.cookie_jar)


@pytest.mark.parametrize("taken", [True, False])
def test_the_desk_stands_near_the_pages_port_or_at_a_free_one(*, taken: bool) -> None:
    page = practice_port()
    with socket.create_server((HOST, page + BESIDE)) if taken else contextlib.nullcontext():
        section = practice_section(page)

    assert (section.port == page + BESIDE) is not taken
    assert section.url == f"http://localhost:{section.port}"
