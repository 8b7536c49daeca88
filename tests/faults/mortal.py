"""Deliveries that die at a named point, whatever dying means."""

from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any, NoReturn

from bot.assembly import Intervals, assembled
from bot.config.config import Clock, Config
from bot.telegram.transport import Timeouts
from handlers.conversation import Conversation
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.preparation import Summaries
from handlers.summaries.prepared import PreparedSummary
from storage.database.connection import Database
from storage.deliveries.deliveries import Deliveries, Delivery
from tests.bot.chat_desk import TOKEN, bot_of
from tests.reports.quick_worker import QuickWorker

POINTS = ("before it begins", "once begun", "once counted", "once marked", "once sent", "once noted")
QUICK = Intervals(timeouts=Timeouts(read=0.3, upload=0.15, pauses=(0.0, 0.0)))


class Killed(BaseException):
    """The machine died."""


def die() -> NoReturn:
    """Die so that a test lives on."""
    raise Killed


class Death:
    """Strikes once at a named point of a delivery, when it has been set."""

    def __init__(self, point: str = "", strike: Callable[[], NoReturn] = die) -> None:
        self.point = point
        self.struck: Counter[str] = Counter()
        self._strike = strike

    def at(self, point: str) -> None:
        """Die here, if this is the point."""
        if point == self.point:
            self.point = ""
            self.struck[point] += 1
            self._strike()


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
class MortalSummary(PreparedSummary):
    """A summary that may die when it is about to be sent."""

    death: Death = field(default_factory=Death)

    async def show_in(self, conversation: Conversation) -> None:
        """Send it, unless death comes before."""
        self.death.at("once marked")
        await super().show_in(conversation)


@dataclass(frozen=True)
class MortalSummaries(Summaries):
    """Summaries that may die when one is prepared."""

    death: Death = field(default_factory=Death)

    async def prepare(self, *what: object, **more: object) -> PreparedSummary:
        """Prepare the summary, unless death comes after."""
        prepared = await super().prepare(*what, **more)  # type: ignore[arg-type]
        self.death.at("once counted")
        return MortalSummary(**_parts(prepared), death=self.death)


@asynccontextmanager
async def mortal_delivery(config: Config, clock: Clock, death: Death) -> AsyncIterator[SummaryDelivery]:
    """Build the bot anew, whose deliveries may die."""
    async with assembled(config, TOKEN, clock, intervals=QUICK, worker=QuickWorker()) as parts:
        await bot_of(parts).initialize()
        yield replace(
            parts.delivery,
            deliveries=MortalDeliveries(parts.database, death),
            summaries=MortalSummaries(**_parts(parts.delivery.summaries), death=death),
        )


async def deliver(config: Config, clock: Clock, death: Death) -> None:
    """Deliver what is due; dying ends it, and nothing else."""
    try:
        async with mortal_delivery(config, clock, death) as delivery:
            await delivery.deliver_due()
    except Killed:
        pass


def _parts(whole: Summaries | PreparedSummary) -> dict[str, Any]:
    return {part.name: getattr(whole, part.name) for part in fields(whole)}
