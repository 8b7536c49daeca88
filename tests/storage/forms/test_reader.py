from collections.abc import Callable
from pathlib import Path

import pytest

from storage.forms.reader import FormFault, read_form, read_forms

SMALL = """\
key = "visit"
title = { nb = "Besøk" }
view = "visits"
highlight = { urgent = "yes" }

[[question]]
key = "who"
label = { nb = "Hvem" }
kind = "one"
options = [ { key = "woman", label = { nb = "Kvinne" } }, { key = "man", label = { nb = "Mann" } } ]

[[question]]
key = "urgent"
label = { nb = "Haster" }
kind = "one"
when = { who = ["woman"] }
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]

[[question]]
key = "needs"
label = { nb = "Behov" }
kind = "several"
options = [ { key = "bed", label = { nb = "Seng" } }, { key = "talk", label = { nb = "Prat" } } ]

[[screen]]
ask = { nb = "Hvem?" }
buttons = [ [
  { label = { nb = "Haster" }, set = { who = "woman", urgent = "yes" } },
  { label = { nb = "Mann" }, set = { who = "man" } },
] ]
"""

LETTERS = "a key is written with a–z, 0–9 and _, and begins with a letter"

BROKEN = [
    ('view = "visits"', 'view = "visits"\ncolour = "red"', "colour: this key is not known"),
    ('kind = "several"', 'kind = "several"\nhelp = "x"', "question “needs” help: this key is not known"),
    ('view = "visits"\n', "", "view: this key is missing"),
    ('label = { nb = "Hvem" }\n', "", "question “who” label: this key is missing"),
    ('title = { nb = "Besøk" }', 'title = { nn = "Besøk" }', "title nb: this key is missing"),
    ('key = "visit"', 'key = "Visit"', f"key: {LETTERS}"),
    ('key = "visit"', 'key = "visit\\n"', f"key: {LETTERS}"),
    ('key = "who"', 'key = "1who"', f"question “1who” key: {LETTERS}"),
    ('key = "bed"', 'key = "bed room"', f"question “needs” options “bed room” key: {LETTERS}"),
    ('view = "visits"', 'view = "visits; drop"', f"view: {LETTERS}"),
    ('kind = "several"', 'kind = "count"', "question “needs” kind: it is one of 'one', 'several'"),
    ('"woman", urgent = "yes" }', '"woman" }, outcome = "lost"', "screen 1 buttons 1 1 outcome: it is one of"),
    ('{ urgent = "yes" }', '{ urgent = "yes", who = "man" }', "highlight: there are too many of these"),
    ('when = { who = ["woman"] }', "when = { who = [] }", "question “urgent” when who: this is empty"),
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
    ('view = "visits"', 'view = "visits"\ntelephone = "both"', "telephone: it is one of 'in', 'out'"),
    ('kind = "one"', 'kind = "one"\nmost = { nb = "De fleste" }', "“who”: its `most` has no place `{answers}`"),
    ('kind = "one"', 'kind = "one"\nverb = { nb = "" }', "question “who” verb nb: this is empty"),
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
    ('view = "visits"', 'view = "record_tally"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "declined_in_shifts"', "view: this name is taken by a table of the database"),
    ('view = "visits"', 'view = "sqlite_master"', "view: this name is taken by a table of the database"),
    ('nb = "Seng"', 'nb = ""', "question “needs” options “bed” label nb: this is empty"),
    ('nb = "Hvem?"', 'nb = " "', "screen 1 ask nb: this is empty"),
    ("[[screen]]", "[[screen]", "the file: line 25, character 9 is not valid TOML"),
    ('key = "visit"', 'key = "visit"\nkey = "visit"', "the file: line 2 gives a key or a table a second time"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a form file that is right until something is changed."""
    file = tmp_path / "visit.toml"
    file.write_text(SMALL, encoding="utf-8")
    return file


def _fault(read: Callable[[], object]) -> str:
    with pytest.raises(FormFault) as raised:
        read()
    return str(raised.value)


def test_the_small_form_is_right(file: Path) -> None:
    assert read_form(file).key == "visit"


@pytest.mark.parametrize(
    ("right", "wrong", "said"), BROKEN, ids=[f"{said} ({wrong})" for _, wrong, said in BROKEN]
)
def test_what_is_wrong_is_said_in_one_sentence_with_file_place_and_reason(
    file: Path, right: str, wrong: str, said: str
) -> None:
    assert SMALL.count(right) >= 1
    file.write_text(SMALL.replace(right, wrong, 1), encoding="utf-8")

    sentence = _fault(lambda: read_form(file))

    assert sentence.startswith("visit.toml: ")
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


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

    assert said in _fault(lambda: read_form(file))


def test_a_screen_of_more_than_64_buttons_is_refused(file: Path) -> None:
    button = '  { label = { nb = "Mann" }, set = { who = "man" } },\n'
    file.write_text(SMALL.replace(button, button * 64), encoding="utf-8")

    assert _fault(lambda: read_form(file)) == "visit.toml: screen 1: a screen holds at most 64 buttons."


@pytest.mark.parametrize("content", [b"key = \xe6", b"\xff\xfek\x00e\x00y\x00"])
def test_a_file_that_is_not_utf8_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert _fault(lambda: read_form(file)) == "visit.toml: the file: it is not UTF-8 text."


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in _fault(lambda: read_form(tmp_path / "none.toml"))
    assert "it is a folder" in _fault(lambda: read_form(tmp_path))


def test_the_call_form_comes_with_the_program() -> None:
    assert list(read_forms(None, ["call"])) == ["call"]


def test_a_form_of_the_centres_own_stands_beside_it_in_the_order_enabled(file: Path) -> None:
    assert list(read_forms(file.parent, ["visit", "call"])) == ["visit", "call"]
    assert list(read_forms(file.parent, ["call"])) == ["call"]


def test_a_form_with_the_same_key_replaces_the_one_that_came_with_the_program(file: Path) -> None:
    file.write_text(SMALL.replace('key = "visit"', 'key = "call"'), encoding="utf-8")

    assert read_forms(file.parent, ["call"])["call"].view == "visits"


def test_two_forms_may_not_share_a_view(file: Path) -> None:
    file.write_text(SMALL.replace('"visits"', '"calls"'), encoding="utf-8")

    assert _fault(lambda: read_forms(file.parent, ["call", "visit"])) == (
        "The forms “call” and “visit” both name their view “calls”."
    )


def test_a_form_that_is_enabled_and_not_there_is_named(file: Path) -> None:
    assert "“stay”" in _fault(lambda: read_forms(file.parent, ["call", "stay"]))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "forms") in _fault(lambda: read_forms(tmp_path / "forms", ["call"]))


def test_a_wrong_file_in_the_folder_stops_the_start_whether_it_is_enabled_or_not(file: Path) -> None:
    file.write_text("", encoding="utf-8")

    assert _fault(lambda: read_forms(file.parent, ["call"])) == "visit.toml: key: this key is missing."
