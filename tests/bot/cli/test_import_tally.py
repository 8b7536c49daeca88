"""Counts of earlier months are taken in through a map, and stand beside calls as earlier reports do."""

import csv
import io
import json
from pathlib import Path

import pytest

from bot.cli.import_tally import TallyRequest, tally_table
from bot.config.config import read_config
from storage.fault import Fault
from tests.bot.console import vaktlogg
from tests.storage.table_files.workbooks import excel
from tests.storage.tallies.tally_books import MONTHS, down, map_of, written


def book(folder: Path, file: str = "Telefon 2015.xlsx", *, months: int = 12, year: int | None = None) -> Path:
    """Make a workbook of so many months in a folder with calls of 2016, and the map that is proposed for it."""
    sheets = {name: down(number) for number, name in enumerate(MONTHS[:months], 1)}
    path = excel(folder / file, sheets)
    written(folder / "map.xlsx", map_of(path, year=year))
    return path


def figures(folder: Path, period: str) -> dict[str, tuple[str, str]]:
    """Return the count of each answer in a period, and its share a year before."""
    said = vaktlogg(folder, "stats", period, "--csv")
    assert (said.returncode, said.stderr) == (0, "")
    rows = csv.DictReader(io.StringIO(said.stdout))
    return {f"{row['question']}.{row['option']}": (row["count"], row["share_before"]) for row in rows}


def test_the_proposed_map_takes_the_counts_in_as_it_is(folder: Path) -> None:
    path = book(folder)

    taken = vaktlogg(folder, "import", path.name, "--map", "map.toml")

    assert (taken.returncode, taken.stderr) == (0, "")
    assert taken.stdout == (
        "84 tall er tatt inn: januar 2015 – desember 2015. De er antall for tidligere måneder, som fra en"
        " tidligere rapport, og ingen samtaler; det som sto der for disse månedene, er erstattet.\n"
    )
    assert figures(folder, "2015-07") == {".": ("60", "")}
    july = figures(folder, "2016-07")
    told = [july[name][1] for name in ("caller.woman", "caller.man", "caller.agency", "caller.unknown")]
    assert told == [f"{count / 13:.4f}" for count in (7, 2, 4)] + [f"{1 / 14:.4f}"]


def test_a_year_of_which_every_month_is_known_is_known(folder: Path) -> None:
    path = book(folder)
    vaktlogg(folder, "import", path.name, "--map", "map.toml")

    year = figures(folder, "2016")

    told = [year[name][1] for name in ("caller.woman", "caller.man", "reason.violence")]
    assert told == [f"{78 / 150:.4f}", f"{24 / 150:.4f}", f"{36 / (720 - 60):.4f}"]
    assert figures(folder, "2015") == {".": ("720", "")}
    assert "En tidligere årsrapport sier 720\u00a0samtaler." in vaktlogg(folder, "stats", "2015").stdout


def test_sums_of_months_are_not_published(folder: Path) -> None:
    """Beside eleven months that are told, the year would tell of the twelfth, which may be hidden."""
    path = book(folder)
    vaktlogg(folder, "import", path.name, "--map", "map.toml")

    told = vaktlogg(folder, "stats", "2016", "--public", "--csv")

    assert told.returncode == 0
    assert not [row for row in csv.DictReader(io.StringIO(told.stdout)) if row["share_before"]]


def test_counts_are_no_calls(folder: Path) -> None:
    path, before = book(folder), vaktlogg(folder, "imports").stdout
    vaktlogg(folder, "import", path.name, "--map", "map.toml")

    counted = json.loads(vaktlogg(folder, "stats", "2015", "--json").stdout)

    assert not any(counted["outcomes"].values())
    assert vaktlogg(folder, "imports").stdout.splitlines()[1:] == before.splitlines()[1:]


def test_the_year_is_the_one_thing_to_fill_in(folder: Path) -> None:
    path = book(folder, "telefon.xlsx", months=2)

    refused = vaktlogg(folder, "import", path.name, "--map", "map.toml")
    book(folder, "telefon.xlsx", months=2, year=2015)
    taken = vaktlogg(folder, "import", path.name, "--map", "map.toml")

    assert refused.stderr == (
        "map.toml: tally.year: denne nøkkelen mangler; det er året tallene gjelder, som `year = 2016`.\n"
    )
    assert taken.stdout.startswith("14 tall er tatt inn: januar 2015 – februar 2015.")


def test_a_month_that_is_not_over_keeps_everything_out(folder: Path) -> None:
    path = book(folder, "Telefon 2099.xlsx")

    refused = vaktlogg(folder, "import", path.name, "--map", "map.toml")

    assert refused.stderr == "2099-01 er ikke over; ingenting er hentet fra filen.\n"


def test_the_workbook_again_replaces_its_months_and_no_others(folder: Path) -> None:
    path = book(folder)
    vaktlogg(folder, "import", path.name, "--map", "map.toml")
    mended = excel(folder / "Mars 2015.xlsx", {"Mars": down(33)})
    written(folder / "march.xlsx", map_of(mended))

    taken = vaktlogg(folder, "import", mended.name, "--map", "march.toml")

    assert taken.stdout.startswith("7 tall er tatt inn: mars 2015.")
    shares = [figures(folder, f"2016-{month}")["caller.woman"][1] for month in ("02", "03", "04")]
    assert shares == [f"{2 / 8:.4f}", f"{33 / 39:.4f}", f"{4 / 10:.4f}"]


def test_what_would_be_kept_is_shown_in_a_table(folder: Path) -> None:
    path = book(folder, months=3)
    config = read_config(folder / "config.toml")

    table = tally_table(config, TallyRequest(path, "call", folder / "map.toml"))

    assert table == (
        "                              januar 2015  februar 2015  mars 2015\n"
        "I alt                                  60            60         60\n"
        "Hvem ringte: Kvinne                     1             2          3\n"
        "Hvem ringte: Mann                       2             2          2\n"
        "Hvem ringte: Hjelpeapparatet            4             4          4\n"
        "Hvem ringte: Ikke kjent                 1             1          1\n"
        "Årsak: Konkret om vold                  3             3          3\n"
        "Årsak: Ikke kjent                       5             5          5"
    )
    with pytest.raises(Fault, match="nothing"):
        tally_table(config, TallyRequest(path, "nothing", folder / "map.toml"))


@pytest.mark.parametrize("asked", [("--sheet", "Januar"), ("--source", "A")])
def test_counts_have_no_sheet_and_no_source(folder: Path, asked: tuple[str, str]) -> None:
    book(folder, months=1)

    refused = vaktlogg(folder, "import", "2015.xlsx", "--map", "map.toml", *asked)

    assert refused.stderr == "Antall per måned tar verken --sheet eller --source. Ingenting er importert.\n"
