"""The guides: complete in every language, and true of what a centre has."""

import dataclasses
import re

import pytest

from bot.cli.app import app
from handlers.commands import LISTED
from reports.papers.guide import FormPicture, GuideStep
from reports.papers.guide_pictures import form_picture
from reports.papers.guide_reader import guide
from reports.papers.guide_text import GUIDES, TEXTS, ByWay, GuideName, Way
from reports.papers.reader import PAPERS
from reports.words.choice_keys import KEYS
from reports.words.language import Code, Language
from storage.forms.reader import read_forms
from tests.reports.forms import call_form
from tests.reports.papers.guide_examples import ALL_GUIDES, WAYS, facts, guided, pictures_of, texts_of_guide
from tests.reports.summaries import CODES

OF_BOTFATHER = {"/revoke"}
FEWEST_STEPS, MOST_STEPS = 4, 6
OF_THE_CHAT = re.compile(r"telegram|\bchat|(?<![\w.])/[a-z]{4}|botfather", re.IGNORECASE)
OF_THE_DESK = re.compile(r"vaktbord|nettles|browser|\bdesk\b|\bEsc\b|passn|passkey", re.IGNORECASE)


def test_there_is_a_text_for_each_guide_and_language_and_no_other() -> None:
    expected = {f"{name}-{code}.toml" for name in GUIDES for code in CODES}

    assert {file.name for file in TEXTS.iterdir()} == expected


@pytest.mark.parametrize(("name", "code", "way"), ALL_GUIDES)
def test_a_guide_has_the_same_few_steps_and_pictures_in_every_language(
    name: GuideName, code: Code, way: Way
) -> None:
    told, bokmal = guided(name, code, way), guided(name, "nb", way)

    assert [_shape(step) for step in told.steps] == [_shape(step) for step in bokmal.steps]
    assert FEWEST_STEPS <= len(told.steps) <= MOST_STEPS


def _shape(step: GuideStep) -> tuple[bool, str]:
    return bool(step.text), step.picture.kind if step.picture else ""


@pytest.mark.parametrize(("name", "code", "way"), ALL_GUIDES)
def test_every_text_says_something_and_its_places_are_filled(name: GuideName, code: Code, way: Way) -> None:
    told = guided(name, code, way)

    assert all(text.strip() for text in texts_of_guide(told))
    assert [text for text in texts_of_guide(told) if "{" in text or text.count("`") % 2] == []
    assert all(picture.alternative for picture in pictures_of(told))


@pytest.mark.parametrize("name", GUIDES)
@pytest.mark.parametrize(("one", "other"), [("nb", "en"), ("nn", "en"), ("nb", "nn")])
def test_no_text_of_a_step_is_the_same_in_two_languages(name: GuideName, one: Code, other: Code) -> None:
    texts = {step.text for step in guided(name, one, "both").steps}

    assert texts & {step.text for step in guided(name, other, "both").steps} == set()


@pytest.mark.parametrize("name", GUIDES)
@pytest.mark.parametrize("code", CODES)
def test_a_guide_tells_of_nothing_that_is_not_served(name: GuideName, code: Code) -> None:
    desk, chat = texts_of_guide(guided(name, code, "desk")), texts_of_guide(guided(name, code, "chat"))

    assert [text for text in desk if OF_THE_CHAT.search(text)] == []
    assert [text for text in chat if OF_THE_DESK.search(text)] == []


@pytest.mark.parametrize(("name", "code", "way"), ALL_GUIDES)
def test_commands_and_papers_that_are_named_exist(name: GuideName, code: Code, way: Way) -> None:
    typed = {part for text in texts_of_guide(guided(name, code, way)) for part in text.split("`")[1::2]}

    chat = {f"/{command.name(code)}" for command in LISTED} | OF_BOTFATHER
    console = {command.name for command in app.registered_commands}
    assert {words.split()[0] for words in typed if words.startswith("/")} <= chat
    assert {words.split()[1] for words in typed if words.startswith("vaktlogg ")} <= console
    assert {words for words in typed if not words.startswith(("/", "vaktlogg "))} <= set(PAPERS)


@pytest.mark.parametrize("way", WAYS)
def test_the_form_is_drawn_with_its_choices_and_at_the_desk_with_their_keys(way: Way) -> None:
    (drawn,) = (picture for picture in pictures_of(guided("guide-duty", way=way)) if picture.kind == "form")

    assert isinstance(drawn, FormPicture)
    for screen, shown in zip(call_form().own_screens, drawn.screens, strict=True):
        assert [choice.label for choice in shown.choices] == [button.label.nb for button in screen.flat]
        keys = "" if way == "chat" else KEYS[: len(shown.choices)]
        assert "".join(choice.key for choice in shown.choices) == keys
    crises = [choice.label for screen in drawn.screens for choice in screen.choices if choice.stands_out]
    assert crises == [f"KRISE – {reason}" for reason in ("vold", "oppfølging", "råd", "ikke kjent")]


def test_those_who_cannot_see_the_form_are_told_all_its_keys_and_choices() -> None:
    drawn = form_picture(call_form(), Language("nb"), facts().made, keys=True)

    for screen in drawn.screens:
        assert all(f"{choice.key} {choice.label}" in drawn.alternative for choice in screen.choices)


def test_the_figures_of_the_month_are_said_to_be_invented() -> None:
    (drawn,) = (picture for picture in pictures_of(guided("guide-leader")) if picture.kind == "chart")

    assert "oppdiktet" in drawn.alternative
    assert "oppdiktet" in drawn.chart.footer


@pytest.mark.parametrize("key", ["call", "outgoing", "phone_consultation"])
@pytest.mark.parametrize("name", GUIDES)
def test_the_pictures_are_drawn_of_any_form(name: GuideName, key: str) -> None:
    form = read_forms(None, [key])[key]

    told = guide(name, Language("nb"), dataclasses.replace(facts(), form=form))

    pictures = [picture.kind for picture in pictures_of(told)]
    assert pictures == [picture.kind for picture in pictures_of(guided(name))]


def test_nothing_is_said_of_a_handover_where_it_is_not_asked_about() -> None:
    asked = guided("guide-duty")
    unasked = guide("guide-duty", Language("nb"), dataclasses.replace(facts(), handovers=()))

    assert [step.heading for step in asked.steps if step not in unasked.steps] == [
        "Ved vaktskiftet kommer et spørsmål"
    ]


def test_an_administrator_without_copies_is_told_to_make_some() -> None:
    told = guide("guide-administrator", Language("nb"), facts(copies=False))

    assert "Det lages ingen kopier ennå" in [step.heading for step in told.steps]


@pytest.mark.parametrize(
    "told",
    [{}, {"always": "Ja", "desk": "Nei"}, {"desk": "Bare her"}],
    ids=["nothing", "always and sometimes", "not where both are served"],
)
def test_a_text_that_would_be_missing_or_doubled_somewhere_is_refused(told: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"said always|needed where both"):
        ByWay.model_validate(told)
