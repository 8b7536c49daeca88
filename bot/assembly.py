"""The composition root: the one place that knows every part and hands each what it needs."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from telegram.ext import Application, ExtBot, JobQueue

from bot.config import Config
from bot.gap import Gap
from bot.gate import Gate
from bot.intake import App, Intake
from bot.transport import Transport
from handlers.backlog import Backlog
from handlers.failure import Failure
from handlers.refusal import Refusal
from handlers.registration import Registration
from handlers.routes import Routes
from handlers.start import Start
from handlers.statistics import Statistics
from handlers.tap import NONCE_LENGTH, check_length
from handlers.undo import Undo
from reports.language import Language
from reports.studio import Studio
from storage.counts import Counts
from storage.database import Database
from storage.form import Form
from storage.form_file import read_forms
from storage.hour import Hour
from storage.polling import Polling
from storage.records import Records
from storage.staff import Staff
from storage.views import refresh_views

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Parts:
    """A bot put together, not yet started."""

    application: App
    intake: Intake
    staff: Staff
    database: Database
    language: Language


def local_clock(config: Config) -> Clock:
    """Return a clock that shows the centre's local time."""
    return lambda: datetime.now(config.zone)


def fresh_nonce() -> str:
    """Return a fresh identity for a record: 60 random bits in base64url."""
    return secrets.token_urlsafe(NONCE_LENGTH)[:NONCE_LENGTH]


def forms_of(config: Config) -> dict[str, Form]:
    """Read the forms in use. Raises a `Fault` for one that cannot be used."""
    forms = read_forms(config.forms.folder, config.forms.enabled)
    for form in forms.values():
        check_length(form)
    return forms


@contextlib.asynccontextmanager
async def assembled(config: Config, token: str, clock: Clock) -> AsyncIterator[Parts]:
    """Put the bot together; close its database and its drawing worker afterwards."""
    forms = forms_of(config)
    language = Language(config.language)
    async with contextlib.AsyncExitStack() as stack:
        database = await Database.open(config.database.path)
        stack.push_async_callback(database.close)
        await refresh_views(database, forms.values())
        staff = Staff(database, config.access.roles())
        await staff.load()
        studio = Studio()
        stack.push_async_callback(studio.close)
        transport, backlog, gap = Transport(), Backlog(), Gap(Polling(database), clock)
        stack.push_async_callback(transport.shutdown)
        application = _application(config, token, transport)
        routes = _routes(config, forms, language, database, staff, studio, backlog, clock)
        routes.lead(application)
        await gap.load()
        intake = Intake(application, transport, Gate(staff.role), backlog, gap)
        yield Parts(application, intake, staff, database, language)


def _application(config: Config, token: str, transport: Transport) -> App:
    bot: ExtBot[None] = ExtBot(
        token, base_url=config.telegram.api_url, request=transport, get_updates_request=transport
    )
    return Application.builder().bot(bot).updater(None).job_queue(JobQueue()).build()


def _routes(  # noqa: PLR0913, PLR0917 - this is where all parts meet
    config: Config,
    forms: dict[str, Form],
    language: Language,
    database: Database,
    staff: Staff,
    studio: Studio,
    backlog: Backlog,
    clock: Clock,
) -> Routes:
    def now() -> Hour:
        return Hour.of(clock())

    records = Records(database)
    registration = Registration(forms, records, backlog, language, now, fresh_nonce)
    return Routes(
        forms=forms,
        language=language,
        start=Start(staff, registration, language),
        registration=registration,
        undo=Undo(forms, records, language, now),
        statistics=Statistics(forms, Counts(database), studio, language, clock, config.centre),
        refusal=Refusal(language),
        failure=Failure(language),
    )
