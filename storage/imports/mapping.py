"""The map of a foreign file: which of its columns and values are which of a form's questions and options."""

from pathlib import Path

from storage.fault import N_
from storage.forms.form import Form
from storage.imports.map_checks import contradictions
from storage.imports.map_file import TALLY, MapFault, map_content, map_fault, validated
from storage.imports.map_parts import ImportMap

OF_COUNTS = N_(
    "{file} is a map of counts by month. Take its workbook in on the command line: vaktlogg import … --map …"
)


def read_map(path: Path, form: Form) -> ImportMap:
    """Read the map of a file for a form. Raises `MapFault` with one sentence naming file and place."""
    content = map_content(path)
    if TALLY in content:
        raise MapFault(OF_COUNTS, file=path.name)
    mapped = validated(path, content, ImportMap)
    for place, reason in contradictions(mapped, form):
        raise map_fault(path, place, reason)
    return mapped
