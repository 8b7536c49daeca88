"""The sheets of a workbook as Excel and a printer get them."""

import re
from dataclasses import replace

import pytest

from reports.documents import Grid, GridColumn, Value, Workbook
from reports.excel.workbook import workbook
from reports.excel.write_xlsx import xlsx
from reports.words.language import Code, Language
from reports.words.wording import Wording
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.crossed import crossed, with_many_options
from tests.reports.spreadsheet import MAIN, cells_of, parts_of, tables_of
from tests.reports.summaries import CODES, counted_year, months, printed_year, reported, summary, worded

ROWS = [*rows_of_2015(), *seed_rows()]


def made_in(code: Code) -> Workbook:
    """Make the workbook of the seed year, with two years before and two cross tables."""
    told = replace(summary("2016", ROWS), years=[counted_year("2015", ROWS), printed_year("2014", {})])
    tables = [crossed(pair, seed_rows()) for pair in ("agency,reason", "agency,crisis")]
    return workbook(reported(Wording(told, Language(code))), "Senter & co", tables)


@pytest.mark.parametrize("code", CODES)
def test_every_sheet_with_figures_is_a_table_with_its_headings_and_a_text_for_those_who_cannot_see_it(
    code: Code,
) -> None:
    made = made_in(code)

    tables = tables_of(xlsx(made))

    assert len(tables) == len(made.sheets)
    for table, sheet in zip(tables, made.sheets, strict=True):
        headings = [column.get("name") for column in table.iter(f"{MAIN}tableColumn")]
        assert headings == [column.heading for column in sheet.grid.columns]
        assert len(set(headings)) == len(headings)
        [alternative] = [part for part in table.iter() if part.tag.endswith("}table") and part.get("altText")]
        assert alternative.get("altText") == sheet.grid.heading
        assert (alternative.get("altTextSummary") or "") == sheet.grid.note
        first, last = map(int, re.findall(r"\d+", table.attrib["ref"]))
        assert last - first == len(sheet.grid.rows) + bool(sheet.grid.total)
        assert (table.get("totalsRowCount") == "1") is bool(sheet.grid.total)
        assert (table.find(f"{MAIN}autoFilter") is not None) is sheet.filtered


@pytest.mark.parametrize("code", CODES)
def test_every_chart_is_described_by_what_it_draws(code: Code) -> None:
    made = made_in(code)

    parts = parts_of(xlsx(made))

    drawings = "".join(text for name, text in parts.items() if name.startswith("xl/drawings/drawing"))
    described = re.findall(r'descr="(.*?)"', drawings)
    drawn = [sheet for sheet in made.sheets if sheet.chart]
    assert len(described) == len(drawn) == drawings.count("<xdr:cNvPr ") > 4
    assert all(sheet.grid.heading in text for sheet, text in zip(drawn, described, strict=True))


@pytest.mark.parametrize(("code", "foot"), [("nb", "Side &amp;P av &amp;N"), ("en", "Page &amp;P of &amp;N")])
def test_a_sheet_is_printed_lying_on_a4_as_wide_as_the_paper_with_numbered_pages(code: Code, foot: str) -> None:
    parts = parts_of(xlsx(made_in(code)))

    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    for sheet in sheets:
        assert re.search(r'<pageSetup paperSize="9" (fitToHeight="0" )?orientation="landscape"/>', sheet)
        assert '<pageSetUpPr fitToPage="1"/>' in sheet
        assert f"&amp;R{foot}</oddFooter>" in sheet
        assert "&amp;RSenter &amp;&amp; co</oddHeader>" in sheet
    titles = re.findall(r'"_xlnm.Print_Titles".*?>.*?!\$(\d+):\$\d+<', parts["xl/workbook.xml"])
    tops = [
        re.findall(r"\d+", text)[0]
        for name, text in parts.items()
        if name.startswith("xl/tables/")
        for text in re.findall(r' ref="(.*?)"', text)[:1]
    ]
    assert len(sheets) - 1 == len(titles)
    assert sorted(titles) == sorted(tops)


