"""Serving the desk on its address, with a certificate where there is one."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field

import jinja2
from aiohttp import web

from bot.desk.application import application
from bot.desk.cookies import DEVICE, cookie
from bot.desk.desk import Desk
from bot.desk.guard import Handler
from bot.desk.serving.certificate import server_context
from bot.desk.serving.connections import DeskConnections, Patience
from bot.desk.serving.request_log import request_log
from storage.fault import N_, Fault, why

GRACE = 1.0
"""Seconds that a request has to end once the desk is closed."""
KEPT_ALIVE = 75.0
HANDSHAKE_SECONDS = 5.0


class AddressTaken(Fault):
    """The desk cannot be served on its address."""


@dataclass
class DeskServer:
    """The desk, to be opened once; templates that are ``compiled`` are opened faster."""

    desk: Desk
    patience: Patience = field(default_factory=Patience)
    compiled: jinja2.BytecodeCache | None = None
    _bound: list[str] = field(default_factory=list)
    _connections: DeskConnections | None = None

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """Serve the desk meanwhile, and hand out its address. Raises `AddressTaken` and `UnusableCertificate`."""
        app = application(self.desk, self._addresses, self._counted, self.compiled)
        # No browser sends a form that is compressed: what is small on its way could be large here.
        runner = web.AppRunner(
            app,
            access_log=None,
            logger=request_log(),
            auto_decompress=False,
            shutdown_timeout=GRACE,
            keepalive_timeout=KEPT_ALIVE,
        )
        await runner.setup()
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(runner.cleanup)
            if runner.server is None:
                raise AssertionError(runner)
            self._connections = DeskConnections(runner.server, self.patience, asyncio.get_running_loop().time)
            server = await self._listening(self._connections)
            stack.callback(server.close)
            watching = asyncio.create_task(self._connections.watch())
            stack.push_async_callback(asyncio.wait, [watching])
            stack.callback(watching.cancel)
            host, port = server.sockets[0].getsockname()[:2]
            section = self.desk.section
            named = "localhost" if section.host == "localhost" else f"[{host}]" if ":" in host else host
            self._bound[:] = [f"{named}:{port}", f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"]
            yield section.public_url or f"{'https' if section.certificate else 'http'}://{named}:{port}"

    async def _listening(self, connections: DeskConnections) -> asyncio.Server:
        section, loop = self.desk.section, asyncio.get_running_loop()
        certificate = self._certificate()
        seconds = HANDSHAKE_SECONDS if certificate else None
        try:
            return await loop.create_server(
                connections, section.host, section.port, ssl=certificate, ssl_handshake_timeout=seconds
            )
        except OSError as error:
            raise AddressTaken(
                N_("The desk cannot be served on {address}: {reason}."), address=section.address, reason=why(error)
            ) from error

    @web.middleware
    async def _counted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        connections = self._connections
        if connections is None:
            raise web.HTTPServiceUnavailable
        device = self.desk.visitors.devices.find(cookie(request, DEVICE))
        connections.belongs(request.protocol, device.number if device else None)
        with connections.answering(request.protocol):
            if device is None:
                await connections.turn()
                if request.transport is None:  # it had to make room meanwhile
                    raise web.HTTPServiceUnavailable
            return await handler(request)

    def _addresses(self) -> Collection[str]:
        return self._bound

    def _certificate(self) -> ssl.SSLContext | None:
        files = self.desk.section.certificate_files()
        return server_context(files) if files else None
