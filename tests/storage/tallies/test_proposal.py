"""A map is proposed for workbooks with counts by month, and for no list of records."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from storage.forms.reader import OWN_FORMS, read_form
from storage.table_files.table_file import read_sheets
from storage.tallies.proposal import propose_tally
from tests.storage.table_files.workbooks import Cell, excel
from tests.storage.tallies.tally_books import MONTHS, Rows, across, counts, down, map_of, proposed, read, refusal


def test_the_map_of_words_under_headings_is_whole_and_readable(tmp_path: Path) -> None:
    sheets = {name: down(number) for number, name in enumerate(MONTHS, 1)}

    text = map_of(excel(tmp_path / "Telefon 2016.xlsx", sheets, merged=["A1:C1"]))

    assert text == (
        "# Counts by month: they become figures of earlier months, and no records.\n"
        "[tally]\n"
        'labels = "A"  # the column with the words\n'
        'counts = ["B"]  # the columns that are added up\n'
        "year = 2016\n"
        "\n"
        "[tally.months]\n" + "".join(f'"{name}" = {number}\n' for number, name in enumerate(MONTHS, 1)) + "\n"
        "[tally.meanings]\n"
        '"Kvinne" = "caller.woman"\n'
        '"Mann" = "caller.man"\n'
        '"Hjelpeapparatet" = "caller.agency"\n'
        '"Hvem ringte / Ikke kjent" = "caller.unknown"\n'
        '"Årsak: / Ikke kjent" = "reason.unknown"\n'
        '"Vold" = "reason.violence"\n'
        '"Antall samtaler" = "total"\n'
    )


def test_a_map_that_was_proposed_reads_the_counts(tmp_path: Path) -> None:
    path = excel(tmp_path / "Telefon 2016.xlsx", {name: down(number) for number, name in enumerate(MONTHS, 1)})

    told = counts(read(path, map_of(path)))

    assert [told[f"2016-{number:02}"]["caller.woman"] for number in range(1, 13)] == list(range(1, 13))
    assert told["2016-07"] == {
        "caller.woman": 7,
        "caller.man": 2,
        "caller.agency": 4,
        "caller.unknown": 1,
        "reason.violence": 3,
        "reason.unknown": 5,
        "total": 60,
    }


def test_a_row_a_day_is_known_by_its_days(tmp_path: Path) -> None:
    sheets = {"jan": across([2] * 31), "feb": across([3] * 29)}
    path = excel(tmp_path / "2016.xlsx", sheets, merged=["B2:C2", "D2:E2"])

    told = counts(read(path, map_of(path)))

    assert told == {
        "2016-01": {"caller.woman": 62, "caller.unknown": 1, "reason.violence": 62, "reason.unknown": 2},
        "2016-02": {"caller.woman": 87, "caller.unknown": 1, "reason.violence": 87, "reason.unknown": 2},
    }


def test_real_dates_are_days_too_and_tell_the_year(tmp_path: Path) -> None:
    days: Rows = [(date(2016, 1, day), 1, "||") for day in range(1, 32)]
    rows: Rows = [("Dato", "Kvinne", "Mann"), *days]
    path = excel(tmp_path / "a.xlsx", {"Januar": rows})

    assert counts(read(path, map_of(path))) == {"2016-01": {"caller.woman": 31, "caller.man": 62}}


def test_rows_below_the_days_that_are_not_their_sums_are_left_out(tmp_path: Path) -> None:
    path = excel(tmp_path / "2016.xlsx", {"jan": [*across([2] * 31), ("Hittil i år", 200, 3, 9, 9)]})

    text = map_of(path)

    assert 'left_out = ["Hittil i år"]' in text
    assert refusal(path, text) == ""


def test_of_a_column_a_day_the_days_are_added_up_and_their_sum_is_not(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Samtaler januar 2016"],
        ["Hvem ringte", *range(1, 32), "Sum"],
        ["Kvinne", *[1] * 31, 30],
        ["Mann", *[None] * 30, "III", 3],
    ]
    for row in rows[2:]:
        row[17] = None
    path = excel(tmp_path / "a.xlsx", {"Ark1": rows})

    text = map_of(path)

    assert 'counts = ["B-AF"]' in text
    assert counts(read(path, text)) == {"2016-01": {"caller.woman": 30, "caller.man": 3}}


@pytest.mark.parametrize(
    ("headings", "counted"),
    [
        (("", "Antall", "%"), '\ncounts = ["B"]'),
        (("", "Antall", "Hittil"), '\ncounts = ["B"]'),
        (("", "Dag", "Natt", "Sum"), '\ncounts = ["B-C"]'),
        (("", "I år", "I fjor"), '\n# counts = ["B-C"]'),
    ],
)
def test_columns_are_added_up_only_where_they_are_parts(
    headings: Sequence[Cell], counted: str, tmp_path: Path
) -> None:
    rows = [headings, ("Kvinne", 1, 2, 3), ("Mann", 3, 4, 7)]
    path = excel(tmp_path / "a.xlsx", {"jan 2016": [row[: len(headings)] for row in rows]})

    assert counted in map_of(path)


@pytest.mark.parametrize(
    ("file", "sheets", "months"),
    [
        ("2016.xlsx", ("Januar", "Februar"), ("2016-01", "2016-02")),
        ("a.xlsx", ("jan 2016", "feb 2016"), ("2016-01", "2016-02")),
        ("a.xlsx", ("jan 16", "feb.16"), ("2016-01", "2016-02")),
        ("a.xlsx", ("des 2015", "jan 2016"), ("2015-12", "2016-01")),
        ("a.xlsx", ("2016-01", "2016-02"), ("2016-01", "2016-02")),
        ("a.xlsx", ("01.2016", "02.2016"), ("2016-01", "2016-02")),
        ("2016.xlsx", ("01", "2"), ("2016-01", "2016-02")),
        ("Tal for mars 2016.xlsx", ("Ark1",), ("2016-03",)),
    ],
)
def test_the_month_is_read_from_sheet_or_file(
    file: str, sheets: Sequence[str], months: Sequence[str], tmp_path: Path
) -> None:
    path = excel(tmp_path / file, dict.fromkeys(sheets, down(2)))

    assert tuple(read(path, map_of(path))) == months


def test_the_month_may_stand_in_a_title(tmp_path: Path) -> None:
    titles = ("Telefoner i januar 2016", "Telefoner i februar 2016")
    sheets = {f"Ark{number}": down(2, title=title) for number, title in enumerate(titles, 1)}
    path = excel(tmp_path / "a.xlsx", sheets)

    assert list(read(path, map_of(path))) == ["2016-01", "2016-02"]


@pytest.mark.parametrize("title", ["Skjema vedtatt 2014", "Tall for 2015"])
def test_a_title_and_a_file_that_tell_different_years_leave_the_year_open(title: str, tmp_path: Path) -> None:
    """Figures of a wrong year would stand in the place of others."""
    sheets = {name: [(title,), *down(2)] for name in ("Januar", "Februar")}

    text = map_of(excel(tmp_path / "2016.xlsx", sheets))

    assert "\n# year = " in text


def test_a_count_is_no_year(tmp_path: Path) -> None:
    """A number alone in a cell may be one."""
    sheets = {name: [("Sum", 2008), *down(2)[:-1]] for name in ("Januar", "Februar")}

    assert "\nyear = 2016\n" in map_of(excel(tmp_path / "2016.xlsx", sheets))


def test_a_sheet_of_the_whole_year_is_left_out(tmp_path: Path) -> None:
    year: Rows = [("", *MONTHS), ("Kvinne", *range(1, 13)), ("Mann", *range(1, 13))]
    path = excel(tmp_path / "2016.xlsx", {"Januar": down(2), "Februar": down(2), "Året": year})

    assert list(read(path, map_of(path))) == ["2016-01", "2016-02"]


def test_a_year_that_stands_nowhere_is_the_one_thing_to_fill_in(tmp_path: Path) -> None:
    path = excel(tmp_path / "telefon.xlsx", {"Januar": down(2), "Februar": down(3)})

    proposal, text = proposed(path), map_of(path)

    assert proposal is not None
    assert (proposal.lacks_year, proposal.is_whole) == (True, False)
    assert "# Fill in the year that was counted, and take away the # before it:\n# year = \n" in text
    assert "telefon.toml: tally.year: this key is missing" in refusal(path, text)
    assert list(read(path, map_of(path, year=2016))) == ["2016-01", "2016-02"]


@pytest.mark.parametrize("day", ["{}", "{}.", "{}.1", "{}.01.2016", "{}. jan", "{}. januar 2016", "fre {}.1."])
def test_days_are_written_in_many_ways(day: str, tmp_path: Path) -> None:
    days: Rows = [(day.format(number), 1, 2) for number in range(1, 32)]
    path = excel(tmp_path / "2016.xlsx", {"Januar": [("", "Kvinne", "Mann"), *days, ("Sum", 31, 62)]})

    assert counts(read(path, map_of(path))) == {"2016-01": {"caller.woman": 31, "caller.man": 62}}


CALLS: Rows = [
    ("Dato", "Hvem ringte", "Årsak", "Antall barn"),
    *((date(2016, 1, day), "Kvinne" if day % 2 else "Mann", "Vold", day % 3) for day in range(1, 31)),
]
ANSWERS: Rows = [
    ("Dato", "Kvinne", "Mann", "Vold"),
    *((date(2016, 1, day), 1, None, 1) for day in (1, 1, 2, 5, 5, 5, 9, 20, 31)),
]
UNDATED: Rows = [("Nr", "Hvem", "Barn"), *((number, ("Kvinne", "Mann")[number % 2], 1) for number in range(1, 30))]
LONG: Rows = [("Hvem", "Antall"), ("Kvinne", 2), ("Mann", 1), *((f"Sak {number}", 1) for number in range(300))]


@pytest.mark.parametrize("rows", [CALLS, ANSWERS, UNDATED, LONG, [("Kvinne", 4)], [("Kake", 3), ("Kaffe", 4)], ()])
def test_what_is_no_tally_of_the_form_has_no_map(rows: Rows, tmp_path: Path) -> None:
    path = excel(tmp_path / "2016.xlsx", {"Januar": rows, "Februar": rows})

    assert proposed(path) is None


def test_sheets_that_are_no_months_and_forms_of_stays_have_no_map(tmp_path: Path) -> None:
    weeks = excel(tmp_path / "2016.xlsx", {"Uke 1": down(2), "Uke 2": down(2)})
    twice = excel(tmp_path / "a.xlsx", {"jan": down(2), "Januar": down(2)})
    months = excel(tmp_path / "b.xlsx", {"Januar": down(2)})

    assert (proposed(weeks), proposed(twice)) == (None, None)
    assert propose_tally(read_sheets(months), read_form(OWN_FORMS / "stay.toml"), "b.xlsx") is None
