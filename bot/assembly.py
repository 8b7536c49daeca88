"""The composition root: opens the stores, and builds the bot around its use cases."""

import contextlib
import functools
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeAlias

from telegram import Bot

from bot.config.config import Clock, Config
from bot.config.forms import forms_of
from bot.network_time import NetworkTime
from bot.operations import Operations
from bot.people_cases import PeopleCases
from bot.random_codes import fresh_cookie
from bot.since_boot import since_boot
from bot.stores import open_stores
from bot.telegram.bot_api import BotApi
from bot.telegram.command_menus import CommandMenus
from bot.telegram.date_headers import DateHeaders
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.gate import Gate
from bot.telegram.intake import Intake
from bot.telegram.kept_updates import KeptUpdates
from bot.telegram.limits import TELEGRAM_LIMITS
from bot.telegram.polling_gap import Backlog, PollingGap
from bot.telegram.sockets import proxy_for
from bot.telegram.telegram_time import TelegramTime
from bot.telegram.transport import Timeouts, Transport
from bot.telegram.updates import TelegramUpdates
from bot.telegram.watched_chat import WatchedChats
from bot.use_cases import UseCases
from handlers.clearing.clearing import Clearing
from handlers.clearing.notes import MessageNotes
from handlers.operations.watched_clock import WatchedClock, WorldTime
from handlers.shifts.questions import QuestionDelivery
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.doubt import DoubtfulReports
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import PRAGMAS, Database
from storage.database.last_poll import LastPoll
from storage.database.sole_use import open_alone
from storage.records.retention import Retention


@dataclass(frozen=True)
class Intervals:
    """How often the bot does its regular work, in seconds; ``gap`` is the shortest gap in polling that counts."""

    forget: float = 3600.0
    deliver: float = 180.0
    ask: float = 60.0
    clear: float = 60.0
    watch_clock: float = 10.0
    gap: timedelta = timedelta(minutes=10)
    timeouts: Timeouts = field(default_factory=Timeouts)


DEFAULT_INTERVALS = Intervals()


@dataclass(frozen=True)
class Parts:
    """A bot that is built but not started."""

    bot: Bot
    intake: Intake
    delivery: SummaryDelivery
    doubtful_reports: DoubtfulReports
    questions: QuestionDelivery
    menus: CommandMenus
    people: PeopleCases
    clearing: Clearing
    operations: Operations
    clock: WatchedClock
    database: Database
    language: Language
    retention: Retention
    intervals: Intervals


Assemble: TypeAlias = Callable[[Config, str, Clock], contextlib.AbstractAsyncContextManager[Parts]]


@contextlib.asynccontextmanager
async def assembled(  # noqa: PLR0913 - tests hand in what is slow or unkind
    config: Config,
    token: str,
    clock: Clock,
    *,
    intervals: Intervals = DEFAULT_INTERVALS,
    worker: WorkerClient | None = None,
    pragmas: Sequence[str] = PRAGMAS,
    moment: Callable[[], float] = time.monotonic,
    since_boot: Callable[[], float] = since_boot,
) -> AsyncIterator[Parts]:
    """Build the bot; close its database, worker and connections afterwards."""
    forms = forms_of(config)
    async with contextlib.AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_alone(config.database.path, pragmas=pragmas))
        dates = DateHeaders(since_boot)
        transport = Transport(intervals.timeouts, proxy_for(config.telegram.api_url), dates)
        stack.push_async_callback(transport.shutdown)
        api = BotApi.at(config.telegram.api_url, token, transport)
        polling = LastPoll(database)
        watched = WatchedClock(clock, since_boot, _world(config, dates, api), await polling.read())
        stores = await open_stores(database, config, forms, lambda: watched.day_reached)
        worker = worker or WorkerClient()
        stack.push_async_callback(worker.close)
        gap = PollingGap(polling, watched, intervals.gap)
        await gap.load()
        taps, languages = DoubleTaps(moment), functools.cache(Language)
        notes = MessageNotes(stores.messages, watched, languages(config.language))
        chats = WatchedChats(api, taps, notes, stores.seats)
        cases = UseCases(config, forms, languages, stores, worker, chats, watched, TELEGRAM_LIMITS, api.link)
        menus = CommandMenus(api, lambda: stores.seats.accounts, cases.language)
        yield Parts(
            bot=api.bot,
            intake=_intake(api, cases, gap, chats, menus),
            delivery=cases.delivery,
            doubtful_reports=cases.doubtful_reports,
            questions=cases.questions,
            menus=menus,
            people=cases.people,
            clearing=cases.clearing,
            operations=cases.operations,
            clock=watched,
            database=database,
            language=cases.language,
            retention=config.retention,
            intervals=intervals,
        )


def _world(config: Config, dates: DateHeaders, api: BotApi) -> WorldTime:
    """Return who is asked what time it is: the time server that the config names, else Telegram."""
    if config.clock.ntp:
        return NetworkTime(config.clock.ntp, dates.since_boot, fresh_cookie)
    return TelegramTime(dates, api)


def _intake(api: BotApi, cases: UseCases, gap: PollingGap, chats: WatchedChats, menus: CommandMenus) -> Intake:
    """Build what takes in Telegram's updates and hands them to the use cases."""
    backlog, stores = Backlog(), cases.stores
    gate = Gate(stores.seats, stores.chats.bound, cases.people.strangers)
    updates = TelegramUpdates(
        chats,
        cases.routes.commands,
        cases.dispatch,
        cases.unhandled,
        backlog,
        menus,
        KeptUpdates(stores.updates, stores.seats, stores.chats),
        stores.seats,
        gate,
        cases.people.lapse,
    )
    return Intake(api, updates, gate, backlog, gap)
