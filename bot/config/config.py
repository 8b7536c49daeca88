"""The config file: every setting of an installation, checked at start."""

import os
import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, ValidationError

from bot.config.sections import (
    Access,
    ConfigSection,
    DatabaseSection,
    Forms,
    Logging,
    Privacy,
    Publication,
    Reports,
    ShiftsSection,
    Telegram,
)
from reports.words.language import LOCALES, Code
from storage.fault import N_, Fault, why, wrong_value

TOKEN_VARIABLE = "VAKTLOGG_TOKEN"  # noqa: S105 - the variable's name, not a token

Clock: TypeAlias = Callable[[], datetime]
"""Returns the centre's local time, with its zone."""


class ConfigFault(Fault):
    """The config cannot be used."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(N_("there is no such time zone")) from error
    return name


class Config(ConfigSection):
    """All settings; `read_config` makes the paths absolute."""

    language: Code = "nb"
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Oslo"
    centre: str = ""
    telegram: Telegram = Telegram()
    database: DatabaseSection = DatabaseSection()
    access: Access = Access()
    logging: Logging = Logging()
    privacy: Privacy = Privacy()
    shifts: ShiftsSection = ShiftsSection()
    reports: Reports = Reports()
    publication: Publication = Publication()
    forms: Forms = Forms()

    def now(self) -> datetime:
        """Return the centre's local time, with its zone."""
        return datetime.now(ZoneInfo(self.timezone))

    def token(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return the bot's token: from the environment, else the file, else the config.

        Raises `ConfigFault` where there is none.
        """
        if token := environment.get(TOKEN_VARIABLE, "").strip():
            return token
        if self.telegram.token_file is not None:
            try:
                return self.telegram.token_file.read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                file = self.telegram.token_file
                raise ConfigFault(
                    N_("The token file {file} cannot be read: {reason}."), file=file, reason=why(error)
                ) from error
        if not self.telegram.token:
            raise ConfigFault(N_("There is no token: set [telegram] token or token_file, or VAKTLOGG_TOKEN."))
        return self.telegram.token


def read_config(path: Path) -> Config:
    """Read a config file; relative paths in it start from its folder. Raises `ConfigFault`."""
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        return Config.model_validate(settings, context=path.resolve().parent)
    except FileNotFoundError:
        raise ConfigFault(
            N_("There is no config at {path}; copy config.example.toml and fill it in."), path=path
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigFault(N_("{path} cannot be read: {reason}."), path=path, reason=why(error)) from error
    except ValidationError as error:
        raise _refused(path, error) from None


def language_of(path: Path) -> Code:
    """Return the language of a config file, as far as it can be read; bokmål where it cannot."""
    try:
        named = tomllib.loads(path.read_text(encoding="utf-8")).get("language")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "nb"
    return next((code for code in LOCALES if code == named), "nb")


def _refused(path: Path, error: ValidationError) -> ConfigFault:
    first = error.errors(include_url=False, include_input=False)[0]
    place = " ".join(str(step) for step in first["loc"])
    if first["type"] == "extra_forbidden":
        return ConfigFault(N_("{path}: the key “{place}” is not known."), path=path, place=place)
    return ConfigFault(
        N_("{path}: “{place}” has a wrong value: {reason}."),
        path=path,
        place=place,
        reason=wrong_value(first),
    )
