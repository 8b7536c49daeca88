"""The pages of a tertial and a year besides the card."""

from decimal import Decimal
from pathlib import Path

import pytest

from reports.analysis.period import Period
from reports.analysis.summary_reading import reading_of, summary_of
from reports.analysis.trend import trend_of
from reports.pictures.album import album
from reports.pictures.album_page import AlbumChart
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.wording import Wording
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.figures.history import TOTAL, History, PrintedFigure, Typed
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.reports.forms import call_form
from tests.reports.summaries import LIMITS, TODAY

CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])
ANSWERS = {"caller": "woman", "behalf": "self", "reason": "guidance", "crisis": "no", "minority": "no"}
AGENCY = {"caller": "agency", "agency": "nav", "reason": "guidance", "crisis": "no", "minority": "no"}
FORM = call_form()


async def _pages(
    folder: Path,
    name: str,
    counts: dict[str, int],
    typed: Typed | None = None,
    code: Code = "nb",
    changed_from: str = "9999",
) -> tuple[AlbumChart, ...]:
    """Register so many calls on each day, or each 7th of a month (`2026-05`), every third a crisis.

    From ``changed_from`` on agencies call. Return the pages besides those that hold further answers.
    """
    async with Database.open(folder / "vaktlogg.db") as database:
        drafts = [
            Draft(
                FORM,
                day if day.count("-") > 1 else f"{day}-07",
                "registered",
                {**(ANSWERS if day < changed_from else AGENCY), "crisis": "no" if n % 3 else "yes"},
                f"{day}.{n}",
            )
            for day, many in counts.items()
            for n in range(many)
        ]
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        await History(database).keep("call", typed or {})
        tally, period = Counts(database), Period.named(name)
        summary = await summary_of(tally, FORM, period, TODAY)
        trend = await trend_of(reading_of(tally, FORM, TODAY), period, summary.use)
        pages = album(Wording(summary, Language(code)), trend, LIMITS, "Senteret")
        return tuple(page for page in pages if not page.chart.panels)


TWO_YEARS = {
    **{f"2025-{month:02}": 5 + month for month in range(1, 13)},
    **{f"2026-{month:02}": 6 + month for month in range(1, 12)},
}


async def test_a_tertial_shows_callers_by_month_reasons_by_tertial_and_crises(tmp_path: Path) -> None:
    callers, reasons, crises = await _pages(tmp_path, "2026-T2", TWO_YEARS)

    assert callers.text.startswith(
        "Hvem ringte per måned, 2.\u00a0tertial 2026\nI parentes: 2.\u00a0tertial 2025\n"
    )
    assert "Kvinne: mai 11 (10) · jun 12 (11) · jul 13 (12) · aug 14 (13)" in callers.text
    assert "Råd og veiledning: T1 2025: 30 · T2 2025: 46 · T3 2025: 62 · T1 2026: 34 · T2 2026: 50" in reasons.text
    assert crises.text.endswith("mai 4 (4) · jun 4 (4) · jul 5 (4) · aug 5 (5)")


async def test_the_bars_are_the_figures_of_the_text(tmp_path: Path) -> None:
    callers, reasons, crises = await _pages(tmp_path, "2026-T2", TWO_YEARS)

    women = callers.chart.multiples[0].months
    guidance = next(months for months in reasons.chart.multiples if months.heading == "Råd og veiledning").months
    assert [(month.total, month.before) for month in women] == [(11, 10), (12, 11), (13, 12), (14, 13)]
    assert [month.total for month in guidance] == [30, 46, 62, 34, 50]
    assert [month.pale for month in guidance] == [True, True, True, True, False]
    assert [month.label for month in guidance] == ["2025", "", "", "2026", ""]
    assert crises.chart.months
    assert [month.total for month in crises.chart.months.months] == [4, 4, 5, 5]


