"""Workbooks are read as they are: every cell as text, real dates as dates, and nothing of one that is unclear."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from xlsxwriter.worksheet import Worksheet

from storage.table_files.rows import FileRefused, Row
from storage.table_files.table_file import open_rows, read_sheets
from tests.storage.table_files.workbooks import Rows, excel, excel_sheet, open_document, open_table

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


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("date", 'office:date-value="2016-07-14T22:59:59.999999371"', "2016-07-14 23:00"),
        ("time", 'office:time-value="PT08H59M59.999999997S"', "09:00"),
    ],
)
def test_a_time_that_was_worked_out_is_not_a_minute_short(
    kind: str, value: str, text: str, tmp_path: Path
) -> None:
    """A spreadsheet shows 23:00, and that is what it is."""
    cell = f'<table:table-cell office:value-type="{kind}" {value}><text:p>x</text:p></table:table-cell>'
    head = open_table("A", [("Når", "Hvem")]).removesuffix("</table:table>")

    rows = read(
        open_document(tmp_path / "a.ods", f"{head}<table:table-row>{cell}{cell}</table:table-row></table:table>")
    )

    assert rows[1].cells == (text, text)


@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_rows_and_columns_before_the_table_do_not_move_it(kind: str, tmp_path: Path) -> None:
    """A row's number is what the spreadsheet shows, and so is what is said to be wrong there."""
    far = [(), (), *((None, None, *row) for row in PLAIN)]
    path = _written(tmp_path / f"a{kind}", far)

    assert [row.line for row in read(path)[1:]] == [4, 5]
    assert read_sheets(path)[0] == Row(3, ("", "", *PLAIN[0]), "A")


def _written(path: Path, rows: Rows) -> Path:
    if path.suffix == ".xlsx":
        return excel(path, {"A": rows})
    return open_document(path, open_table("A", [row or (None,) for row in rows]))


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


def test_a_formula_that_came_to_something_is_its_result(tmp_path: Path) -> None:
    """A result is read, an empty text too."""

    def results(sheet: Worksheet) -> None:
        sheet.write_formula(1, 1, '="Kv"&"inne"', None, "Kvinne")
        sheet.write_formula(2, 1, '=""', None, "x")

    assert [row.cells[1] for row in read(excel_sheet(tmp_path / "a.xlsx", PLAIN, results))[1:]] == ["Kvinne", "x"]


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
