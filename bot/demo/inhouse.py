"""The third tab of the practice page: the in-house desk, on the same records, in the same process."""

import contextlib
import socket
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.assembly import Assemble, Parts
from bot.config.config import Clock, Config
from bot.config.desk import DeskSection
from bot.desk.cookies import fresh_secret
from bot.desk.desk import Desk
from bot.random_codes import fresh_code
from storage.people.seat import Seat

HOST: Final = "127.0.0.1"
NAME: Final = "localhost"
"""Under another name than a real desk on this machine, whose cookies browsers would send to this one as well."""
LONGEST_IDLE: Final = 480
BESIDE: Final = 2
"""How far the desk's port is from the page's, which leaves a real desk's usual one free."""


def practice_section(page_port: int) -> DeskSection:
    """Return where the desk is served: near the page's port, or at any free one."""
    port = _free_port(page_port + BESIDE)
    address, url = f"{HOST}:{port}", f"http://{NAME}:{port}"
    return DeskSection(address=address, public_url=url, idle_minutes=LONGEST_IDLE)


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with contextlib.suppress(OSError, OverflowError), socket.create_server((HOST, port)) as free:
            return int(free.getsockname()[1])
    return wanted


@dataclass(frozen=True)
class BrowserCookies:
    """What a browser sends to the desk from then on."""

    device: str
    session: str


@dataclass
class PracticeDesk:
    """Lets browsers in without a link: each of the page's ``seats`` is an account that has a seat already."""

    section: DeskSection
    seats: Mapping[int, int]
    _parts: Parts | None = None
    _devices: dict[int, str] = field(default_factory=dict)

    def noted(self, assemble: Assemble) -> Assemble:
        """Return what does the same, and tells this desk what was built."""

        @contextlib.asynccontextmanager
        async def noting(config: Config, token: str | None, clock: Clock) -> AsyncIterator[Parts]:
            async with assemble(config, token, clock) as self._parts:
                yield self._parts

        return noting

    async def let_in(self, page_seat: int) -> BrowserCookies | None:
        """Return the cookies of an unlocked browser for a seat of the page; None before the desk is open."""
        if self._parts is None or self._parts.desk is None:
            return None
        desk, account = self._parts.desk.desk, self.seats.get(page_seat, min(self.seats.values()))
        seat = desk.cases.stores.seats.of(account)
        return await self._unlocked(desk, seat) if seat else None

    async def _unlocked(self, desk: Desk, seat: Seat) -> BrowserCookies | None:
        """Return the cookies of the seat's one practice browser, which is let in anew where it is gone."""
        devices, session = desk.cases.stores.devices, fresh_secret()
        device = devices.find(self._devices.get(seat.number, ""))
        if device is None:
            self._devices[seat.number] = await _prepared(desk, seat)
            device = devices.find(self._devices[seat.number])
        if device is None:
            return None
        await desk.visitors.unlock(device, session)
        return BrowserCookies(self._devices[seat.number], session)


async def _prepared(desk: Desk, seat: Seat) -> str:
    """Let in a practice browser for a seat, in the place of one from before; return its cookie."""
    stores, now = desk.cases.stores, desk.cases.clock()
    name, code, secret = desk.language.text("Practice"), fresh_code(), fresh_secret()
    for device in stores.devices.of(seat.number):
        if device.name == name:
            await stores.devices.remove(device.number)
    await stores.invites.make(code, seat.role, by=None, now=now, seat=seat.number)
    await stores.invites.redeem_at_desk(code, secret, name, now=now)
    await stores.devices.load()
    return secret
