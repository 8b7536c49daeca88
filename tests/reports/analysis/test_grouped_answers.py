import pytest
from hypothesis import given

from reports.analysis.grouped_answers import AnswerPair, GroupedAnswers, grouped_answers
from storage.figures.counts import AnswerCount
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.crossed import call
from tests.reports.forms import call_form
from tests.reports.strategies import ROWS

CALL = call_form()
REASON, CRISIS, ALSO = (CALL.by_key[key] for key in ("reason", "crisis", "also"))
RENAMED = changed(
    CRISIS,
    options=(
        Option(key="acute", label=Label(nb="Akutt"), was=("yes", "urgent")),
        Option(key="no", label=Label(nb="Nei")),
    ),
)


def _grouped(*rows: AnswerCount) -> GroupedAnswers:
    return grouped_answers(REASON, CRISIS, rows)


def test_the_same_answers_are_one_group_in_whatever_months() -> None:
    rows = [
        AnswerCount(month, "registered", {"reason": "violence", "crisis": "yes", "minority": answer}, 2)
        for month in ("2016-01", "2016-02")
        for answer in ("yes", "no")
    ]

    assert _grouped(*rows).pairs == (AnswerPair(("violence",), ("yes",), 8),)


def test_records_that_hold_one_of_the_questions_are_asked_and_in_no_group() -> None:
    grouped = _grouped(call(3, reason="violence"), call(4, crisis="yes"), call(5, minority="no"))

    assert (grouped.asked, grouped.pairs) == (7, ())


@pytest.mark.parametrize("outcome", ["unspecified", "declined", "irrelevant"])
def test_only_registered_records_are_counted(outcome: str) -> None:
    row = AnswerCount("2016-01", outcome, {"reason": "violence", "crisis": "yes"}, 2)  # type: ignore[arg-type]

    assert _grouped(row) == GroupedAnswers(REASON, CRISIS, (), 0, frozenset())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["violence", "guidance"], ("violence", "guidance")),
        (["guidance", "violence"], ("violence", "guidance")),
        (["unknown"], ("unknown",)),
        (["violence", "unknown"], ("violence",)),
        (["gone"], ()),
        (["gone", "unknown"], ()),
        ([], ()),
    ],
)
def test_not_known_is_an_answer_only_where_it_is_the_whole_answer(given: list[str], told: tuple[str, ...]) -> None:
    several = changed(REASON, kind="several")

    [pair] = grouped_answers(several, CRISIS, [call(reason=given, crisis="no")]).pairs

    assert pair.rows == told


def test_what_was_renamed_or_merged_is_counted_under_its_present_key_and_marked() -> None:
    rows = [call(2, reason="violence", crisis=key) for key in ("yes", "urgent", "acute")]

    grouped = grouped_answers(REASON, RENAMED, rows)

    assert grouped.pairs == (AnswerPair(("violence",), ("acute",), 6),)
    assert grouped.bridged == {("crisis", "acute")}


def test_an_option_that_another_has_replaced_is_not_counted_by_itself() -> None:
    merged = changed(RENAMED, options=(*RENAMED.options, CRISIS.option("yes")))

    assert [option.key for option in merged.counted_options] == ["acute", "no"]


@given(rows=ROWS)
def test_there_are_no_more_groups_than_there_are_cells(rows: list[AnswerCount]) -> None:
    assert len(_grouped(*rows).pairs) <= len(REASON.options) * len(CRISIS.options)
