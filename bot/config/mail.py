"""The table `[mail]` of the config: the mail server, and the mailboxes that get the reports."""

import ipaddress
import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from bot.config.sections import ConfigPath, ConfigSection
from handlers.summaries.mail_content import Content
from storage.fault import N_

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}")
HOST = re.compile(r"(?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z0-9_-]{1,63}\.?|[0-9a-fA-F:.]+")


def _address(value: str) -> str:
    # What begins like that is decoded where it stands in a header.
    if not ADDRESS.fullmatch(value) or "=?" in value:
        raise ValueError(N_("an e-mail address is written leader@example.org"))
    return value


def _host(value: str) -> str:
    if not HOST.fullmatch(value):
        raise ValueError(N_("a mail server is written smtp.example.org, without a port"))
    return value


Address = Annotated[str, AfterValidator(_address)]


class MailSection(ConfigSection):
    """Each address of ``to`` gets the reports through the mail server, as a notice or with their ``content``."""

    host: Annotated[str, AfterValidator(_host)]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: ConfigPath | None = None
    sender: Address
    to: Annotated[list[Address], Field(min_length=1)]
    content: Content = "notice"

    @model_validator(mode="after")
    def _is_protected(self) -> Self:
        if bool(self.user) != (self.password_file is not None):
            raise ValueError(N_("user and password_file belong together: give both, or neither"))
        if self.security == "none" and not self._on_loopback:
            raise ValueError(N_("without encryption, only a mail server on this machine can be used"))
        if len({address.lower() for address in self.to}) < len(self.to):
            raise ValueError(N_("an address stands there twice"))
        return self

    @property
    def _on_loopback(self) -> bool:
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def domain(self) -> str:
        """The domain that mails come from."""
        return self.sender.rpartition("@")[2]
