"""The chapter as a web page, read back, and read by a browser."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from reports.chapter.chapter import chapter
from reports.documents import Chapter
from reports.html.write_html import html
from reports.words.language import Code
from tests.browser import needs_browser, open_browser
from tests.reports.outgoing import telephone_report
from tests.reports.summaries import CODES, reported, worded

RUN_AXE = "async () => (await axe.run()).violations.map((found) => `${found.id}: ${found.nodes[0].html}`)"
LARGE, PHONE = 1000, 360


def _page(written: Chapter) -> str:
    return html(written).decode()


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = _page(chapter(telephone_report(), "Krisesenteret"))

    assert {address.split(",")[0] for address in re.findall(r'(?:src|href)="([^#"]*)', page)} == {
        "",
        "data:image/svg+xml;base64",
    }
    assert "<script" not in page
    assert "url(" not in page


@pytest.mark.parametrize(("code", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_language_title_and_headings_are_set(code: Code, tag: str) -> None:
    written = chapter(telephone_report(code), "")

    page = _page(written)

    assert f'<html lang="{tag}">' in page
    assert f"<title>{written.introduction.heading}</title>" in page
    assert re.findall(r"<h1>(.*?)</h1>", page) == [written.introduction.heading]
    assert re.findall(r"<h2>(.*?)</h2>", page) == [section.heading for section in written.sections]


def test_every_link_leads_to_something_on_the_page() -> None:
    page = _page(chapter(telephone_report(), ""))

    assert set(re.findall(r'href="#(\w+)"', page)) <= set(re.findall(r' id="(\w+)"', page))


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    page = _page(chapter(telephone_report(), '<b>"Senteret" & co</b>'))

    assert "<b>" not in page
    assert "&lt;b&gt;&#34;Senteret&#34; &amp; co" in page


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert html(chapter(telephone_report(), "")) == html(chapter(telephone_report(), ""))


@needs_browser
@pytest.mark.parametrize("code", CODES)
async def test_an_accessibility_checker_finds_nothing_at_any_width(tmp_path: Path, code: Code) -> None:
    page = tmp_path / "2016.html"
    page.write_bytes(html(chapter(telephone_report(code), "Krisesenteret")))

    async with open_browser() as browser:
        found = []
        for width in (LARGE, PHONE):
            shown = await browser.new_page(viewport={"width": width, "height": 800})
            await shown.goto(page.as_uri())
            await shown.add_script_tag(path=AXE_FILE_PATH)
            found += await shown.evaluate(RUN_AXE)
            wider = await shown.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            found += [f"wider than {width}"] * (wider > 0)

    assert found == []


def test_a_period_without_calls_is_a_page_too() -> None:
    page = _page(chapter(reported(worded("2016", [])), ""))

    assert "Ingen samtaler er ført" in page.replace("\u00a0", " ")
    assert "<table" not in page
