"""What the words of a workbook with counts are proposed to mean."""

from pathlib import Path

import pytest

from tests.storage.table_files.workbooks import excel
from tests.storage.tallies.tally_books import Rows, counts, down, map_of, read, refusal


def test_what_nobody_can_place_is_left_to_a_person(tmp_path: Path) -> None:
    rows = [*down(2)[:-1], ("Presten", 2), ("Tlf 22 33 44 55", 1), ("Antall samtaler", 60)]
    path = excel(tmp_path / "2016.xlsx", {"Januar": rows, "Februar": rows})

    text = map_of(path)

    assert text.endswith(
        "# Write what these mean and take away the # before them, or name them in left_out:\n"
        '# "Årsak: / Presten" = ""  # sheets: 2, counted: 4\n'
        '# … = ""  # sheets: 2, counted: 2\n'
    )
    assert "Words that the map does not know: 2." in refusal(path, text)


def test_what_is_said_under_several_headings_is_placed_by_its_own(tmp_path: Path) -> None:
    rows = [
        ("Instans",),
        ("Politi", 1),
        ("Andre", 2),
        ("Henvist til",),
        ("Politi", 5),
        ("Krisetelefon", 3),
        ("Kvinne – seg selv", 4),
    ]
    path = excel(tmp_path / "2016.xlsx", {"Januar": rows, "Februar": rows})

    text = map_of(path)

    assert text.split("[tally.meanings]\n")[1].splitlines() == [
        '"Instans / Politi" = "agency.police"',
        '"Andre" = "agency.other"',
        '"Krisetelefon" = "crisis.yes"',
        '"Kvinne – seg selv" = ["caller.woman", "behalf.self"]',
        "# Write what these mean and take away the # before them, or name them in left_out:",
        '# "Henvist til / Politi" = ""  # sheets: 2, counted: 10',
    ]


@pytest.mark.parametrize(
    ("sums", "told"),
    [
        ((5, 5, None), '"Sum" = "total"'),
        ((5, 3, 8), '"I alt" = "total"'),
        ((5, 9, None), '# "Årsak / Sum" = ""'),
    ],
)
def test_the_total_is_what_all_sums_are_or_add_up_to(
    sums: tuple[int, int, int | None], told: str, tmp_path: Path
) -> None:
    rows = [("Hvem ringte",), ("Kvinne", 5), ("Sum", sums[0]), ("Årsak",), ("Vold", 3), ("Sum", sums[1])]
    path = excel(tmp_path / "2016.xlsx", {"Januar": [*rows, ("I alt", sums[2])]})

    assert told in map_of(path)


def test_a_heading_that_is_an_answer_elsewhere_parts_the_sums(tmp_path: Path) -> None:
    """Nothing is ever counted beside it, and what stands below is asked by another question."""
    private: Rows = [("Privatpersoner", "Antall"), ("Kvinne", 10), ("Mann", 4), ("Sum", 14)]
    agencies: Rows = [("Hjelpeapparatet",), ("Barnevern", 3), ("Politi", 2), ("Sum", 5), ("Totalt", 19)]
    path = excel(tmp_path / "2016.xlsx", {"Januar": [*private, *agencies]})

    text = map_of(path)

    assert 'left_out = ["Privatpersoner / Sum", "Hjelpeapparatet / Sum"]' in text
    assert counts(read(path, text))["2016-01"]["total"] == 19


def test_sums_under_one_heading_that_differ_are_left_to_a_person(tmp_path: Path) -> None:
    rows: Rows = [("Kvinne", 10), ("Sum", 10), ("Politi", 5), ("Sum", 5)]
    path = excel(tmp_path / "2016.xlsx", {"Januar": rows})

    assert '# "Sum" = ""' in map_of(path)


def test_a_word_that_stands_twice_under_one_heading_is_left_to_a_person(tmp_path: Path) -> None:
    """The second may be the year so far, which holds the first."""
    rows: Rows = [("Kvinne", 5), ("Mann", 2), (), ("Kvinne", 15), ("Mann", 9)]
    path = excel(tmp_path / "2016.xlsx", {"Mars": rows, "April": rows})

    text = map_of(path)

    assert '# "Kvinne" = ""' in text
    assert '"Kvinne" = "caller.woman"' not in text
