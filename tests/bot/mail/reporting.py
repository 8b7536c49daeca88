"""A centre with an in-house desk whose reports go by mail too, to mailboxes of a mail server to test on."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.config.config import Config
from storage.hour import Hour
from storage.records.records import Draft
from tests.bot.chat_desk import OSLO
from tests.bot.desk.inhouse import InHouse
from tests.bot.mail.mail_server import PretendMailServer
from tests.example_forms import CALL
from tests.storage.rows import NAV

LEADER, BOARD = "leder@senter.example", "styret@senter.example"
DUE = datetime(2026, 12, 3, 8, 1, tzinfo=OSLO)


@dataclass
class MailHouse(InHouse):
    """A centre that sends its reports by mail too."""

    post: PretendMailServer = field(default_factory=PretendMailServer)
    to: tuple[str, ...] = (LEADER,)
    content: str = "notice"

    @property
    def config(self) -> Config:
        """The config with its mailboxes."""
        mail = self.post.section(*self.to, content=self.content) if self.to else None
        return super().config.model_copy(update={"mail": mail})

    async def deliver(self) -> None:
        """Deliver what is due."""
        assert self.parts is not None
        await self.parts.delivery.deliver_due()

    async def keep(self, *days: str) -> None:
        """Keep a call of each day."""
        assert self.parts is not None
        drafts = [Draft(CALL, day, "registered", NAV, f"row:{day}:{n}") for n, day in enumerate(days)]
        await self.parts.people.stores.records.save_all(drafts, now=Hour.of(self.clock().replace(tzinfo=None)))

    @contextlib.asynccontextmanager
    async def due(self, *days: str) -> AsyncIterator[None]:
        """Run from a day in November to the morning on which its report falls due, with calls of these days."""
        async with self.open():
            await self.deliver()
            await self.keep(*days)
            self.clock.now = DUE
            assert self.parts is not None
            self.parts.clock.believe()
            yield
