"""The composition root: opens the stores, and builds the ways in around the use cases."""

import contextlib
import functools
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from bot.config.config import Clock, Config
from bot.config.desk import DeskSection
from bot.config.forms import served_forms
from bot.conversations import AllConversations
from bot.forgetting import Forgetting
from bot.mail.addresses import addresses_of
from bot.network_time import NetworkTime, NoTime
from bot.operations import Operations
from bot.people_cases import PeopleCases
from bot.random_codes import fresh_cookie
from bot.since_boot import since_boot
from bot.stores import Stores, open_stores
from bot.telegram.double_taps import DoubleTaps
from bot.telegram.limits import TELEGRAM_LIMITS
from bot.telegram.polling_gap import PollingGap
from bot.telegram.telegram_time import TelegramTime
from bot.telegram.transport import Timeouts
from bot.telegram.watched_chat import WatchedChats
from bot.telegram_parts import Telegram, TelegramParts, telegram_parts
from bot.use_cases import UseCases
from handlers.clearing.clearing import Clearing
from handlers.clearing.notes import MessageNotes
from handlers.operations.findings import Checks
from handlers.operations.watched_clock import WatchedClock, WorldTime
from handlers.people.code_hashes import USUAL_COST, HashCost
from handlers.people.entrances import Entrances
from handlers.shifts.questions import QuestionDelivery
from handlers.summaries.delivery import SummaryDelivery
from handlers.summaries.doubt import DoubtfulReports
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import PRAGMAS, Database
from storage.database.last_poll import LastPoll
from storage.database.sole_use import open_alone

if TYPE_CHECKING:
    from bot.desk.serving.server import DeskServer


@dataclass(frozen=True)
class Intervals:
    """How often the regular work is done, in seconds; ``gap`` is the shortest gap in polling that counts."""

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
    """Everything, built but not started: ``telegram`` and the ``desk``, where they are served."""

    telegram: TelegramParts | None
    desk: "DeskServer | None"
    delivery: SummaryDelivery
    doubtful_reports: DoubtfulReports
    questions: QuestionDelivery
    people: PeopleCases
    clearing: Clearing
    operations: Operations
    clock: WatchedClock
    gap: PollingGap
    database: Database
    language: Language
    forgetting: Forgetting
    intervals: Intervals


Assemble: TypeAlias = Callable[[Config, str | None, Clock], contextlib.AbstractAsyncContextManager[Parts]]


@contextlib.asynccontextmanager
async def assembled(  # noqa: PLR0913 - tests hand in what is slow or unkind
    config: Config,
    token: str | None,
    clock: Clock,
    *,
    intervals: Intervals = DEFAULT_INTERVALS,
    worker: WorkerClient | None = None,
    pragmas: Sequence[str] = PRAGMAS,
    moment: Callable[[], float] = time.monotonic,
    since_boot: Callable[[], float] = since_boot,
    checks: Checks | None = None,
    hash_cost: HashCost = USUAL_COST,
) -> AsyncIterator[Parts]:
    """Build what the config says, with a bot where there is a ``token``; close everything afterwards."""
    forms, section = served_forms(config), config.desk_beside(token)
    async with contextlib.AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_alone(config.database.path, pragmas=pragmas))
        telegram = Telegram.at(config, token, intervals.timeouts, since_boot) if token else None
        if telegram:
            stack.push_async_callback(telegram.transport.shutdown)
        polling = LastPoll(database)
        watched = WatchedClock(clock, since_boot, _world(config, telegram, since_boot), await polling.read())
        stores = await open_stores(database, config, forms, lambda: watched.day_reached)
        worker = worker or WorkerClient()
        stack.push_async_callback(worker.close)
        gap = PollingGap(polling, watched, intervals.gap)
        await gap.load()
        languages = functools.cache(Language)
        notes = MessageNotes(stores.messages, watched, languages(config.language))
        chats = _chats(telegram, stores, notes, DoubleTaps(moment), desk=section is not None)
        mailboxes = addresses_of(config.mail)
        conversations = AllConversations(stores, chats, desk=section is not None, mailboxes=mailboxes)
        cases = UseCases(
            config,
            forms,
            languages,
            stores,
            worker,
            conversations,
            watched,
            TELEGRAM_LIMITS,
            _entrances(telegram, section),
            hash_cost,
        )
        yield Parts(
            telegram=telegram_parts(telegram.api, cases, gap, chats) if telegram and chats else None,
            desk=_desk(section, cases, since_boot, checks) if section else None,
            delivery=cases.delivery,
            doubtful_reports=cases.doubtful_reports,
            questions=cases.questions,
            people=cases.people,
            clearing=cases.clearing,
            operations=cases.operations,
            clock=watched,
            gap=gap,
            database=database,
            language=cases.language,
            forgetting=Forgetting.said(config, forms),
            intervals=intervals,
        )


def _chats(
    telegram: Telegram | None, stores: Stores, notes: MessageNotes, taps: DoubleTaps, *, desk: bool
) -> WatchedChats | None:
    """Return the chats, whose messages cards say as well where there is a ``desk``; None without a bot."""
    if telegram is None:
        return None
    return WatchedChats(telegram.api, taps, notes, stores.seats, stores.cards if desk else None)


def _desk(
    section: DeskSection, cases: UseCases, since_boot: Callable[[], float], checks: Checks | None
) -> "DeskServer":
    from bot.desk_parts import desk_server  # noqa: PLC0415 - a chat alone stays small without pages

    return desk_server(section, cases, since_boot, checks)


def _world(config: Config, telegram: Telegram | None, since_boot: Callable[[], float]) -> WorldTime:
    """Return who is asked what time it is: the time server that the config names, else Telegram, else nobody."""
    if config.clock.ntp:
        return NetworkTime(config.clock.ntp, since_boot, fresh_cookie)
    return TelegramTime(telegram.dates, telegram.api) if telegram else NoTime()


def _entrances(telegram: Telegram | None, section: DeskSection | None) -> Entrances:
    here_alone = section is not None and section.leads_here_alone
    return Entrances(section.entrance if section else None, telegram.api.link if telegram else None, here_alone)
