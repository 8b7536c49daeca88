"""An HTTP server on loopback that answers each request with what a test has written for it, byte by byte."""

import asyncio
import contextlib
import json
import socket
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from bot.telegram.bot_api import BotApi
from bot.telegram.connections import Response
from bot.telegram.transport import Timeouts, Transport
from tests.bot.chat_desk import until

CLOSE: Final = "close"
"""Hang up."""
Step: TypeAlias = bytes | asyncio.Event | str
"""Something to say, to wait for, or `CLOSE`."""
Ask: TypeAlias = Callable[[], Coroutine[Any, Any, Response]]
"""Makes a request."""
CHUNKED: Final = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
GRANTED: Final = b'{"ok":true,"result":true}'
OPEN_TOKEN: Final = "1:open"
"""A token that a failing test may print."""
THROUGH: Final = b"HTTP/1.1 200 Connection established\r\n\r\n"
"""How a proxy lets somebody through."""


def response(body: bytes = GRANTED, status: int = 200, *headers: str) -> bytes:
    """Return a whole response."""
    lines = (f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", *headers)
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + body


def refused(reason: str) -> bytes:
    """Return a whole refusal."""
    body = {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    return response(json.dumps(body).encode(), 400)


@dataclass(frozen=True)
class Request:
    """A request as it came, and the number of the connection that it came by."""

    head: str
    body: bytes
    connection: int

    @property
    def line(self) -> str:
        """Return what is asked for."""
        return self.head.split("\r\n")[0]

    @property
    def method(self) -> str:
        """Return the method of the Bot API that is called."""
        return self.line.split(" ")[1].rpartition("/")[2]

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON
        """Return the body."""
        return json.loads(self.body)

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers by name."""
        pairs = (line.split(": ", 1) for line in self.head.split("\r\n")[1:] if line)
        return {name.lower(): value for name, value in pairs}


@dataclass
class HttpServer:
    """What is written for the next requests, what came, and the connections by number, which are hung up or not.

    Whoever connects is greeted. When nothing is left that is written, requests get silence.
    """

    port: int = 0
    greeting: bytes = b""
    requests: list[Request] = field(default_factory=list)
    connections: list[asyncio.StreamWriter] = field(default_factory=list)
    _written: deque[tuple[Step, ...]] = field(default_factory=deque)
    _left: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}"

    def will(self, *steps: Step) -> None:
        """Do this for the first request that nothing is written for yet; nothing at all is silence."""
        self._written.append(steps)

    def will_say(self, *bodies: bytes) -> None:
        """Answer one request after the other with these bodies."""
        for body in bodies:
            self.will(response(body))

    async def asked(self, times: int) -> None:
        """Wait for so many requests."""
        await until(lambda: len(self.requests) >= times)

    async def left(self, connection: int, timeout: float = 15.0) -> None:  # noqa: ASYNC109 - a test's patience
        """Wait until the other end has closed a connection."""
        await until(lambda: connection in self._left, timeout)

    def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection."""
        task = asyncio.create_task(self._serve(len(self.connections), reader, writer))
        self.connections.append(writer)
        self._tasks.add(task)

    async def _serve(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _do(self.greeting, writer)
            while True:
                self.requests.append(await _request(reader, number))
                for step in self._written.popleft() if self._written else ():
                    await _do(step, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            self._left.add(number)
        finally:
            writer.close()

    async def stop(self) -> None:
        """Hang up everywhere."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _request(reader: asyncio.StreamReader, connection: int) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = Request(head, b"", connection).headers.get("content-length", "0")
    return Request(head, await reader.readexactly(int(length)), connection)


async def _do(step: Step, writer: asyncio.StreamWriter) -> None:
    if isinstance(step, asyncio.Event):
        await step.wait()
    elif isinstance(step, bytes):
        writer.write(step)
        await writer.drain()
    else:
        writer.close()
        await writer.wait_closed()


@contextlib.asynccontextmanager
async def http_server() -> AsyncIterator[HttpServer]:
    """Open a server on a port that is free."""
    server = HttpServer()
    listening = await asyncio.start_server(server.take, "127.0.0.1")
    server.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield server
        await server.stop()


@contextlib.asynccontextmanager
async def bot_api(server: HttpServer) -> AsyncIterator[BotApi]:
    """Open a Bot API at the server, which is asked once for each call."""
    api = BotApi.at(f"{server.url}/bot", OPEN_TOKEN, Transport(Timeouts(read=15.0, pauses=())))
    await api.transport.initialize()
    yield api
    await api.transport.shutdown()


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """Hold a port on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
