"""Noting what people do, for the audit."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import Request
from storage.audit.audit import Act, Audit
from storage.database.connection import DatabaseFault
from storage.hour import Hour

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class AuditLog:
    """Notes acts with who did them and the hour. ``clock`` is the local time."""

    audit: Audit
    clock: Callable[[], datetime]

    async def note(self, request: Request, act: Act, *about: object) -> None:
        """Note an act of whoever made the request; that it could not be noted is logged, since the act is done."""
        try:
            await self.audit.note(act, *about, by=request.seat, now=Hour.of(self.clock()))
        except DatabaseFault as fault:
            LOG.error("An act was not noted for the audit: %s", fault)  # noqa: TRY400 - the sentence says it all
