"""A line of years in the album and the workbook, of a question that came in during one of them."""

from dataclasses import replace
from datetime import date

from reports.pictures.album_years import year_pages
from reports.words.language import Language
from reports.words.wording import Wording
from reports.year_grids import year_grids
from storage.forms.question import Question
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import CRISIS, LIMITS, counted_year, months, summary

YEARS = (("2024-06", 70), ("2025-06", 80), ("2026-06", 90))
SINCE = date(2025, 5, 1)


def _worded(question: Question) -> Wording:
    """Tell of three years of calls, ten of each year's highlighted and of a minority; the question came in."""
    form = with_questions(CALL, changed(question, since=SINCE))
    rows = [*months(*YEARS), *months(*((month, 10) for month, _ in YEARS), answers={**CRISIS, "minority": "yes"})]
    told = summary("2026", rows, form)
    return Wording(
        replace(told, years=[counted_year(year, rows, form) for year in ("2024", "2025")]), Language("nb")
    )


def test_a_year_in_which_it_was_not_asked_all_the_time_has_no_highlighted_calls_in_the_album() -> None:
    totals, *_ = year_pages(_worded(CALL.by_key["crisis"]))

    told = totals.page(_worded(CALL.by_key["crisis"]), LIMITS, "")

    assert told.text.endswith("\n2024: 80 · 2025: 90 · til 22. nov. 2026: 100/10")


def test_a_year_in_which_a_question_was_not_asked_all_the_time_has_no_counts_of_it() -> None:
    highlighted, minority = (year_grids(_worded(CALL.by_key[key])) for key in ("crisis", "minority"))

    assert highlighted
    assert highlighted[0].rows[:2] == (("", "Samtaler", 80, 90, 100), ("", "Krisetelefoner", None, None, 10))
    assert minority
    assert ("Minoritetsspråklig bakgrunn", "Ja", None, None, 10) in minority[0].rows
    assert minority[0].rows[1] == ("", "Krisetelefoner", 10, 10, 10)


def test_the_latest_bar_of_what_has_clearly_changed_is_marked_and_those_before_it_are_pale() -> None:
    rows = [
        row
        for year, health in (("2023", 126), ("2024", 90), ("2025", 62))
        for row in (
            *months((f"{year}-01", health), answers={**CRISIS, "agency": "health"}),
            *months((f"{year}-12", 900 - health)),
        )
    ]
    told = summary("2025", rows)
    words = Wording(replace(told, years=[counted_year(year, rows) for year in ("2023", "2024")]), Language("nb"))

    [page] = [page for page in year_pages(words) if page.title.startswith("Instans")]

    [health] = [bars for label, bars in page.rows if label == "Helsevesenet"]
    assert page.finding.startswith("NAV: opp hvert år")
    assert [(bar.pale, bar.clear) for bar in health] == [(True, False), (True, False), (False, True)]
    assert [key.sign for key in page.legend if key.text] == ["clear"]
