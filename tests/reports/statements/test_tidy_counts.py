"""A summary as rows: which answers there are, what their shares are of, and what is said of a year before."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from reports.analysis.period import Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.statements.statements import Statements
from reports.statements.tidy_counts import TidyCount, tidy_counts
from storage.figures.counts import AnswerCount
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.form import Form
from tests.example_forms import changed
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.forms import call_form, stay_form, with_questions
from tests.reports.strategies import summaries
from tests.reports.summaries import PLAIN, TODAY, months, summary

CALL = call_form()
Keys = tuple[str, str]


def rows_of(of: Summary) -> dict[Keys, TidyCount]:
    """Return a summary's rows by their keys."""
    return {(row.question, row.option): row for row in tidy_counts(Statements(of))}


def typed(of: dict[Keys, PrintedFigure], rows: list[AnswerCount]) -> Summary:
    """Summarise 2016 beside what an earlier report prints of 2015."""
    use = RegisterUse((Period.named("2016").days,))
    return summarise(CALL, Period.named("2016"), TODAY, SummaryRows(rows, [], use, typed={"2015": of}))


def test_the_total_comes_first_then_every_answer_in_the_form_s_order() -> None:
    rows = list(rows_of(summary("2016", seed_rows())))

    questions = [
        CALL.by_key[key] for key in ("caller", "behalf", "agency", "reason", "crisis", "minority", "also")
    ]
    assert rows == [TOTAL, *((question.key, key) for question in questions for key in question.option_keys)]


def test_not_known_stands_where_the_form_has_it() -> None:
    caller = CALL.by_key["caller"]
    form = with_questions(CALL, changed(caller, options=caller.options[::-1]))

    rows = list(rows_of(summary("2016", seed_rows(), form)))

    assert rows[1:5] == [("caller", key) for key in ("unknown", "agency", "man", "woman")]


def test_counts_and_shares_are_those_of_the_seed_report() -> None:
    rows = rows_of(summary("2016", seed_rows()))

    assert rows[TOTAL] == TidyCount("2016", "", "", 899)
    assert rows["caller", "woman"] == TidyCount("2016", "caller", "woman", 287, 899, 287 / 899)
    assert rows["agency", "police"] == TidyCount("2016", "agency", "police", 90, 899, 90 / 899)
    assert rows["minority", "yes"] == TidyCount("2016", "minority", "yes", 440, 879, 440 / 879)
    assert rows["minority", "unknown"] == TidyCount("2016", "minority", "unknown", 20, 899, 20 / 899)


def test_a_change_is_clear_or_not_and_neither_where_nothing_is_compared() -> None:
    rows = rows_of(summary("2016", [*rows_of_2015(), *seed_rows()]))

    assert rows[TOTAL].clear is not None
    assert rows["agency", "child_welfare"].clear is True
    assert rows["agency", "nav"].clear is False
    assert rows["crisis", "no"].clear is None
    assert rows["agency", "child_welfare"].share_before == 63 / 921


def test_shares_of_few_are_given_too() -> None:
    rows = rows_of(summary("2026-10", months(("2026-10", 3))))

    assert rows["agency", "nav"] == TidyCount("2026-10", "agency", "nav", 3, 3, 1.0)
    assert rows["agency", "police"] == TidyCount("2026-10", "agency", "police", 0, 3, 0.0)


def test_where_nobody_answered_the_base_is_none_at_all_and_there_is_no_share() -> None:
    rows = rows_of(summary("2026-10", months(("2026-09", 3))))

    assert rows[TOTAL].count == 0
    assert rows["caller", "unknown"] == TidyCount("2026-10", "caller", "unknown", 0, 0)
    assert all((row.count, row.base, row.share) == (0, 0, None) for key, row in rows.items() if key != TOTAL)


