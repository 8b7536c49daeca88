"""The file of a workbook, read back as a spreadsheet program reads it."""

import re
import subprocess
import sys
from datetime import date

import pytest

from reports.documents import Grid, GridColumn, Series, Workbook, WorkbookSheet
from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from tests.reports.spreadsheet import cells_of, parts_of
from tests.reports.summaries import CRISIS, months, reported, worded

ROWS = [
    *months(*[(f"{year}-{month:02}", 60 + month) for year in (2024, 2025, 2026) for month in range(1, 11)]),
    *months(("2025-10", 14), ("2026-10", 21), answers=CRISIS),
]
ELSEWHERE = """
import sys
from reports.documents import Workbook
from reports.excel.write_xlsx import xlsx
sys.stdout.buffer.write(xlsx(Workbook.model_validate_json(sys.stdin.read())))
"""
PERIODS = pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025"])


@PERIODS
def test_charts_can_be_edited_and_show_the_numbers_of_their_sheet(name: str) -> None:
    made = workbook(reported(worded(name, ROWS)))

    parts = parts_of(xlsx(made))

    charts = [part for part in parts if part.startswith("xl/charts/chart")]
    assert len(charts) == sum(sheet.chart is not None for sheet in made.sheets) > 4
    for number, sheet in enumerate((sheet for sheet in made.sheets if sheet.chart), 1):
        last = 4 + max(n for n, row in enumerate(sheet.grid.rows, 1) if row[sheet.series[0].column] is not None)
        refs = re.findall(r"<c:val>.*?<c:f>.*?!(.*?)</c:f>", parts[f"xl/charts/chart{number}.xml"], re.DOTALL)
        letters = ["ABCDE"[series.column] for series in sheet.series]
        assert refs == [f"${letter}$5:${letter}${last}" for letter in letters]


def test_the_same_summary_gives_the_same_bytes_in_another_process() -> None:
    made = workbook(reported(worded("2025", ROWS)))
    job = made.model_dump_json()

    other = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=job.encode(),
        capture_output=True,
        check=True,
    )

    assert other.stdout == xlsx(made)


def _strange(*names: str) -> Workbook:
    grid = Grid(
        heading="=1+1",
        note="+47",
        columns=(GridColumn(heading="@name", kind="text"), GridColumn(heading="-1", kind="count")),
        rows=(("=HYPERLINK(1)", 1), ("https://example.org", None), ("+1", 2)),
    )
    sheets = tuple(
        WorkbookSheet(name=name, grid=grid, chart="bars", series=(Series(column=1, pale=False),)) for name in names
    )
    return Workbook(
        title="=x",
        author="",
        language="nb",
        made=date(2026, 1, 1),
        shares=("0 %", "0 %"),
        sheets=sheets,
        page="Side {page} av {pages}",
        about_name="Om",
        about=("=2",),
    )


def test_what_looks_like_a_formula_or_a_link_stays_text() -> None:
    content = xlsx(_strange("Ark"))

    values = [value for _, value in cells_of(content)]
    for text in ("=1+1", "+47", "@name", "-1", "=HYPERLINK(1)", "https://example.org", "+1", "=2"):
        assert text in values
    assert "hyperlink" not in "".join(parts_of(content)["xl/worksheets/sheet1.xml"].lower())


def test_names_that_a_tab_cannot_bear_are_made_to_fit() -> None:
    content = xlsx(_strange("Hvem [ringte]: og/eller?", "x" * 40, "X" * 40, "", "Om"))

    names = re.findall(r'<sheet name="(.*?)"', parts_of(content)["xl/workbook.xml"])
    assert names == ["Hvem ringte og eller", "x" * 31, "X" * 29 + " 2", "–", "Om", "Om 2"]


def test_the_number_of_a_hidden_answer_is_left_out_of_a_chart_and_every_other_stands_as_usual() -> None:
    columns = (GridColumn(heading="Svar", kind="text"), GridColumn(heading="2016", kind="count"))
    rows = (("NAV", 9), ("Politi", ":"), ("Advokater", ":"), ("Andre", 7))
    grid = Grid.of("Instans", columns, rows)
    sheet = WorkbookSheet(name="Instans", grid=grid, chart="bars", series=(Series(column=1, pale=False),))

    chart = parts_of(xlsx(_strange().model_copy(update={"sheets": (sheet,)})))["xl/charts/chart1.xml"]

    assert re.findall(r'<c:dLbl><c:idx val="(\d)"/>(.*?)</c:dLbl>', chart) == [
        ("1", '<c:delete val="1"/>'),
        ("2", '<c:delete val="1"/>'),
    ]
