"""`vaktlogg demo`: the real bot against the pretend Telegram, with invented calls and a page to tap on."""

import asyncio
import contextlib
import functools
import os
import random
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.assembly import Intervals, assembled
from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.forms import forms_of
from bot.config.host import HostSection
from bot.config.sections import Access, DatabaseSection, ShiftsSection, Telegram
from bot.demo.calls import invented_calls
from bot.demo.clock import PracticeClock
from bot.demo.inhouse import PracticeDesk, practice_section
from bot.demo.next_report import NextReport
from bot.demo.page import Training
from bot.demo.telegram.server import PretendTelegram
from bot.run import run, stopped_by_signals
from reports.words.language import Code, Language
from storage.database.connection import Database
from storage.fault import N_, Fault, why
from storage.hour import Hour
from storage.private_files import make_private_folder
from storage.records.records import Records

TOKEN = "100000001:a-token-that-opens-the-practice-desk"  # noqa: S105 - it opens nothing else
DUTY_PHONE, LEADERSHIP, GROUP_SEAT = 1, 2, 3
SEATS = {DUTY_PHONE: DUTY_PHONE, LEADERSHIP: LEADERSHIP, GROUP_SEAT: LEADERSHIP}
"""Whose seat somebody has who goes on from a chat to the desk."""
GROUP = -1_001_000_000_001
SEED = 2016
# What falls due when the clock is moved comes at once, and what was tapped before that has not waited.
AT_ONCE = functools.partial(assembled, intervals=Intervals(deliver=2.0, gap=timedelta(days=400)))


class PortTaken(Fault):
    """The practice desk's port is in use."""


class NoFolder(Fault):
    """The folder for the records cannot be made."""


@dataclass(frozen=True)
class Practice:
    """How to practise: where the page is, what is kept, and in how many minutes the shift ends."""

    language: Code
    port: int
    keep: Path | None
    browser: bool
    handover: int | None


async def practise(practice: Practice, *, say: Callable[[str], None]) -> None:
    """Keep the practice desk open until Ctrl-C. Raises `PortTaken`, and the faults of the database."""
    language = Language(practice.language)
    stop = asyncio.Event()
    with stopped_by_signals(stop), _folder(practice.keep) as folder:
        clock = PracticeClock(Config().now)
        training = Training(language)
        telegram = PretendTelegram(token=TOKEN, clock=clock, site=training.add_to)
        try:
            await telegram.start(port=practice.port)
        except OSError:
            raise PortTaken(
                N_("Port {port} is in use; choose another with --port, or 0 for any."), port=practice.port
            ) from None
        try:
            inhouse = PracticeDesk(practice_section(telegram.port), SEATS)
            config = _config(folder, telegram.api_url, language, inhouse.section)
            if practice.handover is not None:
                hours = handovers(clock(), minutes=practice.handover)
                config = config.model_copy(update={"shifts": ShiftsSection(hours=hours)})
            await _fill(config, Hour.of(clock()))
            telegram.person(DUTY_PHONE, language.text("Duty phone")).send("/start")
            leadership = telegram.person(LEADERSHIP, language.text("Leadership"))
            leadership.send("/start")
            telegram.sit(GROUP_SEAT, leadership.within(telegram.group(GROUP, language.text("Group"))))
            training.next_report = NextReport(config, clock, language, SEED)
            training.inhouse = inhouse
            say(language.text("The practice desk is open at {url}", url=telegram.url))
            if practice.browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, telegram.url)
            await run(config, say=say, stop=stop, clock=clock, assemble=inhouse.noted(AT_ONCE))
        finally:
            await telegram.stop()


def handovers(now: datetime, *, minutes: int) -> list[str]:
    """Return three handovers, eight hours apart; the next is that many minutes away, rounded up."""
    soon = now.replace(second=0, microsecond=0, tzinfo=None) + timedelta(minutes=minutes + 1)
    return sorted(f"{soon + timedelta(hours=8 * number):%H:%M}" for number in range(3))


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="vaktlogg-") as folder:
            yield Path(folder)
    else:
        try:
            make_private_folder(keep)
        except OSError as error:
            raise NoFolder(
                N_("The folder {folder} cannot be made: {reason}."), folder=keep, reason=why(error)
            ) from error
        yield keep


def _config(folder: Path, api_url: str, language: Language, desk: DeskSection) -> Config:
    return Config(
        language=language.code,
        telegram=Telegram(token=TOKEN, api_url=api_url),
        desk=desk,
        database=DatabaseSection(path=folder / "vaktlogg.db"),
        access=Access(owners=[LEADERSHIP], staff=[DUTY_PHONE]),
        centre=language.text("The practice desk"),
        host=HostSection(sign_of_life=False),
    )


async def _fill(config: Config, now: Hour) -> None:
    """Fill an empty database with invented calls from 1 January two years ago until yesterday."""
    form, first = forms_of(config)["call"], date(now.day.year - 2, 1, 1)
    async with Database.open(config.database.path) as database:
        records = Records(database)
        if not await records.count():
            calls = invented_calls(form, first, now.day, random.Random(SEED))  # noqa: S311 - invented, not secret
            await records.save_all(list(calls), now=now)


def _has_screen() -> bool:
    return sys.platform in {"darwin", "win32"} or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))
