"""Noting what people do, for the audit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Request
from storage.audit.audit import Act, Audit
from storage.hour import Hour


@dataclass(frozen=True)
class AuditLog:
    """Notes acts with who did them and the hour. ``clock`` is the local time."""

    audit: Audit
    clock: Callable[[], datetime]

    async def note(self, request: Request, act: Act, *about: object) -> None:
        """Note an act of whoever made the request. Raises a `DatabaseFault`."""
        await self.audit.note(act, *about, by=request.seat, now=Hour.of(self.clock()))
