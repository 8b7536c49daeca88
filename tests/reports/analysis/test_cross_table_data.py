import json

from hypothesis import given, settings

from reports.analysis.cross_table_data import cross_table_cells, cross_table_json
from storage.figures.counts import AnswerCount
from tests.reports.chapters import seed_rows
from tests.reports.crossed import crossed
from tests.reports.strategies import ROWS


def test_the_json_is_the_contract_s() -> None:
    printed = json.dumps(cross_table_json(crossed("agency,crisis", seed_rows())))

    assert printed.startswith(
        '{"form": "call", "period": "2016", "first_day": "2016-01-01", "last_day": "2016-12-31",'
        ' "rows": {"question": "agency", "options": ["child_welfare", "police", "nav", "shelter", "health",'
        ' "lawyer", "other"]}, "columns": {"question": "crisis", "options": ["yes", "no"]},'
        ' "counts": {"child_welfare": {"yes": 23, "no": 103}, "police": {"yes": 18, "no": 72},'
    )
    assert printed.endswith('"column_totals": {"yes": 92, "no": 466}, "total": 558, "asked": 899}')


def test_a_cell_is_a_row_with_its_two_shares() -> None:
    cells = list(cross_table_cells(crossed("agency,crisis", seed_rows())))

    assert len(cells) == 14
    assert cells[2] == ("police", "yes", 18, 0.2, 0.1957)


def test_what_is_not_known_has_a_count_alone() -> None:
    cells = {cell[:2]: cell[2:] for cell in cross_table_cells(crossed("caller,minority", seed_rows()))}

    assert cells["woman", "unknown"] == (6, None, None)
    assert cells["woman", "yes"] == (141, 0.5018, 0.3205)


@given(rows=ROWS)
@settings(deadline=None)
def test_json_and_rows_hold_the_same_counts(rows: list[AnswerCount]) -> None:
    table = crossed("reason,also", rows)
    told = cross_table_json(table)["counts"]

    assert isinstance(told, dict)
    for row, column, count, *_ in cross_table_cells(table):
        assert told[row][column] == count
