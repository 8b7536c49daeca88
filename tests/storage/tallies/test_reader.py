"""Counts are read as they stand, where the map says they are, and nothing of a workbook that leaves a doubt."""

from pathlib import Path

import pytest

from tests.storage.table_files.workbooks import Cell, excel
from tests.storage.tallies.tally_books import Rows, across, counts, down, read, refusal

DOWN = """[tally]
labels = "A"
counts = ["B"]
year = 2016
[tally.months]
"Januar" = 1
[tally.meanings]
"Kvinne" = "caller.woman"
"Mann" = "caller.man"
"Hjelpeapparatet" = "caller.agency"
"Hvem ringte / Ikke kjent" = "caller.unknown"
"Vold" = "reason.violence"
"Årsak / Ikke kjent" = "reason.unknown"
"Antall samtaler" = "total"
"""
ACROSS = """[tally]
labels_row = 3
sections_row = 2
days = "A"
year = 2016
[tally.months]
"Januar" = 1
[tally.meanings]
"Kvinne" = "caller.woman"
"Vold" = "reason.violence"
"Hvem ringte / Ikke kjent" = "caller.unknown"
"Årsak / Ikke kjent" = "reason.unknown"
"""
SHORT = """[tally]
labels = "A"
counts = ["B"]
[tally.months]
"A" = "2016-01"
"B" = "2016-02"
[tally.meanings]
"Kvinne" = "caller.woman"
"Mann" = "caller.man"
"NAV" = "agency.nav"
"Sum" = "total"
"""


def test_a_word_counts_what_its_heading_makes_of_it(tmp_path: Path) -> None:
    typed = read(excel(tmp_path / "a.xlsx", {"Januar": down(7)}), DOWN)

    assert counts(typed) == {
        "2016-01": {
            "caller.woman": 7,
            "caller.man": 2,
            "caller.agency": 4,
            "caller.unknown": 1,
            "reason.violence": 3,
            "reason.unknown": 5,
            "total": 60,
        }
    }


def test_headings_may_stand_in_a_column_beside_the_words(tmp_path: Path) -> None:
    rows = [("Hvem ringte", "Kvinne", 7), (None, "Ikke kjent", 1), ("Årsak", "Ikke kjent", 2), ("Sum", None, 9)]
    mapped = DOWN.replace('"A"', '"B"\nsections = "A"').replace('["B"]', '["C"]').replace("Antall samtaler", "Sum")

    typed = read(excel(tmp_path / "a.xlsx", {"Januar": rows}, merged=["A1:A2", "A4:B4"]), mapped)

    assert counts(typed) == {"2016-01": {"caller.woman": 7, "caller.unknown": 1, "reason.unknown": 2, "total": 9}}


