"""Any stays of a file: over or not, all outcomes, answers as their form allows them, some of them alike."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Question
from storage.imports.row_answers import outcomes_of
from storage.records.export import SEPARATOR

DAYS = [date(2015, 12, 30), date(2016, 6, 30), date(2016, 7, 1), date(2016, 7, 3), date(2016, 9, 19)]
"""Few days of arrival, before and after questions come into use."""
NIGHTS = [1, 2, 30, 31, 400]
FIRST_AFTER = date(2016, 9, 21)


@st.composite
def any_stays(draw: st.DrawFn, form: Form, most: int = 10) -> list[Sequence[str]]:
    """Draw the rows of a file with a form's own columns, some of them alike."""
    rows = draw(st.lists(_rows(form), max_size=most // 2))
    return [*rows, *draw(st.lists(st.sampled_from(rows), max_size=most // 2) if rows else st.just([]))]


@st.composite
def _rows(draw: st.DrawFn, form: Form) -> Sequence[str]:
    came, outcome = draw(st.sampled_from(DAYS)), draw(st.sampled_from(outcomes_of(form)))
    went = draw(st.none() | st.sampled_from([came + timedelta(days=nights) for nights in NIGHTS]))
    left = went.isoformat() if went and went < FIRST_AFTER else ""
    cells = {
        key: _written(answer) for key, answer in draw(_answers(form, came, declined=outcome == "declined")).items()
    }
    return [came.isoformat(), left, outcome, *(cells.get(key, "") for key in form.by_key)]


def _answers(form: Form, day: date, *, declined: bool) -> st.SearchStrategy[Answers]:
    asked = {question.key: _answer(question, day) for question in form.questions if question.in_use(day)}
    if declined:
        by = form.house.by if form.house else None
        return st.fixed_dictionaries({by: asked[by]} if by else {})
    given = st.fixed_dictionaries({}, optional=asked)
    return given.map(lambda answers: _pruned(form, answers, day))


def _pruned(form: Form, answers: Answers, day: date) -> Answers:
    counted = {
        key: form.by_key[key].counted_as(answer) if isinstance(answer, str) else answer
        for key, answer in answers.items()
    }
    return {key: answers[key] for key in form.pruned(counted, day)}


def _answer(question: Question, day: date) -> st.SearchStrategy[Answer]:
    options = [option.key for option in question.options if option.in_use(day)]
    if question.takes_several:
        return st.lists(st.sampled_from(options), unique=True).map(tuple)
    numbers = ["0", "2", "999"] if question.is_number else []
    return st.sampled_from([*options, *numbers])


def _written(answer: Answer) -> str:
    return answer if isinstance(answer, str) else SEPARATOR.join(answer) or SEPARATOR
