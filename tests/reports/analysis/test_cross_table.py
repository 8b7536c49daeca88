from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.analysis.cross_table import CrossLine, CrossTable
from reports.analysis.period import Period
from reports.analysis.tally import Tally, tally
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from tests.reports.chapters import seed_rows
from tests.reports.crossed import call, crossed, with_many_options
from tests.reports.forms import call_form, stay_form
from tests.reports.strategies import ROWS

CALL = call_form()
PAIRS = [f"{one.key},{other.key}" for one in CALL.crossable for other in CALL.crossable if one != other]


@pytest.fixture(scope="module")
def stay(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Read the form with every turn of the grammar."""
    return stay_form(tmp_path_factory.mktemp("form"))


def line(table: CrossTable, key: str) -> CrossLine:
    """Return the row or column of an option."""
    return next(line for line in (*table.rows.lines, *table.columns.lines) if line.options[0].key == key)


def test_the_seed_year_s_agencies_call_about_crises() -> None:
    table = crossed("agency,crisis", seed_rows())

    assert (table.total, table.asked, table.left_out) == (558, 899, 341)
    assert dict(table.rows.totals) == {
        "child_welfare": 126,
        "police": 90,
        "nav": 90,
        "shelter": 54,
        "health": 54,
        "lawyer": 36,
        "other": 108,
    }
    assert dict(table.columns.totals) == {"yes": 92, "no": 466}
    assert table.counts["police", "yes"] == 18
    assert table.row_share(line(table, "police"), line(table, "yes")) == 18 / 90
    assert table.column_share(line(table, "police"), line(table, "yes")) == 18 / 92
    assert table.share_of_all(table.columns, line(table, "yes")) == 92 / 558


def _of_both(pair: str, rows: list[AnswerCount]) -> Tally:
    keys = pair.split(",")
    both = [row for row in rows if all(key in row.answers for key in keys)]
    return tally(CALL, Period.named("2025"), both)


@given(rows=ROWS, pair=st.sampled_from(PAIRS))
@settings(deadline=None)
def test_the_sums_are_the_tally_of_each_question_among_the_records_that_hold_both(
    rows: list[AnswerCount], pair: str
) -> None:
    rows = [row for row in rows if row.month.startswith("2025")]

    table, counted = crossed(pair, rows, period="2025"), _of_both(pair, rows)

    for side in (table.rows, table.columns):
        question = counted.questions[side.question.key]
        known = {option.key: side.totals[option.key] for option in side.options if not option.unknown}
        assert known == dict(question.options)
        assert side.unknown == question.unknown
        assert table.total == question.asked


@given(rows=ROWS)
@settings(deadline=None)
def test_where_one_answer_is_given_to_each_the_cells_add_up_to_the_sums(rows: list[AnswerCount]) -> None:
    table = crossed("reason,minority", rows)

    for row in table.rows.lines:
        assert sum(table.count(row, column) for column in table.columns.lines) == table.rows.total(row)
    for column in table.columns.lines:
        assert sum(table.count(row, column) for row in table.rows.lines) == table.columns.total(column)
    assert sum(table.counts.values()) == table.total


@given(rows=ROWS)
@settings(deadline=None)
def test_the_known_shares_of_a_row_and_of_a_column_make_up_the_whole(rows: list[AnswerCount]) -> None:
    table = crossed("reason,minority", rows)

    for row in table.rows.lines:
        across = [table.row_share(row, column) for column in table.columns.lines if not column.unknown]
        assert set(across) == {None} or sum(share for share in across if share is not None) == pytest.approx(1)
    for column in table.columns.lines:
        down = [table.column_share(row, column) for row in table.rows.lines if not row.unknown]
        assert set(down) == {None} or sum(share for share in down if share is not None) == pytest.approx(1)


@given(rows=ROWS, pair=st.sampled_from(PAIRS))
@settings(deadline=None)
def test_the_other_way_round_it_is_the_same_table(rows: list[AnswerCount], pair: str) -> None:
    table = crossed(pair, rows)
    swapped = crossed(",".join(reversed(pair.split(","))), rows)

    for row in table.rows.lines:
        for column in table.columns.lines:
            assert table.count(row, column) == swapped.count(column, row)
            assert table.row_share(row, column) == swapped.column_share(column, row)


def test_not_known_stands_last_with_its_counts_and_is_in_no_base() -> None:
    rows = [
        call(30, reason="violence", minority="yes"),
        call(10, reason="violence", minority="no"),
        call(5, reason="violence", minority="unknown"),
        call(7, reason="unknown", minority="yes"),
    ]
    table = crossed("reason,minority", rows)
    violence, unknown, yes = line(table, "violence"), table.rows.lines[-1], line(table, "yes")
    not_known = table.columns.lines[-1]

    assert (unknown.unknown, not_known.unknown) == (True, True)
    assert (table.rows.total(unknown), table.count(violence, not_known)) == (7, 5)
    assert table.row_share(violence, yes) == 30 / 40
    assert table.column_share(violence, yes) == 30 / 30
    assert {table.row_share(unknown, yes), table.column_share(violence, not_known)} == {None}
    assert {table.row_share(violence, not_known), table.column_share(unknown, yes)} == {None}


@pytest.mark.parametrize(("calls", "share"), [(19, None), (20, 1.0)])
def test_a_small_base_has_counts_without_shares(calls: int, share: float | None) -> None:
    table = crossed("reason,minority", [call(calls, reason="violence", minority="yes")])
    cell = line(table, "violence"), line(table, "yes")

    assert table.count(*cell) == calls
    assert (table.row_share(*cell), table.column_share(*cell)) == (share, share)
    assert table.share_of_all(table.rows, cell[0]) == share


def test_of_several_answers_each_is_counted_and_the_sums_count_a_record_once(stay: Form) -> None:
    rows = [
        call(20, who="adult", violence=["physical", "mental"]),
        call(10, who="adult", violence=["mental"]),
        call(5, who="adult", violence=[]),
    ]
    table = crossed("who,violence", rows, stay)
    adult, mental = line(table, "adult"), line(table, "mental")

    assert table.rows.total(adult) == table.total == 35
    assert table.count(adult, mental) == table.columns.total(mental) == 30
    assert table.row_share(adult, mental) == 30 / 35
    assert sum(table.row_share(adult, column) or 0 for column in table.columns.lines) > 1


@pytest.mark.parametrize(
    ("period", "chosen", "told"), [("2015", [], True), ("2016", [], False), ("2016", ["pet"], True)]
)
def test_an_option_neither_in_use_nor_chosen_is_left_out(
    stay: Form, period: str, chosen: list[str], *, told: bool
) -> None:
    rows = [AnswerCount(f"{period}-01", "registered", {"who": who, "school": "new"}, 1) for who in chosen]

    table = crossed("who,school", rows, stay, period)

    assert ("pet" in {option.key for option in table.rows.options}) is told


def test_of_many_options_the_largest_stand_in_the_form_s_order_then_the_rest_then_not_known() -> None:
    form = with_many_options(14)
    rows = [call(n + 1, caller="agency", agency=f"a{n}", reason="r0") for n in range(14)]
    rows.append(call(3, agency="unknown", reason="r0"))

    table = crossed("agency,reason", rows, form)
    *largest, rest, unknown = table.rows.largest(10)

    assert [line.options[0].key for line in largest] == [f"a{n}" for n in range(4, 14)]
    assert [option.key for option in rest.options] == ["a0", "a1", "a2", "a3"]
    assert (rest.is_rest, unknown.unknown) == (True, True)
    assert table.rows.total(rest) == table.count(rest, line(table, "r0")) == 10


@pytest.mark.parametrize(("options", "lines"), [(10, 10), (11, 11), (12, 11)])
def test_a_rest_stands_for_two_options_at_least(options: int, lines: int) -> None:
    table = crossed("agency,reason", [], with_many_options(options))

    assert len([line for line in table.rows.largest(10) if not line.unknown]) == lines


@given(counts=st.lists(st.integers(0, 9), min_size=14, max_size=14), most=st.integers(1, 13))
@settings(deadline=None)
def test_the_largest_lines_and_the_rest_hold_every_option_once(counts: list[int], most: int) -> None:
    rows = [call(n, agency=f"a{place}", reason="r0") for place, n in enumerate(counts) if n]

    side = crossed("agency,reason", rows, with_many_options(14)).rows
    lines = side.largest(most)

    assert sorted(option.key for line in lines for option in line.options) == sorted(o.key for o in side.options)
    assert sum(map(side.total, lines)) == sum(counts)


def test_a_rest_of_several_answers_has_no_share_of_its_row(stay: Form) -> None:
    table = crossed("who,violence", [call(30, who="adult", violence=["physical", "mental"])], stay)
    rest = CrossLine(tuple(option for option in table.columns.options if not option.unknown))

    assert table.count(line(table, "adult"), rest) == 60
    assert table.row_share(line(table, "adult"), rest) is None


def test_a_running_period_reaches_up_to_today(tmp_path: Path) -> None:
    table = crossed("who,violence", [], stay_form(tmp_path), "2026", today=date(2026, 11, 3))

    assert (table.days.first, table.days.last) == (date(2026, 1, 1), date(2026, 11, 3))
