import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.analysis.period import Period
from reports.analysis.tally import MonthTally, Tally, tally, tally_json
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import OUTCOMES
from tests.reports.forms import call_form, stay_form
from tests.seed_year import CALLS_BY_MONTH, CRISES_BY_MONTH, seed_year_csv

YEAR = Period.named("2016")


def seed_counts() -> list[AnswerCount]:
    """Count the calls of the seed year as the database would."""
    counts = Counter(
        (row.pop("occurred_at")[:7], tuple((key, answer) for key, answer in row.items() if answer))
        for row in csv.DictReader(io.StringIO(seed_year_csv()))
    )
    return [AnswerCount(month, "registered", dict(answers), calls) for (month, answers), calls in counts.items()]


@pytest.fixture(scope="module")
def seed() -> Tally:
    """Tally the seed year."""
    return tally(call_form(), YEAR, seed_counts())


@pytest.fixture(scope="module")
def stay(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Read the form with every turn of the grammar."""
    return stay_form(tmp_path_factory.mktemp("form"))


def test_the_seed_year_has_its_899_calls(seed: Tally) -> None:
    assert seed.total == 899
    assert seed.highlighted == 150
    assert tuple(month.total for month in seed.months.values()) == CALLS_BY_MONTH
    assert tuple(month.highlighted for month in seed.months.values()) == CRISES_BY_MONTH


@pytest.mark.parametrize(
    ("question", "option", "percent"),
    [
        ("caller", "woman", 32),
        ("caller", "man", 6),
        ("caller", "agency", 62),
        ("behalf", "self", 50),
        ("agency", "child_welfare", 14),
        ("agency", "police", 10),
        ("agency", "nav", 10),
        ("agency", "shelter", 6),
        ("agency", "health", 6),
        ("agency", "lawyer", 4),
        ("agency", "other", 12),
        ("reason", "violence", 25),
        ("reason", "follow_up", 50),
        ("reason", "guidance", 25),
        ("crisis", "yes", 17),
        ("minority", "yes", 50),
    ],
)
def test_the_seed_year_has_the_shares_of_the_report(seed: Tally, question: str, option: str, percent: int) -> None:
    told = seed.questions[question]

    assert round(told.options[option] / told.base * 100) == percent


def test_the_json_is_the_contract_s(seed: Tally) -> None:
    printed = json.dumps(tally_json(seed))

    assert printed.startswith(
        '{"form": "call", "period": "2016", "first_day": "2016-01-01", "last_day": "2016-12-31", "total": 899,'
        ' "outcomes": {"registered": 899, "unspecified": 0, "declined": 0, "irrelevant": 0},'
        ' "questions": {"caller": {"asked": 899, "unknown": 0,'
        ' "options": {"woman": 287, "man": 54, "agency": 558}}, "behalf": {"asked": 341, "unknown": 0,'
    )
    assert '"minority": {"asked": 899, "unknown": 20, "options": {"yes": 440, "no": 439}}' in printed
    assert '"months": {"2016-01": {"total": 84, "highlighted": 19}, "2016-02"' in printed


@pytest.mark.parametrize("period", ["2016-07", "2016-T2"])
def test_only_the_months_of_the_period_are_counted(period: str) -> None:
    counted = tally(call_form(), Period.named(period), seed_counts())

    assert tuple(counted.months) == Period.named(period).months
    assert counted.total == sum(month.total for month in counted.months.values()) < 899


def test_only_registered_and_unspecified_are_in_the_total() -> None:
    rows = [AnswerCount("2016-01", outcome, {}, 10**place) for place, outcome in enumerate(OUTCOMES)]

    counted = tally(call_form(), YEAR, rows)

    assert counted.total == 11
    assert dict(counted.outcomes) == {"registered": 1, "unspecified": 10, "declined": 100, "irrelevant": 1000}
    assert counted.months["2016-01"].total == 11


def test_answers_of_those_without_full_answers_are_not_counted() -> None:
    counted = tally(call_form(), YEAR, [AnswerCount("2016-01", "unspecified", {"crisis": "yes"}, 3)])

    assert counted.highlighted == 0
    assert counted.questions["crisis"].asked == 0


def test_several_answers_are_each_counted_and_nothing_chosen_is_an_answer(stay: Form) -> None:
    rows = [
        AnswerCount("2016-01", "registered", {"violence": ["physical", "threats"]}, 2),
        AnswerCount("2016-02", "registered", {"violence": []}, 3),
        AnswerCount("2016-02", "registered", {"violence": ["unknown"]}, 4),
        AnswerCount("2016-02", "registered", {"violence": ["mental", "unknown"]}, 5),
    ]

    counted = tally(stay, YEAR, rows)

    question = counted.questions["violence"]
    assert (question.asked, question.unknown, question.base) == (14, 4, 10)
    assert dict(question.options) == {"physical": 2, "mental": 5, "threats": 2}
    assert counted.highlighted == counted.months["2016-01"].highlighted == 2


def test_keys_no_longer_in_the_form_are_passed_over(stay: Form) -> None:
    rows = [AnswerCount("2016-01", "registered", {"gone": "yes", "who": "robot"}, 2)]

    counted = tally(stay, YEAR, rows)

    assert set(counted.questions) == {"who", "violence", "school"}
    assert counted.questions["who"].asked == 2
    assert dict(counted.questions["who"].options) == {"adult": 0, "child": 0, "pet": 0}


def test_shares_are_of_all_or_of_those_who_answered(stay: Form) -> None:
    rows = [
        AnswerCount("2016-01", "registered", {"who": "child", "school": "new"}, 1),
        AnswerCount("2016-01", "registered", {"who": "adult"}, 2),
        AnswerCount("2016-01", "registered", {"who": "unknown"}, 1),
    ]

    counted = tally(stay, YEAR, rows)

    assert {key: question.base for key, question in counted.questions.items()} == {
        "school": 4,
        "who": 3,
        "violence": 0,
    }


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "who": st.sampled_from(["adult", "child", "pet", "unknown", "robot"]),
        "violence": st.lists(st.sampled_from(["physical", "mental", "threats", "unknown"]), unique=True),
        "school": st.sampled_from(["same", "new"]),
        "gone": st.just("yes"),
    },
)
ROWS = st.lists(
    st.builds(
        AnswerCount,
        month=st.sampled_from(["2015-12", *YEAR.months]),
        outcome=st.sampled_from(OUTCOMES),
        answers=ANSWERS,
        calls=st.integers(1, 3),
    )
)


def _one_by_one(rows: Iterable[AnswerCount]) -> Sequence[AnswerCount]:
    return [row for row in rows if row.month.startswith("2016") for _ in range(row.calls)]


@given(rows=ROWS)
def test_the_tally_is_what_counting_one_by_one_gives(stay: Form, rows: list[AnswerCount]) -> None:
    calls = _one_by_one(rows)
    answers = [call.answers for call in calls if call.outcome == "registered"]

    counted = tally(stay, YEAR, rows)

    assert counted.total == sum(call.outcome in {"registered", "unspecified"} for call in calls)
    assert counted.highlighted == sum("threats" in answer.get("violence", []) for answer in answers)
    for key, question in counted.questions.items():
        assert question.asked == sum(key in answer for answer in answers)
        assert question.unknown == sum(answer.get(key) in ("unknown", ["unknown"]) for answer in answers)
        for option, count in question.options.items():
            assert count == sum(
                answer[key] == option or option in answer[key] for answer in answers if key in answer
            )


@given(rows=ROWS)
def test_it_makes_no_difference_whether_equal_answers_are_one_object(stay: Form, rows: list[AnswerCount]) -> None:
    read = {json.dumps(row.answers): row.answers for row in rows}

    shared = [row._replace(answers=read[json.dumps(row.answers)]) for row in rows]

    assert tally(stay, YEAR, shared) == tally(stay, YEAR, rows)


@given(rows=ROWS)
def test_the_months_add_up_to_the_period(stay: Form, rows: list[AnswerCount]) -> None:
    counted = tally(stay, YEAR, rows)

    assert sum(month.total for month in counted.months.values()) == counted.total
    assert sum(month.highlighted for month in counted.months.values()) == counted.highlighted


@pytest.mark.parametrize(
    ("asked", "lacking", "base"),
    [(30, 0, 49), (30, 1, 49), (30, 2, 0), (19, 1, 38), (18, 1, 0)],
)
def test_records_that_lack_a_question_of_all_are_no_part_of_its_base_and_above_one_in_twenty_it_has_none(
    stay: Form, asked: int, lacking: int, base: int
) -> None:
    rows = [
        AnswerCount("2016-01", "registered", {"who": "child", "school": "new"}, asked),
        AnswerCount("2016-01", "registered", {"who": "child"}, lacking),
        AnswerCount("2016-01", "registered", {"who": "adult"}, 19),
        AnswerCount("2016-01", "unspecified", {}, 5),
    ]

    school = tally(stay, YEAR, rows).questions["school"]

    assert (school.options["new"], school.asked, school.base) == (asked, asked, base)


def test_of_each_month_it_is_counted_of_how_many_it_was_asked_whether_they_are_highlighted() -> None:
    rows = [
        AnswerCount("2016-01", "registered", {"crisis": "yes"}, 2),
        AnswerCount("2016-01", "registered", {"crisis": "no"}, 3),
        AnswerCount("2016-01", "registered", {"caller": "woman"}, 4),
        AnswerCount("2016-01", "unspecified", {}, 5),
        AnswerCount("2016-02", "registered", {"caller": "woman"}, 6),
    ]

    months = tally(call_form(), YEAR, rows).months

    assert [months[f"2016-0{n}"] for n in (1, 2, 3)] == [MonthTally(14, 2, 5), MonthTally(6, 0, 0), MonthTally()]
