from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import Summary, summarise
from reports.words.language import Code, Language
from reports.words.title import highest_and_lowest, title
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import PrintedFigure
from tests.reports.forms import call_form
from tests.reports.summaries import PLAIN, TODAY, months, summary, summary_rows, with_coverage, worded
from tests.seed_year import CALLS_BY_MONTH

CALLS = {2025: 290, 2026: 300}
"""How many calls came in each month of a year."""


@pytest.mark.parametrize(
    ("name", "now", "before", "sentence"),
    [
        ("2026-10", 899, 880, "Omtrent som i fjor: 899 samtaler i oktober, mot 880"),
        ("2026-10", 75, 71, "75 samtaler i oktober – ingen tydelig endring fra 71 i fjor"),
        ("2026-10", 104, 75, "104 samtaler i oktober – ingen tydelig endring fra 75 i fjor"),
        ("2026-10", 140, 75, "Tydelig flere samtaler i oktober: 140, mot 75 i fjor"),
        ("2026-10", 40, 75, "Tydelig færre samtaler i oktober: 40, mot 75 i fjor"),
        ("2026-10", 75, 0, "Tydelig flere samtaler i oktober: 75, mot 0 i fjor"),
        ("2026-10", 75, None, "75 samtaler i oktober – ingen tall fra i fjor å sammenligne med"),
        ("2026-10", 5, 71, "Tydelig færre samtaler i oktober: 5, mot 71 i fjor"),
        ("2026-10", 4, 71, "4 samtaler i oktober"),
        ("2026-10", 1, 0, "1 samtale i oktober"),
        ("2026-10", 0, 71, "Ingen samtaler er ført i oktober"),
        ("2026-10", 0, 0, "Ingen samtaler er ført i oktober"),
        ("2026-11", 856, 846, "Omtrent som på samme tid i fjor: 856 samtaler hittil i november, mot 846"),
        ("2026-11", 56, 46, "56 samtaler hittil i november – ingen tydelig endring fra 46 på samme tid i fjor"),
        ("2026-11", 99, 46, "Tydelig flere samtaler hittil i november: 99, mot 46 på samme tid i fjor"),
        ("2026-11", 9, None, "9 samtaler hittil i november – ingen tall fra i fjor å sammenligne med"),
        ("2025-10", 899, 880, "Omtrent som året før: 899 samtaler i oktober 2025, mot 880"),
        ("2025-10", 75, 71, "75 samtaler i oktober 2025 – ingen tydelig endring fra 71 året før"),
        ("2025-10", 75, None, "75 samtaler i oktober 2025 – ingen tall fra året før å sammenligne med"),
        ("2025-10", 1234, 900, "Tydelig flere samtaler i oktober 2025: 1 234, mot 900 året før"),
    ],
)
def test_a_month_s_takeaway(name: str, now: int, before: int | None, sentence: str) -> None:
    earlier = [] if before is None else months((f"{int(name[:4]) - 1}{name[4:]}", before))

    told = title(worded(name, [*earlier, *months((name, now))]))

    assert told.replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("2026-T2", "Omtrent som i fjor: 1 200 samtaler i 2. tertial, mot 1 160"),
        ("2026-T3", "Omtrent som på samme tid i fjor: 900 samtaler hittil i 3. tertial, mot 870"),
        ("2025-T2", "1 160 samtaler i 2. tertial 2025 – ingen tall fra året før å sammenligne med"),
        ("2026", "Omtrent som på samme tid i fjor: 3 300 samtaler hittil i 2026, mot 3 190"),
        ("2025", "3 480 samtaler i 2025 – ingen tall fra året før å sammenligne med"),
    ],
)
def test_a_longer_period_s_takeaway(name: str, sentence: str) -> None:
    rows = months(*[(f"{year}-{month:02}", calls) for year, calls in CALLS.items() for month in range(1, 12)])
    rows += months(("2025-12", 290))

    assert title(worded(name, rows)).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nn", "Om lag som i fjor: 899 samtalar i oktober, mot 880"),
        ("en", "About the same as last year: 899 calls in October, against 880"),
    ],
)
def test_the_takeaway_in_the_other_languages(code: Code, sentence: str) -> None:
    told = title(worded("2026-10", months(("2025-10", 880), ("2026-10", 899)), code))

    assert told.replace("\xa0", " ") == sentence


