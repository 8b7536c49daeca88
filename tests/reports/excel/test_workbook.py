"""The workbook of a summary, read back as a spreadsheet program reads it."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from reports.documents import Grid, GridColumn, Series, Workbook, WorkbookSheet
from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from reports.language import Code
from tests.reports.forms import call_form
from tests.reports.known_numbers import Known
from tests.reports.summaries import CRISIS, months, worded

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
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
CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])


def _parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _cells(content: bytes) -> Iterator[tuple[str, str | float]]:
    """Give every cell's place and value; texts as texts, numbers as numbers."""
    parts = _parts(content)
    shared = ["".join(si.itertext()) for si in ET.fromstring(parts["xl/sharedStrings.xml"])]  # noqa: S314 - ours
    for name, sheet in sorted(parts.items()):
        if name.startswith("xl/worksheets/sheet"):
            for cell in ET.fromstring(sheet).iter(f"{MAIN}c"):  # noqa: S314 - ours
                value = cell.findtext(f"{MAIN}v")
                assert cell.find(f"{MAIN}f") is None
                if value is not None:
                    yield cell.attrib["r"], shared[int(value)] if cell.get("t") == "s" else float(value)


@PERIODS
@CODES
def test_every_number_is_in_the_tally(name: str, code: Code) -> None:
    words = worded(name, ROWS, code)
    known = Known.of(words)

    numbers = [value for _, value in _cells(xlsx(workbook(words))) if isinstance(value, float)]

    assert len(numbers) > 20
    for number in numbers:
        assert number in known.counts or round(number * 100) in known.percentages, number


@CODES
def test_the_total_the_crisis_calls_and_every_answer_are_there(code: Code) -> None:
    words = worded("2026-10", ROWS, code)

    values = [value for _, value in _cells(xlsx(workbook(words, "Senteret")))]

    assert words.summary.now.total in values
    assert words.summary.now.highlighted in values
    for option in call_form().by_key["agency"].options:
        assert option.label.in_language(code) in values


@PERIODS
def test_charts_can_be_edited_and_show_the_numbers_of_their_sheet(name: str) -> None:
    made = workbook(worded(name, ROWS))

    parts = _parts(xlsx(made))

    charts = [part for part in parts if part.startswith("xl/charts/chart")]
    assert len(charts) == sum(sheet.chart is not None for sheet in made.sheets) > 4
    for number, sheet in enumerate((sheet for sheet in made.sheets if sheet.chart), 1):
        last = 4 + len(sheet.grid.rows)
        refs = re.findall(r"<c:f>(.*?)</c:f>", parts[f"xl/charts/chart{number}.xml"])
        assert any(ref.endswith(f"!$B$5:$B${last}") for ref in refs), refs


def test_the_same_summary_gives_the_same_bytes_in_another_process() -> None:
    made = workbook(worded("2025", ROWS))
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
        about_name="Om",
        about=("=2",),
    )


def test_what_looks_like_a_formula_or_a_link_stays_text() -> None:
    content = xlsx(_strange("Ark"))

    values = [value for _, value in _cells(content)]
    for text in ("=1+1", "+47", "@name", "-1", "=HYPERLINK(1)", "https://example.org", "+1", "=2"):
        assert text in values
    assert "hyperlink" not in "".join(_parts(content)["xl/worksheets/sheet1.xml"].lower())


def test_names_that_a_tab_cannot_bear_are_made_to_fit() -> None:
    content = xlsx(_strange("Hvem [ringte]: og/eller?", "x" * 40, "X" * 40, "", "Om"))

    names = re.findall(r'<sheet name="(.*?)"', _parts(content)["xl/workbook.xml"])
    assert names == ["Hvem ringte og eller", "x" * 31, "X" * 29 + " 2", "–", "Om", "Om 2"]


def test_months_before_the_first_record_are_no_zeros() -> None:
    alone = workbook(worded("2024", ROWS)).sheets[-1].grid
    partly = workbook(worded("2025", months(("2024-06", 5), ("2025-03", 6), ("2025-07", 7)))).sheets[-1].grid

    assert [column.heading for column in alone.columns] == ["Måned", "Samtaler", "Krisetelefoner"]
    assert partly.rows[2] == ("Mars 2025", 6, 0, None, None)
    assert partly.rows[5] == ("Juni 2025", 0, 0, 5, 0)


@pytest.mark.parametrize(
    ("code", "none", "almost_none", "almost_all", "all_of_them"),
    [
        ("nb", "0\u00a0%", "under 1\u00a0%", "over 99\u00a0%", "100\u00a0%"),
        ("nn", "0\u00a0%", "under 1\u00a0%", "over 99\u00a0%", "100\u00a0%"),
        ("en", "0%", "under 1%", "over 99%", "100%"),
    ],
)
def test_a_share_that_is_not_quite_none_or_all_is_shown_so(
    code: Code, none: str, almost_none: str, almost_all: str, all_of_them: str
) -> None:
    made = workbook(worded("2026-10", ROWS, code))

    whole = none.replace("\u00a0", " ")
    assert made.shares == (
        f'[=0]"{none}";[<=0.005]"{almost_none}";{whole}',
        f'[=1]"{all_of_them}";[>=0.995]"{almost_all}";{whole}',
    )


@CODES
def test_a_month_without_calls_gives_a_workbook_too(code: Code) -> None:
    made = workbook(worded("2026-06", [], code))

    assert xlsx(made).startswith(b"PK")
    assert [sheet.chart for sheet in made.sheets] == [None]


def test_the_last_sheet_tells_what_the_figures_are() -> None:
    made = workbook(worded("2026-10", ROWS))

    assert made.about[0] == "Oktober 2026"
    assert any("Vi teller samtaler" in line for line in made.about)
