"""A workbook made of exported rows, read back as a spreadsheet would."""

import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
GENERAL, DAY, HOUR = "0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"


def _book(folder: Path, rows: str) -> Path:
    (folder / "records.csv").write_text(rows, encoding="utf-8")
    out = folder / "book.xlsx"
    words = [sys.executable, "-m", "reports.excel.export_file", str(out), str(folder / "records.csv")]
    subprocess.run(words, check=True)
    return out


def _cells(book: Path) -> list[tuple[str, str, str]]:
    """Return each cell below the headings: its type, how its number is shown, and what it holds."""
    with zipfile.ZipFile(book) as parts:
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - ours
        styles = ET.fromstring(parts.read("xl/styles.xml"))  # noqa: S314 - ours
    shown = {form.get("numFmtId"): form.get("formatCode", "") for form in styles.iterfind(".//s:numFmt", NAMES)}
    forms = [shown.get(style.get("numFmtId"), GENERAL) for style in styles.iterfind("s:cellXfs/s:xf", NAMES)]
    return [
        (cell.get("t", "n"), forms[int(cell.get("s", "0"))], "".join(cell.itertext()))
        for row in sheet.iterfind(".//s:row", NAMES)
        if row.get("r") != "1"
        for cell in row
    ]


@pytest.mark.parametrize(
    ("column", "cell", "held"),
    [
        ("occurred_at", "2016-07-14", ("n", DAY, "42565")),
        ("occurred_at", "2016-07-14T18", ("n", HOUR, "42565.75")),
        ("occurred_at", "2016-07", ("inlineStr", GENERAL, "2016-07")),
        ("option_since", "2016-07-14", ("n", DAY, "42565")),
        ("option_until", "fourteenth", ("inlineStr", GENERAL, "fourteenth")),
        ("unknown", "1", ("n", GENERAL, "1")),
        ("unknown", "yes", ("inlineStr", GENERAL, "yes")),
        ("option_nb", "2016-07-14", ("inlineStr", GENERAL, "2016-07-14")),
        ("option_nb", "=1+1", ("inlineStr", GENERAL, "=1+1")),
        ("option_nb", "+47", ("inlineStr", GENERAL, "+47")),
        ("option_nb", "-1", ("inlineStr", GENERAL, "-1")),
        ("option_nb", "@SUM(A1)", ("inlineStr", GENERAL, "@SUM(A1)")),
        ("option_nb", "'=1+1", ("inlineStr", GENERAL, "=1+1")),
        ("option_nb", "https://example.org", ("inlineStr", GENERAL, "https://example.org")),
        ("option_nb", "Økonomisk & «digital»", ("inlineStr", GENERAL, "Økonomisk & «digital»")),
    ],
)
def test_days_and_hours_are_dates_and_all_words_are_text(
    tmp_path: Path, column: str, cell: str, held: tuple[str, str, str]
) -> None:
    assert _cells(_book(tmp_path, f"{column}\n{cell}\n")) == [held]


def test_an_empty_cell_stays_empty(tmp_path: Path) -> None:
    assert _cells(_book(tmp_path, "outcome,caller\nregistered,\n")) == [("inlineStr", GENERAL, "registered")]


def test_headings_alone_make_a_book_too(tmp_path: Path) -> None:
    assert _cells(_book(tmp_path, "occurred_at,outcome\n")) == []


def test_nothing_is_left_beside_the_book(tmp_path: Path) -> None:
    _book(tmp_path, "outcome\nregistered\n")

    assert sorted(file.name for file in tmp_path.iterdir()) == ["book.xlsx", "records.csv"]
