import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.calls import invented_calls
from storage.forms.reader import read_form
from storage.records.records import Draft

FILE = Path(__file__).parents[3] / "storage" / "forms" / "call.toml"
FORM = read_form(FILE)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def _drawn(first: date, after: date, seed: int = 7) -> list[Draft]:
    return list(invented_calls(FORM, first, after, Random(seed)))


@pytest.fixture(scope="module")
def ten_years() -> list[Draft]:
    """Invent ten years, long enough for the shares to settle."""
    return _drawn(date(2010, 1, 1), date(2020, 1, 1))


@pytest.fixture(scope="module")
def registered(ten_years: list[Draft]) -> list[Draft]:
    """Pick those of the ten years that hold full answers."""
    return [call for call in ten_years if call.outcome == "registered"]


@pytest.fixture(scope="module")
def century() -> list[Draft]:
    """Invent a hundred years, long enough for the months to stand in their order."""
    return _drawn(date(2000, 1, 1), date(2100, 1, 1))


@given(first=DAYS, days=st.integers(0, 90), seed=st.integers())
def test_every_call_falls_in_the_half_open_stretch_and_in_time_order(first: date, days: int, seed: int) -> None:
    after = first + timedelta(days=days)

    hours = [call.occurred_at for call in _drawn(first, after, seed)]

    assert hours == sorted(hours)
    assert all(first.isoformat() <= hour < after.isoformat() for hour in hours)


@given(first=DAYS, seed=st.integers())
def test_the_same_chance_gives_the_same_calls_and_a_longer_stretch_goes_on_from_them(
    first: date, seed: int
) -> None:
    month = _drawn(first, first + timedelta(days=30), seed)

    assert _drawn(first, first + timedelta(days=30), seed) == month
    assert _drawn(first, first + timedelta(days=60), seed)[: len(month)] == month


def test_another_chance_gives_other_calls() -> None:
    year = date(2016, 1, 1), date(2017, 1, 1)

    assert _drawn(*year, seed=1) != _drawn(*year, seed=2)


def test_a_stretch_of_no_days_has_no_calls() -> None:
    assert _drawn(date(2016, 1, 1), date(2016, 1, 1)) == []


def test_every_answer_is_one_the_form_asks_for(ten_years: list[Draft]) -> None:
    questions = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
    options = {question["key"]: {option["key"] for option in question["options"]} for question in questions}
    order = list(options)

    for call in ten_years:
        assert list(call.answers) == sorted(call.answers, key=order.index)
        assert all(option in options[question] for question, option in call.answers.items())


def test_a_registered_call_answers_exactly_what_its_caller_is_asked(registered: list[Draft]) -> None:
    for call in registered:
        second = "agency" if call.answers["caller"] == "agency" else "behalf"
        assert list(call.answers) == ["caller", second, "reason", "crisis", "minority"]


@pytest.mark.parametrize(
    ("outcome", "answers"),
    [("irrelevant", {("aside",)}), ("declined", {()}), ("unspecified", {()})],
)
def test_the_other_outcomes_hold_no_more_than_they_may(
    outcome: str, answers: set[tuple[str, ...]], ten_years: list[Draft]
) -> None:
    assert {tuple(call.answers) for call in ten_years if call.outcome == outcome} == answers


def test_about_75_calls_a_month_come_in(ten_years: list[Draft]) -> None:
    assert len(ten_years) / 120 == pytest.approx(75, abs=2)


@pytest.mark.parametrize(
    ("outcome", "percent"), [("registered", 95.5), ("unspecified", 1.5), ("irrelevant", 2), ("declined", 1)]
)
def test_few_calls_end_otherwise_than_registered(outcome: str, percent: float, ten_years: list[Draft]) -> None:
    count = sum(call.outcome == outcome for call in ten_years)

    assert 100 * count / len(ten_years) == pytest.approx(percent, abs=0.75)


@pytest.mark.parametrize(
    ("question", "option", "percent"),
    [
        ("caller", "agency", 62),
        ("caller", "woman", 32),
        ("caller", "man", 6),
        ("agency", "child_welfare", 14),
        ("agency", "police", 10),
        ("agency", "nav", 10),
        ("agency", "shelter", 6),
        ("agency", "health", 6),
        ("agency", "other", 12),
        ("agency", "lawyer", 4),
        ("reason", "violence", 25),
        ("reason", "follow_up", 50),
        ("reason", "guidance", 25),
        ("crisis", "yes", 100 / 6),
    ],
)
def test_the_shares_are_those_of_a_usual_year(
    question: str, option: str, percent: float, registered: list[Draft]
) -> None:
    count = sum(call.answers.get(question) == option for call in registered)

    assert 100 * count / len(registered) == pytest.approx(percent, abs=2)


@pytest.mark.parametrize(("question", "option"), [("behalf", "self"), ("minority", "yes")])
def test_half_of_those_known_call_for_themselves_and_half_are_of_minority_background(
    question: str, option: str, registered: list[Draft]
) -> None:
    counts = Counter(call.answers.get(question) for call in registered)
    known = sum(counts.values()) - counts["unknown"] - counts[None]

    assert counts[option] / known == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("question", ["caller", "behalf", "reason", "minority"])
def test_a_few_answers_are_not_known(question: str, registered: list[Draft]) -> None:
    answers = [call.answers[question] for call in registered if question in call.answers]

    assert 0.005 < answers.count("unknown") / len(answers) < 0.08


def test_july_is_the_busiest_month_and_september_and_january_are_peaks(century: list[Draft]) -> None:
    months = _by_month(century)

    assert [month for month, _ in months.most_common(3)] == ["07", "09", "01"]


def test_crises_peak_in_january_april_and_october_and_are_fewest_in_february_and_august(
    century: list[Draft],
) -> None:
    months = _by_month(call for call in century if call.answers.get("crisis") == "yes")
    ranked = [month for month, _ in months.most_common()]

    assert ranked[:2] == ["01", "10"]
    assert set(ranked[-2:]) == {"02", "08"}
    assert months["03"] < months["04"] > months["05"]
    assert sum(months[month] for month in ("09", "10", "11", "12")) > sum(months.values()) * 0.36


def test_calls_come_at_all_hours_and_mostly_by_day(ten_years: list[Draft]) -> None:
    hours = Counter(int(call.occurred_at[-2:]) for call in ten_years)

    assert set(hours) == set(range(24))
    assert sum(hours[hour] for hour in range(8, 16)) > len(ten_years) / 2
    assert min(hours[hour] for hour in range(8, 16)) > max(hours[hour] for hour in range(7))


def test_no_call_comes_in_the_hour_that_the_clock_skips() -> None:
    nights = [_drawn(date(2016, 3, 27), date(2016, 3, 28), seed) for seed in range(1000)]
    hours = Counter(call.occurred_at for night in nights for call in night)

    assert hours["2016-03-27T01"] > 0
    assert hours["2016-03-27T02"] == 0
    assert hours["2016-03-27T03"] > 0


def _by_month(calls: Iterable[Draft]) -> Counter[str]:
    return Counter(call.occurred_at[5:7] for call in calls)