POLICE = {**PLAIN, "agency": "police"}
MINORITY = {**PLAIN, "minority": "yes"}


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (
            {"nav": 300, "police": 600},
            {"nav": 600, "police": 240, "health": 50},
            "Politiet opp til 67 %, NAV halvert til 33 %; samlet omtrent som i fjor: 900 samtaler",
        ),
        (
            {"nav": 20, "police": 60},
            {"nav": 35, "police": 20, "health": 15},
            (
                "Politiet opp til 75 %, helsevesenet ned til 0 %;"
                " samlet 80 samtaler, ingen tydelig endring fra 70 i fjor"
            ),
        ),
        (
            {"nav": 300, "police": 600},
            {"nav": 200, "police": 100},
            "Tydelig flere samtaler i oktober: 900, mot 300 i fjor",
        ),
        ({"nav": 2, "police": 2}, {"nav": 600, "police": 300}, "4 samtaler i oktober"),
    ],
)
def test_the_clearest_changes_of_shares_stand_in_the_title_unless_the_total_has_changed(
    now: dict[str, int], before: dict[str, int], sentence: str
) -> None:
    rows = [
        row
        for month, agencies in (("2025-10", before), ("2026-10", now))
        for agency, calls in agencies.items()
        for row in months((month, calls), answers={**PLAIN, "agency": agency})
    ]

    assert title(worded("2026-10", rows)).replace("\xa0", " ") == sentence


def test_no_more_than_two_changes_stand_in_the_title() -> None:
    rows = [
        *months(("2025-10", 400), ("2026-10", 100)),
        *months(("2026-10", 300), answers={**POLICE, "minority": "yes", "reason": "violence"}),
    ]

    told = title(worded("2026-10", rows))

    assert told.split(";")[0].count(",") == 1


def test_where_the_calls_are_registered_otherwise_the_title_says_so() -> None:
    quiet = months(("2025-10", 300), ("2026-10", 600))
    moved = [*months(("2025-10", 300), ("2026-10", 150)), *months(("2026-10", 450), answers=MINORITY)]

    told = [title(Wording(_covered(rows), Language("nb"))).replace("\xa0", " ") for rows in (quiet, moved)]

    assert told == [
        "600 samtaler i oktober, mot 300 i fjor – men med en annen registreringsgrad",
        (
            "Minoritetsspråklig bakgrunn opp til 75 %;"
            " samlet 600 samtaler, med en annen registreringsgrad enn i fjor"
        ),
    ]


def _covered(rows: list[AnswerCount]) -> Summary:
    """Let half as many of the calls be registered the year before."""
    more, fewer = Coverage(logged=600, counted=700, answered=9), Coverage(logged=300, counted=700, answered=9)
    return with_coverage(summary("2026-10", rows), more, fewer)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nb", "75 samtaler i oktober – ikke sammenlignet, registeret var ikke i bruk hele tiden"),
        ("nn", "75 samtalar i oktober – ikkje samanlikna, registeret var ikkje i bruk heile tida"),
        ("en", "75 calls in October – not compared, the register was not in use all the time"),
    ],
)
def test_where_the_register_was_in_use_for_a_part_of_the_year_before_the_title_says_so(
    code: Code, sentence: str
) -> None:
    use = RegisterUse((Days(date(2025, 10, 15), date(2026, 11, 23)),))
    rows = replace(summary_rows("2026-10", months(("2025-10", 71), ("2026-10", 75))), use=use)

    told = summarise(call_form(), Period.named("2026-10"), TODAY, rows)

    assert title(Wording(told, Language(code))).replace("\xa0", " ") == sentence


def test_where_only_shares_of_the_year_before_are_known_they_are_the_story() -> None:
    typed = {"2025-10": {("agency", "police"): PrintedFigure(percent=Decimal(7), base=880)}}
    rows = summary_rows("2026-10", [*months(("2026-10", 600)), *months(("2026-10", 200), answers=POLICE)])

    told = summarise(call_form(), Period.named("2026-10"), TODAY, replace(rows, typed=typed))

    assert title(Wording(told, Language("nb"))) == "Politiet opp til 25\xa0%; samlet 800\xa0samtaler"


YEAR = [f"2025-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (CALLS_BY_MONTH, "Flest i juli (98), færrest i februar (58) – innenfor vanlig svingning"),
        ((70, 30, *[70] * 9, 150), "Flest i desember (150), færrest i februar (30) – mer enn vanlig svingning"),
        (
            (70, 58, *[70] * 8, 80, 80),
            "Flest i november og desember (80 hver), færrest i februar (58) – innenfor vanlig svingning",
        ),
        ((70,) * 12, ""),
        ((0,) * 12, ""),
    ],
)
def test_the_highest_and_the_lowest_month_are_told_even_inside_the_band(
    counts: tuple[int, ...], sentence: str
) -> None:
    rows = months(*zip(YEAR, counts, strict=True))

    assert highest_and_lowest(worded("2025", rows)) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("2026-10", ""),
        ("2026-T3", ""),
        ("2026", "Flest i oktober (90), færrest i januar (61) – innenfor vanlig svingning"),
    ],
)
def test_a_month_alone_and_a_running_one_have_no_place_among_highest_and_lowest(name: str, sentence: str) -> None:
    counts = (61, 70, 71, 72, 73, 74, 75, 76, 77, 90, 5)

    rows = months(*[(f"2026-{month:02}", count) for month, count in enumerate(counts, 1)])

    assert highest_and_lowest(worded(name, rows)) == sentence
