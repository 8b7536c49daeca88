"""What `check` says of the desk: where it is served, whether it can be, and how long its certificate lasts."""

import asyncio
import contextlib
import socket
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
from cryptography import x509

from bot.config.config import Config
from bot.config.desk import DeskSection
from bot.config.token import UnusableToken
from bot.desk.serving.certificate import UnusableCertificate, server_context
from reports.words.language import Language
from storage.fault import N_, Fault, why

SOON = timedelta(days=21)
"""How long before its end a certificate should be renewed."""
PATIENCE = aiohttp.ClientTimeout(total=5)


class DeskUnreachable(Fault):
    """The desk cannot be served where the config says, or not under its name."""


async def desk_line(config: Config, language: Language) -> str | None:
    """Return where the desk is served, and what is to be known of it; None where it is not.

    Raises `DeskUnreachable` and `UnusableCertificate`.
    """
    section = config.desk or config.served().desk
    if section is None:
        return None
    certificate = _certificate_words(section, language, config.now().date())
    at_work = await _is_at_work(section)
    words = N_("{url}, open now") if at_work else N_("{url}, its address is free")
    return ", ".join(filter(None, [language.text(words, url=section.url), certificate]))


def desk_is_served(config: Config) -> bool:
    """Tell whether there is a desk; what is wrong with a token is said of the token."""
    try:
        return config.served().desk is not None
    except UnusableToken:
        return config.desk is not None


async def _is_at_work(section: DeskSection) -> bool:
    """Tell whether a desk answers there; False where the address is free. Raises `DeskUnreachable`."""
    try:
        with contextlib.closing(await asyncio.to_thread(_listening, section)):
            return False
    except OSError as error:
        if await _a_desk_answers(section):
            return True
        raise DeskUnreachable(
            N_("{address} cannot be taken: {reason}. Choose another address, or end what uses it."),
            address=section.address,
            reason=why(error),
        ) from error


def _listening(section: DeskSection) -> socket.socket:
    family = socket.AF_INET6 if ":" in section.host else socket.AF_INET
    return socket.create_server((section.host, section.port), family=family)


async def _a_desk_answers(section: DeskSection) -> bool:
    host = "localhost" if section.on_every_address else section.address.rpartition(":")[0]
    address = f"{'https' if section.certificate else 'http'}://{host}:{section.port}/manifest.webmanifest"
    # Whoever answers, it is our own machine, and nothing is told to it.
    connector = aiohttp.TCPConnector(ssl=False)
    try:
        async with (
            aiohttp.ClientSession(connector=connector, timeout=PATIENCE) as client,
            client.get(address, allow_redirects=False) as answer,
        ):
            return answer.content_type == "application/manifest+json"
    except (aiohttp.ClientError, TimeoutError):
        return False


def _certificate_words(section: DeskSection, language: Language, today: date) -> str | None:
    files = section.certificate_files()
    if files is None:
        return None
    server_context(files)
    certificate = _read(files[0])
    until = certificate.not_valid_after_utc.date()
    if until <= today:
        raise UnusableCertificate(
            N_("The certificate {file} ended on {day}; browsers refuse it. Put a new one there, and restart."),
            file=files[0],
            day=language.full_date(until),
        )
    host = urlsplit(section.url).hostname or ""
    if not _is_for(certificate, host):
        raise UnusableCertificate(
            N_("The certificate {file} is not for {host}, which browsers are sent to: they refuse it."),
            file=files[0],
            host=host,
        )
    words = N_("its certificate ends soon: {day}") if until - today <= SOON else N_("its certificate ends: {day}")
    return language.text(words, day=language.full_date(until))


def _read(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())[0]
    except (OSError, ValueError) as error:
        raise UnusableCertificate(
            N_("The certificate {file} and its key cannot be used: {reason}."), file=file, reason=str(error)
        ) from error


def _is_for(certificate: x509.Certificate, host: str) -> bool:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    patterns = names.get_values_for_type(x509.DNSName)
    addresses = map(str, names.get_values_for_type(x509.IPAddress))
    wanted = {host, f"*.{host.partition('.')[2]}"}
    return host in addresses or bool(wanted & {pattern.casefold() for pattern in patterns})