async def test_a_year_shows_the_years_side_by_side_and_those_from_reports_hollow(tmp_path: Path) -> None:
    typed = {"2024": {TOTAL: PrintedFigure(90), ("crisis", "yes"): PrintedFigure(20)}}

    years, *_ = await _pages(tmp_path, "2026", TWO_YEARS, typed)

    assert years.text == (
        "Samtaler per år, 2024–2026\nFra tidligere årsrapporter: 2024\n\n"
        "2024: 90/20 · 2025: 138/50 · til 22. nov. 2026: 132/48"
    )
    assert years.chart.months
    assert [month.hollow for month in years.chart.months.months] == [True, False, False]
    assert [month.pale for month in years.chart.months.months] == [True, True, False]
    assert [key.sign for key in years.chart.legend] == ["highlighted", "printed", "part"]


async def test_a_year_that_is_not_over_is_hatched_and_says_up_to_which_day_it_is_counted(tmp_path: Path) -> None:
    years, *_ = await _pages(tmp_path, "2026", TWO_YEARS)

    assert years.chart.months
    assert [(month.label, month.total, month.part) for month in years.chart.months.months] == [
        ("2025", 138, False),
        ("til 22. nov.", 132, True),
    ]


async def test_a_year_of_which_nothing_is_known_is_a_gap_between_the_others(tmp_path: Path) -> None:
    typed = {"2023": {TOTAL: PrintedFigure(80)}}

    years, *_ = await _pages(tmp_path, "2026", TWO_YEARS, typed)

    assert years.chart.months
    assert [(month.label, month.total_text) for month in years.chart.months.months] == [
        ("2023", "80"),
        ("2024", ""),
        ("2025", "138"),
        ("til 22. nov.", "132"),
    ]
    assert years.text.endswith("2023: 80 · 2025: 138/50 · til 22. nov. 2026: 132/48")


async def test_a_year_shows_the_shares_of_the_years_as_high_as_they_are_and_printed_ones_as_they_stand(
    tmp_path: Path,
) -> None:
    woman, man = PrintedFigure(percent=Decimal("31.5")), PrintedFigure(percent=Decimal(6))
    typed = {"2024": {TOTAL: PrintedFigure(90), ("caller", "woman"): woman, ("caller", "man"): man}}

    _, callers, reasons = await _pages(tmp_path, "2026", TWO_YEARS, typed)

    assert callers.text == (
        "Hvem ringte, prosent 2024–2026\nFra tidligere årsrapporter: 2024\n\n"
        "Kvinne: 2024: 31,5 · 2025: 100 · til 22. nov. 2026: 100\nMann: 2024: 6 · 2025: 0 · til 22. nov. 2026: 0"
    )
    women = callers.chart.multiples[0].months
    assert [month.total / women[1].total for month in women] == [0.315, 1, 1]
    assert [(month.hollow, month.part) for month in women] == [(True, False), (False, False), (False, True)]
    assert reasons.text.endswith("\nRåd og veiledning: 2025: 100 · til 22. nov. 2026: 100")


async def test_the_shares_of_only_two_years_have_no_page_since_the_card_shows_them(tmp_path: Path) -> None:
    pages = await _pages(tmp_path, "2026", TWO_YEARS)

    assert [page.chart.title for page in pages] == ["Samtaler per år, 2025–2026"]


async def test_a_month_that_is_not_over_is_compared_with_the_same_days_a_year_before(tmp_path: Path) -> None:
    callers, _, crises = await _pages(tmp_path, "2026-T3", {**TWO_YEARS, "2025-11-27": 30})

    assert "Kvinne: sep 15 (14) · okt 16 (15) · nov 17 (16)" in callers.text
    assert crises.text.endswith("sep 5 (5) · okt 6 (5) · nov 6 (6)")


async def test_a_month_and_a_tertial_that_are_not_over_are_hatched(tmp_path: Path) -> None:
    callers, reasons, crises = await _pages(tmp_path, "2026-T3", TWO_YEARS)

    assert crises.chart.months
    assert [month.part for month in callers.chart.multiples[0].months] == [False, False, True]
    assert [month.part for month in reasons.chart.multiples[0].months] == [False] * 5 + [True]
    assert [month.part for month in crises.chart.months.months] == [False, False, True]


