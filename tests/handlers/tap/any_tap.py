"""Any tap on a form of the tests, for what is true of all of them."""

from datetime import datetime

from hypothesis import strategies as st

from handlers.tap.form_tap import BACK, CANCEL, DONE, REVISIONS, FormState, FormTap
from handlers.tap.text import ALPHABET
from storage.forms.question import Answer, Question
from storage.forms.screen import Choices
from storage.hour import Hour
from tests.example_forms import FORMS

nonces = st.text(ALPHABET, min_size=10, max_size=10)
hours = st.datetimes(datetime(1970, 1, 1), datetime(2926, 1, 1)).map(Hour.of)  # noqa: DTZ001 - civil time


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer to a question."""
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    chosen = st.sets(st.sampled_from(question.option_keys))
    return chosen.map(lambda keys: tuple(key for key in question.option_keys if key in keys))


@st.composite
def form_states(draw: st.DrawFn) -> FormState:
    """Any state of a form, whether or not its buttons could lead there."""
    form = draw(st.sampled_from(list(FORMS.values())))
    revision = draw(st.none() | st.integers(0, REVISIONS - 1))
    carried = [q for q in form.questions if revision is not None or not q.later]
    hour = draw(st.none() | hours) if revision is None else None
    return FormState(
        form=form,
        nonce=draw(nonces),
        hour=hour,
        leaving=hour is not None and draw(st.booleans()),
        revision=revision,
        screen=draw(st.integers(0, len(form.screens) - 1)),
        answers=draw(st.fixed_dictionaries({}, optional={q.key: answers_to(q) for q in carried})),
    )


@st.composite
def form_taps(draw: st.DrawFn) -> FormTap:
    """Any tap of a screen's own buttons, in any state."""
    state = draw(form_states())
    screen = state.form.screens[state.screen]
    signs = [BACK, CANCEL, DONE] if isinstance(screen, Choices) else [BACK, CANCEL]
    return FormTap(state, draw(st.integers(0, len(screen.flat) - 1) | st.sampled_from(signs)))
