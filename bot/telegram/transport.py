"""Calls to the Bot API: the library's request interface, with retries that never send twice."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.connections import Connections
from bot.telegram.date_headers import DateHeaders
from bot.telegram.errors import FINAL, NeverSent, NothingDone, is_granted, refusal_of, result_of, seconds_wanted

LONGEST_PAUSE = 12.0
JSON = "application/json"


@dataclass(frozen=True)
class Timeouts:
    """How long a call and an upload may take, and the pauses between attempts, all in seconds.

    A 429 names a pause of its own.
    """

    read: float = 5.0
    upload: float = 20.0
    pauses: Sequence[float] = (0.2, 0.6, 1.5, 3.0)


DEFAULT_TIMEOUTS = Timeouts()


class Transport(BaseRequest):
    """Calls the Bot API. No error it raises carries the address, which holds the token."""

    def __init__(
        self,
        timeouts: Timeouts = DEFAULT_TIMEOUTS,
        proxy: str | None = None,
        dates: DateHeaders | None = None,
    ) -> None:
        """Give up a call after these timeouts; connect through a proxy, if there is one.

        The dates of answers are kept in ``dates``.
        """
        self._timeouts = timeouts
        self._dates = dates or DateHeaders(time.monotonic)
        self._proxy = proxy
        self._connections: Connections | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Make ready; a second time is harmless."""
        self._connections = self._connections or Connections(self._dates, self._proxy)

    async def shutdown(self) -> None:
        """Close all connections; a second time is harmless."""
        connections, self._connections = self._connections, None
        if connections is not None:
            connections.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - ours are handed in
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
    ) -> tuple[int, bytes]:
        """Make a call for the library, again if that is safe. Raises its errors for everything but a result."""
        if request_data is None or not request_data.contains_files:
            body = b"{}" if request_data is None else request_data.json_payload
            return HTTPStatus.OK, _whole(await self.call(url, body))
        files = request_data.multipart_data
        upload = httpx.Request(method, url, data=request_data.json_parameters, files=files)
        body, kind = upload.read(), upload.headers["Content-Type"]
        return HTTPStatus.OK, _whole(await self.call(url, body, kind, self._timeouts.upload))

    async def call(self, url: str, body: bytes, kind: str = JSON, seconds: float | None = None) -> bytes:
        """Make a call with the parameters in ``body``, again if that is safe; return the body of its answer.

        Waits so many seconds for it, or the usual time. Raises the library's errors for everything but a result.
        """
        name = url.rpartition("/")[2]
        patience = seconds or self._timeouts.read
        for pause in self._timeouts.pauses:
            try:
                return await self._attempt(url, body, kind, patience)
            except TelegramError as error:
                wanted = _wanted_pause(name, error, pause)
                if wanted is None:
                    raise
            await asyncio.sleep(wanted)
        return await self._attempt(url, body, kind, patience)

    async def _attempt(self, url: str, body: bytes, kind: str, seconds: float) -> bytes:
        if self._connections is None:
            raise NetworkError("The connection is closed")
        try:
            async with asyncio.timeout(seconds):
                status, answer = await self._connections.post(url, body, kind)
        except TimeoutError:
            raise TimedOut from None
        if is_granted(status, answer):
            return answer
        raise refusal_of(status, answer)


def _whole(body: bytes) -> bytes:
    """Return an answer that can be read to its end; the library would take another one for nothing done."""
    result_of(body)
    return body


def _wanted_pause(name: str, error: TelegramError, pause: float) -> float | None:
    """Return how long to wait before the next attempt, or None if this error is final."""
    if name == "getUpdates" or isinstance(error, FINAL):
        return None
    if (seconds := seconds_wanted(error)) is not None:
        return seconds if seconds <= LONGEST_PAUSE else None
    if isinstance(error, NeverSent | NothingDone) or _is_repeatable(name):
        return pause
    return None


def _is_repeatable(name: str) -> bool:
    """Tell whether a call that may have arrived can be repeated: sending twice makes two messages."""
    return not name.startswith("send") or name == "sendChatAction"
