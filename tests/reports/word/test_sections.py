"""The sections of a chapter."""

from pathlib import Path

import pytest

from reports.words.language import Code
from storage.forms.reader import read_form
from tests.reports.chapters import figures_of, prose_of, seed_rows, told
from tests.reports.summaries import CODES, months, summary

VISITS = read_form(Path(__file__).parents[2] / "forms" / "visits.toml")


def test_three_figures_are_numbered_and_the_background_is_told_in_words_alone() -> None:
    written = told(summary("2016", seed_rows()))

    assert [(section.heading, len(section.figures)) for section in written.sections] == [
        ("Hvem ringte", 1),
        ("Årsak", 1),
        ("Minoritetsspråklig bakgrunn", 0),
        ("Måned for måned", 1),
        ("Om tallene", 0),
    ]
    assert [figure.caption.replace("\xa0", " ") for figure in figures_of(written)] == [
        "Figur 1. Hvem ringte i 2016.",
        "Figur 2. Årsak i 2016.",
        "Figur 3. Samtaler per måned i 2016.",
    ]


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
