from pathlib import Path

import pytest

from storage.forms.reader import read_form
from tests.storage.small_form import SMALL, assert_refused, fault_of

BROKEN = [
    ('key = "needs"', 'key = "who"', "question: two questions have the same key"),
    ('key = "talk"', 'key = "bed"', "question “needs”: two options have the same key"),
    ('key = "needs"', 'key = "recorded_at"', "“recorded_at”: this key is taken by the view’s own columns"),
    ('["woman"]', '["child"]', "question “urgent”: its `when` names an option that does not exist"),
    ('{ who = ["woman"]', '{ needs = ["bed"]', "question “urgent”: its `when` names no earlier question"),
    ('{ who = ["woman"]', '{ urgent = ["yes"]', "question “urgent”: its `when` names no earlier question"),
    ('{ who = ["woman"]', '{ age = ["old"]', "question “urgent”: its `when` names no earlier question"),
    (
        'view = "visits"',
        'view = "visits"\npicture = ["who", "mood"]',
        "picture: it names a question that does not exist",
    ),
    ('view = "visits"', 'view = "visits"\npicture = ["who", "who"]', "picture: it names a question twice"),
    *(
        ('view = "visits"', f'view = "visits"\ncross = {pairs}', f"cross: {said}")
        for pairs, said in (
            ('[["who", "mood"]]', "it names a question that does not exist, or that no registered record answers"),
            ('[["who", "who"]]', "each of its pairs is two different questions"),
            ('[["who"]]', "each of its pairs is two different questions"),
            ('[["who", "urgent", "needs"]]', "each of its pairs is two different questions"),
            ('[["who", "needs"], ["who", "needs"]]', "it names a pair twice"),
        )
    ),
    *(
        (
            f'kind = "{kind}"',
            f'kind = "{kind}"\ngroup = {{ label = {{ nb = "A" }}, spoken = {{ nb = "a" }}, options = {options} }}',
            said,
        )
        for kind, options, said in (
            ("one", '["woman", "woman"]', "its `group` names an answer twice, or one that does not exist"),
            ("one", '["woman", "child"]', "its `group` names an answer twice, or one that does not exist"),
            ("several", '["bed", "talk"]', "only a question with one answer can have a `group`"),
        )
    ),
    ('kind = "one"', 'kind = "one"\nmost = { nb = "De fleste" }', "“who”: its `most` has no place `{answers}`"),
    ('highlight = { urgent = "yes"', 'highlight = { rush = "yes"', "highlight: it names a question or an option"),
    ('highlight = { urgent = "yes"', 'highlight = { urgent = "so"', "highlight: it names a question or an option"),
    ('set = { who = "man"', 'set = { age = "old"', "screen 1: a button answers a question that does not exist"),
    ('set = { who = "man"', 'set = { who = "child"', "screen 1: a button gives an option that does not exist"),
    (
        'set = { who = "man"',
        'set = { needs = "bed"',
        "screen 1: a button answers a question of the kind “several”",
    ),
    ('who = "man" }', 'who = "man", urgent = "no" }', "screen 1: a button answers a question without what its"),
    ('who = "man" }', 'urgent = "no" }', "screen 1: a button answers a question without what its `when` asks"),
    (', set = { who = "man" }', "", "screen 1: a button neither answers nor ends"),
    ('view = "visits"', 'view = "record"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "polling"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "record_time"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "declined_in_shifts"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "sqlite_master"', "view: this name is taken by a table of the database"),
]


@pytest.mark.parametrize(
    ("right", "wrong", "said"), BROKEN, ids=[f"{said} ({wrong})" for _, wrong, said in BROKEN]
)
def test_what_contradicts_itself_is_said_in_one_sentence_with_file_place_and_reason(
    file: Path, right: str, wrong: str, said: str
) -> None:
    assert_refused(file, right, wrong, said)


TOO_LATE = "question “urgent”: its `when` names no earlier question"
AGE = """
[[question]]
key = "age"
label = { nb = "Alder" }
kind = "one"
options = [ { key = "all", label = { nb = "Alle" } } ]
"""
URGENT = """
[[screen]]
ask = { nb = "Haster det?" }
buttons = [ [ { label = { nb = "Ja" }, set = { urgent = "yes" } } ] ]
"""
WHO = """
[[screen]]
ask = { nb = "Hvem?" }
buttons = [ [ { label = { nb = "Kvinne" }, set = { who = "woman" } } ] ]
"""
ENDS_ONLY = """
[[screen]]
ask = { nb = "Hva?" }
buttons = [ [ { label = { nb = "Seng" }, set = { who = "man" }, outcome = "irrelevant" } ] ]
"""


@pytest.mark.parametrize(
    ("screens", "said"),
    [
        pytest.param(URGENT + WHO, TOO_LATE, id="asked later"),
        pytest.param(WHO + URGENT + WHO, TOO_LATE, id="asked again later"),
        pytest.param(ENDS_ONLY, "screen 1: it asks nothing", id="no button goes on"),
        pytest.param(
            ENDS_ONLY.replace("[ [", '[ [ { label = { nb = "Alle" }, set = { age = "all" } },'),
            TOO_LATE,
            id="never asked",
        ),
    ],
)
def test_screens_that_could_never_be_got_through_are_refused(file: Path, screens: str, said: str) -> None:
    questions = SMALL[: SMALL.index("[[screen]]")]
    file.write_text(questions + AGE + screens, encoding="utf-8")

    assert said in fault_of(lambda: read_form(file))


def test_a_screen_of_more_than_64_buttons_is_refused(file: Path) -> None:
    button = '  { label = { nb = "Mann" }, set = { who = "man" } },\n'
    file.write_text(SMALL.replace(button, button * 64), encoding="utf-8")

    assert fault_of(lambda: read_form(file)) == "visit.toml: screen 1: a screen holds at most 64 buttons."
