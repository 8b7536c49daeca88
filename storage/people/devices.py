"""Devices: the browsers that seats are used by at the desk, each known by the digest of its cookie."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from storage.database.connection import Database
from storage.people.codes import digest

ALL = "SELECT number, seat, digest, name, paired_on, used_on, session FROM device ORDER BY number"


@dataclass(frozen=True)
class Device:
    """A browser that a seat is used by, what it is, and the local days it was let in and last used.

    ``cookie`` and ``session`` are digests; without a session it is locked.
    """

    number: int
    seat: int
    cookie: bytes
    name: str
    paired_on: date
    used_on: date
    session: bytes | None

    def is_opened_by(self, session: str) -> bool:
        """Tell whether a cookie is the one that it was opened with."""
        return self.session is not None and digest(session) == self.session


class Devices:
    """The devices, held in memory too, since every request asks for one. ``today`` is the local day.

    Whoever waits for a commit may look before memory has followed the file, and is woken once more when it has.
    """

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        """Know none yet; `load` reads the devices of ``database``."""
        self._database = database
        self._today = today
        self._devices: dict[bytes, Device] = {}
        self._used: set[int] = set()
        # What is read before something is written must not be kept after it.
        self._turn = asyncio.Lock()

    async def load(self) -> None:
        """Read the devices."""
        async with self._turn:
            self._devices = {
                cookie: Device(
                    number, seat, cookie, name, date.fromisoformat(paired), date.fromisoformat(used), session
                )
                for number, seat, cookie, name, paired, used, session in await self._database.read(ALL)
            }
        self._database.commits.note()

    @property
    def all(self) -> tuple[Device, ...]:
        """Every device, the oldest first."""
        return tuple(self._devices.values())

    def of(self, seat: int) -> tuple[Device, ...]:
        """Return the devices of a seat."""
        return tuple(device for device in self.all if device.seat == seat)

    def find(self, cookie: str) -> Device | None:
        """Return the device that has this cookie."""
        return self._devices.get(digest(cookie))

    async def open(self, device: Device, session: str) -> None:
        """Unlock a device for whoever has this cookie besides its own. Raises a `DatabaseFault`."""
        await self._write(replace(device, session=digest(session)))

    async def lock(self, device: Device) -> None:
        """Lock a device, unless somebody has unlocked it meanwhile. Raises a `DatabaseFault`."""
        if device.session is None:
            return
        self._close(device)  # at once: what is being read now ends before the turn comes
        async with self._turn:
            self._close(device)
            statement = "UPDATE device SET session = NULL WHERE number = ? AND session = ?"
            await self._database.write(statement, (device.number, device.session))

    def use(self, device: Device) -> None:
        """Note that a device is used today; `keep_use` keeps that."""
        if device.used_on != self._today():
            self._devices[device.cookie] = replace(device, used_on=self._today())
            self._used.add(device.number)

    async def keep_use(self) -> None:
        """Keep the days on which devices were last used. Raises a `DatabaseFault`."""
        days = [(device.used_on.isoformat(), device.number) for device in self.all if device.number in self._used]
        if days:
            async with self._database.transaction() as connection:
                await connection.executemany("UPDATE device SET used_on = ? WHERE number = ?", days)
            self._used.difference_update(number for _, number in days)

    async def remove(self, number: int) -> Device | None:
        """Let a device in no more; return what it was, None where there is none. Raises a `DatabaseFault`."""
        async with self._turn:
            gone = next((device for device in self.all if device.number == number), None)
            await self._database.write("DELETE FROM device WHERE number = ?", (number,))
            if gone is not None:
                self._devices.pop(gone.cookie, None)
        self._database.commits.note()
        return gone

    def _close(self, device: Device) -> None:
        known = self._devices.get(device.cookie)
        if known is not None and known.session == device.session:
            self._devices[device.cookie] = replace(known, session=None)

    async def _write(self, device: Device) -> None:
        statement = "UPDATE device SET session = ? WHERE number = ?"
        async with self._turn:
            await self._database.write(statement, (device.session, device.number))
            if device.cookie in self._devices:
                self._devices[device.cookie] = device
        self._database.commits.note()
