"""Killed at random moments while people tap, the bot loses no tap and keeps none twice."""

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo.telegram.person import NotOnScreenError, Person, Shown
from bot.demo.telegram.server import PretendTelegram
from tests.bot.desk import OSLO, TOKEN, until

KILLS = int(os.environ.get("VAKTLOGG_KILLS", "20"))
SEATS = (11, 12, 13)
SCREENS = ("Hva gjaldt samtalen?", "Gjelder samtalen", "Lagret")
AGAIN = "Trykk igjen."
EXTRA = "Det var et ekstra trykk. Det første gjelder."
CALLS = (
    ("Politi", "KRISE – vold", "Ikke kjent"),
    ("Kvinne – seg selv", "Råd og veiledning", "Nei"),
    ("Taus samtale",),
)


@pytest.mark.timeout(400)
async def test_no_tap_is_lost_or_kept_twice_when_the_bot_is_killed(tmp_path: Path) -> None:
    """Three people tap all the while; every receipt they saw is one record, and there is no other."""
    chance = random.Random(7)
    telegram = PretendTelegram(token=TOKEN, clock=lambda: datetime.now(OSLO))
    await telegram.start()
    config = _config(tmp_path, telegram)
    done = asyncio.Event()
    people = [asyncio.create_task(_tap_all_the_while(telegram.person(seat), done)) for seat in SEATS]
    for _ in range(KILLS):
        bot = await _start(config)
        await _until_it_asks(telegram)
        await asyncio.sleep(chance.uniform(0, 0.4))
        bot.kill()
        await bot.wait()
    done.set()
    bot = await _start(config)
    receipts = sum(await asyncio.gather(*people))
    bot.send_signal(signal.SIGTERM)
    await bot.wait()
    await telegram.stop()

    with contextlib.closing(sqlite3.connect(tmp_path / "vaktlogg.db")) as connection:
        [(kept, different)] = connection.execute("SELECT count(*), count(DISTINCT source) FROM record")
    assert kept == different == receipts
    assert receipts >= KILLS


def _config(folder: Path, telegram: PretendTelegram) -> Path:
    config = folder / "config.toml"
    config.write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{telegram.api_url}"\n[access]\nstaff = {list(SEATS)}\n',
        encoding="utf-8",
    )
    return config


async def _start(config: Path) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", str(config), stdout=DEVNULL, stderr=DEVNULL
    )


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
    """Tap and wait for what follows; tap again only when asked to, or told that the tap was an extra one.

    Both come of a crash: a tap waited through it, or forms asked for in vain stand below the one that is tapped.
    """
    person.tap(label, message_id=message)
    heard = len(person.notices)
    for _ in range(20):
        with contextlib.suppress(NotOnScreenError):
            return await person.wait_for(_shows(message, following), timeout=1.5)
        asked = any(_shows(message, AGAIN)(shown) for shown in person.messages)
        if asked or EXTRA in [notice.text for notice in person.notices[heard:]]:
            heard = len(person.notices)
            person.tap(label, message_id=message)
    raise NotOnScreenError(following)


def _shows(message: int, words: str) -> Callable[[Shown], bool]:
    """Wait for these words: after a crash, older screens may pass by while earlier taps are handled again."""
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
