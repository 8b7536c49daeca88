"""The config file: every setting of an installation, checked at start."""

import os
import tomllib
from collections.abc import Mapping
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from reports.due import Timetable
from storage.chats import Report
from storage.fault import N_, Fault
from storage.staff import Role

PUBLISHED_API = "https://api.telegram.org/bot"
TOKEN_VARIABLE = "VAKTLOGG_TOKEN"  # noqa: S105 - the variable's name, not a token


class ConfigFault(Fault):
    """The config cannot be used."""


class Section(BaseModel):
    """A table of the config: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _from_text(value: object) -> object:
    return Path(value) if isinstance(value, str) else value


class Telegram(Section):
    """Where the bot lives and what opens it."""

    token: str | None = None
    token_file: Path | None = None
    api_url: str = PUBLISHED_API

    _paths = field_validator("token_file", mode="before")(_from_text)

    @field_validator("api_url")
    @classmethod
    def _ends_in_bot(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith("/bot"):
            raise ValueError(N_("an address ends in /bot"))
        return value


class DatabaseSection(Section):
    """Where the records are kept."""

    path: Path = Path("vaktlogg.db")

    _paths = field_validator("path", mode="before")(_from_text)


class Access(Section):
    """Telegram user ids of the seats, by role."""

    owners: list[int] = []
    leaders: list[int] = []
    staff: list[int] = []

    def roles(self) -> Mapping[int, Role]:
        """Return the role of each seat; the widest wins where one is named twice."""
        roles: dict[int, Role] = dict.fromkeys(self.staff, "staff")
        roles |= dict.fromkeys(self.leaders, "leader")
        roles |= dict.fromkeys(self.owners, "administrator")
        return roles


class Reports(Section):
    """When summaries fall due, which kinds are made, and the folder they are written to as well."""

    folder: Path | None = None
    time: str = "08:00"
    day: Annotated[int, Field(ge=1, le=28)] = 3
    monthly: bool = True
    tertial: bool = True
    annual: bool = True

    _paths = field_validator("folder", mode="before")(_from_text)

    @field_validator("time")
    @classmethod
    def _a_time(cls, value: str) -> str:
        try:
            parsed = datetime.strptime(value, "%H:%M")  # noqa: DTZ007 - a time of day
        except ValueError as error:
            raise ValueError(N_("a time is written 08:00")) from error
        return parsed.strftime("%H:%M")

    @property
    def timetable(self) -> Timetable:
        """When summaries fall due."""
        return Timetable(self.day, time_of_day.fromisoformat(self.time))

    @property
    def kinds(self) -> Mapping[Report, bool]:
        """Which kinds of summaries are made."""
        return {"monthly": self.monthly, "tertial": self.tertial, "annual": self.annual}


class Forms(Section):
    """Which registers are in use."""

    folder: Path | None = None
    enabled: Annotated[list[str], Field(min_length=1)] = ["call"]

    _paths = field_validator("folder", mode="before")(_from_text)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(N_("there is no such time zone")) from error
    return name


class Config(Section):
    """All settings; paths are absolute once read."""

    language: Literal["nb", "nn", "en"] = "nb"
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Oslo"
    centre: str = ""
    telegram: Telegram = Telegram()
    database: DatabaseSection = DatabaseSection()
    access: Access = Access()
    reports: Reports = Reports()
    forms: Forms = Forms()

    @property
    def zone(self) -> ZoneInfo:
        """The centre's time zone."""
        return ZoneInfo(self.timezone)

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
                    N_("The token file {file} cannot be read: {reason}."), file=file, reason=error
                ) from error
        if not self.telegram.token:
            raise ConfigFault(N_("There is no token: set [telegram] token or token_file, or VAKTLOGG_TOKEN."))
        return self.telegram.token


def read_config(path: Path) -> Config:
    """Read a config file; relative paths in it are meant from its folder. Raises `ConfigFault`."""
    try:
        config = Config.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ConfigFault(
            N_("There is no config at {path}; copy config.example.toml and fill it in."), path=path
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigFault(N_("{path} cannot be read: {reason}."), path=path, reason=error) from error
    except ValidationError as error:
        raise _refused(path, error) from None
    return _with_paths_from(config, path.resolve().parent)


def _refused(path: Path, error: ValidationError) -> ConfigFault:
    first = error.errors(include_url=False, include_input=False)[0]
    place = " ".join(str(step) for step in first["loc"])
    if first["type"] == "extra_forbidden":
        return ConfigFault(N_("{path}: the key “{place}” is not known."), path=path, place=place)
    return ConfigFault(
        N_("{path}: “{place}” has a wrong value: {reason}."),
        path=path,
        place=place,
        reason=_reason(first["msg"]),
    )


def _reason(message: str) -> Fault:
    return Fault(message.removeprefix("Value error, "))


def _with_paths_from(config: Config, folder: Path) -> Config:
    def absolute(path: Path | None) -> Path | None:
        return path and folder / path

    return config.model_copy(
        update={
            "telegram": config.telegram.model_copy(update={"token_file": absolute(config.telegram.token_file)}),
            "database": config.database.model_copy(update={"path": absolute(config.database.path)}),
            "reports": config.reports.model_copy(update={"folder": absolute(config.reports.folder)}),
            "forms": config.forms.model_copy(update={"folder": absolute(config.forms.folder)}),
        }
    )
