"""The tables of the config file, each checked when it is read."""

from collections.abc import Mapping
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path
from typing import Annotated, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from handlers.summaries.due import Timetable
from storage.deliveries.chats import Report
from storage.fault import N_
from storage.people.seat import Role
from storage.shifts.shift import Shifts

PUBLISHED_API = "https://api.telegram.org/bot"
SHORTEST_SHIFT = 120
"""Minutes; so there is at most one handover within an hour."""


class ConfigSection(BaseModel):
    """A table of the config: unknown keys are refused, and defaults are read as if they stood in the file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, validate_default=True, revalidate_instances="always"
    )


def _from_text(value: object, info: ValidationInfo) -> object:
    return Path(info.context or "", value) if isinstance(value, (str, Path)) else value


ConfigPath: TypeAlias = Annotated[Path, BeforeValidator(_from_text)]
"""A path; a relative one starts from the folder that the config is read in."""


def _time(value: str) -> str:
    try:
        parsed = datetime.strptime(value, "%H:%M")  # noqa: DTZ007 - a time of day
    except ValueError as error:
        raise ValueError(N_("a time is written 08:00, from 00:00 to 23:59")) from error
    return parsed.strftime("%H:%M")


Time: TypeAlias = Annotated[str, AfterValidator(_time)]


class Telegram(ConfigSection):
    """The bot's token and the address of the Bot API."""

    token: Annotated[str | None, Field(repr=False)] = None
    token_file: ConfigPath | None = None
    api_url: str = PUBLISHED_API

    @field_validator("api_url")
    @classmethod
    def _ends_in_bot(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith("/bot"):
            raise ValueError(N_("an address ends in /bot"))
        return value


class DatabaseSection(ConfigSection):
    """Where the records are kept."""

    path: ConfigPath = Path("vaktlogg.db")


class ClockSection(ConfigSection):
    """The time server that is asked where the machine's clock seems wrong, by name; without one Telegram is."""

    ntp: str = ""


class Access(ConfigSection):
    """Telegram user ids of those let in by the config, by role; others lapse after so many days without use."""

    owners: list[int] = []
    leaders: list[int] = []
    staff: list[int] = []
    lapse_days: Annotated[int, Field(ge=14, le=3650)] = 90

    def roles(self) -> Mapping[int, Role]:
        """Return the role of each account; of two roles the one with more rights."""
        roles: dict[int, Role] = dict.fromkeys(self.staff, "staff")
        roles |= dict.fromkeys(self.leaders, "leader")
        roles |= dict.fromkeys(self.owners, "administrator")
        return roles


class Reports(ConfigSection):
    """When summaries fall due, which kinds are made, and the folder they are written to as well.

    Only versions that may be published are written to the ``public_folder``.
    """

    folder: ConfigPath | None = None
    public_folder: ConfigPath | None = None
    time: Time = "08:00"
    day: Annotated[int, Field(ge=1, le=28)] = 3
    monthly: bool = True
    tertial: bool = True
    annual: bool = True

    @model_validator(mode="after")
    def _only_public(self) -> Self:
        folder, public = self.folder, self.public_folder
        if folder and public and folder.resolve().is_relative_to(public.resolve()):
            raise ValueError(N_("what is not to be published may not lie in public_folder"))
        return self

    @property
    def timetable(self) -> Timetable:
        """When summaries fall due."""
        return Timetable(self.day, time_of_day.fromisoformat(self.time))

    @property
    def kinds(self) -> Mapping[Report, bool]:
        """Which kinds of summaries are made."""
        return {"monthly": self.monthly, "tertial": self.tertial, "annual": self.annual}


class Logging(ConfigSection):
    """For how many hours the seat that registered a call may correct it."""

    own_hours: Annotated[int, Field(ge=0, le=31 * 24)] = 24


class Privacy(ConfigSection):
    """How long is kept what tells more than figures do.

    After ``coarsen_days`` only the day of a call is kept: for two days its shift can be asked about. After
    ``clear_hours`` messages in the chats show nothing of a call: for 48 Telegram lets them be deleted. The audit
    is kept for ``audit_days``.
    """

    coarsen_days: Annotated[int, Field(ge=2, le=31)] = 7
    clear_hours: Annotated[int, Field(ge=1, le=48)] = 12
    audit_days: Annotated[int, Field(ge=31, le=3650)] = 365


class ShiftsSection(ConfigSection):
    """When the staff hand over to each other, and whether they are asked how many calls there were."""

    ask: bool = True
    hours: Annotated[list[str], Field(min_length=1)] = ["07:30", "15:00", "22:30"]
    names: list[str] = []

    @field_validator("hours")
    @classmethod
    def _apart(cls, value: list[str]) -> list[str]:
        times = [_time(hour) for hour in value]
        minutes = [60 * int(hour[:2]) + int(hour[3:]) for hour in times]
        if minutes != sorted(minutes):
            raise ValueError(N_("the hours of a day come in order"))
        ends = [*minutes[1:], minutes[0] + 24 * 60]
        if any(end - begin < SHORTEST_SHIFT for begin, end in zip(minutes, ends, strict=True)):
            raise ValueError(N_("a shift lasts two hours or more"))
        return times

    @model_validator(mode="after")
    def _a_name_each(self) -> Self:
        if self.names and len(self.names) != len(self.hours):
            raise ValueError(N_("each shift has a name, or none has"))
        if "" in map(str.strip, self.names):
            raise ValueError(N_("a name is empty"))
        return self

    @property
    def shifts(self) -> Shifts:
        """The handovers of a day."""
        hours = [time_of_day.fromisoformat(hour) for hour in self.hours]
        return Shifts(hours, self.names or [""] * len(hours))


class StaysSection(ConfigSection):
    """How many beds the house has, where that is said."""

    beds: Annotated[int | None, Field(ge=1)] = None


class Publication(ConfigSection):
    """Counts from 1 to ``k`` - 1 are hidden in what is published."""

    k: Annotated[int, Field(ge=3, le=10)] = 5


class Forms(ConfigSection):
    """Which forms are in use."""

    folder: ConfigPath | None = None
    enabled: Annotated[list[str], Field(min_length=1)] = ["call"]
