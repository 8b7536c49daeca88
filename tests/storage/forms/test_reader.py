from pathlib import Path

import pytest

from storage.forms.reader import read_form, read_forms
from tests.storage.small_form import SMALL, assert_refused, fault_of

LETTERS = "a key is written with a–z, 0–9 and _, and begins with a letter"

CUT = 36 * "x"
LONG = f"{CUT}y"

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
    ('kind = "several"', 'kind = "text"', "question “needs” kind: it is one of 'one', 'several', 'count'"),
    ('kind = "several"', 'kind = "several"\nbands = [-1]', "question “needs” bands 1: it is 0 or more"),
    ('"woman", urgent = "yes" }', '"woman" }, outcome = "lost"', "screen 1 buttons 1 1 outcome: it is one of"),
    ('{ urgent = "yes" }', '{ urgent = "yes", who = "man" }', "highlight: there are too many of these"),
    ('when = { who = ["woman"] }', "when = { who = [] }", "question “urgent” when who: this is empty"),
    ('view = "visits"', 'view = "visits"\ntelephone = "both"', "telephone: it is one of 'in', 'out'"),
    ('view = "visits"', 'view = "visits"\ncross = ["who", "urgent"]', "cross 1: it is a list, in [ ]"),
    ('kind = "one"', 'kind = "one"\nverb = { nb = "" }', "question “who” verb nb: this is empty"),
    ('nb = "Seng"', 'nb = ""', "question “needs” options “bed” label nb: this is empty"),
    ('nb = "Hvem?"', 'nb = " "', "screen 1 ask nb: this is empty"),
    (
        'nb = "Seng"',
        'nb = "Seng\\u202E"',
        "question “needs” options “bed” label nb: it holds U+202E, a character that",
    ),
    ('nb = "Seng"', 'nb = "Se\\u00ADng"', "question “needs” options “bed” label nb: it holds U+00AD, a character"),
    ('nb = "Seng"', 'nb = "Seng\\u200F"', "question “needs” options “bed” label nb: it holds U+200F, a character"),
    (
        'nb = "Hvem"',
        'nb = "Hvem\\nringte"',
        "question “who” label nb: it holds U+000A, a character that is not seen",
    ),
    ('nb = "Hvem?"', 'nb = "Hvem?\\u0007"', "screen 1 ask nb: it holds U+0007, a character that is not seen"),
    (
        'nb = "Besøk"',
        'nb = "Besøk", en = "V\\u2066isit"',
        "title en: it holds U+2066, a character that is not seen",
    ),
    ('view = "visits"', f'view = "visits"\nnew = {{ nb = "{LONG}" }}', f"new: “{CUT}…” has 37 characters, and a"),
    ('nb = "Besøk"', f'nb = "Besøk", en = "{LONG}"', f"title: “{CUT}…” has 37 characters, and a button shows 36"),
    ('nb = "Seng"', f'nb = "{LONG}"', f"question “needs”: “{CUT}…” has 37 characters, and a button shows 36"),
    ('nb = "Behov"', f'nb = "{LONG}"', f"question “needs”: “{CUT}…” has 37 characters, and a button shows 36"),
    ('nb = "Haster" }, set', f'nb = "{LONG}" }}, set', f"screen 1: “{CUT}…” has 37 characters, and a button"),
    ("[[screen]]", f'[[screen]]\nname = {{ nb = "{LONG}" }}', f"screen 1: “{CUT}…” has 37 characters, and a"),
    ('key = "who"', 'key = "\\u001B[2J"', r"question “\u{1b}[2J” key: a key is written with"),
    ('view = "visits"', f"x = {'[' * 5000}", "the file: its tables or lists lie too deep within each other"),
    ("[[screen]]", "[[screen]", "the file: line 25, character 9 is not valid TOML"),
    ('key = "visit"', 'key = "visit"\nkey = "visit"', "the file: line 2 gives a key or a table a second time"),
]


def test_the_small_form_is_right(file: Path) -> None:
    assert read_form(file).key == "visit"


@pytest.mark.parametrize(
    ("right", "wrong", "said"), BROKEN, ids=[f"{said} ({wrong})" for _, wrong, said in BROKEN]
)
def test_what_is_wrong_is_said_in_one_sentence_with_file_place_and_reason(
    file: Path, right: str, wrong: str, said: str
) -> None:
    assert_refused(file, right, wrong, said)


@pytest.mark.parametrize(
    ("right", "written"),
    [
        ('nb = "Seng"', 'nb = "Seng\\u00A0og\\u202Fmat"'),
        ('nb = "Seng"', f'nb = "{CUT}"'),
        ('nb = "Hvem?"', 'nb = "Hvem?\\nVelg én."'),
        ('nb = "Behov" }', f'nb = "{LONG}" }}\nshort = {{ nb = "Behov" }}'),
    ],
    ids=["no-break spaces", "all that a button shows", "a question on two lines", "a long label with a short"],
)
def test_what_a_telephone_shows_may_stand_in_a_form(file: Path, right: str, written: str) -> None:
    file.write_text(SMALL.replace(right, written, 1), encoding="utf-8")

    assert read_form(file).key == "visit"


@pytest.mark.parametrize("content", [b"key = \xe6", b"\xff\xfek\x00e\x00y\x00"])
def test_a_file_that_is_not_utf8_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    assert fault_of(lambda: read_form(file)) == "visit.toml: the file: it is not UTF-8 text."


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in fault_of(lambda: read_form(tmp_path / "none.toml"))
    assert "it is a folder" in fault_of(lambda: read_form(tmp_path))


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

    assert fault_of(lambda: read_forms(file.parent, ["call", "visit"])) == (
        "The forms “call” and “visit” both name their view “calls”."
    )


def test_a_form_that_is_enabled_and_not_there_is_named(file: Path) -> None:
    assert "“letter”" in fault_of(lambda: read_forms(file.parent, ["call", "letter"]))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "forms") in fault_of(lambda: read_forms(tmp_path / "forms", ["call"]))


def test_a_wrong_file_in_the_folder_stops_the_start_whether_it_is_enabled_or_not(file: Path) -> None:
    file.write_text("", encoding="utf-8")

    assert fault_of(lambda: read_forms(file.parent, ["call"])) == "visit.toml: key: this key is missing."
