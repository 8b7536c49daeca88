"""Serving the desk on its address, with a certificate where there is one."""

import contextlib
import ssl
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bot.desk.application import application
from bot.desk.desk import Desk
from storage.fault import N_, Fault, why

GRACE = 2.0
"""Seconds that a request has to end once the desk is closed."""


class AddressTaken(Fault):
    """The desk cannot be served on its address."""


class UnusableCertificate(Fault):
    """The certificate and its key cannot be used."""


@dataclass(frozen=True)
class DeskServer:
    """The desk, to be opened once."""

    desk: Desk
    _bound: list[str] = field(default_factory=list)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[str]:
        """Serve the desk meanwhile, and hand out its address. Raises `AddressTaken` and `UnusableCertificate`."""
        section = self.desk.section
        runner = web.AppRunner(
            application(self.desk, self._addresses), access_log=None, shutdown_timeout=GRACE, handle_signals=False
        )
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, section.host, section.port, ssl_context=self._certificate()).start()
            except OSError as error:
                raise AddressTaken(
                    N_("The desk cannot be served on {address}: {reason}."),
                    address=section.address,
                    reason=why(error),
                ) from error
            host, port = runner.addresses[0][:2]
            named = f"[{host}]" if ":" in host else host
            self._bound[:] = [f"{named}:{port}", f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"]
            yield section.public_url or f"{'https' if section.certificate else 'http'}://{named}:{port}"
        finally:
            await runner.cleanup()

    def _addresses(self) -> Collection[str]:
        return self._bound

    def _certificate(self) -> ssl.SSLContext | None:
        files = self.desk.section.certificate_files()
        return server_context(files) if files else None


def server_context(files: tuple[Path, Path]) -> ssl.SSLContext:
    """Return what serves with a certificate and its key. Raises `UnusableCertificate`."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(*files, password=_no_password)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        raise UnusableCertificate(
            N_("The certificate {file} and its key cannot be used: {reason}."), file=files[0], reason=reason
        ) from error
    return context


def _no_password() -> str:
    """Let a key that asks for a password be refused, where nobody sits who could type it."""
    return ""