def test_a_printed_share_keeps_its_decimals() -> None:
    figures = {
        TOTAL: PrintedFigure(880),
        ("agency", "child_welfare"): PrintedFigure(percent=Decimal(7), base=880),
        ("agency", "police"): PrintedFigure(90, base=880),
        ("minority", "yes"): PrintedFigure(percent=Decimal("35.0")),
    }

    rows = rows_of(typed(figures, seed_rows()))

    assert str(rows["agency", "child_welfare"].share_before) == "0.07"
    assert rows["agency", "police"].share_before == 90 / 880
    assert str(rows["minority", "yes"].share_before) == "0.350"
    assert rows["minority", "yes"].clear is None


def test_of_a_period_before_the_register_there_is_what_an_earlier_report_says_in_all() -> None:
    period, figures = Period.named("2015"), {TOTAL: PrintedFigure(880), ("caller", "man"): PrintedFigure(7)}
    use = RegisterUse((Period.named("2016").days,))

    told = summarise(CALL, period, TODAY, SummaryRows([], [], use, typed={"2015": figures}))
    nothing = summarise(CALL, Period.named("2014"), TODAY, SummaryRows([], [], use))

    assert tidy_counts(Statements(told)) == [TidyCount("2015", "", "", 880)]
    assert tidy_counts(Statements(nothing)) == [TidyCount("2014", "", "", None)]


@pytest.mark.parametrize(
    ("since", "until", "there", "base"),
    [
        (None, None, True, 12),
        (date(2026, 10, 15), None, True, None),
        (None, date(2026, 10, 15), True, None),
        (date(2026, 11, 1), None, False, 0),
        (None, date(2026, 9, 30), False, 0),
    ],
    ids=["all the time", "later in the month", "no longer", "not yet", "not any more"],
)
def test_a_question_that_was_not_in_use_has_no_zeros_and_one_of_a_part_no_shares_of_all(
    since: date | None, until: date | None, base: int | None, *, there: bool
) -> None:
    form = with_questions(CALL, changed(CALL.by_key["agency"], since=since, until=until))
    plain = {key: answer for key, answer in PLAIN.items() if there or key != "agency"}

    rows = rows_of(summary("2026-10", months(("2026-10", 12), answers=plain), form))

    assert (("agency", "nav") in rows) is there
    if there:
        assert (rows["agency", "nav"].count, rows["agency", "nav"].base) == (12, base)


def test_an_answer_that_could_not_be_given_is_left_out(stay: Form) -> None:
    rows = [AnswerCount("2016-05", "registered", {"who": "adult", "violence": ["physical", "threats"]}, 30)]

    told = rows_of(summary("2016", rows, stay))

    assert [option for question, option in told if question == "who"] == ["adult", "child", "unknown"]
    assert [
        (told["violence", option].count, told["violence", option].share) for option in ("physical", "threats")
    ] == [
        (30, 1.0),
        (30, 1.0),
    ]


@pytest.fixture
def stay(tmp_path: Path) -> Form:
    """Read the form with every turn of the grammar."""
    return stay_form(tmp_path)


def test_what_is_added_later_is_of_all_registered_calls() -> None:
    rows = rows_of(summary("2026-10", months(("2026-10", 12), answers={**PLAIN, "also": ["violence"]})))

    assert rows["also", "violence"] == TidyCount("2026-10", "also", "violence", 12, 12, 1.0)
    assert rows["also", "guidance"] == TidyCount("2026-10", "also", "guidance", 0, 12, 0.0)


@given(summaries())
def test_every_row_stands_once_and_has_the_figures_of_the_tally(told: Summary) -> None:
    rows = tidy_counts(Statements(told))

    assert max(Counter((row.question, row.option) for row in rows).values()) == 1
    for row in (row for row in rows if row.question):
        tally, option = told.now.questions[row.question], CALL.by_key[row.question].option(row.option)
        assert (row.count, row.base or 0) == tally.of(option)
        assert row.share in {None, tally.of(option)[0] / (tally.of(option)[1] or 1)}
