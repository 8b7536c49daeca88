"""The sections of a chapter."""

from pathlib import Path

import pytest

from reports.words.language import Code
from storage.forms.reader import read_form
from tests.reports.chapters import figures_of, prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import CODES, months, summary

VISITS = read_form(Path(__file__).parents[2] / "forms" / "visits.toml")


def test_every_question_has_a_figure_and_a_table_and_the_background_is_told_in_words_alone() -> None:
    written = told(summary("2016", seed_rows()))

    assert [(section.heading, len(section.exhibits)) for section in written.sections] == [
        ("Hvem ringte", 6),
        ("Årsak", 2),
        ("Minoritetsspråklig bakgrunn", 0),
        ("Måned for måned", 2),
        ("Om tallene", 0),
    ]
    assert [figure.caption.replace("\xa0", " ") for figure in figures_of(written)] == [
        "Hvem ringte i 2016: flest samtaler kom fra hjelpeapparatet.",
        "På vegne av i 2016: flest ringte på vegne av seg selv.",
        "Instans i 2016: av instansene ringte barnevernet oftest.",
        "Årsak i 2016: flest samtaler gjaldt oppfølging og koordinering.",
        "Samtaler per måned i 2016: flest i juli (98), færrest i februar (58) – innenfor vanlig svingning.",
    ]


def test_after_a_clear_change_there_is_a_place_for_an_explanation() -> None:
    written = told(summary("2016", seed_rows() + rows_of_2015()))

    assert {section.heading: section.explanation.replace("\xa0", " ") for section in written.sections} == {
        "Hvem ringte": (
            "Barnevernet doblet fra 7 % til 14 % og helsevesenet halvert fra 12 % til 6 %: "
            "Skriv her hvorfor, om dere vet det, eller slett linjen."
        ),
        "Årsak": "",
        "Minoritetsspråklig bakgrunn": (
            "Minoritetsspråklig bakgrunn opp fra 35 % til 50 %: "
            "Skriv her hvorfor, om dere vet det, eller slett linjen."
        ),
        "Måned for måned": "",
        "Om tallene": "",
    }
    assert written.introduction.explanation == ""


def test_a_clear_change_of_the_total_may_be_explained_first() -> None:
    rows = months(*((f"2025-{month:02}", 20) for month in range(1, 13)))
    rows += months(*((f"2026-{month:02}", 60) for month in range(1, 11)))

    written = told(summary("2026-T2", rows))

    assert written.introduction.explanation.startswith("Samtaler fra 80 til 240: Skriv her")


@pytest.mark.parametrize("code", CODES)
def test_another_form_is_told_by_its_labels(code: Code) -> None:
    answers: dict[str, str | list[str]] = {"who": "woman", "violence": ["physical", "threats"], "injured": "yes"}
    rows = months(("2016-02", 50), answers=answers) + months(("2016-09", 20), answers={**answers, "who": "man"})

    written = told(summary("2016", rows, VISITS), code)

    prose = prose_of(written)
    assert "vakttelefonen" not in prose
    who, violence, *_ = written.sections
    assert (who.heading, violence.heading) == (
        ("Who came", "Kinds of violence") if code == "en" else ("Hvem kom", "Type vold")
    )
    if code == "nb":
        assert "De fleste av registreringene, 50 av 70 (71 %), har svaret «Kvinne»." in prose
        assert "Skadet: Alle registreringene (70) har svaret «Ja»." in prose
