"""What a text means may follow from other columns, from how the call ended, and from the column as a whole."""

from pathlib import Path

import pytest

from storage.imports.proposals.map_text import map_text
from tests.storage.imports.proposals.tables import meanings, proposed, read_through_proposal, table

TICKS = ("Dato", "Kvinne", "Mann", "BV", "Politi", "Vold", "Råd", "Krise", "Krisesenter")


def test_who_is_not_named_beside_an_agency_is_that_agency() -> None:
    """An empty cell, and a word that nobody knows, say what all of their rows say in the other column."""
    rows = [("14.7.2016", "", "NAV"), ("14.7.2016", "Kontoret", "Politi"), ("14.7.2016", "Kvinne", "")]

    found = meanings(proposed([("Dato", "Hvem ringte", "Instans"), *rows]))

    assert found["caller"] == {"": "agency", "Kontoret": "agency", "Kvinne": "woman"}


def test_an_empty_cell_that_nothing_stands_beside_is_not_known() -> None:
    """Nobody is made an agency."""
    rows = [("14.7.2016", "", ""), ("14.7.2016", "", "NAV"), ("14.7.2016", "Kvinne", "")]

    found = meanings(proposed([("Dato", "Hvem ringte", "Instans"), *rows]))

    assert found["caller"][""] == "unknown"


@pytest.mark.parametrize(
    ("texts", "meaning"), [(["ja", "-", "-"], "no"), (["ja", "nei", "-"], None), (["x", "", "-"], "no")]
)
def test_a_dash_is_no_unless_no_is_written_too(texts: list[str], meaning: str | None) -> None:
    """Whoever writes both means something else by a dash."""
    found = meanings(proposed(table("Krise", *texts)))

    assert found["crisis"].get("-") == meaning


def test_whoever_declined_and_what_was_not_about_the_service_has_no_other_answers(tmp_path: Path) -> None:
    """Whatever stands in their rows is left away."""
    rows = [
        ("14.7.2016", "Kvinne", "Vold"),
        ("13.7.2016", "Vil ikke registreres", "Råd"),
        ("12.7.2016", "Taus samtale", "ukjent"),
    ]

    read = read_through_proposal(tmp_path, [("Dato", "Hvem ringte", "Årsak"), *rows])

    assert read == {
        ("2016-07-14", '{"caller":"woman","reason":"violence"}'): 1,
        ("2016-07", "{}"): 1,
        ("2016-07-12", '{"aside":"silent"}'): 1,
    }


def test_ticks_in_a_column_an_answer_are_read(tmp_path: Path) -> None:
    """A tick for an agency says that one called; a longer word that begins like a question is none."""
    rows = [
        ("14.7.2016", "x", "", "", "", "x", "", "x", ""),
        ("13.7.2016", "", "", "", "X", "", "x", "", ""),
        ("12.7.2016", "", "", "", "", "", "x", "", "x"),
    ]

    read = read_through_proposal(tmp_path, [TICKS, *rows])

    assert read == {
        ("2016-07-14", '{"caller":"woman","reason":"violence","crisis":"yes"}'): 1,
        ("2016-07-13", '{"caller":"agency","agency":"police","reason":"guidance","crisis":"no"}'): 1,
        ("2016-07-12", '{"caller":"agency","agency":"shelter","reason":"guidance","crisis":"no"}'): 1,
    }


def test_a_row_that_only_names_a_month_is_no_call() -> None:
    """Such rows part the sheet, and are skipped by their words."""
    proposal = proposed([("Dato", "Hvem ringte"), ("JANUAR", ""), ("4.1.2016", "Kvinne"), ("FEBRUAR", "")])

    assert proposal.survey.rows == 1
    assert 'skip = { "Dato" = ["JANUAR", "FEBRUAR"] }' in map_text(proposal, str)


def test_a_lone_text_that_other_rows_have_too_leaves_no_row_out() -> None:
    """Somebody forgot the rest; all calls of women would go with it."""
    text = map_text(proposed([("Hvem ringte", "Dato"), ("Kvinne", ""), ("Kvinne", "4.1.2016")]), str)

    assert "skip" not in text


def test_a_lone_remark_is_not_written_down() -> None:
    """It may name somebody."""
    text = map_text(proposed([("Merknad", "Dato"), ("Kari Nordmann", ""), ("", "4.1.2016")]), str)

    assert "Kari" not in text


def test_a_text_that_may_be_a_story_or_a_number_is_only_counted() -> None:
    """What nobody knows is written down where it may be what an answer is called."""
    story = "Mor til Kari som bor på Lillehammer nå"
    text = map_text(proposed(table("Hvem ringte", "Kvinne", "Tante", "99887766 Kari", story)), str)

    assert '# "Tante" = ""  # 1\n# Texts that are long or hold a number, and are not written down here: 2.' in text
    assert "Kari" not in text


@pytest.mark.parametrize("row", [("14.7.2016",), ("14.7.2016", "Kvinne", "Vold", "for mye"), ("", "", "", "Sum")])
def test_a_row_that_is_too_short_or_too_long_does_not_keep_a_map_from_being_proposed(row: tuple[str, ...]) -> None:
    """The import names it by its line."""
    found = meanings(proposed([("Dato", "Hvem ringte", "Instans"), ("14.7.2016", "", "NAV"), row]))

    assert found["agency"]["NAV"] == "nav"


def test_a_cell_of_thousands_of_digits_is_read_as_text() -> None:
    """No number is made of it."""
    found = meanings(proposed([*table("Hvem ringte", "Kvinne"), ("9" * 5_000, "Mann")]))

    assert found["caller"] == {"Kvinne": "woman", "Mann": "man"}


def test_a_question_that_no_column_answers_stands_ready_to_be_filled_in() -> None:
    """Its answers are named with their words."""
    text = map_text(proposed(table("Hvem ringte", "Kvinne")), str)

    assert '# [question.crisis]\n# column = ""\n# [question.crisis.values]\n# "" = "yes"  # Ja\n' in text
