import re
from collections.abc import Iterator
from datetime import date

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import SummaryRows, summarise
from reports.pictures.answers import answer_chart
from reports.pictures.card import card
from reports.pictures.chart import Chart, Key, Panel
from reports.words.caption import caption
from reports.words.language import Code, Language
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.example_forms import CALL
from tests.reports.summaries import CRISIS, LIMITS, PLAIN, TODAY, months, worded

EVERY = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
PRIVATE = {"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "no", "minority": "unknown"}
ROWS = [
    *months(*[(month, 31 + place) for place, month in enumerate(EVERY)]),
    *months(*[(month, 11 + place % 5) for place, month in enumerate(EVERY)], answers=CRISIS),
    *months(*[(month, 17 + place % 7) for place, month in enumerate(EVERY)], answers=PRIVATE),
    *[AnswerCount(month, "unspecified", {}, 2) for month in EVERY],
]
PERIODS = pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025", "2026-11", "2026"])
LANGUAGES = pytest.mark.parametrize("code", ["nb", "nn", "en"])


def _chart(name: str, rows: list[AnswerCount], code: Code = "nb") -> Chart:
    return card(worded(name, rows, code))


def _panels(words: Wording) -> tuple[Panel, ...]:
    """Return the questions of all pages, in the form's order."""
    return answer_chart(words, words.statements.questions).panels


def _printed(chart: Chart) -> Iterator[str]:
    """Yield every text of a picture that may hold a number."""
    yield from (chart.title, chart.subtitle, *(key.text for key in chart.legend))
    for panel in chart.panels:
        yield panel.note
        for bar in panel.bars:
            yield from (bar.count, bar.share, bar.before_text)
    for month in chart.months.months if chart.months else ():
        yield from (month.total_text, month.highlighted_text)
    yield from (point.text for point in (chart.run.points if chart.run else ()))


@PERIODS
@LANGUAGES
def test_every_number_in_the_picture_stands_in_the_text_too(name: str, code: Code) -> None:
    told = caption(worded(name, ROWS, code), LIMITS)

    written = set(re.findall(r"\d+", f"{told.text} {told.figures}"))
    drawn = {number for text in _printed(_chart(name, ROWS, code)) for number in re.findall(r"\d+", text)}
    assert drawn <= written


@PERIODS
def test_the_bars_are_the_tally_s(name: str) -> None:
    words = worded(name, ROWS)

    chart = card(words)

    agencies = _panels(words)[2]
    tally, before = words.summary.now, words.summary.before
    assert before
    counts, registered = tally.questions["agency"].options, tally.outcomes["registered"]
    assert [bar.value for bar in agencies.bars] == [count / registered for count in counts.values()]
    assert [(bar.before, bar.before_text) for bar in agencies.bars] == [
        (figure.share, f"({words.language.percent(figure.share)})")
        for figure in (before.answers["agency", option] for option in counts)
        if figure.share is not None
    ]
    if chart.months:
        drawn = chart.months.months
        assert sum(month.total for month in drawn) == tally.total
        assert sum(month.highlighted for month in drawn) == tally.highlighted
        assert sum(month.before for month in drawn) == before.total
    else:
        assert chart.run
        own, same_before = chart.run.points[-1], chart.run.points[-13]
        assert (own.total, own.highlighted) == (tally.total, tally.highlighted)
        assert same_before.total == before.total


def test_a_bar_is_as_long_as_the_share_of_its_answer() -> None:
    rows = [*months(("2025-10", 30), ("2026-10", 40)), *months(("2025-10", 10), ("2026-10", 60), answers=PRIVATE)]

    callers, behalf, *_, background = _panels(worded("2026-10", rows))

    assert [(bar.value, bar.before) for bar in callers.bars] == [(0.6, 0.25), (0, 0), (0.4, 0.75)]
    assert [(bar.count, bar.share, bar.before_text) for bar in callers.bars] == [
        ("60", "60\xa0%", "(25\xa0%)"),
        ("0", "0\xa0%", "(0\xa0%)"),
        ("40", "40\xa0%", "(75\xa0%)"),
    ]
    assert [(bar.value, bar.before, bar.before_text) for bar in behalf.bars[:1]] == [(1, None, "(10 av 10)")]
    assert [(bar.value, bar.before) for bar in background.bars] == [(0, 0), (1, 1), (0.6, None)]
    assert background.bars[-1].before_text == "(10)"


def test_counted_bars_of_the_year_before_are_grey() -> None:
    chart = _chart("2026-10", ROWS)

    assert not chart.hollow
    assert chart.legend == (Key(sign="now", text="oktober 2026"), Key(sign="before", text="oktober 2025"))


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("2026-T3", "sep okt nov des"),
        ("2026", "jan feb mar apr mai jun jul aug sep okt nov des"),
    ],
)
def test_the_months_drawn(name: str, labels: str) -> None:
    drawn = _chart(name, ROWS).months

    assert drawn
    assert [month.label for month in drawn.months] == labels.split()


