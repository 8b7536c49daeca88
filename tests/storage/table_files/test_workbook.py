"""Workbooks are read as they are: every cell as text, real dates as dates, and nothing of one that is unclear."""

import os
import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter.worksheet import Worksheet

from storage.table_files.rows import FileRefused, Row
from storage.table_files.table_file import open_rows, read_sheets
from tests.storage.table_files.workbooks import excel, excel_sheet, open_document, open_table

HEADINGS = ("Dato", "Kl", "Hvem")
CALLS = (HEADINGS, (date(2016, 7, 14), time(23, 15), " Kvinne "), (date(2016, 7, 15), None, 7))
PLAIN = (("Dato", "Hvem"), ("14.7.2016", "Kvinne"), ("15.7.2016", "Mann"))


def read(path: Path, sheet: str | None = None) -> list[Row]:
    """Return all rows of a file, headings first."""
    with open_rows(path, sheet=sheet) as (headings, rows):
        return [Row(0, headings.texts), *rows]


def as_excel(folder: Path) -> Path:
    """Write the calls as Excel does."""
    return excel(folder / "calls.xlsx", {"Juli": CALLS})


def as_open_document(folder: Path) -> Path:
    """Write the calls as LibreOffice does."""
    return open_document(folder / "calls.ods", open_table("Juli", CALLS))


@pytest.mark.parametrize("written", [as_excel, as_open_document])
def test_every_cell_is_text_and_a_real_date_is_a_date(written: Callable[[Path], Path], tmp_path: Path) -> None:
    """Days, clocks and numbers read as they stand, whichever program wrote them."""
    rows = read(written(tmp_path))

    assert rows == [
        Row(0, HEADINGS),
        Row(2, ("2016-07-14", "23:15", "Kvinne"), "Juli"),
        Row(3, ("2016-07-15", "", "7"), "Juli"),
    ]


def test_a_cell_with_day_and_clock_holds_both(tmp_path: Path) -> None:
    """A moment is written as a day, a blank and a clock."""
    moment = datetime(2016, 7, 14, 23, 15)  # noqa: DTZ001 - a sheet knows no zone

    rows = read(excel(tmp_path / "a.xlsx", {"A": [("Når", "Hvem"), (moment, "Kvinne")]}))

    assert rows[1].cells == ("2016-07-14 23:15", "Kvinne")


def test_a_title_above_the_table_and_empty_rows_and_columns_are_left_out(tmp_path: Path) -> None:
    """The headings are the first row with several cells, and a row keeps its number."""
    rows = read(excel(tmp_path / "a.xlsx", {"A": [("Samtaler 2016",), (), *((None, *row) for row in PLAIN)]}))

    assert rows == [Row(0, PLAIN[0]), Row(4, PLAIN[1], "A"), Row(5, PLAIN[2], "A")]


def test_sheets_with_the_same_headings_are_read_one_after_another(tmp_path: Path) -> None:
    """A sheet a month is one file of calls; hidden and empty sheets are not read."""
    sheets = {"Jan": PLAIN[:2], "Tom": (), "Lister": [("Kvinne", "Mann"), ("a", "b")], "Feb": (PLAIN[0], PLAIN[2])}

    rows = read(excel(tmp_path / "a.xlsx", sheets, hidden=["Lister"]))

    assert rows == [Row(0, PLAIN[0]), Row(2, PLAIN[1], "Jan"), Row(2, PLAIN[2], "Feb")]


@pytest.mark.parametrize("name", ["Lister", "lister "])
def test_a_sheet_that_is_named_is_read_even_if_hidden(name: str, tmp_path: Path) -> None:
    """A name finds its sheet whatever its case."""
    path = excel(tmp_path / "a.xlsx", {"A": PLAIN, "Lister": PLAIN[::2]}, hidden=["Lister"])

    rows = read(path, name)

    assert [row.cells for row in rows[1:]] == [PLAIN[2]]


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


def test_a_formula_that_came_to_something_is_its_result(tmp_path: Path) -> None:
    """A result is read, an empty text too."""

    def results(sheet: Worksheet) -> None:
        sheet.write_formula(1, 1, '="Kv"&"inne"', None, "Kvinne")
        sheet.write_formula(2, 1, '=""', None, "x")

    assert [row.cells[1] for row in read(excel_sheet(tmp_path / "a.xlsx", PLAIN, results))[1:]] == ["Kvinne", "x"]


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


def test_several_tables_are_listed_and_none_is_taken(tmp_path: Path) -> None:
    """Which sheet is meant is asked by name."""
    path = excel(tmp_path / "a.xlsx", {"Inn": PLAIN, "Ut": [("Dag", "Til"), ("a", "b")]})

    with pytest.raises(FileRefused, match=r"several sheets: Inn, Ut\. Say which one with --sheet"):
        read(path)


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(FileRefused, match=r"has no sheet “Mai”\. Its sheets: Inn\."):
        read(excel(tmp_path / "a.xlsx", {"Inn": PLAIN}), "Mai")


def test_all_sheets_can_be_read_as_they_stand(tmp_path: Path) -> None:
    """Titles, merged cells and other columns on each sheet are no hindrance where somebody else reads them."""

    def write(sheet: Worksheet) -> None:
        sheet.merge_range(3, 1, 3, 2, "sammen")

    rows = read_sheets(excel_sheet(tmp_path / "a.xlsx", [("Januar",), (), ("Kvinne", "3")], write))

    assert rows == [
        Row(1, ("Januar", ""), "Samtaler"),
        Row(3, ("Kvinne", "3"), "Samtaler"),
        Row(4, ("", "sammen"), "Samtaler"),
    ]


def test_text_has_no_sheets(tmp_path: Path) -> None:
    """A sheet of a CSV file is a mistake that is said."""
    path = tmp_path / "a.csv"
    path.write_text("a,b\n")

    with pytest.raises(FileRefused, match=r"a\.csv is no workbook, and has no sheets"):
        read(path, "Juli")
    with pytest.raises(FileRefused, match=r"a\.csv is no workbook, and has no sheets"):
        read_sheets(path)


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
    """Write a megabyte that unpacks to more than a gigabyte."""
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1100):
            part.write(b" " * (1 << 20))


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
