"""The pages of a tertial and a year besides the card."""

from pathlib import Path

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import summary_of
from reports.analysis.trend import trend_of
from reports.pictures.album import album
from reports.pictures.album_page import AlbumChart
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.reports.forms import call_form
from tests.reports.summaries import LIMITS, TODAY

CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])
ANSWERS = {"caller": "woman", "behalf": "self", "reason": "guidance", "crisis": "no", "minority": "no"}
FORM = call_form()


async def _pages(
    folder: Path, name: str, counts: dict[str, int], typed: Typed | None = None, code: Code = "nb"
) -> tuple[AlbumChart, ...]:
    """Register so many calls in each month (`2026-05`), every third of them a crisis, and make the album."""
    async with Database.open(folder / "vaktlogg.db") as database:
        drafts = [
            Draft(
                FORM, f"{month}-11", "registered", {**ANSWERS, "crisis": "no" if n % 3 else "yes"}, f"{month}.{n}"
            )
            for month, many in counts.items()
            for n in range(many)
        ]
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        await History(database).keep("call", typed or {})
        tally, period = Counts(database), Period.named(name)
        words = Wording(await summary_of(tally, FORM, period, TODAY), Language(code))
        return album(words, await trend_of(tally, FORM, period), LIMITS, "Senteret")


TWO_YEARS = {f"{year}-{month:02}": year - 2020 + month for year in (2025, 2026) for month in range(1, 9)}


async def test_a_tertial_shows_callers_by_month_reasons_by_tertial_and_crises(tmp_path: Path) -> None:
    callers, reasons, crises = await _pages(tmp_path, "2026-T2", TWO_YEARS)

    assert callers.text.startswith("Hvem ringte, 2.\u00a0tertial 2026\nI parentes: 2.\u00a0tertial 2025\n")
    assert "Kvinne: mai 11 (10) · jun 12 (11) · jul 13 (12) · aug 14 (13)" in callers.text
    assert "Råd og veiledning: T1 2025: 30 · T2 2025: 46 · T3 2025: 0 · T1 2026: 34 · T2 2026: 50" in reasons.text
    assert crises.text.endswith("mai 4 (4) · jun 4 (4) · jul 5 (4) · aug 5 (5)")


async def test_the_bars_are_the_figures_of_the_text(tmp_path: Path) -> None:
    callers, reasons, crises = await _pages(tmp_path, "2026-T2", TWO_YEARS)

    women = callers.chart.multiples[0].months
    guidance = next(months for months in reasons.chart.multiples if months.heading == "Råd og veiledning").months
    assert [(month.total, month.before) for month in women] == [(11, 10), (12, 11), (13, 12), (14, 13)]
    assert [month.total for month in guidance] == [30, 46, 0, 34, 50]
    assert [month.pale for month in guidance] == [True, True, True, True, False]
    assert [month.label for month in guidance] == ["2025", "", "", "2026", ""]
    assert crises.chart.months
    assert [month.total for month in crises.chart.months.months] == [4, 4, 5, 5]


async def test_a_year_shows_the_years_side_by_side_and_those_from_reports_hollow(tmp_path: Path) -> None:
    typed = {
        "2024": {TOTAL: PrintedFigure(90), ("crisis", "yes"): PrintedFigure(20)},
        "2023": {("agency", "nav"): PrintedFigure(9)},
    }

    [years] = await _pages(tmp_path, "2026", TWO_YEARS, typed)

    assert years.text == (
        "Samtaler per år, 2024–2026\nFra tidligere årsrapporter: 2024\n\n2024: 90/20 · 2025: 76/28 · 2026: 84/31"
    )
    assert years.chart.months
    assert [month.hollow for month in years.chart.months.months] == [True, False, False]


async def test_a_single_year_and_a_month_have_no_further_page(tmp_path: Path) -> None:
    assert await _pages(tmp_path, "2026", {"2026-05": 3}) == ()
    assert await _pages(tmp_path, "2026-05", {}) == ()


async def test_without_calls_nothing_is_drawn(tmp_path: Path) -> None:
    assert await _pages(tmp_path, "2026-T2", {}) == ()


@CODES
async def test_every_page_fits_its_caption_in_every_language(tmp_path: Path, code: Code) -> None:
    for page in await _pages(tmp_path, "2026-T2", TWO_YEARS, code=code):
        assert 0 < units(page.text) <= LIMITS.caption


async def test_a_tertial_before_the_first_record_is_no_zero_but_left_out(tmp_path: Path) -> None:
    _, reasons, _ = await _pages(tmp_path, "2026-T2", {"2026-01": 30, "2026-05": 20})

    assert "Råd og veiledning: T1 2026: 30 · T2 2026: 20" in reasons.text


async def test_an_answer_that_came_in_later_leaves_a_gap_before(tmp_path: Path) -> None:
    text = (Path(__file__).parents[3] / "storage/forms/call.toml").read_text(encoding="utf-8")
    file = tmp_path / "call.toml"
    file.write_text(
        text.replace('{ key = "guidance",', '{ key = "guidance", since = 2026-05-01,'), encoding="utf-8"
    )
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        form = read_form(file)
        drafts = [
            Draft(form, f"2026-{month:02}-11", "registered", {**ANSWERS, "reason": reason}, f"{month}")
            for month, reason in ((1, "violence"), (2, "violence"), (6, "guidance"))
        ]
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        period = Period.named("2026-T2")
        words = Wording(await summary_of(Counts(database), form, period, TODAY), Language("nb"))

        pages = album(words, await trend_of(Counts(database), form, period), LIMITS)
    assert "Konkret om vold: T1 2026: 2 · T2 2026: 0" in pages[1].text
    assert "Råd og veiledning: T2 2026: 1" in pages[1].text
