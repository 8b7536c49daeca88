"""What a browser has begun to send when it is removed or locked is not done; the program stops all the same."""

from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import urlencode

import pytest

from bot.desk.visitors import Visitors
from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

Act = Callable[[InHouse, int], Awaitable[None]]
RECORDS = "SELECT count(*) FROM record"


def _visitors(inhouse: InHouse) -> Visitors:
    assert inhouse.parts
    assert inhouse.parts.desk
    return inhouse.parts.desk.desk.visitors


async def _remove(inhouse: InHouse, seat: int) -> None:
    devices = _visitors(inhouse).devices
    await devices.remove(devices.of(seat)[0].number)


async def _lock(inhouse: InHouse, seat: int) -> None:
    visitors = _visitors(inhouse)
    await visitors.lock(visitors.devices.of(seat)[0])


async def _give_another_role(inhouse: InHouse, seat: int) -> None:
    await _visitors(inhouse).seats.give(seat, "leader")


async def _nothing(inhouse: InHouse, seat: int) -> None:
    """Let everything be as it is."""


@pytest.mark.parametrize(
    ("act", "status", "kept"),
    [(_remove, 403, 0), (_lock, 401, 0), (_give_another_role, 403, 0), (_nothing, 200, 1)],
)
async def test_a_call_is_kept_only_if_the_browser_is_still_in_when_it_has_come_whole(
    inhouse: InHouse, browser: Browser, act: Act, status: int, kept: int
) -> None:
    [device] = _visitors(inhouse).devices.all
    page = await browser.open("/")
    fields = [*page.form("/register").fields, ("s0", "0"), ("s1", "0"), ("s2", "0")]
    body = urlencode(fields).encode()

    async def slowly() -> AsyncIterator[bytes]:
        yield body[:20]
        # Whatever is asked on another connection is answered only after the form has begun to come.
        async with inhouse.browser() as other:
            await other.open("/enter")
        await act(inhouse, device.seat)
        yield body[20:]

    headers = {"Origin": browser.url, "Content-Type": "application/x-www-form-urlencoded"}
    async with browser.client.post(f"{browser.url}/register", data=slowly(), headers=headers) as answer:
        assert answer.status == status

    assert rows(inhouse.folder / "vaktlogg.db", RECORDS) == [(kept,)]


async def test_the_desk_is_closed_although_nothing_can_be_written(inhouse: InHouse, browser: Browser) -> None:
    assert browser.page.status == 200
    assert inhouse.parts
    inhouse.seconds += inhouse.desk.idle_minutes * 60

    inhouse.parts.database.distrust("a test")
