"""The file of a map: reading it, and saying what is wrong in it where."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from storage.fault import N_, Fault, why, wrong_value
from storage.quoting import escaped
from storage.toml_file import UnusableToml, read_toml

Model = TypeVar("Model", bound=BaseModel)

TALLY = "tally"
"""The table that makes a map one of counts instead of records."""


class MapFault(Fault):
    """A map cannot be used."""


def map_content(path: Path) -> dict[str, Any]:
    """Return what a map holds, not checked yet. Raises `MapFault`."""
    try:
        return read_toml(path)
    except OSError as fault:
        raise MapFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(fault)) from fault
    except UnusableToml as fault:
        raise map_fault(path, "", fault) from fault


def validated(path: Path, content: dict[str, Any], model: type[Model]) -> Model:
    """Return what a map holds as a ``model``. Raises `MapFault` with one sentence naming file and place."""
    try:
        return model.model_validate(content)
    except ValidationError as fault:
        first = fault.errors()[0]
        raise map_fault(path, ".".join(str(step) for step in first["loc"]), wrong_value(first)) from None


def map_fault(path: Path, place: str, reason: Fault) -> MapFault:
    """Return a fault at a place of a map, written as in TOML; an empty place is the whole file."""
    where = Fault("{place}", place=escaped(place)) if place else Fault(N_("the file"))
    return MapFault(N_("{file}: {place}: {reason}."), file=path.name, place=where, reason=reason)
