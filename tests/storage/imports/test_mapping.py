"""Maps of foreign files that cannot be used."""

from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.imports.map_file import MapFault
from storage.imports.mapping import read_map
from tests.storage.letters import MONTHS, SENDER, SPREAD, TIME, read, sentence_of


@pytest.mark.parametrize(
    ("mapped", "sentence"),
    [
        ("", "map.toml: occurred_at: denne nøkkelen mangler."),
        (TIME + SENDER + 'colour = "red"\n', "map.toml: question.sender.colour: denne nøkkelen er ukjent."),
        (
            TIME + '[question.color]\ncolumn = "c"\n',
            "map.toml: question.color: skjemaet har ikke et slikt spørsmål.",
        ),
        (
            TIME + SENDER.replace("court", "cort"),
            "map.toml: question.sender.values.T: «cort» er ikke et av svarene som kan stå her.",
        ),
        (
            TIME + '[question.sender]\nvalues = { "T" = "court" }\n',
            "map.toml: question.sender: det trengs enten en `column` eller noen `columns`.",
        ),
        (
            TIME.replace("%d.%m.%Y", "%m.%Y", 1) + SENDER,
            "map.toml: occurred_at.formats: «%m.%Y» mangler dag, måned eller år: %d, %m, %Y.",
        ),
        (
            TIME.replace("%H:%M", "%j") + SENDER,
            "map.toml: occurred_at.formats: «%d.%m.%Y %j» har mer enn %Y, %y, %m, %d, %H, %I, %p, %M og %S.",
        ),
        (
            TIME.replace("%H:%M", "%d") + SENDER,
            "map.toml: occurred_at.formats: «%d.%m.%Y %d» ",
        ),
        (MONTHS.replace("mai", "mars") + SENDER, "map.toml: occurred_at.months: "),
        (TIME.replace('["day"]', "[]"), "map.toml: occurred_at.columns: dette er tomt."),
        (TIME.replace('["day"]', '"day"'), "map.toml: occurred_at.columns: det skal "),
        (TIME + "[question.sender]\ncolumn = 7\n", "map.toml: question.sender.column: det skal "),
        (TIME + "question = 7\n", "map.toml: occurred_at.question: denne nøkkelen er ukjent."),
        (TIME + SENDER + 'separator = "/"\n', "map.toml: question.sender: bare et spørsmål av typen «several» "),
        (TIME + SPREAD + 'separator = "/"\n', "map.toml: question.about: en `separator` "),
        (TIME + SPREAD.replace("home", "car"), "map.toml: question.about.columns.h: «car» er ikke "),
        (TIME + SPREAD.replace('"not chosen"', '"money"'), 'map.toml: question.about.values."": «money» er ikke '),
        (TIME + SENDER + 'others = "nothing chosen"\n', "map.toml: question.sender.others: «nothing chosen» "),
        (
            TIME + '[outcome]\ncolumn = "end"\nvalues = { "?" = "lost" }\n',
            "map.toml: outcome.values.?: «lost» er ikke ",
        ),
        (TIME + SENDER + SENDER, "map.toml: filen: "),
        ('left_out = ["from"]\n' + TIME + SENDER, "map.toml: left_out: «from» blir lest også."),
        (TIME + "[question", "map.toml: filen: "),
        ("a = " + "[" * 5000, "map.toml: filen: tabellene eller listene ligger for dypt i hverandre."),
        (TIME + SENDER + '"\\u001b[2J" = 1', r"map.toml: question.sender.\u{1b}[2J: denne nøkkelen er ukjent."),
    ],
)
def test_a_wrong_map_is_refused_in_one_sentence(letter: Form, tmp_path: Path, mapped: str, sentence: str) -> None:
    with pytest.raises(MapFault) as fault:
        read(letter, tmp_path, "day,from\n", mapped)

    said = sentence_of(fault.value)
    assert said.startswith(sentence)
    assert said.endswith(".")
    assert "\n" not in said


def test_a_map_that_is_not_there_is_said(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(MapFault, match="cannot be read"):
        read_map(tmp_path / "none.toml", letter)
