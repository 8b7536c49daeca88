from collections.abc import Mapping
from datetime import date

import pytest

from reports.analysis.dispersions import ASSUMED, Dispersions, dispersions_of
from reports.analysis.period import Period
from reports.analysis.tally import Tally, tally
from reports.inference.dispersion import Dispersion
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Option, Question
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions

MONTHS = [month for year in (2023, 2024, 2025, 2026) for month in Period.named(str(year)).months]
REASON = CALL.by_key["reason"]
CALM = Dispersion(1.0, 23)
"""What 24 months of a share that never moves leave: 12 + 11 degrees of freedom."""


def _tallies(months: list[str], calls: Mapping[str, Mapping[str, int]], form: Form = CALL) -> list[Tally]:
    """Count months in each of which so many calls had each answer to the question of reason."""
    return [
        tally(
            form,
            Period.named(month),
            [AnswerCount(month, "registered", {"reason": key}, n) for key, n in calls[month].items() if n],
        )
        for month in months
    ]


def _swinging(months: list[str]) -> dict[str, dict[str, int]]:
    """Let 40 and 60 of 100 calls be about violence, in turn, and the other way round a year later.

    Years and months of the year are then all alike, so that 50 is expected of each month.
    """
    return {
        month: {"violence": 40 + 20 * (sum(map(int, month.split("-"))) % 2), "guidance": 0, "follow_up": 0}
        for month in months
    }


def _others(calls: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Let the calls that were not about violence be about guidance, of a hundred."""
    return {month: {**answers, "guidance": 100 - answers["violence"]} for month, answers in calls.items()}


async def test_a_share_s_dispersion_is_worked_out_from_its_own_months() -> None:
    months = MONTHS[:24]

    told = await dispersions_of(CALL, _tallies(months, _others(_swinging(months))))

    # Each of 24 months is 10 off 50, among those counted and among the others: X² = 24 · 2 · 10²/50 = 96.
    assert told.of("reason", "violence").value == pytest.approx((96 + 12 * 1.5) / (11 + 12))
    assert told.of("reason", "violence").freedom == 23
    assert told.of("reason", "follow_up") == Dispersion(1.5, 12)
    assert told.total == CALM


@pytest.mark.parametrize(("months", "known"), [(23, False), (24, True)])
async def test_of_fewer_than_24_months_nothing_is_known(months: int, known: bool) -> None:
    names = MONTHS[:months]

    told = await dispersions_of(CALL, _tallies(names, _others(_swinging(names))))

    assert (told.of("reason", "violence") != ASSUMED) == known
    assert (told.total != ASSUMED) == known


async def test_where_nothing_is_known_one_and_a_half_is_assumed() -> None:
    assert Dispersions() == Dispersions(Dispersion(1.5), {})
    assert Dispersions().of("reason", "violence") == Dispersion(1.5)
    assert await dispersions_of(CALL, []) == Dispersions(
        ASSUMED,
        {(question.key, option.key): ASSUMED for question in CALL.questions for option in question.options},
    )


async def test_a_question_that_nobody_was_asked_in_a_month_leaves_it_out() -> None:
    calls = _others(_swinging(MONTHS[:24]))
    calls[MONTHS[5]] = {}

    told = await dispersions_of(CALL, _tallies(MONTHS[:24], calls))

    assert told.of("reason", "violence") == ASSUMED
    assert told.total != ASSUMED


@pytest.mark.parametrize(
    ("dated", "known"),
    [
        ({"since": date(2023, 1, 1)}, True),
        ({"since": date(2023, 1, 2)}, False),
        ({"until": date(2024, 12, 31)}, True),
        ({"until": date(2024, 12, 30)}, False),
        ({"since": date(2024, 12, 1), "was": ("told",)}, True),
    ],
)
async def test_months_in_which_an_answer_could_not_be_given_all_the_time_are_left_out(
    dated: Mapping[str, object], known: bool
) -> None:
    options = tuple(_dated(option, dated) for option in REASON.options)
    form = with_questions(CALL, changed(REASON, options=options))

    told = await dispersions_of(form, _tallies(MONTHS[:24], _others(_swinging(MONTHS[:24])), form))

    assert (told.of("reason", "violence") != ASSUMED) == known
    assert told.of("reason", "guidance") != ASSUMED


def _dated(option: Option, dated: Mapping[str, object]) -> Option:
    return changed(option, **dated) if option.key == "violence" else option


async def test_months_in_which_a_question_was_not_asked_all_the_time_are_left_out() -> None:
    asked_since: Question = changed(REASON, since=date(2023, 1, 2))
    form = with_questions(CALL, asked_since)

    short, long = [
        await dispersions_of(form, _tallies(MONTHS[:n], _others(_swinging(MONTHS[:n])), form)) for n in (24, 25)
    ]

    assert short.of("reason", "violence") == ASSUMED
    assert long.of("reason", "violence") != ASSUMED


async def test_not_known_is_a_share_of_all_who_were_asked() -> None:
    calls = {
        month: {"unknown": answers["violence"], "guidance": 100 - answers["violence"]}
        for month, answers in _swinging(MONTHS[:24]).items()
    }

    told = await dispersions_of(CALL, _tallies(MONTHS[:24], calls))

    assert told.of("reason", "unknown").value == pytest.approx((96 + 12 * 1.5) / (11 + 12))
