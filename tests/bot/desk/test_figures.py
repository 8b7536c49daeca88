"""The page of figures: what each role sees of a period, its picture and tables, and cross tables."""

import re
from collections.abc import AsyncIterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from storage.people.seat import Role
from tests.bot.desk.figures_desk import browser_of, desk_of_years, write_calls
from tests.bot.desk.inhouse import InHouse
from tests.reports.quick_worker import QuickWorker
from tests.storage.rows import rows

OCTOBER = (
    "SELECT count(*) FROM calls WHERE occurred_at LIKE '2026-10%' AND outcome IN ('registered', 'unspecified')"
)
PLACES = "/figures?period={period}"
ROLES: Sequence[Role] = ("staff", "leader", "administrator")


@pytest.fixture
async def inhouse(years: Path, tmp_path: Path) -> AsyncIterator[InHouse]:
    async with desk_of_years(years, tmp_path) as inhouse:
        yield inhouse


@pytest.mark.parametrize(
    ("role", "asked", "heading"),
    [
        ("leader", "", "November 2026, til og med 3. november"),
        ("staff", "", "Oktober 2026"),
        ("administrator", "juli", "Juli 2026"),
        ("leader", "2025-T2", "2. tertial 2025 (mai–august)"),
        ("leader", "i fjor", "2025"),
        ("leader", "1.3.–15.4.2026", "1. mars–15. apr. 2026"),
    ],
)
async def test_a_period_is_asked_for_as_in_the_chat(
    inhouse: InHouse, role: Role, asked: str, heading: str
) -> None:
    async with browser_of(inhouse, role) as browser:
        page = await browser.open(PLACES.format(period=asked))

    assert page.status == 200
    assert heading in page.text.replace("\xa0", " ").split("\n")


async def test_before_the_first_whole_month_is_over_staff_are_told_so_in_place_of_the_picture(
    tmp_path: Path,
) -> None:
    inhouse = InHouse(tmp_path, worker=QuickWorker())
    await write_calls(inhouse, date(2026, 11, 1))
    async with inhouse.open(), browser_of(inhouse, "staff") as browser:
        page = await browser.open("/figures")

    assert "Det er ikke ført noe for oktober 2026." in page.text.replace("\xa0", " ")
    assert "Du ser en måned når den er over." in page.text
    assert "/figures/picture.svg" not in page.html


async def test_staff_see_whole_months_that_are_over_and_are_told_so(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "staff") as browser:
        page = await browser.open("/figures?period=november+2026")

    said = "Du ba om november 2026. Her ser du hele måneder som er over: dette er oktober 2026."
    assert said in page.text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("tull", "Den perioden kjenner jeg ikke."),
        ("2099", "Den perioden har ikke begynt."),
        ("2016", "Det er ikke ført noe for 2016."),
        ("<script>alert(1)</script>", "Den perioden kjenner jeg ikke."),
        pytest.param("9" * 5000, "Den perioden kjenner jeg ikke.", id="long"),
    ],
)
async def test_what_is_no_period_is_answered_in_a_sentence_above_the_present_one(
    inhouse: InHouse, asked: str, sentence: str
) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open(PLACES.format(period=asked))

    assert page.status == 400
    assert sentence in page.text
    assert "<script>alert" not in page.html
    assert "November 2026, til og med 3. november" in page.text.replace("\xa0", " ")


async def test_no_number_at_the_desk_is_another_than_in_the_database(inhouse: InHouse) -> None:
    [(calls,)] = rows(inhouse.folder / "vaktlogg.db", OCTOBER)
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open("/figures?period=2026-10")

    assert page.text.split("\n")[page.text.split("\n").index("Samtaler") + 1] == str(calls)


async def test_the_picture_is_a_drawing_that_is_named_and_says_its_figures(inhouse: InHouse) -> None:
    async with browser_of(inhouse, "staff") as browser:
        page = await browser.open("/figures?period=2026-10")
        [address] = re.findall(r'src="(/figures/picture[^"]*)"', page.html)
        [named] = re.findall(r'alt="([^"]+)" width', page.html)
        first = await browser.open(address.replace("&amp;", "&"))
        again = await browser.open(address.replace("&amp;", "&"))

    assert first.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert first.html == again.html
    assert f'<title id="title">{named}</title>' in first.html
    assert "Hvem ringte" in first.html


async def test_leaders_see_the_pages_of_a_year_s_report_and_staff_the_headline_alone(inhouse: InHouse) -> None:
    seen = []
    for role in ROLES:
        async with browser_of(inhouse, role) as browser:
            page = await browser.open("/figures?period=2025")
            second = await browser.open("/figures/picture.svg?period=2025&page=2")
        seen.append((page.html.count("/figures/picture.svg") > 1, second.status))

    assert seen == [(False, 403), (True, 200), (True, 200)]


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "²"])
async def test_there_are_no_other_pages(inhouse: InHouse, page: str) -> None:
    async with browser_of(inhouse, "leader") as browser:
        answer = await browser.open(f"/figures/picture.svg?period=2025&page={page}")

    assert answer.status == 404


async def test_two_questions_are_set_against_each_other(inhouse: InHouse) -> None:
    [(calls,)] = rows(
        inhouse.folder / "vaktlogg.db",
        "SELECT count(*) FROM calls WHERE occurred_at LIKE '2025%' AND agency = 'nav' AND reason = 'guidance'",
    )
    async with browser_of(inhouse, "staff") as browser:
        page = await browser.open("/figures/cross?period=2025&rows=agency&columns=reason")

    lines = page.text.split("\n")
    assert "Instans × årsak, 2025" in lines
    assert str(calls) in lines[lines.index("NAV", lines.index("I alt")) :][:8]


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("period=2025&rows=agency&columns=agency", 400, "Det er samme spørsmål to ganger."),
        ("period=tull", 400, "Den perioden kjenner jeg ikke."),
        ("period=2025&rows=finnes_ikke&columns=heller_ikke", 200, "Instans × årsak, 2025"),
        ("period=2025&form=finnes_ikke", 200, "Instans × årsak, 2025"),
    ],
)
async def test_a_cross_table_that_cannot_be_is_answered_in_a_sentence(
    inhouse: InHouse, query: str, status: int, sentence: str
) -> None:
    async with browser_of(inhouse, "leader") as browser:
        page = await browser.open(f"/figures/cross?{query}")

    assert page.status == status
    assert sentence in page.text


async def test_where_nothing_can_be_drawn_the_picture_says_so(years: Path, tmp_path: Path) -> None:
    class Broken(QuickWorker):
        def __init__(self) -> None:
            super().__init__(("false",))

    async with desk_of_years(years, tmp_path, Broken()) as inhouse, browser_of(inhouse, "staff") as browser:
        page = await browser.open("/figures")
        picture = await browser.open("/figures/picture.svg")

    assert page.status == 200
    assert picture.status == 503
    assert "Diagrammet mangler. Alle tallene står i tabellene." in picture.html
