"""Importing a file of records: counted as its report counts them, and once."""

import json
from pathlib import Path

from tests.bot.console import vaktlogg


def test_the_year_of_the_seed_report_is_imported_and_counted_as_the_report_says(new_folder: Path) -> None:
    imported = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    counted = json.loads(vaktlogg(new_folder, "stats", "2016", "--json").stdout)

    assert imported.returncode == 0
    assert counted["total"] == counted["outcomes"]["registered"] == 899
    assert (counted["first_day"], counted["last_day"]) == ("2016-01-01", "2016-12-31")
    assert _percent(counted, "caller") == {"woman": 32, "man": 6, "agency": 62}
    assert _percent(counted, "agency") == {
        "child_welfare": 14, "police": 10, "nav": 10, "shelter": 6, "health": 6, "lawyer": 4, "other": 12
    }  # fmt: skip
    assert _percent(counted, "reason") == {"violence": 25, "follow_up": 50, "guidance": 25}
    assert round(899 / counted["questions"]["crisis"]["options"]["yes"]) == 6
    assert _percent(counted, "minority")["yes"] in {49, 50, 51}
    assert _busiest(counted, "total") == "2016-07"
    assert _busiest(counted, "highlighted") == "2016-01"


def _percent(counted: "dict[str, dict[str, dict[str, dict[str, int]]]]", question: str) -> dict[str, int]:
    return {key: round(100 * n / 899) for key, n in counted["questions"][question]["options"].items()}


def _busiest(counted: "dict[str, dict[str, dict[str, int]]]", what: str) -> str:
    return max(counted["months"], key=lambda month: counted["months"][month][what])


def test_the_same_file_again_adds_nothing_and_one_more_row_adds_one(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    again = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")
    with (new_folder / "2016.csv").open("a", encoding="utf-8") as file:
        file.write("2016-12-31,woman,self,,violence,yes,no\n")
    more = vaktlogg(new_folder, "import", "2016.csv", "--form", "call")

    assert again.stdout == "0 nye registreringer; 899 kjent fra før.\n"
    assert more.stdout == "1 ny registrering; 899 kjent fra før.\n"
