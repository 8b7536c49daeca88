"""The months of a card of which not everything is known, and those that stand out."""

from dataclasses import replace
from datetime import date

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import summarise
from reports.pictures.card import card
from reports.pictures.chart import Key
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.coverage import Coverage
from tests.example_forms import CALL
from tests.reports.summaries import TODAY, months, summary, summary_rows, with_coverage, worded

RUN = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)][:22]
"""The months up to October 2026."""


def test_a_month_in_which_the_register_was_begun_is_hatched_too() -> None:
    rows = months(*((f"2026-{month:02}", 70) for month in range(5, 12)))
    use = RegisterUse((Days(date(2026, 5, 12), date(2026, 11, 23)),))

    told = summarise(CALL, Period.named("2026-T2"), TODAY, replace(summary_rows("2026-T2", rows), use=use))

    drawn = card(Wording(told, Language("nb"))).months
    assert drawn
    assert [month.label for month in drawn.months if month.part] == ["mai"]


def test_a_month_in_which_nobody_was_asked_has_no_highlighted_number() -> None:
    rows = [*months(("2026-05", 30), ("2026-06", 30)), *months(("2026-07", 30), answers={"caller": "woman"})]

    drawn = card(worded("2026-T2", rows)).months

    assert drawn
    assert [month.highlighted_text for month in drawn.months] == ["0", "0", "", "0"]


@pytest.mark.parametrize(
    ("latest", "before"), [(3, Coverage()), (30, Coverage(logged=30, counted=80, answered=9))]
)
def test_where_the_text_is_silent_of_unusual_months_none_is_drawn_as_one(latest: int, before: Coverage) -> None:
    rows = months(*zip(RUN, (*[30] * 6, 200, *[30] * 14, latest), strict=True))
    known = Coverage(logged=70, counted=80, answered=9)

    run = card(Wording(with_coverage(summary("2026-10", rows), known, before), Language("nb"))).run

    assert run
    assert "outside" not in [key.sign for key in run.legend]
    assert "200" not in [point.text for point in run.points]


def test_the_months_that_stand_out_from_the_usual_swing_have_the_colour_of_a_clear_change() -> None:
    rows = months(*((f"2025-{month:02}", 300 if month == 7 else 60) for month in range(1, 13)))

    drawn = card(worded("2025", rows)).months

    assert drawn
    assert "jul" in [month.label for month in drawn.months if month.clear]
    assert Key(sign="clear", text="mer enn vanlig svingning") in drawn.legend


@pytest.mark.parametrize(("name", "said"), [("2026", "til 22. nov."), ("2026-T2", "del av måneden")])
def test_what_a_hatched_month_is_counted_of_stands_in_the_legend(name: str, said: str) -> None:
    rows = months(*((f"2026-{month:02}", 70) for month in range(5, 12)))
    use = RegisterUse((Days(date(2026, 5, 12), date(2026, 11, 23)),))

    told = summarise(CALL, Period.named(name), TODAY, replace(summary_rows(name, rows), use=use))

    drawn = card(Wording(told, Language("nb"))).months
    assert drawn
    assert [key.text.replace("\xa0", " ") for key in drawn.legend if key.sign == "part"] == [said]
