"""Maps of foreign files: what they can say, and how what they lack is told."""

from pathlib import Path

import pytest

from reports.language import Language
from storage.fault import Fault
from storage.form import Form
from storage.form_file import read_form
from storage.hour import Hour
from storage.import_file import ImportFault, read_drafts
from storage.import_map import MapFault
from storage.import_map_rules import read_map_for
from storage.question import Answer

NOW = Hour.parse("2026-11-22T12")
FORM = """
key = "letter"
title = { nb = "Brev" }
view = "letters"
[[question]]
key = "sender"
label = { nb = "Avsender" }
kind = "one"
options = [ { key = "court", label = { nb = "Retten" } }, { key = "school", label = { nb = "Skolen" } },
            { key = "unknown", label = { nb = "Ikke kjent" }, unknown = true } ]
[[question]]
key = "about"
label = { nb = "Gjelder" }
kind = "several"
options = [ { key = "money", label = { nb = "Penger" } }, { key = "home", label = { nb = "Bolig" } } ]
"""
TIME = '[occurred_at]\ncolumns = ["day"]\nformats = ["%d.%m.%Y", "%d.%m.%Y %H:%M"]\n'
SENDER = '[question.sender]\ncolumn = "from"\nvalues = { "T" = "court", "S" = "school", "" = "not asked" }\n'
JOINED = """
[question.about]
column = "what"
separator = "/"
values = { "m" = "money", "h" = "home", "" = "nothing chosen" }
"""
SPREAD = """
[question.about]
values = { "x" = "chosen", "" = "not chosen" }
columns = { m = "money", h = "home" }
"""
NOT_ASKED = """
[question.about]
values = { "1" = "chosen", "" = "not chosen", "-" = "not asked" }
others = "not chosen"
columns = { m = "money", h = "home" }
"""
MONTHS = """
[occurred_at]
columns = ["d", "m", "y"]
formats = ["%d %m %Y"]
months = ["januar", "februar", "mars", "april", "mai", "juni",
  "juli", "august", "september", "oktober", "november", "desember"]
"""


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """Read a small form."""
    file = tmp_path / "letter.toml"
    file.write_text(FORM, encoding="utf-8")
    return read_form(file)


def _read(form: Form, folder: Path, text: str, mapped: str) -> list[tuple[str, dict[str, Answer]]]:
    (folder / "map.toml").write_text(mapped, encoding="utf-8")
    (folder / "foreign.csv").write_text(text, encoding="utf-8")
    drafts = read_drafts(
        folder / "foreign.csv", form, read_map_for(folder / "map.toml", form), now=NOW, progress=lambda _: None
    )
    return [(draft.occurred_at, dict(draft.answers)) for draft in drafts]


def _sentence(fault: Fault) -> str:
    return fault.sentence(Language("nb").text)


@pytest.mark.parametrize(
    ("text", "mapped", "expected"),
    [
        ("day,from\n14.07.2016,T\n", TIME + SENDER, ("2016-07-14", {"sender": "court"})),
        ("day;from\n14.07.2016 23:40;S\n", TIME + SENDER, ("2016-07-14T23", {"sender": "school"})),
        ("\ufeffday,from\n14.07.2016,\n", TIME + SENDER, ("2016-07-14", {})),
        ("day,from,else\n14.07.2016,T,Kari\n", TIME + SENDER, ("2016-07-14", {"sender": "court"})),
        ("day,what\n14.07.2016,h/m\n", TIME + JOINED, ("2016-07-14", {"about": ("money", "home")})),
        ("day,what\n14.07.2016,\n", TIME + JOINED, ("2016-07-14", {"about": ()})),
        ("day,m,h\n14.07.2016,,x\n", TIME + SPREAD, ("2016-07-14", {"about": ("home",)})),
        ("day,m,h\n14.07.2016,,\n", TIME + SPREAD, ("2016-07-14", {"about": ()})),
        ("day,m,h\n14.07.2016,-,-\n", TIME + NOT_ASKED, ("2016-07-14", {})),
        ("day,m,h\n14.07.2016,-,\n", TIME + NOT_ASKED, ("2016-07-14", {"about": ()})),
        ("day,m,h\n14.07.2016,1,0\n", TIME + NOT_ASKED, ("2016-07-14", {"about": ("money",)})),
        (" day , from \n 14.07.2016 , T \n", TIME + SENDER, ("2016-07-14", {"sender": "court"})),
        ("day,from,,\n14.07.2016,T,,\n", TIME + SENDER, ("2016-07-14", {"sender": "court"})),
        (
            "day,from\n14.07.2016,whoever\n",
            TIME + SENDER + 'others = "unknown"\n',
            ("2016-07-14", {"sender": "unknown"}),
        ),
        (
            "y,m,d,from\n2016,juli,14,T\n",
            MONTHS + SENDER,
            ("2016-07-14", {"sender": "court"}),
        ),
    ],
)
def test_columns_and_values_are_renamed(
    form: Form, tmp_path: Path, text: str, mapped: str, expected: tuple[str, dict[str, Answer]]
) -> None:
    assert _read(form, tmp_path, text, mapped) == [expected]


def test_values_that_the_map_does_not_know_are_listed_once_with_their_counts(form: Form, tmp_path: Path) -> None:
    text = "day,from\n" + "14.07.2016,X\n" * 3 + "14.07.2016,T\n14.07.2016,Y\n"

    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, text, TIME + SENDER)

    assert _sentence(fault.value) == (
        "Ingenting er importert fra foreign.csv. Verdier som kartet ikke kjenner: 2.\nfrom: «X» (3)\nfrom: «Y» (1)"
    )


