"""The config file: every setting of an installation, checked at start."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationError

from bot.config.backup import BackupSection
from bot.config.credentials import CONFIG_CREDENTIAL, credential
from bot.config.desk import DeskSection
from bot.config.host import HostSection
from bot.config.mail import MailSection
from bot.config.sections import (
    Access,
    ClockSection,
    ConfigSection,
    DatabaseSection,
    Forms,
    Logging,
    Privacy,
    Publication,
    Reports,
    ShiftsSection,
    StaysSection,
    Telegram,
)
from bot.config.token import NoToken, find_token
from reports.words.language import LOCALES, Code
from storage.backup.making import CopyPlan
from storage.fault import N_, Fault, why, wrong_value
from storage.forms.texts import Line
from storage.quoting import escaped
from storage.records.retention import Retention
from storage.toml_file import UnusableToml, read_toml

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
    centre: Annotated[Line, Field(max_length=200)] = ""
    telegram: Telegram = Telegram()
    desk: DeskSection | None = None
    database: DatabaseSection = DatabaseSection()
    clock: ClockSection = ClockSection()
    access: Access = Access()
    logging: Logging = Logging()
    privacy: Privacy = Privacy()
    shifts: ShiftsSection = ShiftsSection()
    stays: StaysSection = StaysSection()
    reports: Reports = Reports()
    publication: Publication = Publication()
    mail: MailSection | None = None
    backup: BackupSection = BackupSection()
    forms: Forms = Forms()
    host: HostSection = HostSection()

    @property
    def retention(self) -> Retention:
        """How long is kept what is not kept for ever."""
        return Retention(self.logging.own_hours, self.privacy.coarsen_days, self.privacy.audit_days)

    @property
    def copies(self) -> CopyPlan | None:
        """How copies are made; None where none are."""
        backup = self.backup
        return CopyPlan(self.database.path, tuple(backup.recipients), backup.folder) if backup.folder else None

    def served(self, environment: Mapping[str, str] = os.environ) -> "Served":
        """Return the ways in that are served. Raises `UnusableToken`.

        Whoever names accounts at Telegram and no desk means the bot: a token that is not there is a fault then.
        """
        try:
            token: str | None = self.token(environment)
        except NoToken:
            if self.desk is None and self.access.roles():
                raise
            token = None
        return Served(token, self.desk_beside(token))

    def desk_beside(self, token: str | None) -> DeskSection | None:
        """Return how the desk is served; None where there is a bot alone, which has this token."""
        return self.desk or (None if token else DeskSection())

    def now(self) -> datetime:
        """Return the centre's local time, with its zone."""
        return datetime.now(ZoneInfo(self.timezone))

    def token(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return the bot's token, wherever it is kept. Raises `UnusableToken`."""
        return find_token(self.telegram, environment)


@dataclass(frozen=True)
class Served:
    """The ways in: the chat, where there is a ``token``, and the ``desk``; one of them at least."""

    token: str | None
    desk: DeskSection | None


def read_config(path: Path, environment: Mapping[str, str] = os.environ) -> Config:
    """Read a config file, or what systemd hands over as its content; relative paths in it start from its folder.

    Raises `ConfigFault`.
    """
    try:
        content = read_toml(credential(CONFIG_CREDENTIAL, environment) or path)
        return Config.model_validate(content, context=path.resolve().parent)
    except FileNotFoundError:
        raise ConfigFault(N_("There is no config at {path}; “vaktlogg init” makes one."), path=path) from None
    except (OSError, UnusableToml) as error:
        reason = why(error) if isinstance(error, OSError) else error
        raise ConfigFault(N_("{path} cannot be read: {reason}."), path=path, reason=reason) from error
    except ValidationError as error:
        raise _refused(path, error) from None


def language_of(path: Path, environment: Mapping[str, str] = os.environ) -> Code:
    """Return the language of a config file, as far as it can be read; bokmål where it cannot."""
    try:
        named = read_toml(credential(CONFIG_CREDENTIAL, environment) or path).get("language")
    except (OSError, UnusableToml):
        return "nb"
    return next((code for code in LOCALES if code == named), "nb")


def _refused(path: Path, error: ValidationError) -> ConfigFault:
    first = error.errors(include_url=False, include_input=False)[0]
    place = escaped(" ".join(str(step) for step in first["loc"]))
    if first["type"] == "extra_forbidden":
        return ConfigFault(N_("{path}: the key “{place}” is not known."), path=path, place=place)
    return ConfigFault(
        N_("{path}: “{place}” has a wrong value: {reason}."),
        path=path,
        place=place,
        reason=wrong_value(first),
    )
