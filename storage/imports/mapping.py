"""The map of a foreign file: which of its columns and values are which of a form's questions and options."""

from pathlib import Path

from pydantic import ValidationError

from storage.fault import N_, Fault, why, wrong_value
from storage.forms.form import Form
from storage.imports.map_checks import contradictions
from storage.imports.map_parts import ImportMap
from storage.quoting import escaped
from storage.toml_file import UnusableToml, read_toml

TALLY = "tally"
OF_COUNTS = N_(
    "{file} is a map of counts by month. Take its workbook in on the command line: vaktlogg import … --map …"
)


class MapFault(Fault):
    """A map cannot be used."""


def read_map(path: Path, form: Form) -> ImportMap:
    """Read the map of a file for a form. Raises `MapFault` with one sentence naming file and place."""
    try:
        written = read_toml(path)
        if TALLY in written:
            raise MapFault(OF_COUNTS, file=path.name)
        mapped = ImportMap.model_validate(written)
    except OSError as fault:
        raise MapFault(N_("{file} cannot be read: {reason}."), file=path, reason=why(fault)) from fault
    except UnusableToml as fault:
        raise _fault(path, "", fault) from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _fault(path, place, wrong_value(first)) from None
    for place, reason in contradictions(mapped, form):
        raise _fault(path, place, reason)
    return mapped


def _fault(path: Path, place: str, reason: Fault) -> MapFault:
    """Return a fault at a place of the map, written as in TOML; an empty place is the whole file."""
    where = Fault("{place}", place=escaped(place)) if place else Fault(N_("the file"))
    return MapFault(N_("{file}: {place}: {reason}."), file=path.name, place=where, reason=reason)
