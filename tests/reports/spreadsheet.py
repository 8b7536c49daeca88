"""Reading .xlsx files back."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULA = f"{MAIN}f"
SUM = re.compile(r"SUBTOTAL\(109,([A-Z]+)(\d+):\1(\d+)\)")


def parts_of(content: bytes) -> dict[str, str]:
    """Return the texts of the files inside, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def tables_of(content: bytes) -> list[ET.Element]:
    """Return the tables, in the order of their sheets."""
    parts = parts_of(content)
    names = sorted((name for name in parts if name.startswith("xl/tables/")), key=lambda name: (len(name), name))
    return [ET.fromstring(parts[name]) for name in names]  # noqa: S314 - ours


def cells_of(content: bytes) -> Iterator[tuple[str, str | float]]:
    """Give every cell's place and value, but the sums; texts as texts, numbers and days as numbers."""
    for _, cell, value in _cells(content):
        if cell.find(FORMULA) is None:
            yield cell.attrib["r"], value


def sums_of(content: bytes) -> Iterator[tuple[str, float, list[float]]]:
    """Give the formula of every sum, its value as it is kept, and the numbers that it sums up."""
    cells = list(_cells(content))
    numbers = {(sheet, cell.attrib["r"]): value for sheet, cell, value in cells if isinstance(value, float)}
    for sheet, cell, value in cells:
        formula = cell.findtext(FORMULA) or ""
        if isinstance(value, float) and (told := SUM.fullmatch(formula)):
            column, first, last = told.groups()
            rows = range(int(first), int(last) + 1)
            yield formula, value, [numbers.get((sheet, f"{column}{row}"), 0.0) for row in rows]


def _cells(content: bytes) -> Iterator[tuple[str, ET.Element, str | float]]:
    parts = parts_of(content)
    shared = ["".join(si.itertext()) for si in ET.fromstring(parts["xl/sharedStrings.xml"])]  # noqa: S314 - ours
    for name, sheet in sorted(parts.items()):
        if name.startswith("xl/worksheets/sheet"):
            for cell in ET.fromstring(sheet).iter(f"{MAIN}c"):  # noqa: S314 - ours
                value = cell.findtext(f"{MAIN}v")
                if value is not None:
                    yield name, cell, shared[int(value)] if cell.get("t") == "s" else float(value)
