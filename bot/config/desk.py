"""The config of the in-house desk: where it is served, under which address, and when it locks itself."""

import ipaddress
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from bot.config.sections import ConfigPath, ConfigSection
from storage.fault import N_

LAST_PORT = 65535


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
        host, _, port = value.rpartition(":")
        try:
            ipaddress.ip_address(host.strip("[]"))
        except ValueError:
            if host != "localhost":
                raise ValueError(N_("an address is written 127.0.0.1:8322")) from None
        if not port.isdecimal() or int(port) > LAST_PORT:
            raise ValueError(N_("an address is written 127.0.0.1:8322"))
        return value

    @field_validator("public_url")
    @classmethod
    def _a_site(cls, value: str) -> str:
        url = urlsplit(value)
        plain = (
            url.scheme in {"http", "https"} and url.hostname and not (url.query or url.fragment or url.username)
        )
        if value and not (plain and url.path in {"", "/"}):
            raise ValueError(N_("it is written https://desk.example.org, with nothing behind"))
        return value.rstrip("/")

    @model_validator(mode="after")
    def _is_protected(self) -> Self:
        if (self.certificate is None) != (self.key is None):
            raise ValueError(N_("a certificate and its key are named together"))
        if not (self.on_loopback or self.certificate or self.public_url.startswith("https://")):
            raise ValueError(
                N_("an address that others can reach needs a certificate and key, or a public_url with https")
            )
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
        return self.host == "localhost" or ipaddress.ip_address(self.host).is_loopback

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

    def entrance(self, code: str) -> str:
        """Return the address that carries a one-time code."""
        return f"{self.url}/enter/{code}"
