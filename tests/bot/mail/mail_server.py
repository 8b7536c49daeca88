"""A mail server to test on: a real one that takes mails, refuses them, hangs or hangs up as it is told."""

import asyncio
import contextlib
import ipaddress
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.config.mail import MailSection

PASSWORD = "en hemmelighet"


@dataclass
class PretendMailServer:
    """What it answers to each mailbox and to a mail, and what it has taken.

    It ``hangs`` or ``drops`` the connection at DATA or after the dot.
    """

    answers: dict[str, str] = field(default_factory=dict)
    content: str = "250 2.0.0 taken"
    hangs: str = ""
    drops: str = ""
    certificate: Path | None = None
    encrypted: bool = False
    password: str = ""
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    has_mail: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Serve on a free port meanwhile."""
        context = None
        if self.certificate:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self.certificate)
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: _Protocol(self, context), "127.0.0.1", 0, ssl=context if self.encrypted else None
        )
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Answer a mailbox."""
        envelope.rcpt_tos.append(address)
        return self.answers.get(address, "250 2.1.5 known")

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take a mail, or not."""
        if self.content.startswith("250"):
            mail = message_from_bytes(cast("bytes", envelope.content), policy=default)
            self.mails.append((envelope.rcpt_tos[0], mail))
            self.has_mail.set()
        await self.reach("the dot", server)
        return self.content

    async def reach(self, point: str, server: SMTP) -> None:
        """Hang or hang up here, if it was told to."""
        if self.drops == point and isinstance(server.transport, asyncio.Transport):
            server.transport.abort()
        if self.hangs == point:
            await asyncio.Event().wait()

    def section(self, *to: str, **given: object) -> MailSection:
        """Return the config of a centre that sends through this server."""
        usual = {"host": "127.0.0.1", "port": self.port, "security": "none", "sender": "vaktlogg@senter.example"}
        return MailSection.model_validate({**usual, "to": list(to) or ["leder@senter.example"], **given})


class _Protocol(SMTP):
    def __init__(self, pretend: PretendMailServer, context: ssl.SSLContext | None) -> None:
        self._pretend = pretend
        super().__init__(
            pretend,
            loop=asyncio.get_running_loop(),
            hostname="pretend.example",
            tls_context=None if pretend.encrypted else context,
            authenticator=self._known if pretend.password else None,
            auth_require_tls=False,
        )

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library's name
        await self._pretend.reach("DATA", self)
        await super().smtp_DATA(arg)

    def _known(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, login: object
    ) -> AuthResult:
        right = isinstance(login, LoginPassword) and login.password == self._pretend.password.encode()
        return AuthResult(success=right, handled=False)


def new_certificate(folder: Path) -> Path:
    """Make a certificate of 127.0.0.1 that has signed itself; return the file with it and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file
