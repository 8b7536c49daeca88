"""An administrator at the desk who lets others in, as people do it: by links from the page about people."""

import contextlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

from tests.bot.desk.inhouse import Browser, InHouse
from tests.storage.rows import rows

LINK = re.compile(r"http://[^\s\"]+/enter/[\w-]+")
LABELS = {"staff": "Ansatt", "leader": "Leder", "administrator": "Administrator"}


@dataclass(frozen=True)
class Office:
    """The centre with its first administrator, whose seat is no. 1."""

    inhouse: InHouse
    owner: Browser

    @contextlib.asynccontextmanager
    async def newcomer(self, role: str = "staff") -> AsyncIterator[Browser]:
        """Start a browser that comes in by an invitation, and still waits."""
        link = await self.link(LABELS[role])
        async with self.inhouse.browser() as browser:
            await use(browser, link)
            yield browser

    @contextlib.asynccontextmanager
    async def member(self, role: str = "staff") -> AsyncIterator[Browser]:
        """Start a browser that has been let in."""
        async with self.newcomer(role) as browser:
            await self.owner.open("/people")
            await self.owner.press("Slipp inn")
            await browser.choose_code()
            yield browser

    async def link(self, label: str, number: int = 0) -> str:
        """Press a button of the page that makes a link; return the link."""
        await self.owner.open("/people")
        page = await self.owner.press(label, number)
        return next(LINK.finditer(page.html))[0]

    def acts(self) -> list[tuple[str, str]]:
        """Return what the first administrator has done, the latest first, each with what it was about."""
        return [
            (act, about)
            for act, about in rows(
                self.inhouse.folder / "vaktlogg.db",
                "SELECT act, about FROM audit WHERE by = 1 ORDER BY number DESC",
            )
        ]

    def seats(self) -> list[tuple[object, ...]]:
        """Return number, role and name of every seat, and whether it waits."""
        return rows(self.inhouse.folder / "vaktlogg.db", "SELECT number, role, name, waiting FROM seat ORDER BY 1")


async def use(browser: Browser, link: str) -> None:
    """Open a link, and let the browser in by it."""
    await browser.open(f"/enter/{link.rpartition('/')[2]}")
    await browser.press("Slipp inn")
