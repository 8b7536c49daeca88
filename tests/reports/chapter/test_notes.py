"""What a chapter says about its figures."""

from dataclasses import replace
from datetime import date

from storage.figures.counts import AnswerCount
from tests.example_forms import changed
from tests.reports.chapters import CALL, prose_of, rows_of_2015, seed_rows, told
from tests.reports.forms import with_questions
from tests.reports.summaries import months, summary


def test_what_is_outside_the_figures_stands_in_the_notes() -> None:
    rows = [
        *months(("2016-03", 30)),
        AnswerCount("2016-03", "unspecified", {}, 2),
        AnswerCount("2016-04", "declined", {}, 3),
        AnswerCount("2016-05", "irrelevant", {}, 4),
    ]

    prose = prose_of(told(replace(summary("2016", rows), late=5)))

    assert "2 samtaler uten detaljer er ikke med i fordelingene." in prose
    assert "5 samtaler er ført mer enn et døgn i ettertid." in prose
    assert "3 ville ikke registreres og er ikke med i tallene." in prose
    assert "4 henvendelser gjaldt noe annet og er heller ikke med." in prose
    assert "Registreringen begynte i mars 2016." in prose
    assert "Ingenting er registrert i april, mai" in prose


def test_what_came_into_the_form_is_told_and_not_compared() -> None:
    form = with_questions(CALL, changed(CALL.by_key["minority"], since=date(2016, 3, 1)))

    prose = prose_of(told(summary("2016", seed_rows() + rows_of_2015(), form)))

    assert "Spørsmålet «Minoritetsspråklig bakgrunn» kom inn 1. mars 2016." in prose
    assert "Over slike endringer er tallene ikke sammenlignet." in prose
    assert "minoritetsspråklig bakgrunn. For 20 samtaler" in prose
