"""Calls to the Bot API: the library's request interface on aiohttp, with retries that never send twice."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0
LONGEST_PAUSE = 12.0


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

    def __init__(self, timeouts: Timeouts = DEFAULT_TIMEOUTS) -> None:
        """Give up a call after these timeouts."""
        self._timeouts = timeouts
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the session; a second time is harmless."""
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS)
            self._session = aiohttp.ClientSession(trust_env=True, timeout=timeout)

    async def shutdown(self) -> None:
        """Close the session; a second time is harmless."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def updates(self, base_url: str, *, seconds: int, **parameters: object) -> list[Any]:
        """Ask for updates once, waiting so many seconds for the first; return them as they are.

        ``parameters`` are those of `getUpdates`. Raises the library's errors.
        """
        given = {"timeout": seconds, **parameters}
        query = urlencode({name: json.dumps(value) for name, value in given.items() if value is not None})
        result = await self.post(f"{base_url}/getUpdates?{query}", read_timeout=seconds + 2 * self.read_timeout)
        if not isinstance(result, list):
            raise NetworkError("Telegram answered with something else than updates")
        return result

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the library's signature
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
    ) -> tuple[int, bytes]:
        """Send a request, again if that is safe; return the status and body of the response."""
        address, _, query = url.partition("?")
        name = address.rpartition("/")[2]
        seconds = self._seconds(read_timeout, request_data)
        for pause in self._timeouts.pauses:
            try:
                status, body = await self._send(method, address, query, request_data, seconds)
            except (TimedOut, NetworkError) as error:
                if name == "getUpdates" or not (_repeatable(name) or isinstance(error, NeverSent)):
                    raise
                await asyncio.sleep(pause)
            else:
                wanted = _wanted_pause(status, body, pause)
                if name == "getUpdates" or wanted is None:
                    return status, body
                await asyncio.sleep(wanted)
        return await self._send(method, address, query, request_data, seconds)

    async def _send(
        self, method: str, address: str, query: str, request_data: RequestData | None, seconds: float
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("The connection is closed")
        try:
            async with (
                asyncio.timeout(seconds),
                self._session.request(method, address, **_body(query, request_data)) as response,
            ):
                return _checked(response.status, await response.read())
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientConnectorError as error:
            raise NeverSent(f"Telegram cannot be reached ({type(error).__name__})") from None
        except aiohttp.ClientError as error:
            raise Unanswered(f"The connection to Telegram broke ({type(error).__name__})") from None

    def _seconds(self, read_timeout: object, request_data: RequestData | None) -> float:
        if isinstance(read_timeout, int | float):
            return float(read_timeout)
        uploads = request_data is not None and request_data.contains_files
        return self._timeouts.upload if uploads else self._timeouts.read


class NeverSent(NetworkError):
    """The request never left this machine, so it is safe to repeat."""


class Unanswered(NetworkError):
    """The connection broke; the request may or may not have been carried out."""


def _repeatable(name: str) -> bool:
    """Tell whether a call that may have arrived can be repeated: sending twice makes two messages."""
    return not name.startswith("send") or name == "sendChatAction"


def _wanted_pause(status: int, body: bytes, pause: float) -> float | None:
    """Return how long to wait before the next attempt, or None if this answer is final."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return pause
    if status != HTTPStatus.TOO_MANY_REQUESTS:
        return None
    try:
        wanted = float(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return pause
    return wanted if wanted <= LONGEST_PAUSE else None


def _checked(status: int, body: bytes) -> tuple[int, bytes]:
    """Return an answer of the Bot API, or a server error without its body; else raise `NetworkError`."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if isinstance(answer, dict) and (status != HTTPStatus.OK or "result" in answer):
        return status, body
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return status, b"{}"
    raise NetworkError(f"Telegram's address answered {status} with something else than the Bot API does")


def _body(query: str, request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return {"data": query, "headers": headers} if query else {}
    if not request_data.contains_files:
        return {"data": request_data.json_parameters}
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
