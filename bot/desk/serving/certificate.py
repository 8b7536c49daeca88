"""The certificate that the desk is served with."""

import ssl
from pathlib import Path

from storage.fault import N_, Fault, why


class UnusableCertificate(Fault):
    """The certificate and its key cannot be used."""


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
