"""What is said of the highlighted calls beside the total."""

import pytest

from reports.words.caption import caption
from tests.reports.summaries import CRISIS, LIMITS, months, worded


def _lines(text: str) -> list[str]:
    return text.replace("\xa0", " ").splitlines()


@pytest.mark.parametrize(
    ("crises", "line"),
    [
        (0, "0 krisetelefoner"),
        (10, "10 krisetelefoner, 1 av 6"),
        (15, "15 krisetelefoner, 1 av 4"),
        (16, "16 krisetelefoner, 27 %"),
        (24, "24 krisetelefoner, 40 %"),
        (30, "30 krisetelefoner, 1 av 2"),
        (60, "60 krisetelefoner, 100 %"),
    ],
)
def test_the_highlighted_part_is_one_of_so_many_where_that_is_near_enough(crises: int, line: str) -> None:
    rows = [*months(("2026-10", crises), answers=CRISIS), *months(("2026-10", 60 - crises))]

    assert _lines(caption(worded("2026-10", rows), LIMITS).text)[2] == line


def test_beside_a_per_cent_of_the_year_before_the_part_is_one_too() -> None:
    rows = [*months(("2025-10", 9), ("2026-10", 10), answers=CRISIS), *months(("2025-10", 51), ("2026-10", 50))]

    told = caption(worded("2026-10", rows), LIMITS)

    assert _lines(told.text)[2] == "10 krisetelefoner, 17 % – ingen tydelig endring (15 % i fjor)"


@pytest.mark.parametrize(
    ("crises", "line"), [(30, "30 krisetelefoner, 1 av 3 (90 svar)"), (40, "40 krisetelefoner, 44 % (90 svar)")]
)
def test_where_not_every_call_was_asked_the_highlighted_part_says_of_how_many_it_is(
    crises: int, line: str
) -> None:
    rows = [*months(("2026-10", crises), answers=CRISIS), *months(("2026-10", 90 - crises))]
    rows += months(("2026-10", 10), answers={"caller": "woman"})

    assert _lines(caption(worded("2026-10", rows), LIMITS).text)[2] == line


def test_a_month_in_which_nobody_was_asked_has_no_highlighted_figure() -> None:
    rows = [*months(("2026-05", 30), ("2026-08", 30)), *months(("2026-06", 5), answers=CRISIS)]
    rows += months(("2026-07", 30), answers={"caller": "woman"})

    lines = _lines(caption(worded("2026-T2", rows), LIMITS).text)

    assert "Per måned (samtaler/krisetelefoner): mai 30/0 · jun 5/5 · jul 30 · aug 30/0" in lines