@pytest.mark.parametrize(
    ("text", "mapped", "listed"),
    [
        pytest.param("day,from\n14.07.2016,t\n", TIME + SENDER, ["from: «t» (1)"], id="case matters"),
        pytest.param("day,what\n14.07.2016,m/x/x\n", TIME + JOINED, ["what: «x» (1)"], id="a part of a cell"),
        pytest.param(
            "day,m,h\n14.07.2016,?,?\n14.07.2016,x,?\n",
            TIME + SPREAD,
            ["h: «?» (2)", "m: «?» (1)"],
            id="a column an option",
        ),
        pytest.param(
            "day,from,end\n14.07.2016,,lost\n",
            TIME + SENDER + '[outcome]\ncolumn = "end"\n',
            ["end: «lost» (1)"],
            id="an outcome",
        ),
        pytest.param(
            "day,from\n14.07.2016,T\n14.07.2016,\n14.07.2016,T\n",
            TIME + '[question.sender]\ncolumn = "from"\n',
            ["from: «T» (2)", "from: «» (1)"],
            id="a map without values asks for them all",
        ),
    ],
)
def test_what_is_unknown_is_listed_by_column_the_frequent_first(
    form: Form, tmp_path: Path, text: str, mapped: str, listed: list[str]
) -> None:
    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, text, mapped)

    assert _sentence(fault.value).splitlines()[1:] == listed


def test_wrong_rows_and_unknown_values_are_told_together(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, "day,from\nyesterday,X\n14.07.2016,X\n14.07.2016,T,\n", TIME + SENDER)

    assert str(fault.value).splitlines() == [
        "Nothing is imported from foreign.csv. Rows that cannot be read: 2.",
        "line 2: “yesterday” is not written as %d.%m.%Y / %d.%m.%Y %H:%M",
        "line 4: there are more cells than columns",
        "Values that the map does not know: 1.",
        "from: “X” (2)",
    ]


def test_of_very_many_unknown_values_the_hundred_most_frequent_are_listed(form: Form, tmp_path: Path) -> None:
    text = "".join(f"14.07.2016,name {number}\n" for number in range(300)) + "14.07.2016,name 299\n"

    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, f"day,from\n{text}", TIME + SENDER)

    said = str(fault.value).splitlines()
    assert (said[0][-5:], len(said), said[1]) == (" 300.", 101, "from: “name 299” (2)")


def test_rows_that_cannot_be_read_are_named_by_line(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, "day,from\n14.07.2016,T\n2016-07-14,T\n14.07.2099,S\n", TIME + SENDER)

    said = _sentence(fault.value)
    assert "Rader som ikke kan leses: 2." in said
    assert "linje 3: «2016-07-14» er ikke skrevet som %d.%m.%Y / %d.%m.%Y %H:%M" in said
    assert "linje 4: " in said


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
            TIME.replace("%H:%M", "%I %p") + SENDER,
            "map.toml: occurred_at.formats: «%d.%m.%Y %I %p» har mer enn %Y, %y, %m, %d, %H, %M og %S.",
        ),
        (
            TIME.replace("%H:%M", "%d") + SENDER,
            "map.toml: occurred_at.formats: «%d.%m.%Y %d» ",
        ),
        (MONTHS.replace("mai", "mars") + SENDER, "map.toml: occurred_at.months: "),
        (TIME.replace('["day"]', "[]"), "map.toml: occurred_at.columns: dette er tomt."),
        (TIME.replace('["day"]', '"day"'), "map.toml: occurred_at.columns: her "),
        (TIME + "[question.sender]\ncolumn = 7\n", "map.toml: question.sender.column: her "),
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
    ],
)
def test_a_wrong_map_is_refused_in_one_sentence(form: Form, tmp_path: Path, mapped: str, sentence: str) -> None:
    with pytest.raises(MapFault) as fault:
        _read(form, tmp_path, "day,from\n", mapped)

    said = _sentence(fault.value)
    assert said.startswith(sentence)
    assert said.endswith(".")
    assert "\n" not in said


def test_a_column_that_is_neither_read_nor_left_out_is_named_where_the_map_lists_what_it_leaves_out(
    form: Form, tmp_path: Path
) -> None:
    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, "day,from,name\n", 'left_out = ["street"]\n' + TIME + SENDER)

    assert "name" in _sentence(fault.value)


def test_a_column_that_the_map_reads_has_to_be_there(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ImportFault) as fault:
        _read(form, tmp_path, "day\n", TIME + SENDER)

    assert _sentence(fault.value) == "foreign.csv har ikke kolonnen from."


def test_a_column_that_the_map_reads_may_not_be_there_twice(form: Form, tmp_path: Path) -> None:
    with pytest.raises(ImportFault, match="has a column twice"):
        _read(form, tmp_path, "day,from,from\n", TIME + SENDER)


def test_a_map_that_is_not_there_is_said(form: Form, tmp_path: Path) -> None:
    with pytest.raises(MapFault, match="cannot be read"):
        read_map_for(tmp_path / "none.toml", form)


def test_an_outcome_is_renamed(form: Form, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(
        TIME + '[outcome]\ncolumn = "end"\nvalues = { "anon" = "declined" }\nothers = "registered"\n',
        encoding="utf-8",
    )
    (tmp_path / "foreign.csv").write_text("day,end\n14.07.2016,anon\n14.07.2016,\n", encoding="utf-8")

    drafts = read_drafts(
        tmp_path / "foreign.csv", form, read_map_for(tmp_path / "map.toml", form), now=NOW, progress=lambda _: None
    )

    assert [draft.outcome for draft in drafts] == ["declined", "registered"]
