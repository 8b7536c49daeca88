"""How a form is spoken of stands in its file, and a form that says nothing of it reads well too."""

from pathlib import Path

import pytest

from reports.pictures.card import card
from reports.words.about import about
from reports.words.language import Code, Language
from reports.words.table import table_text
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.reader import read_form
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.chapters import CALL, figures_of, prose_of, told
from tests.reports.forms import with_questions
from tests.reports.summaries import CODES, LIMITS, PLAIN, months, summary, worded

PLACES = """
key = "visit"
title = { nb = "Besøk" }
view = "visits"
{form}

[[question]]
key = "home"
label = { nb = "Bosted" }
kind = "one"
{question}
options = [
  { key = "capital", label = { nb = "Buenos Aires" }{option} },
  { key = "north", label = { nb = "Oslo" }{option} },
  { key = "other", label = { nb = "Annet" }, rest = true },
]

[[question]]
key = "alone"
label = { nb = "Kom alene" }
kind = "one"
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]
"""
ROWS = [
    *months(("2016-02", 25), answers={"home": "capital", "alone": "yes"}),
    *months(("2016-03", 15), answers={"home": "north", "alone": "yes"}),
    *months(("2016-04", 20), answers={"home": "other", "alone": "no"}),
]


def _form(folder: Path, **places: str) -> Form:
    text = PLACES
    for place in ("form", "question", "option"):
        text = text.replace(f"{{{place}}}", places.get(place, ""))
    file = folder / "visit.toml"
    file.write_text(text, encoding="utf-8")
    return read_form(file)


def _chapter(form: Form, rows: list[AnswerCount] = ROWS, code: Code = "nb") -> str:
    return prose_of(told(summary("2016", rows, form), code))


def test_an_answer_without_a_word_of_its_own_is_quoted_as_it_is_written(tmp_path: Path) -> None:
    said = _chapter(_form(tmp_path))

    assert "Oftest er svaret «Buenos Aires»: 25 (42 %)." in said
    assert "Deretter «Annet» med 20 (33 %) og «Oslo» med 15 (25 %)." in said
    assert "Omtrent to tredjedeler av registreringene, 40 av 60 (67 %), har svaret «Ja»." in said


def test_nouns_verbs_and_answers_inside_a_sentence_are_the_form_s_own(tmp_path: Path) -> None:
    form = _form(
        tmp_path,
        form="counted = { one = { nb = 'gjest' }, many = { nb = 'gjester' }, the = { nb = 'gjestene' } }",
        question="verb = { nb = 'reiste fra' }\nremark = { nb = 'Bare siste sted er med.' }",
        option=", spoken = { nb = 'en by' }",
    )

    said = _chapter(form)

    assert "Flest gjester reiste fra en by: 25 (42 %)." in said
    assert "Bare siste sted er med." in said
    assert "Omtrent to tredjedeler av gjestene, 40 av 60 (67 %)" in said


def test_the_sentence_about_the_leading_answer_and_those_asked_can_be_the_form_s_own(tmp_path: Path) -> None:
    question = (
        "verb = { nb = 'reiste fra' }\nmost = { nb = 'oftest nevnt: {answers}' }\nthey = { nb = 'de reisende' }"
    )
    most = [*ROWS, *months(("2016-05", 60), answers={"home": "capital", "alone": "no"})]

    few, many = _chapter(_form(tmp_path, question=question)), _chapter(_form(tmp_path, question=question), most)

    assert "Oftest nevnt: «Buenos Aires»: 25 (42 %)." in few
    assert "De fleste av de reisende, 85 av 120 (71 %), reiste fra «Buenos Aires»." in many


@pytest.mark.parametrize("code", CODES)
def test_a_yes_that_is_no_longer_one_of_two_is_an_answer_like_others(code: Code) -> None:
    minority = CALL.by_key["minority"]
    third = Option(key="partly", label=Label(nb="Delvis"))
    form = with_questions(CALL, changed(minority, options=(*minority.options, third)))
    rows = [
        row
        for option in ("yes", "partly")
        for row in months(("2016-02", 30), answers={**PLAIN, "minority": option})
    ]

    written = told(summary("2016", rows, form), code)

    said = f"{prose_of(written)} {[figure.alternative for figure in figures_of(written)]}"
    assert "Project-Id-Version" not in said
    assert ("“Delvis”" if code == "en" else "«Delvis»") in said


def test_what_an_answer_means_is_told_where_it_was_asked() -> None:
    asked, not_asked = (
        _chapter(CALL, months(("2016-02", 9), answers=answers)) for answers in (PLAIN, {"caller": "man"})
    )

    assert "Krisetelefon: fare eller akutt behov for hjelp." in asked
    assert "akutt behov for hjelp" not in not_asked


def test_the_picture_draws_the_questions_that_the_form_chooses_in_its_order() -> None:
    rows = months(("2026-10", 20))
    chosen = worded("2026-10", rows, form=changed(CALL, picture=("minority", "caller", "behalf")))

    drawn = card(chosen)

    assert [panel.heading for panel in drawn.panels] == ["Minoritetsspråklig bakgrunn", "Hvem ringte"]
    assert table_text(chosen, LIMITS) == table_text(worded("2026-10", rows), LIMITS)


@pytest.mark.parametrize("code", CODES)
def test_only_of_a_form_that_says_so_the_duty_telephone_is_told(code: Code) -> None:
    silent = changed(CALL, telephone=None, chapter=None)

    assert len(about(CALL, Language(code)).splitlines()) == 9
    assert len(about(silent, Language(code)).splitlines()) == 5
    assert _heading(silent, code) == _heading(CALL, code).replace(
        *{
            "nb": ("Telefontjenesten", "Samtaler"),
            "nn": ("Telefontenesta", "Samtalar"),
            "en": ("The telephone service", "Calls"),
        }[code]
    )


def _heading(form: Form, code: Code) -> str:
    return told(summary("2016", [], form), code).introduction.heading
