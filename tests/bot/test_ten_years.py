"""Ten years of outages, kills and a troubled Telegram: no summary is lost, and a possible duplicate says so."""

import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.assembly import Intervals, assembled
from bot.config.config import Config
from bot.config.sections import Access, DatabaseSection, Telegram
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.server import PretendTelegram
from bot.telegram.transport import Timeouts
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.due import KINDS, Timetable, due
from handlers.summaries.preparation import Summaries
from handlers.summaries.prepared import PreparedSummary
from reports.analysis.period import Period
from reports.words.language import Language, upper_first
from storage.database.connection import Database
from storage.deliveries.chats import REPORTS
from storage.deliveries.deliveries import Deliveries, Delivery
from tests.bot.desk import LEADER, OSLO, TOKEN, Clock
from tests.reports.quick_worker import QuickWorker
from tests.storage.binding import bind

BEGIN = datetime(2021, 1, 1, 12, tzinfo=OSLO)
SEEDS = int(os.environ.get("VAKTLOGG_SEEDS", "1"))
END = datetime(2031, 1, 10, 12, tzinfo=OSLO)
DOUBT = "Denne rapporten kan ha kommet før."
HEADS = {"monthly": "Månedsrapport for ", "tertial": "Tertialrapport for ", "annual": "Årsrapport for "}
SENDING = ("sendPhoto", "sendMessage", "sendMediaGroup", "sendDocument")
QUICK = Intervals(timeouts=Timeouts(read=0.3, upload=0.15, pauses=(0.0, 0.0)))
DOUBTFUL = frozenset(
    {Trouble.SILENCE, Trouble.LATE_ANSWER, Trouble.LOST_ANSWER, Trouble.HALF_ANSWER, Trouble.RUBBISH}
)
POINTS = ("before it begins", "once begun", "once counted", "once sent", "once noted")


class Killed(BaseException):
    """The machine died."""


class Death:
    """Strikes once at a named point of a delivery, when it has been set."""

    def __init__(self) -> None:
        self.point = ""
        self.struck: Counter[str] = Counter()

    def at(self, point: str) -> None:
        """Die here, if this is the point."""
        if point == self.point:
            self.point = ""
            self.struck[point] += 1
            raise Killed


class MortalDeliveries(Deliveries):
    """Deliveries that may die before and after each thing they note."""

    def __init__(self, database: Database, death: Death) -> None:
        super().__init__(database)
        self.death = death

    async def begin(self, *where: object, **day: object) -> Delivery:
        """Begin, unless death comes before or after."""
        self.death.at("before it begins")
        delivery = await super().begin(*where, **day)  # type: ignore[arg-type]
        self.death.at("once begun")
        return delivery

    async def mark_sent(self, *what: object, **day: object) -> None:
        """Note, unless death comes before or after."""
        self.death.at("once sent")
        await super().mark_sent(*what, **day)  # type: ignore[arg-type]
        self.death.at("once noted")


@dataclass(frozen=True)
class MortalSummaries(Summaries):
    """Summaries that may die when one is prepared."""

    death: Death = field(default_factory=Death)

    async def prepare(self, *what: object, **more: object) -> PreparedSummary:
        """Prepare the summary, unless death comes after."""
        prepared = await super().prepare(*what, **more)  # type: ignore[arg-type]
        self.death.at("once counted")
        return prepared


@asynccontextmanager
async def _machine(config: Config, clock: Clock, death: Death) -> AsyncIterator[SummaryDelivery]:
    async with assembled(config, TOKEN, clock, intervals=QUICK, worker=QuickWorker()) as parts:
        await parts.bot.initialize()
        deliveries = MortalDeliveries(parts.database, death)
        usual = parts.delivery.summaries
        summaries = MortalSummaries(
            **{part.name: getattr(usual, part.name) for part in fields(usual)}, death=death
        )
        yield replace(parts.delivery, deliveries=deliveries, summaries=summaries)


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
async def test_in_ten_years_no_summary_is_lost_and_a_possible_duplicate_says_so(tmp_path: Path, seed: int) -> None:
    chance, clock, death = Random(seed), Clock(BEGIN), Death()
    telegram = PretendTelegram(token=TOKEN, clock=clock)
    await telegram.start()
    config = Config(
        telegram=Telegram(token=TOKEN, api_url=telegram.api_url),
        database=DatabaseSection(path=tmp_path / "vaktlogg.db"),
        access=Access(leaders=[LEADER]),
    )
    telegram.person(LEADER)
    uncertain = 0
    async with _machine(config, clock, death) as delivery:
        await bind(delivery.chats, LEADER, BEGIN.replace(tzinfo=None).isoformat("T", "minutes"))
    while clock.now < END:
        uncertain += await _live_a_while(config, clock, death, telegram, chance)
        clock.move(days=chance.choice([0, 0, 1, 3, 9, 40, 120, 400]))
    telegram.faults.clear()
    death.point = ""
    await _wake(config, clock, death)
    await telegram.stop()

    texts = [shown.text for shown in telegram.person(LEADER).messages if shown.from_bot]
    _none_is_lost(texts, clock.now)
    _duplicates_say_so(texts, uncertain)
    assert sum(death.struck.values()) > 3


async def _live_a_while(
    config: Config, clock: Clock, death: Death, telegram: PretendTelegram, chance: Random
) -> int:
    """Let the machine run for some weeks, with trouble; return how often a send was left in doubt."""
    doubts = 0
    for _ in range(chance.randint(1, 12)):
        telegram.faults.clear()
        if chance.random() < 0.5:
            trouble = chance.choice(list(Trouble))
            telegram.faults.add(InjectedFault(trouble, every=chance.choice([1, 2]), methods=SENDING))
            doubts += trouble in DOUBTFUL
        if chance.random() < 0.5:
            death.point = chance.choice(POINTS)
            doubts += 1
        await _wake(config, clock, death)
        death.point = ""
        clock.move(days=chance.randint(1, 6), hours=chance.randint(0, 23))
    return doubts


async def _wake(config: Config, clock: Clock, death: Death) -> None:
    try:
        async with _machine(config, clock, death) as delivery:
            await delivery.deliver_due()
    except Killed:
        pass


def _none_is_lost(texts: list[str], now: datetime) -> None:
    """Every period due has a report of its own, or a line in a later one of its kind or in a larger one."""
    lines = [line for text in texts for line in text.splitlines()]
    for report in REPORTS:
        since, until = BEGIN.replace(tzinfo=None), now.replace(tzinfo=None)
        for period in due(report, Timetable(), since=since, now=until, done=()):
            head, line = f"{HEADS[report]}{_name(period)}", f"{upper_first(_name(period))}: "
            assert any(told == head or told.startswith(line) for told in lines), period


def _name(period: Period) -> str:
    if period.kind != "month":
        return period.name if period.kind == "year" else f"{period.number}.\u00a0tertial {period.first.year}"
    return Language("nb").month(period.name)


def _duplicates_say_so(texts: list[str], uncertain: int) -> None:
    """See that a report that came twice came again only after doubt, and said so."""
    first: set[str] = set()
    again = 0
    for text in texts:
        if text.startswith(tuple(HEADS.values())):
            head = text.splitlines()[0]
            if head in first:
                again += 1
                assert DOUBT in text, text
            first.add(head)
    assert again <= uncertain
    assert first
    assert set(KINDS) == set(HEADS)


def test_the_calendar_of_the_test_is_ten_years() -> None:
    assert timedelta(days=3650) < END - BEGIN
