"""A cross table in words."""

from datetime import date

import pytest

from reports.words.language import Code
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.crossed import call, cross_words, crossed
from tests.reports.forms import call_form, with_questions

CALL = call_form()


@pytest.mark.parametrize(
    ("code", "title"),
    [("nb", "Instans × årsak, 2016"), ("nn", "Instans × årsak, 2016"), ("en", "Agency × reason, 2016")],
)
def test_the_title_names_both_questions_and_the_period(code: Code, title: str) -> None:
    assert cross_words(crossed("agency,reason", []), code).title == title


def test_a_running_period_says_how_far_it_reaches() -> None:
    table = crossed("agency,reason", [], period="2026", today=date(2026, 11, 3))

    assert cross_words(table).title == "Instans × årsak, 2026, til og med 3. november"


@pytest.mark.parametrize("pair", ["reason,also", "also,reason"])
def test_of_several_answers_it_is_said_that_shares_may_pass_the_whole(pair: str) -> None:
    words = cross_words(crossed(pair, [call(30, reason="violence", also=["follow_up", "guidance"])]))

    assert any("mer enn 100\u00a0% til sammen" in note for note in words.notes())


@pytest.mark.parametrize(("calls", "said"), [(19, True), (20, False)])
def test_that_a_small_base_has_no_percentages_is_said_where_there_is_one(calls: int, *, said: bool) -> None:
    rows = [call(calls, reason=reason, crisis="yes") for reason in ("violence", "follow_up", "guidance")]

    notes = list(cross_words(crossed("reason,crisis", rows)).notes())

    assert ("Det gis ingen prosent av færre enn 20." in notes) is said


def test_an_answer_counted_with_earlier_ones_has_a_star_that_is_explained() -> None:
    options = (Option(key="acute", label=Label(nb="Akutt"), was=("yes",)), CALL.by_key["crisis"].option("no"))
    form = with_questions(CALL, changed(CALL.by_key["crisis"], options=options))

    words = cross_words(crossed("reason,crisis", [call(30, reason="violence", crisis="yes")], form))

    assert words.label(words.table.columns, words.columns[0]) == "Akutt*"
    assert list(words.notes())[-1].startswith("* ")
