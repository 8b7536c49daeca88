"""The chapter as a web page, read back, and read by a browser."""

import re
from functools import cache
from pathlib import Path

import pytest
from playwright.async_api import Browser

from reports.chapter.chapter import chapter
from reports.documents import Chapter, ChapterFigure, ChapterSection, ChartSeries, Grid, GridColumn, NativeChart
from reports.html.write_html import html
from reports.words.language import Code
from tests.axe import violations
from tests.browser import needs_browser
from tests.reports.outgoing import telephone_report
from tests.reports.summaries import CODES, reported, worded

LARGE, PHONE = 1000, 360


def _page(written: Chapter) -> str:
    return html(written).decode()


@cache
def _written(code: Code = "nb") -> Chapter:
    return chapter(telephone_report(code), "Krisesenteret")


@cache
def _made(code: Code = "nb") -> bytes:
    return html(_written(code))


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = _made().decode()

    assert {address.split(",")[0] for address in re.findall(r'(?:src|href)="([^#"]*)', page)} == {
        "",
        "data:image/svg+xml;base64",
    }
    assert "<script" not in page
    assert "url(" not in page


@pytest.mark.parametrize(("code", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_language_title_and_headings_are_set(code: Code, tag: str) -> None:
    page = _made(code).decode()

    written = _written(code)
    assert f'<html lang="{tag}">' in page
    assert f"<title>{written.introduction.heading}</title>" in page
    assert re.findall(r"<h1>(.*?)</h1>", page) == [written.introduction.heading]
    assert re.findall(r"<h2>(.*?)</h2>", page) == [section.heading for section in written.sections]


def test_a_stretch_of_numbers_is_not_broken_over_two_lines() -> None:
    written = chapter(telephone_report(), "")
    section = written.introduction.model_copy(update={"paragraphs": ("Alder 18–23 år – og 24–29 år.",)})

    page = _page(written.model_copy(update={"introduction": section}))

    assert "<p>Alder 18–\u206023 år – og 24–\u206029 år.</p>" in page


def test_every_link_leads_to_something_on_the_page() -> None:
    page = _made().decode()

    assert set(re.findall(r'href="#(\w+)"', page)) <= set(re.findall(r' id="(\w+)"', page))


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    page = _page(chapter(telephone_report(), '<b>"Senteret" & co</b>'))

    assert "<b>" not in page
    assert "&lt;b&gt;&#34;Senteret&#34; &amp; co" in page


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert html(_written()) == _made()


@needs_browser
@pytest.mark.parametrize("code", CODES)
async def test_an_accessibility_checker_finds_nothing_at_any_width(
    tmp_path: Path, chromium: Browser, code: Code
) -> None:
    page = tmp_path / "2016.html"
    page.write_bytes(_made(code))

    found = []
    for width in (LARGE, PHONE):
        async with await chromium.new_page(viewport={"width": width, "height": 800}) as shown:
            await shown.goto(page.as_uri())
            found += await violations(shown)
            wider = await shown.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            found += [f"wider than {width}"] * (wider > 0)

    assert found == []


def _wide() -> Chapter:
    """Tell of twelve months of four kinds of moves, and of a rule in words."""
    months = tuple("jan feb mar apr mai jun jul aug sep okt nov des".split())  # noqa: SIM905 - in order
    moves = tuple(ChartSeries(name=f"Flytting {n}", values=(n + 1,) * 12, hue=n) for n in range(4))
    chart = NativeChart(kind="columns", shares=False, marked_name="", categories=months, series=moves)
    columns = [GridColumn(heading=heading, kind="text") for heading in ("Spør om", "Tall", "Slik er det talt")]
    rule = ("Bodøgn", "3 133", "En midnatt da noen var på senteret: ankomstdagen teller med, avreisedagen ikke.")
    exhibits = (
        ChapterFigure(chart=chart, alternative="Flytting.", caption="Flytting."),
        Grid.of("Regler", columns, [rule]),
    )
    told = chapter(telephone_report(), "")
    section = ChapterSection(heading="Flytting", paragraphs=("Flyttet inn og ut.",), exhibits=exhibits)
    return told.model_copy(update={"sections": (section,)})


@needs_browser
async def test_on_a_phone_a_wide_figure_and_a_table_of_texts_are_seen_without_scrolling_sideways(
    tmp_path: Path, chromium: Browser
) -> None:
    page = tmp_path / "2016.html"
    page.write_bytes(html(_wide()))

    drawn, hidden, found = [], [], list[str]()
    for width in (LARGE, PHONE):
        async with await chromium.new_page(viewport={"width": width, "height": 800}) as shown:
            await shown.goto(page.as_uri())
            drawn.append(await shown.evaluate("document.querySelector('figure img').currentSrc"))
            hidden += await shown.evaluate(
                "[...document.querySelectorAll('.wide, figure')].map(box => box.scrollWidth - box.clientWidth)"
            )
            found += await violations(shown)

    assert found == []
    assert drawn[0] != drawn[1]
    assert len(hidden) == 4
    assert max(hidden) <= 0


def test_a_period_without_calls_is_a_page_too() -> None:
    page = _page(chapter(reported(worded("2016", [])), ""))

    assert "Ingen samtaler er ført" in page.replace("\u00a0", " ")
    assert "<table" not in page
