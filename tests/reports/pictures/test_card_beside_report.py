"""A card beside what an earlier report prints of the year before."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import SummaryRows, summarise
from reports.pictures.answers import answer_chart
from reports.pictures.card import card
from reports.pictures.chart import Key
from reports.words.language import Language
from reports.words.wording import Wording
from storage.figures.history import PrintedFigure
from tests.example_forms import CALL
from tests.reports.summaries import TODAY, months, used_since_first


def _worded_beside_a_report(figures: Mapping[tuple[str, str], PrintedFigure]) -> Wording:
    """Tell a month of forty alike calls beside what an earlier report prints of the year before."""
    now = months(("2026-10", 40))
    rows = SummaryRows(now, [], used_since_first(now), typed={"2025-10": figures})
    return Wording(summarise(CALL, Period.named("2026-10"), TODAY, rows), Language("nb"))


@pytest.mark.parametrize(
    ("figure", "before", "said"),
    [
        (PrintedFigure(percent=Decimal(60), base=50), 0.6, "(60\xa0%)"),
        (PrintedFigure(percent=Decimal("60.4")), 0.604, "(60,4\xa0%)"),
        (PrintedFigure(30), None, "(30\u00a0samtaler)"),
    ],
)
def test_bars_from_an_earlier_report_are_hollow_and_named_so_and_their_figures_stand_as_printed(
    figure: PrintedFigure, before: float | None, said: str
) -> None:
    chart = card(_worded_beside_a_report({("caller", "agency"): figure}))

    assert chart.hollow
    assert chart.legend[1] == Key(sign="printed", text="oktober 2025, fra tidligere årsrapport")
    assert chart.names.before == "(2025)"
    agencies = chart.panels[0].bars[2]
    assert (agencies.before, agencies.before_text) == (before, said)


def test_the_part_not_known_that_an_earlier_report_prints_is_drawn_where_none_is_not_known_now() -> None:
    words = _worded_beside_a_report({("minority", "unknown"): PrintedFigure(percent=Decimal(31), base=899)})
    chart = answer_chart(words, words.statements.questions)

    [background] = [panel for panel in chart.panels if panel.heading == "Minoritetsspråklig bakgrunn"]
    not_known = background.bars[-1]
    assert (not_known.label, not_known.count, not_known.before_text) == ("Ikke kjent", "0", "(31\xa0%)")