async def test_a_tertial_in_which_the_register_was_not_used_is_a_gap_and_no_other_stands_in_its_place(
    tmp_path: Path,
) -> None:
    unused = {"2025-12", *(f"2026-0{n}" for n in range(1, 5))}
    counts = {month: many for month, many in TWO_YEARS.items() if month not in unused} | {"2025-12-31": 17}

    _, reasons, _ = await _pages(tmp_path, "2026-T2", counts)

    guidance = next(months for months in reasons.chart.multiples if months.heading == "Råd og veiledning").months
    assert "Råd og veiledning: T1 2025: 30 · T2 2025: 46 · T3 2025: 62 · T2 2026: 50" in reasons.text
    assert [(month.label, month.total_text) for month in guidance] == [
        ("2025", "30"),
        ("", "46"),
        ("", "62"),
        ("2026", ""),
        ("", "50"),
    ]


async def test_a_single_year_and_a_month_have_no_further_page(tmp_path: Path) -> None:
    assert await _pages(tmp_path, "2026", {f"2026-{month:02}": 3 for month in range(1, 12)}) == ()
    assert await _pages(tmp_path, "2026-05", {}) == ()


async def test_without_calls_nothing_is_drawn(tmp_path: Path) -> None:
    assert await _pages(tmp_path, "2026-T2", {}) == ()


@CODES
async def test_every_page_fits_its_caption_in_every_language(tmp_path: Path, code: Code) -> None:
    for page in await _pages(tmp_path, "2026-T2", TWO_YEARS, code=code):
        assert 0 < units(page.text) <= LIMITS.caption


async def test_a_tertial_before_the_first_record_is_no_zero_but_left_out(tmp_path: Path) -> None:
    _, reasons, _ = await _pages(tmp_path, "2026-T2", {f"2026-{month:02}": month for month in range(1, 12)})

    assert "Råd og veiledning: T1 2026: 10 · T2 2026: 26" in reasons.text


async def test_the_first_tertial_of_all_is_drawn_by_month_as_it_has_none_to_stand_beside(tmp_path: Path) -> None:
    counts = {"2026-05-01": 3, **{f"2026-{month:02}": month for month in range(5, 12)}}

    callers, reasons, _ = await _pages(tmp_path, "2026-T2", counts)

    assert callers.chart.title == "Hvem ringte per måned, 2.\xa0tertial 2026"
    assert reasons.chart.title == "Årsak per måned, 2.\xa0tertial 2026"
    assert "tidligere tertialer" not in {key.text for key in reasons.chart.legend}


async def test_a_tertial_and_a_month_that_the_register_was_begun_in_are_left_out(tmp_path: Path) -> None:
    counts = {month: many for month, many in TWO_YEARS.items() if month > "2025-05"} | {"2025-05-12": 10}

    callers, reasons, _ = await _pages(tmp_path, "2026-T2", counts)

    assert "Kvinne: mai 11 · jun 12 · jul 13 · aug 14" in callers.text
    assert "Råd og veiledning: T3 2025: 62 · T1 2026: 34 · T2 2026: 50" in reasons.text


async def test_a_clear_change_is_the_title_of_its_page_and_coloured_and_what_is_drawn_stands_below(
    tmp_path: Path,
) -> None:
    counts = {f"{year}-{month:02}": 40 for year in (2025, 2026) for month in range(1, 10)}

    pages = await _pages(tmp_path, "2026-T2", counts, changed_from="2026-05")

    callers, crises = pages[0].chart, pages[-1].chart
    assert callers.title.replace("\xa0", " ").startswith("Hjelpeapparatet opp fra 0 % til 100 %")
    assert callers.subtitle == "Hvem ringte per måned, 2.\xa0tertial 2026"
    assert {months.heading for months in callers.multiples if months.months[0].clear} == {
        "Kvinne",
        "Hjelpeapparatet",
    }
    assert "clear" in [key.sign for key in callers.legend]
    assert crises.months
    assert all(month.highlight for month in crises.months.months)
    assert [key.sign for key in crises.legend] == ["highlighted", "before"]
