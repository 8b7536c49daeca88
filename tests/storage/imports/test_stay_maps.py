"""Foreign files of stays, read through a map with two times."""

import json
from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.imports.map_file import MapFault
from tests.example_forms import CALL
from tests.storage.imports.stay_files import GUEST, read, refused

HEAD = "Inn;Ut;Kj;Barn"
DAYS = """
[arrived]
columns = ["Inn"]
formats = ["%d.%m.%Y", "%d. %m %Y"]
months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
[left]
columns = ["Ut"]
formats = ["%d.%m.%Y %H:%M", "%d.%m.%Y"]
"""
ANSWERS = """
[question.sex]
column = "Kj"
values = { "K" = "woman", "M" = "man", "" = "not asked" }
[question.children]
column = "Barn"
values = { "ingen" = "0", "mange" = "3+", "" = "not asked" }
"""
OUTCOME = '[outcome]\ncolumn = "Ut"\nvalues = { "x" = "irrelevant" }\n'
NONE = "is none of the answers that can stand here"
ONE_TIME = '[occurred_at]\ncolumns = ["Inn"]\nformats = ["%d.%m.%Y"]\n'


@pytest.mark.parametrize(
    ("line", "time", "answers"),
    [
        ("03.07.2016;20.07.2016 10:30;K;2", "2016-07-03/2016-07-20", {"sex": "woman", "children": "2"}),
        ("3. Jul 2016;;M;ingen", "2016-07-03/", {"sex": "man", "children": "0"}),
        ("03.07.2016;04.07.2016;;mange", "2016-07-03/2016-07-04", {"children": "3+"}),
        ("03.07.2016;;K;007", "2016-07-03/", {"sex": "woman", "children": "7"}),
    ],
)
def test_days_and_numbers_are_read_through_a_map(
    tmp_path: Path, line: str, time: str, answers: dict[str, str]
) -> None:
    [row] = read(tmp_path, line, head=HEAD, mapped=DAYS + ANSWERS)

    assert (row.time, json.loads(row.said.answers)) == (time, answers)


def test_days_that_stand_in_columns_of_their_own_are_joined(tmp_path: Path) -> None:
    joined = DAYS.replace('["Ut"]', '["D", "M"]').replace('"%d.%m.%Y %H:%M", "%d.%m.%Y"', '"%d %m.%Y"')

    gone, there = read(tmp_path, "03.07.2016;20;07.2016", "03.07.2016;;", head="Inn;D;M", mapped=joined)

    assert (gone.time, there.time) == ("2016-07-03/2016-07-20", "2016-07-03/")


def test_a_day_that_does_not_fit_and_a_value_without_a_meaning_are_named(tmp_path: Path) -> None:
    lines = ("03.07.2016;borte;K;2", "03.07.2016;02.07.2016;K;2", "03.07.2016;;X;lots")

    said = refused(tmp_path, *lines, head=HEAD, mapped=DAYS + ANSWERS)

    assert said[1:] == [
        "line 2: Ut: “borte” is not written as %d.%m.%Y %H:%M / %d.%m.%Y",
        "line 3: “2016-07-02” comes before “2016-07-03”, the day of arrival",
        "Values that the map does not know: 2.",
        "Barn: “lots” (1)",
        "Kj: “X” (1)",
    ]


@pytest.mark.parametrize(
    ("form", "mapped", "said"),
    [
        (GUEST, ONE_TIME, "occurred_at: the form has no such time"),
        (GUEST, DAYS.partition("[left]")[0], "left: this key is missing"),
        (GUEST, "[left]" + DAYS.partition("[left]")[2], "arrived: this key is missing"),
        (
            GUEST,
            DAYS.replace("%d. %m %Y", "%m.%Y"),
            "arrived.formats: “%m.%Y” lacks day, month or year: %d, %m, %Y",
        ),
        (GUEST, DAYS + ANSWERS.replace('"0"', '"1000"'), f"question.children.values.ingen: “1000” {NONE}"),
        (GUEST, DAYS + ANSWERS.replace('"woman"', '"1"'), f"question.sex.values.K: “1” {NONE}"),
        (GUEST, DAYS + OUTCOME, f"outcome.values.x: “irrelevant” {NONE}"),
        (CALL, DAYS, "occurred_at: this key is missing"),
        (CALL, ONE_TIME + DAYS, "arrived: the form has no such time"),
    ],
)
def test_a_map_has_the_times_that_its_form_has_and_answers_that_can_be(
    tmp_path: Path, form: Form, mapped: str, said: str
) -> None:
    with pytest.raises(MapFault) as fault:
        read(tmp_path, head=HEAD, mapped=mapped, form=form)

    assert str(fault.value) == f"map.toml: {said}."
