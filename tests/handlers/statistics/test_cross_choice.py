import pytest

from handlers.statistics.cross_choice import (
    CrossPair,
    can_choose,
    columns_choice,
    example,
    names,
    question_at,
    rows_below,
    rows_choice,
)
from handlers.tap.cross_table_actions import ChooseColumns, ChooseRows, OpenCrossTable, ShowCrossTable
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from reports.analysis.period import Period
from reports.words.language import Language
from storage.forms.question import Question
from tests.example_forms import CALL, VISITS, changed

NB, YEAR = Language("nb"), Period.named("2016")
REASON, ASIDE = (list(CALL.by_key).index(key) for key in ("reason", "aside"))


def _labels(view: View) -> list[str]:
    return [button.label for row in view.rows for button in row]


def test_the_questions_that_a_registered_call_answers_are_offered_by_their_short_names() -> None:
    assert _labels(rows_choice(ChooseRows(CALL, YEAR), NB)) == [
        "Hvem ringte",
        "På vegne av",
        "Instans",
        "Årsak",
        "Krisetelefon",
        "Minoritetsspråklig bakgrunn",
        "Også nevnt",
    ]


def test_the_second_question_is_another() -> None:
    view = columns_choice(ChooseColumns(CALL, YEAR, REASON), NB)

    assert view.text == "Årsak: mot hvilket spørsmål?"
    assert "Årsak" not in _labels(view)
    assert view.rows[2][0].tap == OpenCrossTable(CALL, YEAR, REASON, 2)


def test_a_question_out_of_use_is_not_offered() -> None:
    retired = changed(CALL.by_key["agency"], until=Period.named("2015").days.last)
    form = changed(CALL, entries=tuple(retired if q.key == "agency" else q for q in CALL.questions))

    assert "Instans" not in _labels(rows_choice(ChooseRows(form, YEAR), NB))


def test_a_form_with_one_question_has_nothing_to_choose() -> None:
    alone = changed(VISITS, entries=VISITS.questions[:1], own_screens=())

    assert can_choose(CALL, YEAR)
    assert not can_choose(alone, YEAR)


def test_the_other_way_round_is_a_tap_away() -> None:
    pair = CrossPair(CALL, YEAR, CALL.by_key["agency"], CALL.by_key["reason"])

    [[swap, others]] = rows_below(pair, NB)

    assert (swap.label, swap.tap) == ("Bytt om", ShowCrossTable(CALL, YEAR, 3, 2))
    assert (others.label, others.tap) == ("Andre spørsmål", ChooseRows(CALL, YEAR))


@pytest.mark.parametrize(("place", "question"), [(0, CALL.questions[0]), (REASON, CALL.by_key["reason"])])
def test_a_tap_carries_the_place_of_a_question(place: int, question: Question) -> None:
    assert question_at(CALL, place) == question


@pytest.mark.parametrize("place", [ASIDE, len(CALL.questions), 63])
def test_a_place_without_a_question_to_count_is_refused(place: int) -> None:
    with pytest.raises(UnreadableTap):
        question_at(CALL, place)


def test_the_same_question_twice_is_refused() -> None:
    with pytest.raises(UnreadableTap):
        CrossPair.tapped(OpenCrossTable(CALL, YEAR, 2, 2))


def test_questions_are_named_in_the_language() -> None:
    assert names(CALL, Language("en"))[:2] == ["Who called", "On behalf of"]


def test_the_example_is_a_pair_that_the_reports_set_against_each_other_or_else_the_first_two() -> None:
    assert example(CALL, NB) == "instans × årsak"
    assert example(VISITS, NB) == "hvem kom × type vold"
