"""A map is proposed from what stands in a file: its words find their questions, and what they mean."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.forms.form import Form
from storage.imports.mapping import read_map
from storage.imports.proposals.map_text import map_text
from tests.example_forms import CALL
from tests.storage.imports.proposals.tables import meanings, proposed, read_through_proposal, table
from tests.storage.rows import NOW

LANGUAGES = ("nb", "nn", "en")
MONTHS = st.integers(1, NOW.day.month)


@pytest.mark.parametrize(
    ("heading", "texts", "question", "wanted"),
    [
        (
            "Hvem ringte",
            ["Kvinne", "Mann", "ukjent"],
            "caller",
            {"Kvinne": "woman", "Mann": "man", "ukjent": "unknown"},
        ),
        ("Hvem", ["K", "M", "K"], "caller", {"K": "woman", "M": "man"}),
        ("Ringer", ["kvinner", "menn", "kvinner"], "caller", {"kvinner": "woman", "menn": "man"}),
        ("Etat", ["Barnevernet", "NAV Lier", "politiet"], "agency", {"NAV Lier": "nav", "politiet": "police"}),
        ("Tema", ["vold", "Råd/veiledning"], "reason", {"vold": "violence", "Råd/veiledning": "guidance"}),
        ("Krise", ["x", "", ""], "crisis", {"x": "yes", "": "no"}),
        ("Krise?", ["Ja", "nei", ""], "crisis", {"Ja": "yes", "nei": "no", "": "not asked"}),
        ("Minoritet", ["ja", "?", ""], "minority", {"ja": "yes", "?": "unknown", "": "no"}),
        ("På vegne av", ["Seg selv", ""], "behalf", {"Seg selv": "self", "": "not asked"}),
    ],
)
def test_a_column_is_known_by_its_heading_or_by_its_texts(
    heading: str, texts: list[str], question: str, wanted: dict[str, str]
) -> None:
    """People write endings, short forms, marks and places; a blank is what the others make of it."""
    found = meanings(proposed(table(heading, *texts)))

    assert wanted.items() <= found[question].items()


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Merknad", ["Ringer igjen i morgen, trenger plass til to barn", "Vold"]),
        ("Sign", ["AB", "KK"]),
        ("Ferdig", ["ja", "nei"]),
        ("Telefon", ["22334455", "99887766"]),
    ],
)
def test_a_column_that_answers_nothing_is_left_out_and_counted(heading: str, texts: list[str]) -> None:
    """Yes and no alone answer any question, and so none."""
    proposal = proposed(table(heading, *texts))

    assert [column.heading for column in proposal.left] == [heading]
    assert proposal.answers == []


def test_no_text_of_a_column_that_is_left_out_stands_in_the_map() -> None:
    """Such a column may hold names, numbers and stories."""
    text = map_text(proposed(table("Merknad", "Kari Nordmann, 22334455", "Ola")), str)

    assert 'left_out = ["Merknad"]' in text
    assert "Kari" not in text
    assert "Ola" not in text


def test_one_column_of_callers_and_agencies_answers_both_questions() -> None:
    """Who names an agency says that an agency called; of all others no agency is asked."""
    found = meanings(proposed(table("Hvem ringte", "Kvinne", "NAV", "Politi", "Ukjent")))

    assert found["caller"] == {"Kvinne": "woman", "Ukjent": "unknown", "NAV": "agency", "Politi": "agency"}
    assert found["agency"] == {"NAV": "nav", "Politi": "police", "Kvinne": "not asked", "Ukjent": "not asked"}


def test_a_text_of_a_button_is_all_that_the_button_sets() -> None:
    """The form's own buttons answer several questions at once."""
    found = meanings(proposed(table("Hvem ringte", "Kvinne – seg selv", "Mann – en annen", "Politi")))

    assert (found["caller"]["Kvinne – seg selv"], found["behalf"]["Kvinne – seg selv"]) == ("woman", "self")
    assert (found["caller"]["Mann – en annen"], found["behalf"]["Mann – en annen"]) == ("man", "other")


def test_what_is_not_about_the_service_ends_otherwise() -> None:
    """Silent calls among the callers are no registered calls, and say who called of none."""
    proposal = proposed(table("Hvem ringte", "Kvinne", "Mann", "Taus samtale", "feil nummer"))

    assert proposal.outcome is not None
    assert proposal.outcome.values == {"Taus samtale": "irrelevant", "feil nummer": "irrelevant"}
    assert meanings(proposal)["caller"]["Taus samtale"] == "not asked"
    assert meanings(proposal)["aside"] == {"Taus samtale": "silent", "feil nummer": "other"}


def test_rows_that_add_up_others_are_skipped_and_not_counted() -> None:
    """A sum at the end is no call."""
    proposal = proposed([*table("Hvem ringte", "Kvinne", "Mann"), ("Sum", "2")])

    assert proposal.survey.rows == 2
    assert 'skip = { "Dato" = ["Sum"] }' in map_text(proposal, str)


def test_a_text_without_a_meaning_is_a_remark_with_its_count_until_somebody_gives_it_one() -> None:
    """Nobody guesses what is not known."""
    text = map_text(proposed(table("Hvem ringte", "Kvinne", "Mann", "Tante", "Tante")), str)

    assert '# "Tante" = ""  # 2' in text


@pytest.mark.parametrize("text", ['"', "\\", "a\u202eb", "line\nbreak", "\x7f", "emoji 🙂", "] = '"])
def test_whatever_stands_in_a_file_the_map_can_be_read(text: str, tmp_path: Path) -> None:
    """No text or heading breaks the TOML, and nothing in it is hidden."""
    path = tmp_path / "map.toml"
    written = map_text(
        proposed([("Dato", "Hvem ringte", text), ("14.7.2016", "Kvinne", text), ("15.7.2016", text, "")]), str
    )
    path.write_text(written, encoding="utf-8")

    assert read_map(path, CALL).left_out == (text.strip(),)
    assert all(line.isprintable() for line in written.splitlines())


def test_without_a_column_of_times_the_map_says_what_to_write() -> None:
    """The place for it stands there."""
    text = map_text(proposed([("Hvem ringte",), ("Kvinne",)]), str)

    assert "[occurred_at]\ncolumns = []\nformats = []" in text


ANSWERS = st.fixed_dictionaries(
    {
        question.key: st.sampled_from(question.option_keys)
        for question in CALL.questions
        if question.key in CALL.asked and not question.later
    }
)


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(LANGUAGES), months=st.lists(st.tuples(MONTHS, ANSWERS), min_size=1, max_size=40))
def test_a_file_in_the_forms_own_words_is_read_without_a_correction(
    language: str, months: list[tuple[int, dict[str, str]]]
) -> None:
    """Headings and answers as the form words them, in any of its languages, are read as they were meant."""
    calls = [(f"2016-{month:02}-01", CALL.pruned(answers, NOW.day)) for month, answers in months]
    asked = [question for question in CALL.questions if question.key in CALL.asked and not question.later]
    heads = ("Dato", *(question.label.in_language(language) for question in asked))
    written = [
        (day, *(_label(CALL, question.key, str(given.get(question.key, "")), language) for question in asked))
        for day, given in calls
    ]

    with TemporaryDirectory() as folder:
        read = read_through_proposal(Path(folder), [heads, *written])

    assert read == Counter((day, json.dumps(given, separators=(",", ":"))) for day, given in calls)


def _label(form: Form, question: str, option: str, language: str) -> str:
    return form.by_key[question].option(option).label.in_language(language) if option else ""
