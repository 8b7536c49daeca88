"""Reading .xlsx files back."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts_of(content: bytes) -> dict[str, str]:
    """Return the texts of the files inside, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def cells_of(content: bytes) -> Iterator[tuple[str, str | float]]:
    """Give every cell's place and value; texts as texts, numbers as numbers."""
    parts = parts_of(content)
    shared = ["".join(si.itertext()) for si in ET.fromstring(parts["xl/sharedStrings.xml"])]  # noqa: S314 - ours
    for name, sheet in sorted(parts.items()):
        if name.startswith("xl/worksheets/sheet"):
            for cell in ET.fromstring(sheet).iter(f"{MAIN}c"):  # noqa: S314 - ours
                value = cell.findtext(f"{MAIN}v")
                assert cell.find(f"{MAIN}f") is None
                if value is not None:
                    yield cell.attrib["r"], shared[int(value)] if cell.get("t") == "s" else float(value)
