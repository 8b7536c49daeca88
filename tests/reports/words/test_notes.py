"""What is said of unusual months, and of a period whose figures have changed since they were reported."""

import pytest

from reports.analysis.restatement import Restatement, as_reported
from reports.words.language import Language
from reports.words.notes import restated_line, restated_notice, unusual_months
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from tests.reports.summaries import CRISIS, PLAIN, months, summary, with_coverage, worded


def _changed(said: list[AnswerCount], now: list[AnswerCount]) -> tuple[str, str] | None:
    """Return the line in the next summary and the mark under the period's own figures."""
    words, before = worded("2026-06", now), worded("2026-06", said).summary.now
    restated = Restatement.of(words.summary.form, words.summary.now, as_reported(before))
    return (restated_line(words, restated), restated_notice(words, restated, "A7")) if restated else None


def test_a_new_total_stands_beside_the_one_in_the_report() -> None:
    told = _changed(months(("2026-06", 75)), months(("2026-06", 78)))

    assert told == (
        "Juni 2026 er nå 78\u00a0samtaler, mot 75 i rapporten.",
        "Rapport 2026-06 · A7 sa 75\u00a0samtaler.",
    )


def test_a_corrected_answer_is_told_of_though_the_total_is_the_same() -> None:
    told = _changed(months(("2026-06", 75)), months(("2026-06", 74)) + months(("2026-06", 1), answers=CRISIS))

    assert told == (
        "Juni 2026 er rettet siden rapporten; summen er den samme.",
        "Rettet siden rapport 2026-06 · A7.",
    )


def test_the_same_figures_are_no_news() -> None:
    assert (
        _changed(months(("2026-06", 75)), months(("2026-06", 75), answers=dict(reversed(list(PLAIN.items())))))
        is None
    )


def test_a_report_without_calls_is_compared_with_as_well() -> None:
    told = _changed([], months(("2026-06", 1)))

    assert told is not None
    assert told[0].endswith("mot 0 i rapporten.")


RUN = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)][:22]
"""The months up to October 2026."""

SAID = [
    "Utenfor vanlig svingning: juli 2025 (80)",
    "Et skifte: 10 måneder på rad over midtlinjen (januar 2026 – oktober 2026)",
]
MORE, LESS = Coverage(logged=70, counted=80, answered=9), Coverage(logged=30, counted=80, answered=9)


@pytest.mark.parametrize(
    ("latest", "before", "said"),
    [(40, MORE, SAID), (4, MORE, []), (40, LESS, [])],
    ids=["enough calls", "few calls", "registered differently"],
)
def test_unusual_months_and_a_shift_are_told_where_calls_are_five_or_more_and_registered_alike(
    latest: int, before: Coverage, said: list[str]
) -> None:
    rows = months(*zip(RUN, (*[30] * 6, 80, *[30] * 5, *[40] * 9, latest), strict=True))

    told = unusual_months(Wording(with_coverage(summary("2026-10", rows), MORE, before), Language("nb")))

    assert [line.replace("\xa0", " ") for line in told] == said
