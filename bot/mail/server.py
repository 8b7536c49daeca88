"""The mail server: opening a session, encrypted and logged in, and handing over a mail."""

import asyncio
import contextlib
import os
import re
import ssl
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from aiosmtplib import SMTP, SMTPDataError, SMTPException, SMTPServerDisconnected, SMTPStatus

from bot.config.credentials import credential
from bot.config.mail import MailSection
from bot.mail.trouble import MailTrouble, MailUncertain, mail_troubles, refused_content
from storage.fault import N_, why

PASSWORD_CREDENTIAL = "vaktlogg-mail-password"  # noqa: S105 - a file's name, not a password
PARTING_SECONDS = 2.0
SLOWEST = 100_000
"""How many bytes a second a line is to carry at least."""
DOT_FIRST = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True)
class MailServer:
    """The mail server of the config; each of its answers is waited for ``seconds``, for a large mail's longer.

    Nothing goes over an unencrypted connection, except to this machine itself where the config says so.
    """

    section: MailSection
    seconds: float = 30.0

    async def look(self) -> None:
        """Open a session and end it again, without a mail. Raises `MailTrouble`."""
        with mail_troubles():
            async with self._session():
                pass

    async def hand_over(self, recipient: str, mail: bytes) -> None:
        """Hand over a mail for one mailbox.

        Raises `MailTrouble` where it was not taken, of which `MailRefused` is one, and `MailUncertain` where
        nobody knows.
        """
        with mail_troubles():
            async with self._session() as client:
                await client.mail(self.section.sender)
                await client.rcpt(recipient)
                started = await client.execute_command(b"DATA")
                if started.code != SMTPStatus.start_input:
                    raise refused_content(SMTPDataError(started.code, started.message))
                await self._finish(client, mail)

    async def _finish(self, client: SMTP, mail: bytes) -> None:
        """Send the mail itself: from its first byte on, a connection that breaks leaves a doubt."""
        try:
            if client.protocol is None:
                raise SMTPServerDisconnected("Connection lost")
            client.protocol.write(DOT_FIRST.sub(b"..", mail) + b".\r\n")
            answer = await client.protocol.read_response(self.seconds + len(mail) / SLOWEST)
        except (SMTPException, OSError):
            words = N_("the connection broke before the mail server had said that it has the mail")
            raise MailUncertain(words) from None
        if answer.code != SMTPStatus.completed:
            raise refused_content(SMTPDataError(answer.code, answer.message))

    @contextlib.asynccontextmanager
    async def _session(self) -> AsyncIterator[SMTP]:
        section = self.section
        client = SMTP(
            hostname=section.host,
            port=section.port,
            local_hostname=section.domain,
            timeout=self.seconds,
            use_tls=section.security == "tls",
            start_tls=False,
            tls_context=ssl.create_default_context(),
        )
        try:
            async with asyncio.timeout(3 * self.seconds):
                await self._open(client)
            yield client
            # Whether it takes leave changes nothing any more.
            with contextlib.suppress(SMTPException, OSError):
                await client.quit(timeout=PARTING_SECONDS)
        finally:
            client.close()

    async def _open(self, client: SMTP) -> None:
        """Connect, go over to encryption, and log in, as the config says."""
        section, password = self.section, password_of(self.section)
        await client.connect()
        await client.ehlo()
        if section.security == "starttls":
            if not client.supports_extension("starttls"):
                words = N_("the mail server offers no encryption with STARTTLS; nothing goes unencrypted")
                raise MailTrouble(words)
            await client.starttls()
            await client.ehlo()
        if password is not None:
            await client.login(section.user, password)


def password_of(section: MailSection, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the password; None where there is no login. Raises `MailTrouble`."""
    if section.password_file is None:
        return None
    file = credential(PASSWORD_CREDENTIAL, environment) or section.password_file
    words = N_("the file of the mail server's password, {file}, cannot be read: {reason}")
    try:
        password = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        # The bytes that are no text may be the password's: the error that holds them is not handed on.
        raise MailTrouble(words, file=file, reason=why(error)) from None
    if not password:
        raise MailTrouble(N_("the file of the mail server's password, {file}, is empty"), file=file)
    return password
