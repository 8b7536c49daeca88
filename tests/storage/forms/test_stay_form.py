from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from tests.storage.forms.shipped import (
    AGE,
    DESTINATION,
    INCOME,
    ORIGIN,
    RELATION,
    SEX,
    VIA,
    VIOLENCE,
    YES_NO,
)

STAY = read_form(OWN_FORMS / "stay.toml")
CHILD = read_form(OWN_FORMS / "child_stay.toml")

BANDS = ["0", "1", "2", "3", "4+"]
PERPETRATORS = ["man", "woman"]
AGENCIES = [
    *("nav", "police", "lawyer", "child_welfare", "housing", "family_office", "assault_centre"),
    *("mental_health", "addiction", "barnehus", "other"),
]
CONTINUED = ["yes", "partly", "no"]

ADULT = {
    "arrival": {
        "sex": SEX,
        "first_this_year": YES_NO,
        "earlier_stays": BANDS,
        "age": AGE,
        "children": BANDS,
        "relation": RELATION,
        "perpetrator_sex": PERPETRATORS,
        "origin": ORIGIN,
        "perpetrator_origin": ORIGIN,
        "violence": VIOLENCE,
        "duration": ["once", "year", "y1_4", "y5"],
        "via": VIA,
        "agencies_before": AGENCIES,
        "income": INCOME,
    },
    "during": {"agencies_during": AGENCIES},
    "departure": {
        "destination": DESTINATION,
        "police_report": ["self", "others", "public", "not_wanted", "undecided"],
    },
}
OF_A_CHILD = {
    "arrival": {
        "first_this_year": YES_NO,
        "age": ["a0_2", "a3_5", "a6_10", "a11_14", "a15_17"],
        "earlier_stays": BANDS,
        "origin": ORIGIN,
        "relation": ["father", "stepfather", "mother", "grandparent", "family", "stranger"],
        "attends": ["kindergarten", "school", "neither"],
        "activity": YES_NO,
        "already_involved": YES_NO,
    },
    "during": {},
    "departure": {
        "contact": YES_NO,
        "continued": CONTINUED,
        "stopped_why": ["distance", "safety", "other"],
        "activity_continued": CONTINUED,
        "destination": DESTINATION,
        "notified": YES_NO,
    },
}


def _by_stage(form: Form) -> dict[str, dict[str, list[str]]]:
    return {
        stage: {question.key: list(question.option_keys) for question in form.asked_at(stage)}
        for stage in ("arrival", "during", "departure")
    }


def _with_unknown(stages: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    return {
        stage: {key: [*options, "unknown"] for key, options in asked.items()} for stage, asked in stages.items()
    }


def test_the_keys_of_what_is_asked_of_an_adult_are_for_ever_and_when_it_is_asked() -> None:
    assert _by_stage(STAY) == _with_unknown(ADULT)


def test_the_keys_of_what_is_asked_of_a_child_are_for_ever_and_when_it_is_asked() -> None:
    assert _by_stage(CHILD) == _with_unknown(OF_A_CHILD)


def test_a_stay_is_open_from_the_day_of_arrival_to_the_day_of_departure_and_not_for_the_chat() -> None:
    for form in (STAY, CHILD):
        assert [(day.key, day.stage) for day in form.days] == [("arrived", "arrival"), ("left", "departure")]
        assert (form.stays_open, form.chat, form.in_chat) == (True, False, False)


def test_several_answers_are_taken_where_there_can_be_several_and_only_the_violence_grows() -> None:
    several = [[question.key for question in form.questions if question.takes_several] for form in (STAY, CHILD)]

    assert several == [
        ["relation", "perpetrator_sex", "violence", "agencies_before", "agencies_during"],
        ["relation", "stopped_why"],
    ]
    assert [question.key for form in (STAY, CHILD) for question in form.questions if question.grows] == [
        "violence"
    ]


def test_numbers_are_told_in_bands_and_the_stays_with_children_together() -> None:
    kinds = {
        (form.key, question.key): question.kind
        for form in (STAY, CHILD)
        for question in form.questions
        if question.is_number
    }
    with_children = STAY.by_key["children"].group

    assert kinds == {
        ("stay", "earlier_stays"): "number",
        ("stay", "children"): "count",
        ("child_stay", "earlier_stays"): "number",
    }
    assert with_children is not None
    assert with_children.options == ("1", "2", "3", "4+")
    assert with_children.label.nb == "Med barn i alt"


def test_nights_are_an_adults_by_sex_and_all_children_are_children_beside_an_adult() -> None:
    assert STAY.house is not None
    assert (STAY.house.by, STAY.house.beside, STAY.house.first) == ("sex", None, "first_this_year")
    assert CHILD.house is not None
    assert CHILD.house.person is not None
    assert (CHILD.house.person.key, CHILD.house.beside, CHILD.house.first) == ("child", "stay", "first_this_year")


def test_a_child_is_asked_what_became_of_kindergarten_or_school_and_why_only_where_that_makes_sense() -> None:
    assert {question.key: question.when for question in CHILD.questions if question.when} == {
        "continued": {"attends": ("kindergarten", "school")},
        "stopped_why": {"continued": ("partly", "no")},
        "activity_continued": {"activity": ("yes",)},
    }
    assert [question.key for question in STAY.questions if question.when] == []


def test_an_adult_goes_back_to_the_same_situation_and_a_child_to_the_perpetrator() -> None:
    backs = [form.by_key["destination"].option("back").label for form in (STAY, CHILD)]

    assert [label.nb for label in backs] == ["Tilbake til samme situasjon", "Tilbake til voldsutøver"]
    assert [label.nn for label in backs] == ["Tilbake til same situasjon", "Tilbake til valdsutøvar"]
