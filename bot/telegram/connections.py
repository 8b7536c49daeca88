"""Connections that stay open, each for one request after the other, with as little work as can be."""

import asyncio
import socket
import ssl
from functools import cached_property
from typing import TypeAlias, cast
from urllib.parse import SplitResult, urlsplit

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from bot.sockets import Addresses, connected_socket, tunnelled_socket
from bot.telegram.date_headers import DateHeaders
from bot.telegram.errors import NeverSent, Unanswered

CONNECT_SECONDS = 4.0
MOST_AT_ONCE = 64
IDLE_SECONDS = 15.0
"""How long a connection is kept without use; its other end closes it some time later."""
PORTS = {"http": 80, "https": 443}
FIRST_FINAL_STATUS = 200
MEASURES = {b"content-length", b"transfer-encoding"}

Response: TypeAlias = tuple[int, bytes]
"""A status, and a body."""


class Connection(asyncio.Protocol):
    """Sends a request and reads its response; it can be used again as long as it is ``open``."""

    def __init__(self) -> None:
        """Begin before there is a request."""
        self._transport: asyncio.Transport | None = None
        self._response: asyncio.Future[Response] | None = None
        self._parser = HttpResponseParser(self)
        self._body: list[bytes] = []
        self._is_measured = False
        self._ends_with_connection = False
        self.open = True
        self.last_used = 0.0
        self.date: bytes | None = None

    async def ask(self, request: bytes) -> Response:
        """Send a request and return its response. Raises `Unanswered`; then, and if cancelled, it is closed."""
        if self._transport is None:
            raise NeverSent("There is no connection to Telegram")
        self._response = asyncio.get_running_loop().create_future()
        self._parser = HttpResponseParser(self)
        self.date = None
        try:
            self._transport.write(request)
            return await self._response
        except BaseException:
            self.close()
            raise
        finally:
            self._response = None

    def close(self) -> None:
        """Close the connection at once."""
        self.open = False
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what is written to."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Hand over a response that ends here, or tell whoever waits that none will come."""
        if exc is None and self._ends_with_connection:
            self.open = False
            self.on_message_complete()
        self._fail(f"The connection to Telegram broke ({type(exc).__name__ if exc else 'closed'})")

    def data_received(self, data: bytes) -> None:
        """Read as much of the response as has come; what comes unasked ends the connection."""
        if not self._is_waiting:
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._fail(f"Telegram's address answered something else than HTTP ({type(error).__name__})")

    def on_message_begin(self) -> None:
        """Use the connection no more where a second response follows, which nobody asked for."""
        self._body = []
        self._is_measured = self._ends_with_connection = False
        self.open = self.open and self._is_waiting

    def on_header(self, name: bytes, value: bytes) -> None:
        """Note whether the head tells how long the body is, and keep its date."""
        known = name.lower()
        if known == b"date":
            self.date = value
        self._is_measured = self._is_measured or known in MEASURES

    def on_headers_complete(self) -> None:
        """Note whether the body goes on until the connection ends."""
        self._ends_with_connection = not self._is_measured

    def on_body(self, body: bytes) -> None:
        """Keep a part of the body."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """Hand over the response; one that only announces another is passed over."""
        status = self._parser.get_status_code()
        if self._response is None or not self._is_waiting or status < FIRST_FINAL_STATUS:
            return
        self.open = self.open and self._parser.should_keep_alive()
        self._response.set_result((status, b"".join(self._body)))

    @property
    def _is_waiting(self) -> bool:
        return self._response is not None and not self._response.done()

    def _fail(self, reason: str) -> None:
        self.close()
        if self._response is not None and self._is_waiting:
            self._response.set_exception(Unanswered(reason))


class Connections:
    """Keeps connections open between requests, as many as were used at once, at most `MOST_AT_ONCE`."""

    def __init__(self, dates: DateHeaders, proxy: str | None = None) -> None:
        """Keep the ``dates`` of answers; connect through a proxy, if there is one."""
        self._dates = dates
        self._proxy = proxy
        self._idle: dict[str, list[Connection]] = {}
        self._free = asyncio.Semaphore(MOST_AT_ONCE)
        self._addresses = Addresses()

    async def post(self, url: str, body: bytes, kind: str = "application/json") -> Response:
        """Post a body of this kind. Raises `NeverSent` or `Unanswered`."""
        address = urlsplit(url)
        head = (
            f"POST {address.path} HTTP/1.1\r\nHost: {address.netloc.rpartition('@')[2]}\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        async with self._free:
            connection = self._kept(address.netloc) or await self._connected(address)
            asked = self._dates.since_boot()
            response = await connection.ask(head.encode() + body)
            if connection.date is not None:
                self._dates.heard(connection.date, asked)
            self._keep(address.netloc, connection)
        return response

    def close(self) -> None:
        """Close every connection that is not in use."""
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def _kept(self, place: str) -> Connection | None:
        kept = self._idle.get(place, [])
        while kept:
            connection = kept.pop()
            if self._is_fresh(connection):
                return connection
            connection.close()
        return None

    def _keep(self, place: str, connection: Connection) -> None:
        if not connection.open:
            connection.close()
            return
        kept = self._idle.setdefault(place, [])
        while kept and not self._is_fresh(kept[0]):
            kept.pop(0).close()
        connection.last_used = asyncio.get_running_loop().time()
        kept.append(connection)

    @staticmethod
    def _is_fresh(connection: Connection) -> bool:
        return connection.open and asyncio.get_running_loop().time() - connection.last_used < IDLE_SECONDS

    async def _connected(self, address: SplitResult) -> Connection:
        host, encrypted = address.hostname or "", address.scheme == "https"
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, connection = await asyncio.get_running_loop().create_connection(
                    Connection,
                    sock=await self._way_to(host, address),
                    ssl=self._tls if encrypted else None,
                    server_hostname=host if encrypted else None,
                )
        except ssl.SSLCertVerificationError:
            # What a certificate says of its days looks wrong to a clock that is wrong.
            raise NeverSent(
                "Telegram cannot be reached: its certificate is refused. Is this machine's clock right?"
            ) from None
        # A host or port that is none is a `ValueError`.
        except (OSError, TimeoutError, ValueError) as error:
            raise NeverSent(f"Telegram cannot be reached ({type(error).__name__})") from None
        return connection

    async def _way_to(self, host: str, address: SplitResult) -> socket.socket:
        port = address.port or PORTS[address.scheme]
        if self._proxy is None:
            return await connected_socket(host, port, self._addresses)
        return await tunnelled_socket(self._proxy, host, port, self._addresses)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()
