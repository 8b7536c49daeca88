"""Any rows of a file: days and hours mixed, old and new, all outcomes, answers as their form allows them."""

from datetime import date

from hypothesis import strategies as st

from storage.forms.form import Form
from storage.forms.question import OUTCOMES, Answer, Answers, Outcome, Question
from storage.hour import Hour
from storage.records.records import Draft
from tests.storage.rows import NOW

DAYS = [date(2015, 12, 30), date(2016, 6, 30), date(2016, 7, 7), date(2016, 7, 8), date(2016, 7, 14)]
"""Few, so that rows are alike; some longer ago than hours are kept."""


@st.composite
def any_drafts(draw: st.DrawFn, form: Form, most: int = 12) -> list[Draft]:
    """Draw rows of a form, some of them alike."""
    rows = draw(st.lists(_drafts(form), max_size=most // 2))
    return [*rows, *draw(st.lists(st.sampled_from(rows), max_size=most // 2) if rows else st.just([]))]


@st.composite
def _drafts(draw: st.DrawFn, form: Form) -> Draft:
    day, outcome = draw(st.sampled_from(DAYS)), draw(st.sampled_from(OUTCOMES))
    hour = draw(st.none() | st.integers(0, 23))
    time = day.isoformat() if hour is None else str(min(Hour(day, hour), NOW))
    return Draft(form, time, outcome, draw(_answers(form, day, outcome)), "")


def _answers(form: Form, day: date, outcome: Outcome) -> st.SearchStrategy[Answers]:
    if outcome == "declined":
        return st.just({})
    asked = [q for q in form.questions if outcome != "registered" or q.key in form.asked]
    given = st.fixed_dictionaries({}, optional={q.key: _answer(q, day) for q in asked if q.in_use(day)})
    return given.map(lambda answers: form.pruned(answers, day))


def _answer(question: Question, day: date) -> st.SearchStrategy[Answer]:
    options = [option.key for option in question.options if option.in_use(day)]
    if question.kind == "one":
        return st.sampled_from(options)
    return st.lists(st.sampled_from(options), unique=True).map(
        lambda chosen: tuple(option for option in options if option in chosen)
    )
