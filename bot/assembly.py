"""The composition root: it opens what is kept, and puts the parts around the use cases together."""

import contextlib
import functools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

from telegram.ext import Application, ExtBot, JobQueue

from bot.config.clock import Clock
from bot.config.config import Config
from bot.config.forms import forms_of
from bot.stores import opened
from bot.telegram.backlog import Backlog
from bot.telegram.chat import TelegramChats
from bot.telegram.gate import Gate
from bot.telegram.intake import Intake
from bot.telegram.polling_gap import Gap
from bot.telegram.transport import Timeouts, Transport
from bot.telegram.updates import App, TelegramUpdates
from bot.use_cases import UseCases
from handlers.shifts.ask import AskingStaff
from handlers.summaries.delivery import SummaryDelivery
from reports.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.database.last_poll import Polling
from storage.people.staff import Staff


@dataclass(frozen=True)
class Intervals:
    """How often the bot looks for what is due, in seconds, and what it takes for a gap in polling."""

    forget: float = 3600.0
    deliver: float = 180.0
    ask: float = 60.0
    gap: timedelta = timedelta(minutes=10)
    timeouts: Timeouts = field(default_factory=Timeouts)


@dataclass(frozen=True)
class Parts:
    """A bot put together, not yet started."""

    application: App
    intake: Intake
    delivery: SummaryDelivery
    asking: AskingStaff
    staff: Staff
    database: Database
    language: Language
    own_hours: int


@contextlib.asynccontextmanager
async def assembled(config: Config, token: str, clock: Clock, intervals: Intervals) -> AsyncIterator[Parts]:
    """Put the bot together; close its database and its drawing worker afterwards."""
    forms = forms_of(config)
    async with contextlib.AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.open(config.database.path))
        stores = await opened(database, config, forms)
        worker = WorkerClient()
        stack.push_async_callback(worker.close)
        transport, backlog = Transport(intervals.timeouts), Backlog()
        gap = Gap(Polling(database), clock, intervals.gap)
        stack.push_async_callback(transport.shutdown)
        await gap.load()
        application = _application(config, token, transport)
        chats = TelegramChats(application.bot)
        cases = UseCases(config, forms, functools.cache(Language), stores, worker, chats, clock)
        TelegramUpdates(cases.routes.commands, cases.dispatch, cases.refusal, cases.failure, backlog).lead(
            application
        )
        gate = Gate(stores.staff.role, stores.chats.bound)
        yield Parts(
            application=application,
            intake=Intake(application, transport, gate, backlog, gap, cases.failure.apologise),
            delivery=cases.delivery,
            asking=cases.asking,
            staff=stores.staff,
            database=database,
            language=cases.language,
            own_hours=config.logging.own_hours,
        )


def _application(config: Config, token: str, transport: Transport) -> App:
    bot: ExtBot[None] = ExtBot(
        token, base_url=config.telegram.api_url, request=transport, get_updates_request=transport
    )
    return Application.builder().bot(bot).updater(None).job_queue(JobQueue()).build()