def test_a_month_stands_at_the_end_of_24_with_the_same_month_a_year_before_beside_it() -> None:
    drawn = _chart("2026-10", ROWS).run

    assert drawn
    assert len(drawn.points) == 24
    assert [(place, point.text) for place, point in enumerate(drawn.points) if point.text] == [
        (11, "(83)"),
        (23, "102"),
    ]
    assert [point.label for point in drawn.points if point.label] == ["jan", "apr", "jul", "okt"] * 2


@pytest.mark.parametrize(("name", "first", "place"), [("2026", "2024-01", 11), ("2026", "2026-03", 1)])
def test_a_month_that_has_not_begun_or_was_before_the_first_record_has_no_numbers(
    name: str, first: str, place: int
) -> None:
    drawn = _chart(name, [row for row in ROWS if row.month >= first]).months

    assert drawn
    assert (drawn.months[place].total_text, drawn.months[place].highlighted_text) == ("", "")


def test_the_month_that_is_not_over_is_hatched() -> None:
    drawn = _chart("2026", ROWS).months

    assert drawn
    assert [month.label for month in drawn.months if month.part] == ["nov"]


def test_months_in_which_the_register_was_not_used_are_a_gap_in_the_run() -> None:
    gap = ("2026-02", "2026-03")
    rows = [row for row in ROWS if row.month not in gap and row.month <= "2026-10"]
    use = RegisterUse((Days(date(2024, 1, 1), date(2026, 2, 1)), Days(date(2026, 4, 1), date(2026, 11, 23))))

    chart = card(
        Wording(
            summarise(CALL, Period.named("2026-10"), TODAY, SummaryRows(rows, rows, use)),
            Language("nb"),
        )
    )

    assert chart.run
    points = chart.run.points[-10:]
    assert [point.total is None for point in points] == [False, True, True, *[False] * 7]
    assert [(p.text, p.highlighted, p.centre, p.usual, p.whole) for p in points[1:3]] == [
        ("", 0, None, None, False)
    ] * 2
    assert all(point.centre and point.usual and point.whole for point in (points[0], *points[3:]))


def test_the_words_for_what_is_expected_stand_in_the_legend_of_a_run_that_has_a_centre_line() -> None:
    short, long = (
        _chart("2026-10", [row for row in ROWS if row.month >= first]).run for first in ("2026", "2024")
    )

    assert short
    assert [key.sign for key in short.legend] == ["calls", "highlighted"]
    assert {point.centre for point in short.points} == {None}
    assert long
    assert [key.text for key in long.legend[2:4]] == ["forventet", "vanlig svingning"]
    assert None not in {point.centre for point in long.points}


def test_not_known_stands_last_and_grey_and_only_where_anybody_answered_it() -> None:
    panels = _panels(worded("2026-10", ROWS))

    for panel in panels:
        assert not any(bar.unknown for bar in panel.bars[:-1])
    assert [panel.bars[-1].unknown for panel in panels] == [False, False, False, False, True]


def test_without_a_year_before_nothing_of_it_is_drawn() -> None:
    chart = _chart("2026-10", months(("2026-10", 40)))

    assert (chart.legend, chart.names.before) == ((), "")
    assert chart.run is None
    assert {bar.before_text for panel in chart.panels for bar in panel.bars} == {""}


def test_without_calls_there_is_a_title_alone() -> None:
    chart = _chart("2026-10", [])

    assert chart.title == "Ingen samtaler er ført i\xa0oktober"
    assert (chart.subtitle, chart.months, chart.run, chart.panels, chart.footer) == ("", None, None, (), "")


def test_the_centre_stands_at_the_foot() -> None:
    words = worded("2026-10", months(("2026-10", 1), answers=PLAIN))

    assert card(words, "Krisesenteret").footer.startswith("Krisesenteret · ikke til publisering")