def test_words_may_stand_in_a_row_with_the_days_below_whose_sums_are_not_added(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", {"Januar": across([2] * 31)}, merged=["B2:C2", "D2:E2"])

    typed = read(path, ACROSS)

    assert counts(typed) == {
        "2016-01": {"caller.woman": 62, "caller.unknown": 1, "reason.violence": 62, "reason.unknown": 2}
    }


def test_a_row_of_other_sums_is_refused_and_can_be_left_out(tmp_path: Path) -> None:
    rows = [*across([2] * 31), ("Hittil i år", 90)]
    path = excel(tmp_path / "a.xlsx", {"Januar": rows})
    left_out = ACROSS.replace("year", 'left_out = ["Hittil i år"]\nyear')

    assert "sheet “Januar”, row 36: it has no day, and is not the sum of the days" in refusal(path, ACROSS)
    assert refusal(path, left_out) == ""


@pytest.mark.parametrize(
    ("columns", "count"), [('["B"]', 1), ('["B", "D"]', 5), ('["B-D"]', 7), ('["B-D", "C"]', 7)]
)
def test_the_columns_of_counts_are_added_up_each_once(columns: str, count: int, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", {"A": [("Kvinne", 1, 2, 4)], "B": [("Mann", 1)]})

    typed = read(path, SHORT.replace('["B"]', columns))

    assert counts(typed)["2016-01"] == {"caller.woman": count}


@pytest.mark.parametrize(
    ("cell", "count"), [(7, 7), ("7", 7), ("||||", 4), ("IIII III", 7), ("lll", 3), ("I", 1), (0, 0)]
)
def test_a_count_is_a_whole_number_or_strokes_of_one_kind(cell: Cell, count: int, tmp_path: Path) -> None:
    typed = read(excel(tmp_path / "a.xlsx", {"A": [("Kvinne", cell)], "B": [("Mann", 1)]}), SHORT)

    assert counts(typed)["2016-01"] == {"caller.woman": count}


@pytest.mark.parametrize("cell", ["mange", 1.5, -2, "IV", "||||/", "Il", "1 234", "ca. 5", "3+4", "-"])
def test_every_other_cell_is_named_and_nothing_is_taken(cell: Cell, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", {"A": [("Mann", 1), ("Kvinne", cell)], "B": [("Mann", 1)]})

    said = refusal(path, SHORT)

    assert said == (
        "Nothing is taken from a.xlsx. Places that cannot be read: 1.\n"
        f"sheet “A”, row 2, column B: “{cell}” is no whole number"
    )


def test_an_empty_line_is_nought_beside_another_answer_if_it_is_ever_counted(tmp_path: Path) -> None:
    """Nobody writes noughts into a tally; but a heading, or a part that was not filled in, tells nothing."""
    sheets: dict[str, Rows] = {
        "A": [("Kvinne", 4), ("Mann", None), ("NAV", None), ("Sum", None)],
        "B": [("Kvinne", 1), ("Mann", 2), ("NAV", 3), ("Sum", 9)],
    }

    typed = read(excel(tmp_path / "a.xlsx", sheets), SHORT)

    assert counts(typed)["2016-01"] == {"caller.woman": 4, "caller.man": 0}


def test_an_answer_that_is_never_counted_is_not_told(tmp_path: Path) -> None:
    rows: Rows = [("Kvinne", 4), ("Mann", None)]
    sheets = dict.fromkeys("AB", rows)

    typed = read(excel(tmp_path / "a.xlsx", sheets), SHORT)

    assert counts(typed) == {"2016-01": {"caller.woman": 4}, "2016-02": {"caller.woman": 4}}


def test_a_month_without_counts_is_not_told(tmp_path: Path) -> None:
    typed = read(excel(tmp_path / "a.xlsx", {"A": [("Kvinne", 4)], "B": [("Kvinne", None)]}), SHORT)

    assert list(typed) == ["2016-01"]


def test_lines_with_one_meaning_are_added_up_and_a_line_may_mean_two_things(tmp_path: Path) -> None:
    rows = [("Kvinne – seg selv", 2), ("Kvinne", 3)]
    two = SHORT + '"Kvinne – seg selv" = ["caller.woman", "behalf.self"]\n'

    typed = read(excel(tmp_path / "a.xlsx", {"A": rows, "B": rows}), two)

    assert counts(typed)["2016-01"] == {"caller.woman": 5, "behalf.self": 2}


def test_totals_are_told_once_and_have_to_agree(tmp_path: Path) -> None:
    alike = excel(tmp_path / "a.xlsx", {"A": [("Sum", 4), ("Sum", 4)], "B": [("Sum", 5)]})
    other = excel(tmp_path / "b.xlsx", {"A": [("Sum", 4), ("Sum", 6)], "B": [("Sum", 5)]})

    assert counts(read(alike, SHORT)) == {"2016-01": {"total": 4}, "2016-02": {"total": 5}}
    assert "sheet “A”: several lines are the total, and are not the same" in refusal(other, SHORT)


def test_words_without_a_meaning_are_listed_once_and_nothing_is_taken(tmp_path: Path) -> None:
    rows = [("Hvem ringte",), ("Kvinne", 1), ("Presten", 2), ("En som ikke ville si hva det gjaldt", 1), (None, 3)]
    path = excel(tmp_path / "a.xlsx", {"A": rows, "B": [*rows[:3], ("Tlf 22 33 44 55", 1)]})

    said = refusal(path, SHORT)

    assert said == (
        "Nothing is taken from a.xlsx. Words that the map does not know: 4.\n"
        "“Presten” under “Hvem ringte” (sheets: 2)\n"
        "a text of 35 characters under “Hvem ringte” (sheets: 1)\n"
        "“” under “Hvem ringte” (sheets: 1)\n"
        "“Tlf ## ## ## ##” under “Hvem ringte” (sheets: 1)"
    )


def test_words_that_are_left_out_are_not_read(tmp_path: Path) -> None:
    rows: Rows = [("Kvinne", 4), ("Presten", "mange"), ("År", 2016)]
    sheets = dict.fromkeys("AB", rows)
    mapped = SHORT.replace("[tally.months]", 'left_out = ["naboen", "År"]\n[tally.months]')

    typed = read(excel(tmp_path / "a.xlsx", sheets), mapped)

    assert counts(typed)["2016-01"] == {"caller.woman": 4}


def test_days_above_the_counts_are_no_counts(tmp_path: Path) -> None:
    rows = [("Dag", *range(1, 32)), ("Kvinne", *[1] * 31)]
    mapped = SHORT.replace('["B"]', '["B-AF"]')

    typed = read(excel(tmp_path / "a.xlsx", {"A": rows, "B": rows}), mapped)

    assert counts(typed)["2016-01"] == {"caller.woman": 31}


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (
            {"A": [("Kvinne", 1)]},
            "a.xlsx shows no sheet with anything on it that is called: B. ",
        ),
        ({"A": [("x",)], "B": [("x",)]}, "a.xlsx has no counts where the map says they are."),
        (
            {"A": [("Kvinne", 7), ("Mann", 4), ("Sum", 10)], "B": [("Sum", 1)]},
            "2016-01: the answers to “caller” are 11, more than the total of 10.",
        ),
    ],
)
def test_what_cannot_be_is_refused(sheets: dict[str, list[tuple[Cell, ...]]], said: str, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", sheets)

    assert said in refusal(path, SHORT)