def test_a_long_note_has_lines_as_wide_as_the_page_above_the_headings() -> None:
    book = _book(("NAV", 0.5))
    sheet = book.sheets[0]
    grid = sheet.grid.model_copy(update={"note": "Svar av alle. " * 20})

    content = xlsx(book.model_copy(update={"sheets": (sheet.model_copy(update={"grid": grid}),)}))

    lines = [text for _, text in cells_of(content) if isinstance(text, str) and "Svar av alle." in text]
    assert " ".join(lines) == ("Svar av alle. " * 20).strip()
    assert [len(line) <= 110 for line in lines] == [True, True, True]
    assert [table.attrib["ref"] for table in tables_of(content)] == ["A6:B7"]


def test_a_long_question_is_printed_upright_and_a_wide_table_over_several_pages_with_its_names_on_each() -> None:
    form = with_many_options(20)
    rows = months(("2016-01", 900), answers={"caller": "agency", "agency": "a0", "reason": "r0"})

    parts = parts_of(
        xlsx(workbook(reported(worded("2016", rows, form=form)), "", [crossed("agency,reason", rows, form)]))
    )

    tabs = re.findall(r'<sheet name="(.*?)"', parts["xl/workbook.xml"])
    long, wide = (
        parts[f"xl/worksheets/sheet{tabs.index(name) + 1}.xml"] for name in ("Instans", "Instans × årsak")
    )
    assert re.search(r'<pageSetup paperSize="9" orientation="portrait"/>', long)
    assert re.search(r'<pageSetup paperSize="9" fitToWidth="[34]" orientation="landscape"/>', wide)
    assert re.search(r"'Instans × årsak'!\$A:\$A,'Instans × årsak'!\$\d:\$\d<", parts["xl/workbook.xml"])


@pytest.mark.parametrize(("code", "locale"), [("nb", "414"), ("nn", "814"), ("en", "809")])
def test_months_are_days_that_are_shown_by_the_month_s_name_in_the_language(code: Code, locale: str) -> None:
    content = xlsx(made_in(code))

    styles = parts_of(content)["xl/styles.xml"]
    assert 42370.0 in [value for _, value in cells_of(content)]  # 1 January 2016
    assert f'formatCode="[$-{locale}]mmmm yyyy"' in styles
    assert 'formatCode="yyyy-mm-dd"' in styles


@pytest.mark.parametrize(
    ("share", "value", "shown"),
    [("0.070", 0.07, "0.0 %"), ("0.3590", 0.359, "0.00 %"), ("0.07", 0.07, "0 %"), ("1", 1.0, "0 %")],
)
def test_a_share_that_is_printed_is_a_number_with_its_decimals(share: str, value: float, shown: str) -> None:
    content = xlsx(_book(("NAV", share)))

    assert [cell for _, cell in cells_of(content) if isinstance(cell, float)] == [value]
    assert f'formatCode="{shown}"' in parts_of(content)["xl/styles.xml"]


def test_headings_that_are_alike_are_told_apart() -> None:
    [table] = tables_of(xlsx(_book(("NAV", 0.5, 0.25), headings=("Svar", "Andel", "andel"))))

    assert [column.get("name") for column in table.iter(f"{MAIN}tableColumn")] == ["Svar", "Andel", "andel 2"]


def _book(*rows: tuple[Value, ...], headings: tuple[str, ...] = ("Svar", "Andel")) -> Workbook:
    """Make a workbook of one table, its first column texts and the others shares."""
    name, *shares = headings
    columns = (
        GridColumn(heading=name, kind="text"),
        *(GridColumn(heading=heading, kind="share") for heading in shares),
    )
    plain = workbook(reported(worded("2026-06", [])))
    sheet = plain.sheets[0].model_copy(update={"grid": Grid.of("Instans", columns, rows)})
    return plain.model_copy(update={"sheets": (sheet,), "shares": ("0 %", "0 %")})
