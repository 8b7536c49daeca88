"""A workbook that could be read wrong, or is none, is refused in a sentence, whatever it unpacks to."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter.worksheet import Worksheet

from storage.table_files.rows import FileRefused, Row
from storage.table_files.table_file import open_rows
from tests.storage.table_files.workbooks import excel, excel_sheet, open_document, open_table

PLAIN = (("Dato", "Hvem"), ("14.7.2016", "Kvinne"), ("15.7.2016", "Mann"))


def read(path: Path) -> list[Row]:
    """Read all rows of a file."""
    with open_rows(path) as (_headings, rows):
        return [*rows]


def merged(sheet: Worksheet) -> None:
    """Merge the headings of two columns."""
    sheet.merge_range(0, 0, 0, 1, "Samtale")


def merged_below(sheet: Worksheet) -> None:
    """Merge the day of two calls."""
    sheet.merge_range(1, 0, 2, 0, "14.7.2016")


def without_result(sheet: Worksheet) -> None:
    """Write a formula as a program does that works out nothing."""
    sheet.write_formula(2, 1, "=B2", None, "")


def with_an_error(sheet: Worksheet) -> None:
    """Write a formula that came to an error."""
    sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")


def beside(sheet: Worksheet) -> None:
    """Write another table beside a long one."""
    sheet.write_column(3, 0, ["16.7.2016"] * 9)
    sheet.write_column(0, 4, ["Kode", "K"])


def below(sheet: Worksheet) -> None:
    """Write the headings once more, below."""
    sheet.write_row(5, 0, ["dato", "hvem"])


def far_away(sheet: Worksheet) -> None:
    """Write into the last cell of the sheet."""
    sheet.write(1_048_575, 16_383, "x")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (merged, "sheet “Samtaler”, row 1: cells are merged"),
        (merged_below, "sheet “Samtaler”, row 2: cells are merged"),
        (without_result, "sheet “Samtaler”, row 3: a formula has no result"),
        (with_an_error, "sheet “Samtaler”, row 3: a formula has no result"),
        (beside, "sheet “Samtaler”, row 1: another table begins in column E"),
        (below, "sheet “Samtaler”, row 6: another table begins below"),
        (far_away, "takes more than 1000 MB of memory"),
    ],
)
def test_a_sheet_that_could_be_read_wrong_is_refused_by_its_row(
    change: Callable[[Worksheet], object], reason: str, tmp_path: Path
) -> None:
    """What would read as empty, or as another table, is named with file, sheet and row."""
    path = excel_sheet(tmp_path / "calls.xlsx", PLAIN, change)

    with pytest.raises(FileRefused, match=re.escape(reason)) as refused:
        read(path)

    assert str(refused.value).startswith("calls.xlsx")


def test_what_is_unclear_below_empty_rows_is_found_by_its_row(tmp_path: Path) -> None:
    """Empty rows above the table hide nothing."""

    def unclear(sheet: Worksheet) -> None:
        sheet.write_formula(6, 1, "=B6", None, "")

    path = excel_sheet(tmp_path / "calls.xlsx", [(), (), (), (), *PLAIN], unclear)

    with pytest.raises(FileRefused, match="row 7: a formula has no result"):
        read(path)


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ('table:number-columns-spanned="2" office:value-type="string"', "row 3: cells are merged"),
        ('table:formula="of:=1/0"', "row 3: a formula has no result"),
    ],
)
def test_an_open_document_is_looked_at_as_closely(attributes: str, reason: str, tmp_path: Path) -> None:
    """Merged cells and formulas without a result are refused there too."""
    before, after = open_table("Juli", PLAIN).rsplit('office:value-type="string"', 1)

    with pytest.raises(FileRefused, match=re.escape(f"sheet “Juli”, {reason}")):
        read(open_document(tmp_path / "a.ods", before + attributes + after))


def test_a_sheet_whose_part_is_called_otherwise_is_looked_at_too(tmp_path: Path) -> None:
    """Whoever reads the values finds it whatever its case, and so its formulas are found."""
    path, renamed = excel_sheet(tmp_path / "a.xlsx", PLAIN, with_an_error), tmp_path / "calls.xlsx"
    with ZipFile(path) as old_parts, ZipFile(renamed, "w") as parts:
        for name in old_parts.namelist():
            parts.writestr(
                name.replace("sheet1", "Sheet1"), old_parts.read(name).replace(b"/Sheet1.", b"/sheet1.")
            )

    with pytest.raises(FileRefused, match="row 3: a formula has no result"):
        read(renamed)


def test_a_row_has_no_more_characters_than_one_of_text_has(tmp_path: Path) -> None:
    """A small workbook may hold a cell of any length."""
    path = open_document(tmp_path / "a.ods", open_table("A", [*PLAIN, ("x" * 300_000, "y")]))

    with pytest.raises(FileRefused, match="row 4: a row has at most 262144 characters"):
        read(path)


def not_a_workbook(path: Path) -> None:
    """Write another file of the kind."""
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def broken(path: Path) -> None:
    """Write the first half of a workbook."""
    excel(path, {"A": PLAIN})
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def old(path: Path) -> None:
    """Write the beginning of an old workbook, or of one with a password."""
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)


def with_entities(path: Path) -> None:
    """Write parts that declare entities, which unpack to any size."""
    open_document(path, "")
    with ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')


def empty(path: Path) -> None:
    """Write a workbook with nothing in it."""
    excel(path, {"A": ()})


def bomb(path: Path) -> None:
    """Write a part that says it unpacks to more than a gigabyte."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 1000)
        archive.getinfo("xl/workbook.xml").file_size = 1100 << 20


def lying_bomb(path: Path) -> None:
    """Write a row that stands for a million rows of a thousand cells."""
    cell = '<table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell></table:table-row>'
    open_document(path, f'<table:table table:name="A">{row}</table:table>')


def huge(path: Path) -> None:
    """Write a gigabyte of nothing that begins as a workbook does."""
    path.write_bytes(b"PK\x03\x04")
    os.truncate(path, 1 << 30)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (not_a_workbook, "is not a workbook that can be read"),
        (broken, "is not a workbook that can be read"),
        (with_entities, "is not a workbook that can be read"),
        (old, "is an old workbook, or one with a password"),
        (empty, "has no table on a sheet that is shown"),
        (bomb, "unpacks to more than 1000 MB"),
        (lying_bomb, "is not a workbook that can be read"),
        (huge, "is too large a workbook: 100 MB is the most"),
    ],
)
def test_what_is_no_workbook_of_calls_is_refused_in_a_sentence(
    make: Callable[[Path], object], reason: str, tmp_path: Path
) -> None:
    """Whatever the file is, it takes no more than its bounds, and is named."""
    path = tmp_path / "calls.xlsx"
    make(path)

    with pytest.raises(FileRefused, match=re.escape(reason)) as refused:
        read(path)

    assert str(refused.value).startswith("calls.xlsx")
