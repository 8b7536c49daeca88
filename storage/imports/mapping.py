"""The map of a foreign file: which of its columns and values are which of a form's questions and options."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from storage.fault import N_, Fault, why, wrong_value

Text = Annotated[str, StringConstraints(strip_whitespace=True)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]

NOT_ASKED: Literal["not asked"] = "not asked"
NOTHING_CHOSEN: Literal["nothing chosen"] = "nothing chosen"
CHOSEN: Literal["chosen"] = "chosen"
NOT_CHOSEN: Literal["not chosen"] = "not chosen"
"""What a value can mean besides an option. No option's key has a blank, so none of these is one."""


class MapFault(Fault):
    """A map cannot be used."""


class Part(BaseModel):
    """A piece of a map: read once, never changed, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Time(Part):
    """The columns that together, with a blank between them, tell the day, and the hour where they have it.

    The first of the ``formats`` (as in `strptime`, with `%Y %y %m %d %H %M %S`) that fits is taken; ``months``
    are twelve words that may stand for the number of a month.
    """

    columns: Texts
    formats: Texts
    months: Texts | None = None


class Meanings(Part):
    """What the texts of a cell mean; any text not among ``values`` means ``others``, or else is unknown."""

    values: dict[Text, str] = {}
    others: str | None = None


class OutcomeMap(Meanings):
    """The column that tells a record's outcome."""

    column: Text


class QuestionMap(Meanings):
    """Where a question's answer stands: in one column, or each option of a `several` in one of its own."""

    column: Text | None = None
    separator: Annotated[str, Field(min_length=1)] | None = None
    columns: dict[Text, str] = {}

    @property
    def read(self) -> frozenset[str]:
        """The columns it is read from."""
        return frozenset(self.columns) | ({self.column} if self.column is not None else frozenset())


class ImportMap(Part):
    """A whole map. With ``left_out``, a column that is neither read nor named there is a fault."""

    occurred_at: Time
    outcome: OutcomeMap | None = None
    questions: Annotated[dict[str, QuestionMap], Field(alias="question")] = {}
    left_out: Annotated[tuple[Text, ...], Field(strict=False)] | None = None

    @property
    def read(self) -> frozenset[str]:
        """The columns of the file that are read."""
        outcome = {self.outcome.column} if self.outcome is not None else frozenset[str]()
        return frozenset(self.occurred_at.columns).union(outcome, *(part.read for part in self.questions.values()))


def read_map(path: Path) -> ImportMap:
    """Read a map, not yet held against a form. Raises `MapFault`, naming file and place."""
    try:
        return ImportMap.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as fault:
        raise MapFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(fault)) from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise map_fault(path, "", why(fault)) from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise map_fault(path, place, wrong_value(first)) from None


def map_fault(path: Path, place: str, reason: Fault) -> MapFault:
    """Say what is wrong at a place of the map, written as in TOML; nowhere is the whole file."""
    where = Fault("{place}", place=place) if place else Fault(N_("the file"))
    return MapFault(N_("{file}: {place}: {reason}."), file=path.name, place=where, reason=reason)
