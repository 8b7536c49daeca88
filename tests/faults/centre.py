"""A centre under faults: the program as its own process, a pretend Telegram, and people who tap all the while."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import OSLO, TOKEN, pretend_telegram
from tests.faults.calls import Call
from tests.faults.ledger import is_kept
from tests.faults.people import Tapper
from tests.faults.program import Program, run_command
from tests.faults.tally import Span

SEATS = (11, 12, 13)
LOOK = 0.05
CONFIG = """
[telegram]
token = "{token}"
api_url = "{api_url}"
[database]
path = "{database}"
[access]
staff = {staff}
[shifts]
ask = false
"""
Command = Callable[[Path], Sequence[str]]


class NotInTime(Exception):
    """What should have come by itself has not come."""


@dataclass(eq=False)
class Centre:
    """Everything that a fault can strike, and everybody who is hit."""

    folder: Path
    database: Path
    telegram: PretendTelegram
    program: Program
    people: Sequence[Tapper]
    chance: Random
    spans: list[Span] = field(default_factory=list)

    @property
    def calls(self) -> list[Call]:
        """Every call that was begun."""
        return [call for tapper in self.people for call in tapper.calls]

    @property
    def now(self) -> float:
        """The event loop's clock, in seconds."""
        return asyncio.get_running_loop().time()

    @contextlib.asynccontextmanager
    async def struck(self) -> AsyncIterator[None]:
        """Note when a fault begins and when it is over."""
        began = self.now
        yield
        self.spans.append(Span(began, self.now))

    async def each_registers(self, calls: int, seconds: float) -> bool:
        """Wait until everybody has seen so many calls saved that were begun from now on; False if not in time."""
        since = self.now
        with contextlib.suppress(NotInTime):
            await self.until(lambda: all(t.acknowledged_since(since) >= calls for t in self.people), seconds)
            return True
        return False

    async def each_is_refused(self, seconds: float) -> bool:
        """Wait until everybody has been told from now on that a call is not saved; False if not in time."""
        since = self.now
        with contextlib.suppress(NotInTime):
            await self.until(lambda: all(tapper.refused_since(since) for tapper in self.people), seconds)
            return True
        return False

    @contextlib.asynccontextmanager
    async def at_rest(self, seconds: float) -> AsyncIterator[None]:
        """Let everybody finish their call, and begin none meanwhile. Raises `NotInTime`."""
        for tapper in self.people:
            tapper.resting = True
        try:
            await self.until(lambda: all(tapper.rests for tapper in self.people), seconds)
            yield
        finally:
            for tapper in self.people:
                tapper.resting = False

    async def asks(self, seconds: float = 60.0) -> None:
        """Wait until the program asks for updates from now on."""
        self.telegram.requests.clear()
        await self.until(lambda: any(r.method == "getUpdates" for r in self.telegram.requests), seconds)

    async def until(self, condition: Callable[[], bool], seconds: float) -> None:
        """Wait for what can only be looked up. Raises `NotInTime`."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():  # noqa: ASYNC110 - nothing tells when it happens
                    await asyncio.sleep(LOOK)
        except TimeoutError:
            raise NotInTime(f"not within {seconds:.0f} s; the program says: {self._last_words()}") from None

    def _last_words(self) -> str:
        if not self.program.log.exists():
            return ""
        return self.program.log.read_text(encoding="utf-8", errors="replace")[-1500:]


@contextlib.asynccontextmanager
async def open_centre(
    folder: Path, place: Path, seed: int, *, command: Command = run_command, seats: Sequence[int] = SEATS
) -> AsyncIterator[Centre]:
    """Run the program with its database in ``place`` while people tap; in the end all finish, and it stops."""
    database, config = place / "vaktlogg.db", folder / "config.toml"
    async with pretend_telegram(lambda: datetime.now(OSLO)) as telegram:
        words = CONFIG.format(token=TOKEN, api_url=telegram.api_url, database=database, staff=list(seats))
        config.write_text(words, encoding="utf-8")
        loop = asyncio.get_running_loop()

        async def kept(nonce: str) -> bool:
            return await asyncio.to_thread(is_kept, database, nonce)

        people = [Tapper(telegram.person(seat), Random(f"{seed}/{seat}"), kept, loop.time) for seat in seats]
        program = Program(command(config), folder / "log.txt")
        centre = Centre(folder, database, telegram, program, people, Random(seed))
        await program.start()
        try:
            tapping = [asyncio.create_task(tapper.tap_on()) for tapper in people]
            await centre.asks()
            yield centre
            for tapper in people:
                tapper.stopping = True
            await asyncio.gather(*tapping)
        finally:
            for task in tapping:
                task.cancel()
            await asyncio.gather(*tapping, return_exceptions=True)
            await program.stop()
