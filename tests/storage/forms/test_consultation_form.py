from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.screen import Choices
from tests.storage.forms.shipped import (
    AGE,
    INCOME,
    ORIGIN,
    RELATION,
    SEX,
    VIA,
    VIOLENCE,
    YES_NO,
    content_of,
    options_of,
)

FORM = content_of("consultation")
READ = read_form(OWN_FORMS / "consultation.toml")

OPTIONS = {
    "municipality": ["host", "other"],
    "earlier_use": ["talk", "phone", "resident", "none"],
    "resident_times": ["once", "twice", "more"],
    "sex": SEX,
    "origin": ORIGIN,
    "children_home": YES_NO,
    "children_along": YES_NO,
    "age": AGE,
    "via": VIA,
    "violence": VIOLENCE,
    "income": INCOME,
    "relation": RELATION,
    "perpetrator_sex": ["man", "woman"],
    "perpetrators": ["one", "more"],
    "first_this_year": YES_NO,
    "channel": ["centre", "elsewhere", "telephone"],
}


def test_the_keys_of_questions_and_options_are_for_ever() -> None:
    assert options_of(FORM) == {key: [*options, "unknown"] for key, options in OPTIONS.items()}


def test_four_questions_take_several_answers_and_the_others_one() -> None:
    several = {"earlier_use", "violence", "relation", "perpetrator_sex"}

    assert {question.key: question.kind for question in READ.entries} == {
        key: "several" if key in several else "one" for key in OPTIONS
    }


def test_only_of_former_residents_it_is_asked_how_often_they_lived_here() -> None:
    assert {question.key: question.when for question in READ.questions if question.when} == {
        "resident_times": {"earlier_use": ("resident",)}
    }


def test_of_the_municipality_alone_what_is_not_known_has_a_share() -> None:
    counted = [
        (question.key, option.key) for question in READ.questions for option in question.options if option.counted
    ]

    assert counted == [("municipality", "unknown")]
    assert READ.by_key["municipality"].option("unknown").label.nb == "Ingen/ikke kjent"
    assert READ.by_key["municipality"].not_known is None


def test_it_is_filled_in_in_the_chat_and_its_day_is_the_day_of_the_record() -> None:
    assert READ.in_chat
    assert READ.days == ()
    assert (READ.title.nb, READ.chapter and READ.chapter.nb) == ("Dagsamtale", "Samtaletilbudet")


def test_the_first_screen_asks_two_questions_at_once_and_has_the_ends_of_one_tap() -> None:
    first = READ.screens[0]

    assert first.questions == {"sex", "first_this_year"}
    assert [(button.label.nb, button.outcome, button.set) for button in first.flat if button.outcome] == [
        ("Uten opplysninger", "unspecified", {}),
        ("Vil ikke registreres", "declined", {}),
    ]


def test_three_screens_answer_two_questions_at_once_and_a_choice_of_several_stands_alone() -> None:
    assert [sorted(screen.questions) for screen in READ.screens] == [
        ["first_this_year", "sex"],
        ["channel", "municipality"],
        ["earlier_use"],
        ["resident_times"],
        ["origin"],
        ["children_along", "children_home"],
        ["age"],
        ["via"],
        ["violence"],
        ["income"],
        ["relation"],
        ["perpetrator_sex"],
        ["perpetrators"],
    ]
    assert {key for screen in READ.screens if isinstance(screen, Choices) for key in screen.questions} == {
        "earlier_use",
        "violence",
        "relation",
        "perpetrator_sex",
    }
