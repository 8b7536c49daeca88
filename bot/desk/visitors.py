"""Visitors: which seat a browser belongs to, and whether it is unlocked."""

from collections.abc import Callable
from dataclasses import dataclass, field

from storage.people.devices import Device, Devices
from storage.people.seat import Role, Seat
from storage.people.seats import Seats


@dataclass(frozen=True)
class Visitor:
    """A browser that was let in: its device and seat, and the role, None where the seat waits or has lapsed.

    One that is ``locked`` is shown nothing before somebody has unlocked it.
    """

    device: Device
    seat: Seat
    role: Role | None
    locked: bool


@dataclass
class Visitors:
    """Knows the browsers by their cookies; ``moment`` counts seconds, also while the machine sleeps.

    One in which nobody has done anything for ``idle_seconds`` is locked.
    """

    devices: Devices
    seats: Seats
    idle_seconds: float
    moment: Callable[[], float]
    _active: dict[int, float] = field(default_factory=dict)

    def find(self, cookie: str, session: str) -> Visitor | None:
        """Return the visitor whose browser sends this cookie, and the one that it was unlocked with."""
        device = self.devices.find(cookie)
        seat = self.seats.find(device.seat) if device else None
        if device is None or seat is None:
            return None
        locked = not device.is_opened_by(session) or self._is_idle(device)
        return Visitor(device, seat, self.seats.role(seat.number), locked)

    def act(self, visitor: Visitor) -> None:
        """Note that somebody does something there now."""
        self._active[visitor.device.number] = self.moment()
        self.devices.use(visitor.device)
        self.seats.use(visitor.seat.number)

    async def unlock(self, device: Device, session: str) -> None:
        """Unlock a browser for whoever sends this cookie from now on. Raises a `DatabaseFault`."""
        await self.devices.open(device, session)
        self._active[device.number] = self.moment()

    async def lock(self, device: Device) -> None:
        """Lock a browser. Raises a `DatabaseFault`."""
        self._active.pop(device.number, None)
        await self.devices.lock(device)

    async def lock_others(self, device: Device) -> None:
        """Lock the other browsers of a browser's seat. Raises a `DatabaseFault`."""
        for other in self.devices.of(device.seat):
            if other.number != device.number:
                await self.lock(other)

    async def lock_idle(self) -> None:
        """Lock for good whatever is idle, so that no restart opens it again. Raises a `DatabaseFault`."""
        for device in self.devices.all:
            if device.session is not None and self._is_idle(device):
                await self.lock(device)

    def _is_idle(self, device: Device) -> bool:
        """Tell whether nobody has done anything there for long; since a restart, time begins anew."""
        return self.moment() - self._active.setdefault(device.number, self.moment()) >= self.idle_seconds
