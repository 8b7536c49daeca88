from hypothesis import given, settings
from hypothesis import strategies as st

from reports.analysis.grouped_answers import AnswerPair, PairCounts
from reports.cross_count import CrossCount
from reports.worker.count_pairs import pair_counts

ROWS, COLUMNS = ("a", "b", "c"), ("x", "y")
PAIRS = st.lists(
    st.builds(
        AnswerPair,
        rows=st.lists(st.sampled_from(ROWS), unique=True).map(tuple),
        columns=st.lists(st.sampled_from(COLUMNS), unique=True).map(tuple),
        calls=st.integers(1, 1_000_000),
    ),
    max_size=20,
)


@given(pairs=PAIRS)
@settings(deadline=None)
def test_the_counts_are_what_counting_one_by_one_gives(pairs: list[AnswerPair]) -> None:
    counted = pair_counts(CrossCount(row_options=ROWS, column_options=COLUMNS, pairs=tuple(pairs)))

    assert counted == PairCounts(
        cells=tuple(
            tuple(
                sum(pair.calls for pair in pairs if row in pair.rows and column in pair.columns)
                for column in COLUMNS
            )
            for row in ROWS
        ),
        row_totals=tuple(sum(pair.calls for pair in pairs if row in pair.rows) for row in ROWS),
        column_totals=tuple(sum(pair.calls for pair in pairs if column in pair.columns) for column in COLUMNS),
    )
