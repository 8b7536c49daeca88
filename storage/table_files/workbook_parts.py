"""What the parts of an .xlsx or .ods file tell that its values do not: merged cells, formulas without a result.

Of a formula a workbook keeps what it came to. Where that is an error or nothing at all, the cell reads as empty,
and an empty cell would be taken for a question that was not asked.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from zipfile import ZipFile

from storage.fault import N_, Fault

CHUNK = 1 << 16
ODS = "content.xml"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
ROW_OF = re.compile(r"[A-Z]+([0-9]+)")
TELLING = re.compile(
    rb"""<(\w+:)?f\b|\bt\s*=\s*["']e["']|mergeCell|-spanned\s*=|:formula\s*=|=\s*["']error["']|<!DOCTYPE"""
)
"""Stands in every part that has anything to tell here; of most nothing has to be read element by element."""
LONGEST_TELLING = 64

Attributes = dict[str, str]


class NotAWorkbook(Exception):
    """The parts of a file are not those of a workbook."""


@dataclass
class SheetParts:
    """The numbers of the rows with cells that are ``merged``, and with a formula that ``failed``."""

    merged: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    def faults(self, row: int) -> Iterator[Fault]:
        """Yield what keeps a table from being read whose headings stand in this row."""
        if merged := [number for number in self.merged if number >= row]:
            words = N_("row {row}: cells are merged; undo that, and give each its own heading or value")
            yield Fault(words, row=min(merged))
        if failed := [number for number in self.failed if number >= row]:
            yield Fault(N_("row {row}: a formula has no result; put a value in its place"), row=min(failed))


def parts_of(archive: ZipFile) -> dict[str, SheetParts]:
    """Return what is known of each sheet by its name. Raises `NotAWorkbook`."""
    # Whoever reads the values goes by a part's name whatever its case.
    names = {name.replace("\\", "/").casefold(): name for name in archive.namelist()}
    if {WORKBOOK, RELATIONS} <= names.keys():
        sheets = dict(_excel_sheets(archive, names))
        if not {part.casefold() for part in sheets.values()} <= names.keys():
            raise NotAWorkbook
        return {name: _excel_sheet(archive, names[part.casefold()]) for name, part in sheets.items()}
    if ODS in names:
        reading = _OpenSheets()
        if _tells(archive, ODS):
            _parse(archive, ODS, reading)
        return reading.sheets
    raise NotAWorkbook


def _tells(archive: ZipFile, part: str) -> bool:
    with archive.open(part) as content:
        before = b""
        while chunk := content.read(CHUNK):
            if TELLING.search(before + chunk):
                return True
            before = chunk[-LONGEST_TELLING:]
    return False


class _Elements:
    """Is told of the elements of a part, by their names without prefixes, as are their attributes."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""

    def end(self, name: str) -> None:
        """End an element."""

    def text(self, text: str) -> None:
        """Take in text."""


def _parse(archive: ZipFile, part: str, elements: _Elements) -> None:
    """Read a part without holding it. Raises `NotAWorkbook`, also where it declares entities of its own."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: elements.start(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: elements.end(_local(name))
    parser.CharacterDataHandler = elements.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with archive.open(part) as content:
            while chunk := content.read(CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - expat's way
            parser.Parse(b"", True)  # noqa: FBT003 - expat's way
    except expat.ExpatError as fault:
        raise NotAWorkbook from fault


def _refuse_doctype(*_declared: object) -> None:
    raise NotAWorkbook


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Named(_Elements):
    """Collects two attributes of each element of one name."""

    def __init__(self, name: str, first: str, second: str) -> None:
        self.pairs: list[tuple[str, str]] = []
        self._name, self._first, self._second = name, first, second

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an element's attributes where it has both."""
        if name == self._name and self._first in attributes and self._second in attributes:
            self.pairs.append((attributes[self._first], attributes[self._second]))


def _excel_sheets(archive: ZipFile, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each sheet's name and the path of its part."""
    sheets, relations = _Named("sheet", "name", "id"), _Named("Relationship", "Id", "Target")
    _parse(archive, names[WORKBOOK], sheets)
    _parse(archive, names[RELATIONS], relations)
    targets = dict(relations.pairs)
    for name, relation in sheets.pairs:
        if target := targets.get(relation):
            yield name, posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _excel_sheet(archive: ZipFile, part: str) -> SheetParts:
    reading = _ExcelSheet()
    if _tells(archive, part):
        _parse(archive, part, reading)
    return reading.parts


class _ExcelSheet(_Elements):
    """Reads the part of one sheet of an .xlsx file."""

    def __init__(self) -> None:
        self.parts = SheetParts()
        self._row = 0
        self._type, self._formula, self._value, self._inside = "", False, False, ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Note where a row, a cell or a merged range is."""
        self._inside = name
        if name == "row":
            self._row = int(attributes.get("r", self._row + 1))
        elif name == "c":
            self._type, self._formula, self._value = attributes.get("t", ""), False, False
        elif name == "f":
            self._formula = True
        elif name == "mergeCell" and (found := ROW_OF.match(attributes.get("ref", ""))):
            self.parts.merged.append(int(found[1]))

    def text(self, _text: str) -> None:
        """Note that a cell has a value."""
        self._value = self._value or self._inside == "v"

    def end(self, name: str) -> None:
        """Note a cell without a result; a formula may well come to an empty text."""
        self._inside = ""
        if name == "c" and (self._type == "e" or (self._formula and not self._value and self._type != "str")):
            self.parts.failed.append(self._row)


class _OpenSheets(_Elements):
    """Reads all sheets of an .ods file."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetParts] = {}
        self._parts, self._row, self._repeated = SheetParts(), 0, 1

    def start(self, name: str, attributes: Attributes) -> None:
        """Note where a sheet, a row or a cell is."""
        if name == "table":
            self._parts = self.sheets[attributes.get("name", "")] = SheetParts()
            self._row = 0
        elif name == "table-row":
            self._row += 1
            self._repeated = int(attributes.get("number-rows-repeated", 1))
        elif name == "table-cell":
            self._read_cell(attributes)

    def end(self, name: str) -> None:
        """Count the rows that a row stands for."""
        if name == "table-row":
            self._row += self._repeated - 1

    def _read_cell(self, attributes: Attributes) -> None:
        spans = {attributes.get("number-columns-spanned", "1"), attributes.get("number-rows-spanned", "1")}
        if spans != {"1"}:
            self._parts.merged.append(self._row)
        # The result's type stands there under two names where LibreOffice wrote it; the one hides the other here.
        if attributes.get("value-type") == "error" or ("formula" in attributes and "value-type" not in attributes):
            self._parts.failed.append(self._row)
