"""A desk to test on: the real bot, its transport and intake, against the pretend Telegram."""

import asyncio
import contextlib
import functools
import itertools
import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from telegram import Bot

from bot.assembly import Assemble, Intervals, Parts, assembled
from bot.config.backup import BackupSection
from bot.config.config import Config
from bot.config.sections import Access, DatabaseSection, Forms, Logging, Privacy, Reports, ShiftsSection, Telegram
from bot.demo.telegram.person import Person
from bot.demo.telegram.server import PretendTelegram
from bot.run import run
from handlers.clearing.rule import ClearingRule
from reports.words.language import Code
from storage.hour import Hour
from storage.messages.messages import NotedMessage
from storage.people.seat import Role

TOKEN = "123456789:AAprovetoken-som-ikke-apner-noe-000"
OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2026, 11, 3, 14, 20, tzinfo=OSLO)
LONGEST_PAUSE = 0.2
DUTY, LEADER, OWNER, STRANGER = 11, 12, 13, 99


async def until(condition: Callable[[], bool], timeout: float = 15.0) -> None:  # noqa: ASYNC109 - a test's patience
    """Wait for what can only be looked up. Raises `TimeoutError` after that many seconds."""
    async with asyncio.timeout(timeout):
        pause = 0.01
        while not condition():
            await asyncio.sleep(pause)
            pause = min(1.2 * pause, LONGEST_PAUSE)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:  # noqa: D102 - a clock tells the time
        return self.now

    def move(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)


def unhurried() -> Callable[[], float]:
    """Return a clock of seconds that is further each time it is read: to the bot, nobody taps in haste."""
    return map(float, itertools.count()).__next__


def bot_of(parts: Parts) -> Bot:
    """Return the bot of what was put together with a token."""
    assert parts.telegram is not None
    return parts.telegram.api.bot


@contextlib.asynccontextmanager
async def pretend_telegram(clock: Callable[[], datetime]) -> AsyncIterator[PretendTelegram]:
    """Serve the Bot API meanwhile."""
    telegram = PretendTelegram(token=TOKEN, clock=clock)
    await telegram.start()
    try:
        yield telegram
    finally:
        await telegram.stop()


class NeverDue(ClearingRule):
    """Leaves every message as it is, also where it is forgotten meanwhile whose record it shows."""

    def step(self, noted: NotedMessage, *, newest: bool, role: Role | None, now: Hour) -> None:
        """Return that nothing is due."""
        del noted, newest, role, now


@contextlib.asynccontextmanager
async def _without_clearing(assemble: Assemble, config: Config, token: str, clock: Clock) -> AsyncIterator[Parts]:
    async with assemble(config, token, clock) as parts:
        yield replace(parts, clearing=replace(parts.clearing, rule=NeverDue(0, 24)))


@dataclass
class Desk:
    """Everything a test needs: the people, the clock, the records, and the bot to start and stop.

    It ``clears`` no messages by itself unless told to, however far the clock is moved.
    """

    folder: Path
    telegram: PretendTelegram
    clock: Clock
    said: list[str] = field(default_factory=list)
    language: Code = "nb"
    logging: Logging = field(default_factory=Logging)
    reports: Reports = field(default_factory=Reports)
    forms: Forms = field(default_factory=Forms)
    privacy: Privacy = field(default_factory=Privacy)
    backup: BackupSection = field(default_factory=BackupSection)
    shifts: ShiftsSection = field(default_factory=lambda: ShiftsSection(ask=False))
    intervals: Intervals = field(default_factory=Intervals)
    access: Access = field(default_factory=lambda: Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY]))
    assemble: Callable[..., contextlib.AbstractAsyncContextManager[Parts]] = assembled
    moment: Callable[[], float] = field(default_factory=unhurried)
    clears: bool = False

    @property
    def _assemble(self) -> Assemble:
        assemble = functools.partial(self.assemble, intervals=self.intervals, moment=self.moment)
        return assemble if self.clears else functools.partial(_without_clearing, assemble)

    @property
    def config(self) -> Config:
        """The config the bot runs with."""
        return Config(
            language=self.language,
            telegram=Telegram(token=TOKEN, api_url=self.telegram.api_url),
            database=DatabaseSection(path=self.folder / "vaktlogg.db"),
            access=self.access,
            logging=self.logging,
            forms=self.forms,
            shifts=self.shifts,
            privacy=self.privacy,
            reports=self.reports,
            backup=self.backup,
        )

    def take_moved_clock_for_time_gone_by(self) -> None:
        """Let no tap look as if it had waited while the bot was off."""
        self.intervals = replace(self.intervals, gap=timedelta(days=365))

    def person(self, seat: int = DUTY) -> Person:
        """Return somebody with a phone."""
        return self.telegram.person(seat)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Let the bot run meanwhile; what it raises comes out here."""
        stop = asyncio.Event()
        running = asyncio.create_task(
            run(self.config, say=self.said.append, stop=stop, clock=self.clock, assemble=self._assemble)
        )
        try:
            yield
        finally:
            stop.set()
            await running

    async def deliver_due(self) -> None:
        """Start the bot, deliver every summary that is due, and stop it."""
        async with self._assemble(self.config, TOKEN, self.clock) as parts:
            await bot_of(parts).initialize()
            await parts.delivery.deliver_due()

    async def fresh_form(self, seat: int = DUTY) -> Person:
        """Ask for a first screen and wait for it."""
        person = self.person(seat)
        person.send("/log")
        await person.wait_for("Ny samtale")
        return person

    async def register(self, person: Person, *labels: str) -> None:
        """Tap through the form on the newest message, waiting for each next screen."""
        for label in labels:
            shown = await person.wait_for(lambda message, label=label: label in sum(message.buttons, ()))  # type: ignore[misc]
            before = shown.text
            person.tap(label, message_id=shown.id)
            await person.wait_for(
                lambda message, shown=shown, before=before: message.id == shown.id and message.text != before  # type: ignore[misc]
            )

    def rows(self, query: str = "SELECT * FROM calls") -> list[tuple[object, ...]]:
        """Ask the database file itself."""
        with contextlib.closing(sqlite3.connect(self.folder / "vaktlogg.db")) as connection:
            return list(connection.execute(query))
