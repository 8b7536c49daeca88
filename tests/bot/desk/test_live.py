"""Open pages are told when something that they show has changed, and nobody is kept waiting by them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiohttp import ClientResponse

from bot.desk.changes import Changes
from tests.bot.desk.inhouse import Browser, InHouse

PATIENCE = 10.0


class Stream:
    """A stream of events, read one by one."""

    def __init__(self, answer: ClientResponse) -> None:
        """Read it from its beginning."""
        self.answer = answer

    async def line(self) -> str:
        """Return the next line that is no comment, empty at the stream's end."""
        async with asyncio.timeout(PATIENCE):
            while line := (await self.answer.content.readline()).decode():
                if line.strip() and not line.startswith((":", "retry:")):
                    return line.strip()
        return ""

    async def end(self) -> list[str]:
        """Return the last lines, after the states that were still told."""
        while (line := await self.line()).startswith("data: "):
            pass
        return [line, await self.line(), await self.line()]


@contextlib.asynccontextmanager
async def stream(browser: Browser) -> AsyncIterator[Stream]:
    """Open a stream, and read what stands for the page as it is."""
    async with browser.client.get(f"{browser.url}/live") as answer:
        assert answer.status == 200
        yield Stream(answer)


async def is_told(browser: Browser) -> bool:
    """Open one more stream for a moment; tell whether there was room for it."""
    async with browser.client.get(f"{browser.url}/live") as answer:
        return answer.status == 200 and await Stream(answer).line() != ""


def changes_of(inhouse: InHouse) -> Changes:
    """Return what tells of changes at the desk."""
    assert inhouse.parts is not None
    assert inhouse.parts.desk is not None
    return inhouse.parts.desk.desk.changes


def state(html: str) -> str:
    """Return what stands for all that a page shows."""
    return html.partition('data-state="')[2].partition('"')[0]


async def test_a_page_that_shows_what_there_is_is_told_just_that(browser: Browser) -> None:
    await browser.register(0, 1, 0)

    async with stream(browser) as events:
        first = await events.line()
        page = await browser.open("/shift")

        while first != f"data: {state(page.html)}":  # the look before the call may still have been told
            first = await events.line()


async def test_a_call_at_one_desk_is_told_at_another(browser: Browser, other: Browser) -> None:
    async with stream(other) as events:
        before = await events.line()
        await browser.register(0, 1, 0)
        after = await events.line()

    assert before.startswith("data: ")
    assert after.startswith("data: ")
    assert after != before


async def test_a_card_is_told_to_its_seat_alone(inhouse: InHouse, browser: Browser, other: Browser) -> None:
    assert inhouse.parts is not None
    stores = inhouse.parts.people.stores
    first, second = (seat.number for seat in stores.seats.all)
    async with stream(browser) as events, stream(other) as others:
        await events.line(), await others.line()
        await stores.cards.put(first, "Til den første", [])
        await events.line()
        await stores.cards.put(second, "Til den andre", [])
        told = await others.line()

    assert told == f"data: {state((await other.open('/shift')).html)}"


async def test_a_page_is_told_when_the_shift_is_over(inhouse: InHouse, browser: Browser) -> None:
    changes = changes_of(inhouse)
    async with stream(browser) as events:
        before = await events.line()
        inhouse.clock.move(hours=1)
        changes.commits.note()
        after = await events.line()

    assert after != before


async def test_a_locked_browser_is_told_so_and_its_stream_ends(inhouse: InHouse, browser: Browser) -> None:
    assert inhouse.parts is not None
    devices = inhouse.parts.people.stores.devices
    async with stream(browser) as events:
        await events.line()
        await devices.lock(devices.all[0])

        assert await events.end() == ["event: locked", "data:", ""]


async def test_a_removed_browser_is_told_so_and_its_stream_ends(inhouse: InHouse, browser: Browser) -> None:
    assert inhouse.parts is not None
    devices = inhouse.parts.people.stores.devices
    async with stream(browser) as events:
        await events.line()
        await devices.remove(devices.all[0].number)

        assert await events.end() == ["event: over", "data:", ""]


async def test_a_browser_has_four_streams_at_most_and_those_it_left_do_not_count(browser: Browser) -> None:
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(4):
            await (await stack.enter_async_context(stream(browser))).line()
        async with browser.client.get(f"{browser.url}/live") as refused:
            status = refused.status
    async with asyncio.timeout(PATIENCE):
        for _ in range(6):
            while not await is_told(browser):  # the server has not heard yet that the others are gone
                pass

    assert status == 503


async def test_being_connected_is_not_activity(inhouse: InHouse, browser: Browser) -> None:
    assert inhouse.parts is not None
    assert inhouse.parts.desk is not None
    visitors = inhouse.parts.desk.desk.visitors
    active = dict(visitors._active)
    async with stream(browser) as events:
        await events.line()
        await browser.open("/shift", **{"X-Part": "shift"})

    assert visitors._active == active


async def test_the_program_stops_without_waiting_for_streams(inhouse: InHouse, browser: Browser) -> None:
    async with stream(browser) as events:
        await events.line()
        changes_of(inhouse).close()

        assert await events.line() == ""
