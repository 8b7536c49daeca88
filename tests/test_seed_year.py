import csv
from collections import Counter
from datetime import datetime
from itertools import combinations

import pytest

from tests.seed_year import SeedCall, seed_year, seed_year_csv

CALLS = seed_year()
CRISES = tuple(call for call in CALLS if call.crisis == "yes")
PAIRS = [
    pair
    for pair in combinations(("month", "crisis", "caller", "reason", "minority"), 2)
    if pair != ("month", "crisis")  # made to hang together
]


def test_the_year_has_899_calls_of_which_a_sixth_are_crises() -> None:
    assert (len(CALLS), len(CRISES)) == (899, 150)


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("caller", {"woman": 287, "man": 54, "agency": 558}),
        ("behalf", {"self": 171, "other": 170, "": 558}),
        (
            "agency",
            {
                "child_welfare": 126,
                "police": 90,
                "nav": 90,
                "shelter": 54,
                "health": 54,
                "other": 108,
                "lawyer": 36,
                "": 341,
            },
        ),
        ("reason", {"violence": 225, "guidance": 225, "follow_up": 449}),
        ("crisis", {"yes": 150, "no": 749}),
        ("minority", {"yes": 440, "no": 439, "unknown": 20}),
    ],
)
def test_every_question_is_answered_to_the_facts(question: str, counts: dict[str, int]) -> None:
    assert Counter(getattr(call, question) for call in CALLS) == counts


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("caller", {"woman": 32, "man": 6, "agency": 62}),
        (
            "agency",
            {
                "child_welfare": 14,
                "police": 10,
                "nav": 10,
                "shelter": 6,
                "health": 6,
                "other": 12,
                "lawyer": 4,
            },
        ),
        ("reason", {"violence": 25, "guidance": 25, "follow_up": 50}),
    ],
)
def test_the_shares_of_all_calls_round_to_the_percentages_of_the_report(
    question: str, percent: dict[str, int]
) -> None:
    counts = Counter(getattr(call, question) for call in CALLS)

    assert {option: round(100 * counts[option] / 899) for option in percent} == percent


def test_private_callers_say_on_whose_behalf_and_agencies_which_they_are() -> None:
    assert all((call.caller == "agency") == bool(call.agency) == (not call.behalf) for call in CALLS)


def test_july_is_the_busiest_month_and_september_and_january_are_peaks() -> None:
    months = _by_month(CALLS)

    assert sorted(months, key=lambda month: -months[month])[:3] == ["2016-07", "2016-09", "2016-01"]
    assert months["2016-01"] == 84


def test_crises_peak_in_january_april_and_october_and_are_fewest_in_february_and_august() -> None:
    counts = [count for _, count in sorted(_by_month(CRISES).items())]
    peaks = [month for month in range(1, 11) if counts[month - 1] < counts[month] > counts[month + 1]]
    lowest = [month for month in range(12) if counts[month] == min(counts)]

    assert (counts[0], counts.index(max(counts))) == (19, 0)
    assert {3, 9} <= set(peaks)
    assert lowest == [1, 7]


def test_the_last_tertial_has_the_most_crises() -> None:
    tertials = Counter((int(call.occurred_at[5:7]) - 1) // 4 for call in CRISES)

    assert tertials.most_common(1)[0][0] == 2


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_two_answers_hang_together(one: str, other: str) -> None:
    ones, others = Counter(_answers(one)), Counter(_answers(other))
    pairs = Counter(zip(_answers(one), _answers(other), strict=True))

    assert all(abs(pairs[a, b] - ones[a] * others[b] / 899) < 4 for a in ones for b in others)


def test_the_calls_stand_in_time_order_at_hours_of_2016() -> None:
    hours = [datetime.strptime(call.occurred_at, "%Y-%m-%dT%H") for call in CALLS]  # noqa: DTZ007 - civil time

    assert hours == sorted(hours)
    assert {hour.year for hour in hours} == {2016}


def test_the_file_holds_the_same_calls_under_the_questions_keys() -> None:
    rows = list(csv.DictReader(seed_year_csv().splitlines()))

    assert list(rows[0]) == ["occurred_at", "caller", "behalf", "agency", "reason", "crisis", "minority"]
    assert tuple(SeedCall(**row) for row in rows) == CALLS


def _answers(column: str) -> list[str]:
    return [call.occurred_at[:7] if column == "month" else getattr(call, column) for call in CALLS]


def _by_month(calls: tuple[SeedCall, ...]) -> Counter[str]:
    return Counter(call.occurred_at[:7] for call in calls)
