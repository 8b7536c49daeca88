"""How quick and how heavy the in-house desk is: `python -m tests.benchmark.desk`; needs Debian's chromium.

Each page's weight and first paint on a shift of ten calls; from the third key until the receipt is drawn in the
list; what the desk's process weighs with fifty desks open; and fifty browsers that register at the same moment,
twice, on a shift without calls. Not a test: a busy machine is slow without anything being wrong.
"""

import asyncio
import contextlib
import json
import shutil
import statistics
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer
from aiohttp import ClientSession, ClientTimeout
from playwright.async_api import Browser, Page, async_playwright

from bot.desk.navigation import PAGES
from bot.random_codes import fresh_nonce
from tests.benchmark.memory import mebibytes
from tests.bot.desk.inhouse import Browser as Client

KEYS = ("6", "2", "3")
POLICE = (("s0", "5"), ("s1", "1"), ("s2", "2"))
ON_SHIFT, CALLS_EACH = 10, 2
KILOBYTE = 1000
WATCH = """() => {
  window.times = [];
  let [keys, pressed] = [0, 0];
  addEventListener("keydown", (event) => { if (++keys % 3 === 0) pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (!pressed) return;
    const since = pressed;
    pressed = 0;
    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - since)));
  }).observe(document.getElementById("shift"), { childList: true, subtree: true });
}"""
WEIGHT = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter((one) => one.initiatorType !== "img" && !/\\.(png|svg)$/.test(one.name))
    .reduce((sum, one) => sum + one.decodedBodySize, 0)"""
PAINT = """() => performance.getEntriesByType("paint")[0]?.startTime"""


@dataclass(frozen=True)
class Served:
    """A desk that runs: its process, its address, and the cookies of the browsers, the last an administrator's."""

    process: int
    url: str
    cookies: Sequence[Mapping[str, str]]


@contextlib.asynccontextmanager
async def _served(browsers: int) -> AsyncIterator[Served]:
    command = (sys.executable, "-m", "tests.benchmark.desk_server", str(browsers))
    desk = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, limit=1 << 20)
    assert desk.stdout is not None
    assert desk.stdin is not None
    told = json.loads(await desk.stdout.readline())
    try:
        yield Served(desk.pid, told["url"], told["cookies"])
    finally:
        desk.stdin.close()
        await desk.wait()


async def _opened(browser: Browser, desk: Served, seat: int = 0) -> Page:
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    for name, value in desk.cookies[seat].items():
        await context.add_cookies([{"name": name, "value": value, "url": desk.url}])
    return await context.new_page()


async def _by_keys(browser: Browser, desk: Served, calls: int) -> None:
    page = await _opened(browser, desk)
    await page.goto(desk.url)
    await page.evaluate(WATCH)
    for call in range(calls):
        for key in KEYS:
            await page.keyboard.press(key)
        await page.wait_for_function("n => window.times.length > n", arg=call)
    _print("from the third key to the receipt", await page.evaluate("window.times"))
    await page.context.close()


async def _at_once(desk: Served, browsers: int, calls: int) -> None:
    async with contextlib.AsyncExitStack() as stack:
        sessions = [await stack.enter_async_context(ClientSession(cookies=one)) for one in desk.cookies[:browsers]]
        clients = [Client(desk.url, session) for session in sessions]
        started = time.perf_counter()
        times = [
            took
            for each in await asyncio.gather(*(_registered(client, calls) for client in clients))
            for took in each
        ]
        seconds = time.perf_counter() - started
    if browsers > 1:
        _print(f"a call, {browsers} browsers at once", times)
        _say(f"{len(times) / seconds:.0f} calls a second, the pages opened meanwhile")


async def _registered(client: Client, calls: int) -> Sequence[float]:
    """Open the page, and register call after call as its script does."""
    fields = dict((await client.open("/")).form("/register").fields) | dict(POLICE)
    headers = {"Accept": "application/json", "Origin": client.url}
    times = []
    for _ in range(calls):
        fields["nonce"] = fresh_nonce()
        started = time.perf_counter()
        async with client.client.post(f"{client.url}/register", data=fields, headers=headers) as answer:
            if (await answer.json())["said"] != "Lagret: Politi · vold · krise":
                raise RuntimeError(f"A call was answered {answer.status}")
        times.append((time.perf_counter() - started) * 1000)
    return times


async def _pages(browser: Browser, desk: Served) -> None:
    for path in [*(path for path, _, _ in PAGES), "/me"]:
        page = await _opened(browser, desk, 0 if path == "/" else -1)
        answer = await page.goto(f"{desk.url}{path}")
        if answer and answer.ok:
            paint = await (await page.wait_for_function(PAINT)).json_value()
            weight = await page.evaluate(WEIGHT)
            _say(f"{path}: {weight / KILOBYTE:.1f} kB without pictures, first painted after {paint:.0f} ms")
        await page.context.close()


async def _open_desks(desk: Served) -> None:
    idle = mebibytes(desk.process)
    async with contextlib.AsyncExitStack() as stack:
        live = 0
        for cookies in desk.cookies:
            session = await stack.enter_async_context(ClientSession(cookies=cookies, timeout=ClientTimeout()))
            await (await session.get(desk.url)).read()
            stream = await session.get(f"{desk.url}/live", headers={"Accept": "text/event-stream"})
            live += stream.content_type == "text/event-stream"
        _say(f"{mebibytes(desk.process):.0f} MiB with {live} desks open, {idle:.0f} MiB before")


def _print(what: str, times: Sequence[float]) -> None:
    *_, p99 = statistics.quantiles(times, n=100)
    _say(f"{what}: p50 {statistics.median(times):.1f} ms, p99 {p99:.1f} ms ({len(times)} times)")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


async def _measure(calls: int, browsers: int) -> None:
    async with _served(browsers) as desk, async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        await _at_once(desk, 1, ON_SHIFT)
        await _pages(chromium, desk)
        await _by_keys(chromium, desk, calls)
        await chromium.close()
        await _open_desks(desk)
    async with _served(browsers) as desk:
        await _at_once(desk, browsers, CALLS_EACH)


def main(
    calls: Annotated[int, typer.Option(min=2, help="Calls by keys.")] = 200,
    browsers: Annotated[int, typer.Option(min=2, help="Browsers at once.")] = 50,
) -> None:
    """Measure everything."""
    asyncio.run(_measure(calls, browsers))


if __name__ == "__main__":
    typer.run(main)
