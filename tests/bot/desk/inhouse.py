"""A centre with an in-house desk to test on: the real program, and browsers that click like people."""

import asyncio
import contextlib
import functools
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import ClientSession, CookieJar

from bot.assembly import Assemble, Intervals, Parts, assembled
from bot.config.config import Clock as Now
from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.sections import Access, DatabaseSection, Forms, Privacy, Reports, ShiftsSection, Telegram
from bot.demo.telegram.server import PretendTelegram
from bot.desk.serving.connections import Patience
from bot.run import run
from handlers.operations.findings import Checks
from handlers.people.code_hashes import HashCost
from reports.words.language import Code, Language
from reports.worker.client import WorkerClient
from storage.database.connection import PRAGMAS
from storage.people.seat import Role
from tests.bot.chat_desk import TOKEN, Clock, until
from tests.bot.desk.compiled_templates import CompiledTemplates
from tests.bot.desk.page import Page
from tests.reports.quick_worker import QuickWorker

CODE = "7391"
"""The code that the tests' seats are unlocked by."""
CHEAP = HashCost(kibibytes=8, rounds=1)
COMPILED = CompiledTemplates()
IMPATIENT = (*PRAGMAS, "PRAGMA busy_timeout = 2000")
"""How long another program that holds the database is waited for, in milliseconds: less than in use, but longer
than a busy machine takes over what a test writes beside the desk.
"""


@dataclass
class Browser:
    """A browser with its cookies, at a desk; ``sent`` is the last form that was sent, and where."""

    url: str
    client: ClientSession
    page: Page = field(default_factory=lambda: Page(""))
    sent: tuple[str, Sequence[tuple[str, str]]] = ("", ())

    async def open(self, path: str, **headers: str) -> Page:
        """Open a page."""
        async with self.client.get(f"{self.url}{path}", headers=headers) as answer:
            self.page = Page(await answer.text(), answer.status, answer.url.path, answer.headers)
        return self.page

    async def send(self, action: str, fields: Sequence[tuple[str, str]], **headers: str) -> Page:
        """Send a form's fields."""
        self.sent = action, fields
        headers = {"Origin": self.url, "Sec-Fetch-Site": "same-origin", **headers}
        async with self.client.post(f"{self.url}{action}", data=list(fields), headers=headers) as answer:
            self.page = Page(await answer.text(), answer.status, answer.url.path, answer.headers)
        return self.page

    async def press(self, label: str, number: int = 0, /, **filled: str) -> Page:
        """Press the button with this label, of several the one at that place, with fields ``filled`` in."""
        found = [
            (form, name, value)
            for form in self.page.forms
            for words, name, value in form.buttons
            if words == label
        ]
        form, name, value = found[number]
        kept = [(key, written) for key, written in form.fields if key not in filled]
        pressed = [(name, value)] if name else []
        return await self.send(form.action, [*kept, *filled.items(), *pressed])

    async def choose_code(self, code: str = CODE) -> Page:
        """Choose the code of a seat that has none."""
        await self.open("/")
        return await self.press("Bruk denne koden", code=code, again=code)

    async def unlock(self, code: str = CODE) -> Page:
        """Open the first page, and type the code."""
        await self.open("/")
        return await self.press("Lås opp", code=code)

    async def register(self, *places: int, **filled: str) -> Page:
        """Register a call on the first page: the place of the button on each screen in turn."""
        page = await self.open("/")
        chosen = [(f"s{screen}", str(place)) for screen, place in enumerate(places)]
        return await self.send("/register", [*page.form("/register").fields, *chosen, *filled.items()])


@dataclass
class InHouse:
    """Everything a test needs: the clock, the program to start and stop, and browsers.

    ``seconds`` have gone by since the machine was started, as idleness is measured; ``moment`` is the clock by
    which the chat tells haste.
    """

    folder: Path
    clock: Clock = field(default_factory=Clock)
    said: list[str] = field(default_factory=list)
    language: Code = "nb"
    desk: DeskSection = field(default_factory=lambda: DeskSection(address="127.0.0.1:0"))
    forms: Forms = field(default_factory=Forms)
    shifts: ShiftsSection = field(default_factory=lambda: ShiftsSection(ask=False))
    reports: Reports = field(default_factory=Reports)
    intervals: Intervals = field(default_factory=Intervals)
    patience: Patience = field(default_factory=Patience)
    seconds: float = 0.0
    moment: Callable[[], float] = time.monotonic
    privacy: Privacy = field(default_factory=Privacy)
    telegram: PretendTelegram | None = None
    access: Access = field(default_factory=Access)
    worker: WorkerClient = field(default_factory=QuickWorker)
    parts: Parts | None = None
    checks: Checks | None = None

    @property
    def config(self) -> Config:
        """The config that the program runs with; it has a token only where there is a ``telegram`` beside."""
        chat = Telegram(token=TOKEN, api_url=self.telegram.api_url) if self.telegram else Telegram()
        return Config(
            telegram=chat,
            access=self.access,
            privacy=self.privacy,
            language=self.language,
            desk=self.desk,
            database=DatabaseSection(path=self.folder / "vaktlogg.db"),
            forms=self.forms,
            shifts=self.shifts,
            reports=self.reports,
        )

    @property
    def _assemble(self) -> Assemble:
        assemble = functools.partial(
            assembled,
            intervals=self.intervals,
            worker=self.worker,
            moment=self.moment,
            since_boot=lambda: self.seconds,
            checks=self.checks,
            hash_cost=CHEAP,
            pragmas=IMPATIENT,
        )

        @contextlib.asynccontextmanager
        async def noted(config: Config, token: str | None, clock: Now) -> AsyncIterator[Parts]:
            async with assemble(config, token, clock) as self.parts:
                assert self.parts.desk
                self.parts.desk.patience = self.patience
                self.parts.desk.compiled = COMPILED
                yield self.parts

        return noted

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Let the program run meanwhile; what it raises comes out here."""
        stop, before = asyncio.Event(), len(self.said)
        started = Language(self.language).text("Vaktlogg is running. Stop it with Ctrl-C.")
        running = asyncio.create_task(
            run(self.config, say=self.said.append, stop=stop, clock=self.clock, assemble=self._assemble)
        )
        try:
            await until(lambda: running.done() or started in self.said[before:])
            yield
        finally:
            stop.set()
            await running

    @property
    def url(self) -> str:
        """The desk's address, without a slash."""
        return next(said.split()[-1] for said in reversed(self.said) if " http://" in said)

    @contextlib.asynccontextmanager
    async def browser(self) -> AsyncIterator[Browser]:
        """Start a browser that nobody has let in."""
        async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
            yield Browser(self.url, client)

    async def let_in(self, browser: Browser, role: Role = "staff", seat: int | None = None) -> int:
        """Let a browser in as a new seat of a role, past the administrators, or of a ``seat`` there is.

        Return the seat's number.
        """
        assert self.parts is not None
        stores = self.parts.people.stores
        code = f"kode-{len(stores.devices.all)}"
        await stores.invites.make(code, role, by=None, now=self.clock(), seat=seat)
        await browser.open(f"/enter/{code}")
        await browser.press("Slipp inn")
        if seat is not None:
            page = await browser.open("/")
            await (browser.unlock() if "Lås opp" in page.buttons() else browser.choose_code())
            return seat
        seat = max(seat.number for seat in stores.seats.all)
        if role != "administrator" or (known := stores.seats.find(seat)) is None or known.waiting:
            await stores.seats.admit(seat)
        await browser.choose_code()
        return seat
