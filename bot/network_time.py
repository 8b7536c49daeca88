"""The time as a time server tells it, by the simple kind of the network time protocol (RFC 4330)."""

import asyncio
import logging
import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from handlers.operations.watched_clock import Reading

LOG = logging.getLogger(__name__)
PORT, ANSWER_SECONDS = 123, 3.0
QUESTION, ANSWER, LENGTH = 0b00_100_011, 4, 48
"""Version 4 from a client, the mode of a server, and the length of both in bytes."""
EPOCH, ERA = datetime(1900, 1, 1, tzinfo=UTC), 2**32
UNSYNCHRONISED = 16
"""The stratum of a server that does not know the time itself; 0 is a refusal."""
BEGAN = int((datetime(2020, 1, 1, tzinfo=UTC) - EPOCH).total_seconds())
"""Seconds start anew in 2036: fewer than until 2020 are of the next era."""


class NetworkTime:
    """The world's time, by a server; ``cookie`` makes eight bytes that nobody can guess."""

    def __init__(
        self, server: str, since_boot: Callable[[], float], cookie: Callable[[], bytes], port: int = PORT
    ) -> None:
        """Ask a ``server`` by name; count seconds by ``since_boot``."""
        self.source = server
        self.latest: Reading | None = None
        self._since_boot, self._cookie, self._port = since_boot, cookie, port

    async def ask(self) -> None:
        """Ask the server once; without an answer to just this question, ``latest`` stays as it is."""
        loop, cookie = asyncio.get_running_loop(), self._cookie()
        answer: asyncio.Future[datetime] = loop.create_future()

        class Asking(asyncio.DatagramProtocol):
            def datagram_received(self, data: bytes, _: object) -> None:
                if (moment := moment_of(data, cookie)) and not answer.done():
                    answer.set_result(moment)

        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                way, _ = await loop.create_datagram_endpoint(Asking, remote_addr=(self.source, self._port))
                try:
                    # What stands as our own time comes back in the answer; it need not be true.
                    way.sendto(bytes([QUESTION]).ljust(LENGTH - len(cookie), b"\0") + cookie)
                    self.latest = Reading(await answer, self._since_boot())
                finally:
                    way.close()
        except (OSError, TimeoutError, ValueError) as error:
            LOG.warning("The time server did not say what time it is: %s", type(error).__name__)


class NoTime:
    """Nobody to ask: a machine of its own, without a network."""

    source = ""
    latest: Reading | None = None

    async def ask(self) -> None:
        """Ask nobody."""


def moment_of(answer: bytes, cookie: bytes) -> datetime | None:
    """Return the moment in UTC that a server answers to our question; None for anything else it may say."""
    if (
        len(answer) < LENGTH
        or answer[0] & 7 != ANSWER
        or not 0 < answer[1] < UNSYNCHRONISED
        or answer[24:32] != cookie
    ):
        return None
    seconds, fraction = struct.unpack("!II", answer[40:48])
    return EPOCH + timedelta(seconds=seconds + (ERA if seconds < BEGAN else 0) + fraction / ERA)
