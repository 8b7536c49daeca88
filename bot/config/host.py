"""The config's table about the machine and what watches over it."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from bot.config.sections import ConfigSection
from storage.fault import N_


class HostSection(ConfigSection):
    """Who is told regularly that the program works: an address outside the house, and the administrators."""

    ping_url: Annotated[str | None, Field(repr=False)] = None
    sign_of_life: bool = True

    @field_validator("ping_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not _leads_somewhere(value):
            raise ValueError(N_("an address begins with https:// or http:// and has no blanks"))
        return value


def _leads_somewhere(value: str) -> bool:
    try:
        address = urlsplit(value)
        return bool(address.scheme in {"http", "https"} and address.hostname and address.port != 0) and (
            value.isprintable() and " " not in value
        )
    except ValueError:
        return False
