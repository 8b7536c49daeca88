"""The config of the in-house desk: where it is served, under which address, and when it locks itself."""

import ipaddress
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from bot.config.credentials import CERTIFICATE_CREDENTIAL, KEY_CREDENTIAL, credential
from bot.config.sections import ConfigPath, ConfigSection
from storage.fault import N_

LAST_PORT = 65535
ADDRESS = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:.]+)\]|(?P<four>[0-9.]+|localhost)):(?P<port>[0-9]{1,5})")
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.?|\[[0-9a-f:.]+\]")
USUAL_PORTS = {"http": 80, "https": 443}


class DeskSection(ConfigSection):
    """The in-house desk; it is served where this table stands, and where there is no token.

    ``address`` is a host and a port of this machine; ``public_url`` is what browsers are sent to, where that is
    another. The desk locks itself after ``idle_minutes`` in which nobody has done anything.
    """

    address: str = "127.0.0.1:8322"
    public_url: str = ""
    certificate: ConfigPath | None = None
    key: ConfigPath | None = None
    idle_minutes: Annotated[int, Field(ge=1, le=480)] = 10

    @field_validator("address")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        found = ADDRESS.fullmatch(value)
        try:
            host = found and (_ip(found["six"], 6) or _ip(found["four"], 4) or found["four"])
        except ValueError:
            host = None
        if not found or not host or int(found["port"]) > LAST_PORT:
            raise ValueError(N_("an address is written 127.0.0.1:8322"))
        return f"{host}:{int(found['port'])}"

    @field_validator("public_url")
    @classmethod
    def _a_site(cls, value: str) -> str:
        """Return it as browsers write it: in small letters, without a usual port."""
        return _site(value) if value else ""

    @model_validator(mode="after")
    def _is_protected(self) -> Self:
        if (self.certificate is None) != (self.key is None):
            raise ValueError(N_("a certificate and its key are named together"))
        plain = self.public_url.startswith("http:") and not _is_this_machine(urlsplit(self.public_url).hostname)
        encrypted = self.certificate or self.public_url.startswith("https:")
        if plain or not (self.on_loopback or encrypted):
            raise ValueError(
                N_("an address that others can reach needs a certificate and key, or a public_url with https")
            )
        if not self.public_url and self.on_every_address:
            raise ValueError(N_("an address for every network needs a public_url: the name that browsers ask for"))
        return self

    @property
    def host(self) -> str:
        """The host that it is served on."""
        return self.address.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port; 0 takes a free one."""
        return int(self.address.rpartition(":")[2])

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return _is_this_machine(self.host)

    @property
    def on_every_address(self) -> bool:
        """Whether it is served on every address that the machine has."""
        return self.host != "localhost" and ipaddress.ip_address(self.host).is_unspecified

    @property
    def url(self) -> str:
        """What browsers are sent to, without a slash at the end."""
        return self.public_url or f"{'https' if self.certificate else 'http'}://{self.address}"

    @property
    def passkey_host(self) -> str | None:
        """The name that passkeys are bound to; None where browsers would not use any."""
        url = urlsplit(self.url)
        host = url.hostname or ""
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return host if url.scheme == "https" or host == "localhost" else None
        return None

    @property
    def leads_here_alone(self) -> bool:
        """Whether what browsers are sent to is found on this machine alone, so that no phone can scan it."""
        return _is_this_machine(urlsplit(self.url).hostname)

    def entrance(self, code: str) -> str:
        """Return the address that carries a one-time code."""
        return f"{self.url}/enter/{code}"

    def certificate_files(self, environment: Mapping[str, str] = os.environ) -> tuple[Path, Path] | None:
        """Return the certificate and its key, where systemd hands them over or else where they lie."""
        if self.certificate is None or self.key is None:
            return None
        handed = credential(CERTIFICATE_CREDENTIAL, environment), credential(KEY_CREDENTIAL, environment)
        return handed[0] or self.certificate, handed[1] or self.key


def _ip(text: str | None, version: int) -> str | None:
    """Return an address as it is usually written. Raises `ValueError`."""
    if text is None or text == "localhost":
        return None
    found = ipaddress.ip_address(text)
    if found.version != version:
        raise ValueError(text)
    return f"[{found}]" if version == 6 else str(found)  # noqa: PLR2004 - the protocol's number


def _is_this_machine(host: str | None) -> bool:
    """Tell whether a host can be reached from this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _site(value: str) -> str:
    """Return a site as browsers write it. Raises `ValueError`."""
    refused = ValueError(N_("it is written https://desk.example.org, with nothing behind"))
    try:
        url = urlsplit(value)
        port, host = url.port, (url.hostname or "").encode("idna").decode()
    except ValueError:
        raise refused from None
    named = f"[{host}]" if ":" in host else host
    bare = url.path in {"", "/"} and not (url.query or url.fragment or "@" in url.netloc)
    clean = value.isprintable() and not set(value) & set(" \\?#") and HOST.fullmatch(named) and port != 0
    if url.scheme not in USUAL_PORTS or not bare or not clean:
        raise refused
    return f"{url.scheme}://{named}" + (f":{port}" if port and port != USUAL_PORTS[url.scheme] else "")
