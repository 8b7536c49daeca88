"""The map of a workbook with counts is told what is wrong with it, place by place."""

from pathlib import Path

import pytest

from storage.forms.reader import OWN_FORMS, read_form
from storage.imports.map_file import MapFault
from storage.tallies.tally_map import is_tally_map, read_tally_map
from tests.storage.tallies.tally_books import FORM

MAP = """[tally]
labels = "A"
counts = ["B"]
year = 2016
[tally.months]
"Januar" = 1
[tally.meanings]
"Kvinne" = "caller.woman"
"""


def fault_of(folder: Path, text: str) -> str:
    """Return what is said of a map; empty where it can be used."""
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    try:
        read_tally_map(path, FORM)
    except MapFault as fault:
        return str(fault)
    return ""


def test_months_are_numbers_with_a_year_for_all_or_have_their_own(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP.replace('"Januar" = 1', '"a" = 1\n"b" = "2017-02"'), encoding="utf-8")

    mapped = read_tally_map(tmp_path / "map.toml", FORM)

    assert mapped.periods == {"a": "2016-01", "b": "2017-02"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("year = 2016", "", "tally.year: this key is missing; it is the year that was counted, as `year = 2016`"),
        ("year = 2016", "year = 16", "tally.year: it is 1900 or more"),
        ('labels = "A"', "", "tally: words stand either in a column, `labels`, or in a row, `labels_row`"),
        ('labels = "A"', 'labels = "1"', "tally.labels: a column is written as its letters, as A or AF"),
        ('counts = ["B"]', "", "tally.counts: this key is missing"),
        ('["B"]', '["C-B"]', "tally.counts.0: columns are written as their letters, as B or B-AF"),
        ('["B"]', '["A-C"]', "tally.counts: column A holds words"),
        ('labels = "A"', "labels_row = 3", "tally.days: this key is missing"),
        ("year", 'days = "C"\nyear', "tally.days: it goes with the other way to lay out a sheet"),
        ("= 1\n", "= 13\n", "tally.months.Januar: a month is 1 to 12, or a text as 2016-01"),
        ("= 1\n", '= "januar"\n', "tally.months.Januar: a month is 1 to 12, or a text as 2016-01"),
        ("= 1\n", '= 1\n"Jan" = "2016-01"\n', "tally.months.Januar: another sheet is the same month"),
        ('"Januar" = 1', "", "tally.months: this is empty"),
        (
            "caller.woman",
            "caller.nobody",
            "tally.meanings.Kvinne: “caller.nobody” is no answer of the form, written as `question.option`, ",
        ),
        ("caller.woman", "sum", "tally.meanings.Kvinne: “sum” is no answer of the form"),
        ('"caller.woman"', '["total", "total"]', "tally.meanings.Kvinne: it means the same thing twice"),
        ("year", 'left_out = ["kvinne:"]\nyear', "tally.left_out: “kvinne:” has a meaning as well"),
        ("[tally]", "[tally]\nsheets = 3", "tally.sheets: this key is not known"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, said: str, tmp_path: Path) -> None:
    text = fault_of(tmp_path, MAP.replace(old, new))

    assert text.startswith(f"map.toml: {said}")


def test_stays_are_not_counted_this_way(tmp_path: Path) -> None:
    """Who stays over the end of a month is in both, so that a count by month can mean several things."""
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")

    with pytest.raises(MapFault, match="what reports tell of stays, `history` takes"):
        read_tally_map(tmp_path / "map.toml", read_form(OWN_FORMS / "stay.toml"))


@pytest.mark.parametrize(
    ("text", "is_one"), [(MAP, True), ("[occurred_at]\n", False), ("tally", False), (None, False)]
)
def test_a_map_of_counts_is_told_by_its_table(text: str | None, is_one: bool, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    assert is_tally_map(path) == is_one
