"""The composition root: the one place that knows every part and hands each what it needs."""

import contextlib
import functools
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date

from telegram.error import TimedOut
from telegram.ext import Application, ExtBot, JobQueue

from bot.clock import Clock
from bot.config import Config
from bot.forms import forms_of
from bot.telegram.gap import Gap
from bot.telegram.gate import Gate
from bot.telegram.intake import App, Intake
from bot.telegram.transport import Transport, Unanswered
from handlers.archive import Archive
from handlers.asking_staff import AskingStaff
from handlers.backlog import Backlog
from handlers.binding import Binding
from handlers.catching_up import CatchingUp
from handlers.correction import Correction
from handlers.courier import Courier
from handlers.details import Details
from handlers.failure import Failure
from handlers.handover import Handing
from handlers.last import Last
from handlers.post import HalfSent
from handlers.refusal import Refusal
from handlers.register import Register
from handlers.registration import Registration
from handlers.report_now import ReportNow
from handlers.routes import Routes
from handlers.start import Start
from handlers.statistics import Statistics
from handlers.summaries import Summaries
from handlers.tap import NONCE_LENGTH
from handlers.timing import Timing
from handlers.undo import Undo
from reports.language import Code, Language
from reports.studio import Studio
from storage.chats import Chats
from storage.corrections import Corrections
from storage.counts import Counts
from storage.database import Database
from storage.deliveries import Deliveries
from storage.form import Form, telephone_of
from storage.handovers import Handovers
from storage.polling import Polling
from storage.recent import Recent
from storage.records import Records
from storage.staff import Staff
from storage.views import refresh_views

Languages = Callable[[Code], Language]


@dataclass(frozen=True)
class Parts:
    """A bot put together, not yet started."""

    application: App
    intake: Intake
    courier: Courier
    asking: AskingStaff
    staff: Staff
    database: Database
    language: Language
    own_hours: int


@dataclass(frozen=True)
class Stores:
    """Everything that is kept."""

    database: Database
    records: Records
    counts: Counts
    staff: Staff
    chats: Chats
    deliveries: Deliveries


def fresh_nonce() -> str:
    """Return a fresh identity for a record: 60 random bits in base64url."""
    return secrets.token_urlsafe(NONCE_LENGTH)[:NONCE_LENGTH]


@contextlib.asynccontextmanager
async def assembled(config: Config, token: str, clock: Clock) -> AsyncIterator[Parts]:
    """Put the bot together; close its database and its drawing worker afterwards."""
    forms = forms_of(config)
    languages = functools.cache(Language)
    async with contextlib.AsyncExitStack() as stack:
        stores = await _stores(config, forms, stack)
        studio = Studio()
        stack.push_async_callback(studio.close)
        transport, backlog, gap = Transport(), Backlog(), Gap(Polling(stores.database), clock)
        stack.push_async_callback(transport.shutdown)
        await gap.load()
        first, *others = forms.values()
        summaries = Summaries(first, stores.counts, studio, languages, config.centre, others)
        application = _application(config, token, transport)
        register = _register(config, forms, languages(config.language), stores, clock)
        handing = _handing(register, stores)
        routes = _routes(config, languages, register, stores, summaries, handing, backlog)
        routes.lead(application)
        apologise = functools.partial(routes.failure.apologise, application.bot)
        gate = Gate(stores.staff.role, stores.chats.bound)
        yield Parts(
            application=application,
            intake=Intake(application, transport, gate, backlog, gap, apologise),
            courier=_courier(config, languages, stores, summaries, clock),
            asking=_asking(config, handing, stores),
            staff=stores.staff,
            database=stores.database,
            language=languages(config.language),
            own_hours=config.logging.own_hours,
        )


async def _stores(config: Config, forms: dict[str, Form], stack: contextlib.AsyncExitStack) -> Stores:
    database = await Database.open(config.database.path)
    stack.push_async_callback(database.close)
    await refresh_views(database, forms.values())
    staff, chats = Staff(database, config.access.roles()), Chats(database)
    await staff.load()
    await chats.load()
    counts = Counts(database, telephone_of(forms).key)
    return Stores(database, Records(database), counts, staff, chats, Deliveries(database))


def _application(config: Config, token: str, transport: Transport) -> App:
    bot: ExtBot[None] = ExtBot(
        token, base_url=config.telegram.api_url, request=transport, get_updates_request=transport
    )
    return Application.builder().bot(bot).updater(None).job_queue(JobQueue()).build()


def _courier(config: Config, languages: Languages, stores: Stores, summaries: Summaries, clock: Clock) -> Courier:
    return Courier(
        summaries=summaries,
        chats=stores.chats,
        deliveries=stores.deliveries,
        archive=Archive(config.reports.folder) if config.reports.folder else None,
        roles=lambda: stores.staff.roles,
        language=languages(config.language),
        clock=clock,
        timetable=config.reports.timetable,
        reports=config.reports.kinds,
        uncertain=(TimedOut, Unanswered, HalfSent),
    )


def _register(
    config: Config, forms: dict[str, Form], language: Language, stores: Stores, clock: Clock
) -> Register:
    return Register(
        forms=forms,
        records=stores.records,
        corrections=Corrections(stores.database),
        shifts=config.shifts.shifts,
        role=stores.staff.role,
        own_hours=config.logging.own_hours,
        language=language,
        clock=clock,
    )


def _handing(register: Register, stores: Stores) -> Handing:
    return Handing(
        register=register,
        handovers=Handovers(stores.database),
        outgoing=not any(form.telephone == "out" for form in register.forms.values()),
    )


def _asking(config: Config, handing: Handing, stores: Stores) -> AskingStaff:
    return AskingStaff(
        handing=handing,
        roles=lambda: stores.staff.roles,
        ask=config.shifts.ask,
        uncertain=(TimedOut, Unanswered),
    )


def _routes(  # noqa: PLR0913, PLR0917 - this is where all parts meet
    config: Config,
    languages: Languages,
    register: Register,
    stores: Stores,
    summaries: Summaries,
    handing: Handing,
    backlog: Backlog,
) -> Routes:
    def today() -> date:
        return register.clock().date()

    forms, language, role, clock = register.forms, register.language, register.role, register.clock
    registration = Registration(register, backlog, fresh_nonce, handing.caught_up)
    return Routes(
        register=register,
        start=Start(stores.staff, registration, language),
        registration=registration,
        undo=Undo(register),
        correction=Correction(register),
        timing=Timing(register),
        last=Last(register, Recent(stores.database)),
        handing=handing,
        catching_up=CatchingUp(handing, fresh_nonce),
        statistics=Statistics(
            forms, stores.counts, stores.deliveries, summaries.studio, language, clock, role, config.centre
        ),
        details=Details(
            forms, summaries.workshop, stores.counts, stores.chats, languages, config.language, role, today
        ),
        report_now=ReportNow(summaries, role, language, today),
        binding=Binding(stores.chats, role, language, clock, fresh_nonce),
        refusal=Refusal(language),
        failure=Failure(language, role),
    )
