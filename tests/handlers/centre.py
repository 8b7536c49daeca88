"""A centre without Telegram: every use case on a real database file, shown in plain lists."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config.config import Config
from bot.config.sections import Access, ShiftsSection
from bot.stores import open_stores
from bot.telegram.limits import TELEGRAM_LIMITS
from bot.use_cases import UseCases
from handlers.clearing.notes import MessageNotes
from handlers.conversation import NOBODY, Handle, Request
from handlers.operations.watched_clock import WatchedClock
from handlers.people.entrances import Entrances
from handlers.tap.codec import encode
from handlers.view import View
from reports.words.language import Language
from storage.database.connection import Database
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Draft
from tests.example_forms import CALL
from tests.handlers.operations.clocks import watched
from tests.handlers.shown import Shown, ShownEverywhere
from tests.reports.quick_worker import QuickWorker
from tests.storage.rows import NAV

DUTY, OTHER, LEADER, OWNER = 11, 14, 12, 13
ASKED = "Vakten 07:30–15:00: 0\u00a0samtaler er ført.\nHvor mange besvarte anrop inn viser telefonen?"


@dataclass
class Centre:
    """The use cases, the clock on the wall, and what everybody sees."""

    database: Database
    shown: ShownEverywhere = field(default_factory=ShownEverywhere)
    now: datetime = datetime(2026, 11, 3, 14, 20, tzinfo=ZoneInfo("Europe/Oslo"))
    cases: UseCases = field(init=False)

    @property
    def notes(self) -> MessageNotes:
        """What notes the messages that views are shown in."""
        return MessageNotes(self.cases.stores.messages, lambda: self.now, self.cases.language)

    def today(self) -> date:
        """Return the day on the wall."""
        return self.now.date()

    def move(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)

    def sees(self, seat: int = DUTY) -> Shown:
        """Return what the account of a seat sees by itself."""
        return self.shown.at(-seat)

    def number(self, account: int) -> int:
        """Return the number of the seat that an account comes in by, `NOBODY` where there is none."""
        seat = self.cases.stores.seats.of(account)
        return seat.number if seat else NOBODY

    def account(self, number: int) -> int:
        """Return the account that a seat comes in by, 0 where there is none."""
        seat = self.cases.stores.seats.find(number)
        return (seat.account if seat else None) or 0

    def _request(self, account: int, where: Shown | None, origin: Handle, since: Hour | None = None) -> Request:
        seat, shown = self.number(account), where or self.sees(account)
        return Request(seat, shown, origin, private=where is None, since=since, account=account or None)

    async def write(self, command: str, words: str = "", *, seat: int = DUTY, where: Shown | None = None) -> View:
        """Write a command; return what is shown last."""
        [known] = [known for known in self.cases.routes.commands if command in known.told.names]
        await known.answer(self._request(seat, where, Handle(0)), words)
        return (where or self.sees(seat)).newest

    async def tap(self, *labels: str, seat: int = DUTY, since: Hour | None = None) -> View:
        """Tap the newest button with each label; return what stands there then."""
        for label in labels:
            handle, button = self.sees(seat).button(label)
            await self.send(handle, encode(button.tap), seat=seat, since=since)
        return self.sees(seat).views[handle]

    async def send(self, handle: Handle, carried: str, *, seat: int = DUTY, since: Hour | None = None) -> None:
        """Tap a button of a message that carries this."""
        await self.cases.dispatch.answer(self._request(seat, None, handle, since), carried)

    def request(self, origin: Handle) -> Request:
        """Return what somebody on duty who tapped a message has done."""
        return self._request(DUTY, None, origin)

    async def keep(self, *days: str) -> None:
        """Keep a call of each of these days, as imported."""
        drafts = [Draft(CALL, day, "registered", NAV, f"row:{day}:{n}") for n, day in enumerate(days)]
        await self.cases.stores.records.save_all(drafts, now=Hour.of(self.now.replace(tzinfo=None)))

    async def rows(self, query: str) -> Sequence[tuple[object, ...]]:
        """Ask the database."""
        async with self.database.reading() as connection:
            return [tuple(row) for row in await connection.execute_fetchall(query)]


@asynccontextmanager
async def open_centre(
    folder: Path, *, ask: bool = False, form: Form = CALL, clock: WatchedClock | None = None
) -> AsyncIterator[Centre]:
    """Open the centre, with one register; ``ask`` tells whether the staff are asked at handovers.

    It goes by the ``clock``, or by the one on the wall.
    """
    config = Config(
        access=Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY, OTHER]), shifts=ShiftsSection(ask=ask)
    )
    async with centre_with(config, {form.key: form}, folder / "vaktlogg.db", clock) as centre:
        yield centre


@asynccontextmanager
async def centre_with(
    config: Config, forms: Mapping[str, Form], file: Path, clock: WatchedClock | None = None
) -> AsyncIterator[Centre]:
    """Open a centre with this config and these registers on a database file."""
    async with Database.open(file) as database:
        centre = Centre(database)
        languages: Callable[[str], Language] = {code: Language(code) for code in ("nb", "nn", "en")}.__getitem__
        centre.cases = UseCases(
            config=config,
            forms=forms,
            languages=languages,
            stores=await open_stores(database, config, forms, centre.today),
            worker=QuickWorker(),
            conversations=centre.shown,
            clock=clock or watched(lambda: centre.now),
            limits=TELEGRAM_LIMITS,
            entrances=Entrances(chat="https://t.me/bot?start={}".format),
        )
        centre.shown.account = centre.account
        yield centre


async def end_shift(centre: Centre) -> None:
    """Let the day shift end, and ask about it."""
    await centre.cases.questions.due()
    centre.move(minutes=45)
    await centre.cases.questions.due()
