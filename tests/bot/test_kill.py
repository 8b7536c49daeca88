"""Killed at random moments while people tap, the bot loses no tap, keeps none twice and forgets no message."""

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo.telegram.person import NotOnScreenError, Person, Shown
from bot.demo.telegram.server import PretendTelegram
from tests.bot.desk import OSLO, TOKEN, pretend_telegram, until
from tests.bot.tapping import seen

KILLS = int(os.environ.get("VAKTLOGG_KILLS", "20"))
SEATS = (11, 12, 13)
SCREENS = ("Hva gjaldt samtalen?", "Gjelder samtalen", "Lagret")
AGAIN = "Trykk igjen."
EXTRA = "Det var et ekstra trykk."
"""What every notice of a tap that does not count begins with."""
TO_CLEAR = """
    SELECT id, message FROM message JOIN telegram_chat ON number = chat WHERE stage IN ('form', 'receipt')
"""
"""The messages that are known to show answers."""
CALLS = (
    ("Politi", "KRISE – vold", "Ikke kjent"),
    ("Kvinne – seg selv", "Råd og veiledning", "Nei"),
    ("Taus samtale",),
)


@pytest.mark.timeout(400)
async def test_no_tap_is_lost_or_kept_twice_when_the_bot_is_killed(tmp_path: Path) -> None:
    """Three people tap all the while; every receipt they saw is one record, and there is no other."""
    chance = random.Random(7)
    done = asyncio.Event()
    async with pretend_telegram(lambda: datetime.now(OSLO)) as telegram, asyncio.TaskGroup() as group:
        config = _config(tmp_path, telegram)
        people = [group.create_task(_tap_all_the_while(telegram.person(seat), done)) for seat in SEATS]
        for _ in range(KILLS):
            async with _running(config) as bot:
                await _until_it_asks(telegram)
                await asyncio.sleep(chance.uniform(0, 0.4))
                bot.kill()
        done.set()
        async with _running(config):
            receipts = sum(await asyncio.gather(*people))

    with contextlib.closing(sqlite3.connect(tmp_path / "vaktlogg.db")) as connection:
        [(kept, different)] = connection.execute("SELECT count(*), count(DISTINCT source) FROM record")
        noted = set(connection.execute(TO_CLEAR))
    assert {(seat, m.id) for seat in SEATS for m in telegram.person(seat).messages if _shows_a_call(m)} <= noted
    assert kept == different == receipts
    assert receipts >= KILLS


def _shows_a_call(shown: Shown) -> bool:
    return shown.from_bot and any(words in shown.text for words in SCREENS)


def _config(folder: Path, telegram: PretendTelegram) -> Path:
    config = folder / "config.toml"
    config.write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{telegram.api_url}"\n[access]\nstaff = {list(SEATS)}\n',
        encoding="utf-8",
    )
    return config


@contextlib.asynccontextmanager
async def _running(config: Path) -> AsyncIterator[Process]:
    """Run the bot, and stop it at the end if it has not been killed."""
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", str(config), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        yield bot
    finally:
        if bot.returncode is None:
            bot.send_signal(signal.SIGTERM)
        await bot.wait()


async def _until_it_asks(telegram: PretendTelegram) -> None:
    """Wait until the bot just started has asked for updates."""
    telegram.requests.clear()
    await until(lambda: "getUpdates" in [request.method for request in telegram.requests])


async def _tap_all_the_while(person: Person, done: asyncio.Event) -> int:
    """Register call after call, and return how many receipts were seen."""
    receipts = 0
    while not done.is_set():
        shown = await _fresh_form(person)
        labels = CALLS[receipts % len(CALLS)]
        for label, following in zip(labels, SCREENS[-len(labels) :], strict=True):
            shown = await _tap(person, shown.id, label, following)
        receipts += 1
    return receipts


async def _tap(person: Person, message: int, label: str, following: str) -> Shown:
    """Tap and wait for what follows; tap again only when told to, or that the tap does not count.

    Both come of a crash: a tap waited through it, or forms asked for in vain stand below the one that is tapped.
    """
    person.tap(label, message_id=message)
    heard = len(person.notices)
    for _ in range(20):
        with contextlib.suppress(NotOnScreenError):
            return await person.wait_for(_shows(message, following), timeout=1.5)
        told = any(notice.text.startswith((AGAIN, EXTRA)) for notice in person.notices[heard:])
        # While earlier taps are handled again, older screens pass by, which have other buttons.
        if told and any(label in row for row in seen(person, message).buttons):
            heard = len(person.notices)
            person.tap(label, message_id=message)
    raise NotOnScreenError(f"no {following!r} after {label!r}, but the notices {person.notices[heard:]}")


def _shows(message: int, words: str) -> Callable[[Shown], bool]:
    return lambda shown: shown.id == message and words in shown.text


async def _fresh_form(person: Person) -> Shown:
    """Return a first screen; who was left without one by a crash asks for it."""
    while True:
        try:
            return await person.wait_for(_is_first_screen, timeout=1.5)
        except NotOnScreenError:
            person.send("/log")


def _is_first_screen(shown: Shown) -> bool:
    return shown.from_bot and "Hvem ringte" in shown.text
