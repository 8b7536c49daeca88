"""Any calls of a form, for the tests of what is true of all of them."""

from hypothesis import strategies as st

from storage.figures.counts import AnswerCount
from storage.forms.question import OUTCOMES, Question
from tests.reports.forms import call_form

MONTHS = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 12)]


def _answer(question: Question) -> st.SearchStrategy[str | list[str]]:
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    return st.lists(st.sampled_from(question.option_keys), min_size=1, unique=True)


ROWS = st.lists(
    st.builds(
        AnswerCount,
        month=st.sampled_from(MONTHS),
        outcome=st.sampled_from(OUTCOMES),
        answers=st.fixed_dictionaries({}, optional={q.key: _answer(q) for q in call_form().questions}),
        calls=st.integers(1, 30) | st.integers(1, 30_000),
    ),
    max_size=40,
)
