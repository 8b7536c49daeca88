"""Foreign files read through a map, and those that do not go with theirs."""

from pathlib import Path

import pytest

from storage.forms.form import Form
from storage.forms.question import Answer
from storage.imports.mapping import read_map
from storage.imports.reader import read_rows
from storage.table_files.rows import FileRefused
from tests.storage.letters import JOINED, MONTHS, NOT_ASKED, NOW, SENDER, SPREAD, TIME, read, sentence_of


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
    letter: Form, tmp_path: Path, text: str, mapped: str, expected: tuple[str, dict[str, Answer]]
) -> None:
    assert read(letter, tmp_path, text, mapped) == [expected]


def test_values_that_the_map_does_not_know_are_listed_once_with_their_counts(letter: Form, tmp_path: Path) -> None:
    text = "day,from\n" + "14.07.2016,X\n" * 3 + "14.07.2016,T\n14.07.2016,Y\n"

    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, text, TIME + SENDER)

    assert sentence_of(fault.value) == (
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
    letter: Form, tmp_path: Path, text: str, mapped: str, listed: list[str]
) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, text, mapped)

    assert sentence_of(fault.value).splitlines()[1:] == listed


def test_wrong_rows_and_unknown_values_are_told_together(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, "day,from\nyesterday,X\n14.07.2016,X\n14.07.2016,T,\n", TIME + SENDER)

    assert str(fault.value).splitlines() == [
        "Nothing is imported from foreign.csv. Rows that cannot be read: 2.",
        "line 2: day: “yesterday” is not written as %d.%m.%Y / %d.%m.%Y %H:%M",
        "line 4: there are more cells than columns",
        "Values that the map does not know: 1.",
        "from: “X” (2)",
    ]


def test_of_very_many_unknown_values_the_hundred_most_frequent_are_listed(letter: Form, tmp_path: Path) -> None:
    text = "".join(f"14.07.2016,name {number}\n" for number in range(300)) + "14.07.2016,name 299\n"

    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, f"day,from\n{text}", TIME + SENDER)

    said = str(fault.value).splitlines()
    assert (said[0][-5:], len(said), said[1]) == (" 300.", 101, "from: “name 299” (2)")


@pytest.mark.parametrize("time", ["14.07.2016", "soon"])
def test_a_file_with_thousands_of_unknown_values_is_not_read_on(letter: Form, tmp_path: Path, time: str) -> None:
    text = "".join(f"{time},name {number}\n" for number in range(10_010))

    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, f"day,from\n{text}", TIME + SENDER)

    said = str(fault.value)
    assert "Values that the map does not know: 10000.\n" in said
    assert said.endswith("\nThe rest of the file was not read.")


def test_rows_that_cannot_be_read_are_named_by_line(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, "day,from\n14.07.2016,T\n2016-07-14,T\n14.07.2099,S\n", TIME + SENDER)

    said = sentence_of(fault.value)
    assert "Rader som ikke kan leses: 2." in said
    assert "linje 3: day: «####-##-##» er ikke skrevet som %d.%m.%Y / %d.%m.%Y %H:%M" in said
    assert "linje 4: " in said


def test_an_outcome_is_renamed(letter: Form, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(
        TIME + '[outcome]\ncolumn = "end"\nvalues = { "anon" = "declined" }\nothers = "registered"\n',
        encoding="utf-8",
    )
    (tmp_path / "foreign.csv").write_text("day,end\n14.07.2016,anon\n14.07.2016,\n", encoding="utf-8")

    rows = read_rows(
        tmp_path / "foreign.csv",
        letter,
        read_map(tmp_path / "map.toml", letter),
        now=NOW,
        progress=lambda _done, _total: None,
    )

    assert [row.said.outcome for row in rows] == ["declined", "registered"]


def test_a_column_that_is_neither_read_nor_left_out_is_named_where_the_map_lists_what_it_leaves_out(
    letter: Form, tmp_path: Path
) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, "day,from,name\n", 'left_out = ["street"]\n' + TIME + SENDER)

    assert "name" in sentence_of(fault.value)


def test_a_column_that_the_map_reads_has_to_be_there(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as fault:
        read(letter, tmp_path, "day\n", TIME + SENDER)

    assert sentence_of(fault.value) == "foreign.csv har ikke kolonnen from."


def test_a_column_that_the_map_reads_may_not_be_there_twice(letter: Form, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="has a column twice"):
        read(letter, tmp_path, "day,from,from\n", TIME + SENDER)
