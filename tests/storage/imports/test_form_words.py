"""A form's words are known as other people write them, and no others."""

import pytest

from storage.imports.form_words import FormWords
from tests.example_forms import CALL

WORDS = FormWords(CALL)


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Hvem ringte?", "caller"),
        ("Innringer", "caller"),
        ("Kven ringde", "caller"),
        ("Who called", "caller"),
        ("Etat", "agency"),
        ("Årsak til samtalen", "reason"),
        ("Henvendelsen gjelder", "reason"),
        ("KRISE", "crisis"),
        ("Krisetelefon", "crisis"),
        ("Minoritet", "minority"),
        ("Minoritetsspr.", "minority"),
        ("Krisesenter", None),
        ("Samtale", None),
        ("Merknad", None),
        ("Dato", None),
        ("", None),
    ],
)
def test_a_heading_names_its_question(heading: str, question: str | None) -> None:
    """Headings are cut short and worded otherwise; a longer word that only begins like one is another."""
    assert WORDS.question_of(heading) == question


@pytest.mark.parametrize(
    ("question", "text", "option"),
    [
        ("caller", "kvinner", "woman"),
        ("caller", "Kvinne, 34", "woman"),
        ("agency", "Barnevernstjenesten", "child_welfare"),
        ("agency", "Barnevrenet", "child_welfare"),
        ("agency", "BV Drammen", "child_welfare"),
        ("agency", "nav lier", "nav"),
        ("agency", "andre krisesentre", "shelter"),
        ("agency", "andre", "other"),
        ("agency", "Bakeriet", None),
        ("reason", "2 Råd", "guidance"),
        ("reason", "samtale", None),
        ("crisis", "JA!", "yes"),
        ("crisis", "nei, ikke nå", None),
        ("crisis", "-", None),
        ("minority", "-", "unknown"),
        ("minority", "vet ikke", "unknown"),
        ("minority", "no sabe", "unknown"),
        ("minority", "", None),
    ],
)
def test_a_text_names_its_answer(question: str, text: str, option: str | None) -> None:
    """Endings, slips, places and other words for the same are read; yes and no only where nothing else stands."""
    assert WORDS.answer(question, text) == option


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Taus samtale", "irrelevant"),
        ("feil nummer", "irrelevant"),
        ("Vil ikke registreres", "declined"),
        ("ønsker ikke registrering", "declined"),
        ("samtale", None),
        ("Kvinne", None),
        ("NAV", None),
    ],
)
def test_a_text_may_end_the_call_otherwise(text: str, outcome: str | None) -> None:
    """What a call is called is no silent call."""
    assert WORDS.ended_by(text) == outcome
