import ast
from pathlib import Path

import pytest

from storage.forms import stay_rules
from storage.forms.reader import read_form
from tests.storage.small_form import fault_of

STAYS = """\
key = "guest"
title = { nb = "Gjest" }
view = "guests"
house = { by = "who", first = "again" }

[[question]]
key = "came"
label = { nb = "Kom" }
kind = "day"
stage = "arrival"

[[question]]
key = "who"
label = { nb = "Hvem" }
kind = "one"
options = [ { key = "woman", label = { nb = "Kvinne" } }, { key = "man", label = { nb = "Mann" } } ]

[[question]]
key = "again"
label = { nb = "Første i år" }
kind = "one"
stage = "during"
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]

[[question]]
key = "bags"
label = { nb = "Bager" }
kind = "count"
bands = [0, 1, 3]
options = [ { key = "many", label = { nb = "Ikke talt" }, unknown = true } ]

[[question]]
key = "needs"
label = { nb = "Behov" }
kind = "several"
grows = true
options = [ { key = "bed", label = { nb = "Seng" } }, { key = "talk", label = { nb = "Prat" } } ]

[[question]]
key = "went"
label = { nb = "Dro" }
kind = "day"
stage = "departure"
"""
CAME = STAYS[STAYS.index('[[question]]\nkey = "came"') : STAYS.index('[[question]]\nkey = "who"')]
SCREEN = """
[[screen]]
ask = { nb = "Hvem?" }
buttons = [ [ { label = { nb = "Mann" }, set = { who = "man" } } ] ]
"""
LAST = '"departure"\n'
LABEL = 'label = { nb = "Behov" }'
GROWS = "only a question of the kind “several”, asked at arrival, can grow"
NOT_LATER = "a form whose records stay open has no questions that are asked later"
NO_OPTIONS = "a day has no options, no `when`, no `bands`, and is not asked later"
RISING = "its `bands` are rising whole numbers, and the first one is 0"

BROKEN = [
    ('kind = "one"', 'kind = "one"\nbands = [0, 2]', "“who”: `bands` belong to a question of the kind “count” or"),
    ("bands = [0, 1, 3]\n", "", f"question “bags”: {RISING}"),
    ("bands = [0, 1, 3]", "bands = [1, 3]", f"question “bags”: {RISING}"),
    ("bands = [0, 1, 3]", "bands = [0, 3, 3]", f"question “bags”: {RISING}"),
    ("bands = [0, 1, 3]", "bands = [0, 3, 1]", f"question “bags”: {RISING}"),
    (", unknown = true", "", "question “bags”: besides its bands it can only have options that are `unknown`"),
    (
        'key = "bed", label = { nb = "Seng" }',
        'key = "bed", label = { nb = "Seng" }, counted = true',
        "question “needs”: only an option that is `unknown` can be `counted`",
    ),
    (
        'stage = "arrival"',
        'stage = "during"',
        "question “came”: a day is the one of “arrival” or of “departure”: say so as its `stage`",
    ),
    ('stage = "arrival"\n', "", "question “came”: a day is the one of “arrival” or of “departure”: say so as its"),
    (CAME, CAME + CAME.replace('"came"', '"come"'), "question “came”: there is another day of this `stage`"),
    (LAST, LAST + 'when = { who = ["man"] }\n', f"question “went”: {NO_OPTIONS}"),
    (LAST, LAST + "bands = [0]\n", f"question “went”: {NO_OPTIONS}"),
    (LAST, LAST + "later = true\n", f"question “went”: {NO_OPTIONS}"),
    (LAST, LAST + 'options = [ { key = "a", label = { nb = "A" } } ]\n', f"question “went”: {NO_OPTIONS}"),
    ('key = "went"', 'key = "outcome"', "question “outcome”: this key is taken by the view’s own columns"),
    ('key = "went"', 'key = "came"', "question: two questions have the same key"),
    (CAME, "", "question: a day of arrival and one of departure go together"),
    ("grows = true", 'grows = true\nstage = "during"', f"question “needs”: {GROWS}"),
    ('key = "bags"', 'key = "bags"\ngrows = true', f"question “bags”: {GROWS}"),
    (LABEL, f"{LABEL}\nlater = true", f"question “needs”: {NOT_LATER}"),
    (LAST, LAST + SCREEN, "screen: a form whose records stay open has no screens"),
    ('by = "who", ', "", "house: it takes either `by`, a question, or a `person`"),
    (
        'by = "who"',
        'by = "who", person = { key = "guest", label = { nb = "Gjest" }, spoken = { nb = "gjester" } }',
        "house: it takes either `by`, a question, or a `person`",
    ),
    ('by = "who"', 'by = "whom"', "house: `by` names no question of the kind “one”"),
    ('by = "who"', 'by = "needs"', "house: `by` names no question of the kind “one”"),
    ('first = "again"', 'first = "before"', "house: `first` names no question with the answers “yes” and “no”"),
    ('first = "again"', 'first = "who"', "house: `first` names no question with the answers “yes” and “no”"),
]
PLAIN = STAYS.replace(CAME, "").replace(STAYS[STAYS.index('[[question]]\nkey = "went"') :], "")
WITHOUT_STAGE = PLAIN.replace('stage = "during"\n', "")
STAGES = "`stage` and `grows` belong to a form with a day of arrival and one of departure"
BROKEN_PLAIN = [
    (PLAIN.replace("grows = true\n", ""), f"question “again”: {STAGES}"),
    (WITHOUT_STAGE, f"question “needs”: {STAGES}"),
    (WITHOUT_STAGE.replace("grows = true\n", ""), "house: it belongs to a form with a day of arrival and one of"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "guests.toml"


def _fault(file: Path, content: str) -> str:
    file.write_text(content, encoding="utf-8")
    return fault_of(lambda: read_form(file))


def test_the_form_of_guests_is_right(file: Path) -> None:
    file.write_text(STAYS, encoding="utf-8")
    form = read_form(file)

    assert form.stays_open
    assert not form.in_chat
    assert [day.key for day in (form.arrival, form.departure) if day] == ["came", "went"]
    assert [
        [question.key for question in form.asked_at(stage)] for stage in ("arrival", "during", "departure")
    ] == [
        ["who", "bags", "needs"],
        ["again"],
        [],
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"), BROKEN, ids=[f"{said} ({wrong[-40:]})" for _, wrong, said in BROKEN]
)
def test_what_contradicts_that_records_stay_open_is_said_in_one_sentence(
    file: Path, right: str, wrong: str, said: str
) -> None:
    assert right in STAYS

    assert said in _fault(file, STAYS.replace(right, wrong, 1))


@pytest.mark.parametrize(("content", "said"), BROKEN_PLAIN)
def test_what_belongs_to_records_that_stay_open_is_refused_in_a_form_whose_records_do_not(
    file: Path, content: str, said: str
) -> None:
    assert said in _fault(file, content)


def test_a_band_is_no_key_that_a_file_can_give_an_option(file: Path) -> None:
    assert "a key is written with a–z, 0–9 and _" in _fault(file, STAYS.replace('key = "bed"', 'key = "1-2"'))


def test_every_sentence_of_these_rules_is_among_those_that_are_tried() -> None:
    tree = ast.parse(Path(stay_rules.__file__).read_text(encoding="utf-8"))
    sentences = {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "N_"
        and isinstance(call.args[0], ast.Constant)
    }
    said = " ".join(said for *_, said in (*BROKEN, *BROKEN_PLAIN))

    assert {sentence for sentence in sentences if str(sentence)[:40] not in said} == set()
