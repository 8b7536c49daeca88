"""Ten years of outages, kills and a troubled Telegram: no summary is lost, and a possible duplicate says so."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.config.config import Config
from bot.config.sections import Access, DatabaseSection, Telegram
from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.demo.telegram.server import PretendTelegram
from handlers.summaries.due import KINDS, Timetable, due
from reports.analysis.period import Period
from reports.words.language import Language, upper_first
from storage.deliveries.chats import REPORTS
from tests.bot.chat_desk import LEADER, OSLO, TOKEN, Clock
from tests.faults.mortal import POINTS, Death, deliver, mortal_delivery
from tests.storage.binding import bind

BEGIN = datetime(2021, 1, 1, 12, tzinfo=OSLO)
SEEDS = int(os.environ.get("VAKTLOGG_SEEDS", "1"))
END = datetime(2031, 1, 10, 12, tzinfo=OSLO)
DOUBT = "Denne rapporten kan ha kommet før."
HEADS = {"monthly": "Månedsrapport for ", "tertial": "Tertialrapport for ", "annual": "Årsrapport for "}
SENDING = ("sendPhoto", "sendMessage", "sendMediaGroup", "sendDocument")
DOUBTFUL = frozenset(
    {Trouble.SILENCE, Trouble.LATE_ANSWER, Trouble.LOST_ANSWER, Trouble.HALF_ANSWER, Trouble.RUBBISH}
)


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
    async with mortal_delivery(config, clock, death) as delivery:
        await bind(delivery.chats, LEADER, BEGIN.replace(tzinfo=None).isoformat("T", "minutes"))
    while clock.now < END:
        uncertain += await _live_a_while(config, clock, death, telegram, chance)
        clock.move(days=chance.choice([0, 0, 1, 3, 9, 40, 120, 400]))
    telegram.faults.clear()
    death.point = ""
    await deliver(config, clock, death)
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
        await deliver(config, clock, death)
        death.point = ""
        clock.move(days=chance.randint(1, 6), hours=chance.randint(0, 23))
    return doubts


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
