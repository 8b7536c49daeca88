"""Importing a year of day consultations, with questions missing from the file, and counting it."""

import json
from pathlib import Path

from tests.bot.console import CONFIG, vaktlogg

HEAD = "occurred_at,outcome,municipality,earlier_use,resident_times,violence"
ANSWERS = (
    [("host", "talk|resident", "once", "psychological|threats")] * 41
    + [("host", "talk", "", "psychological")] * 49
    + [("other", "phone", "", "physical")] * 10
    + [("unknown", "none", "", "unknown")] * 2
)
"""Of the 102 that agreed to be registered, 90 are from the host, 10 from another, 2 from none or not known."""


def _consultations() -> str:
    days = [f"2016-{number % 12 + 1:02}-{number % 28 + 1:02}" for number in range(106)]
    rows = [f"{day},registered,{','.join(answers)}" for day, answers in zip(days, ANSWERS, strict=False)]
    declined = [f"{day[:7]},declined,,,," for day in days[len(ANSWERS) :]]
    return "\n".join([HEAD, *rows, *declined]) + "\n"


def test_consultations_are_imported_without_the_questions_a_file_lacks_and_what_is_not_known_may_count(
    new_folder: Path,
) -> None:
    (new_folder / "config.toml").write_text(
        f'{CONFIG}\n[forms]\nenabled = ["call", "consultation"]\n', encoding="utf-8"
    )
    (new_folder / "talks.csv").write_text(_consultations(), encoding="utf-8")

    imported = vaktlogg(new_folder, "import", "talks.csv", "--form", "consultation")
    counted = json.loads(vaktlogg(new_folder, "stats", "2016", "--json", "--form", "consultation").stdout)

    assert (imported.returncode, imported.stdout[:22]) == (0, "106 nye registreringer")
    assert (counted["form"], counted["total"]) == ("consultation", 102)
    assert counted["outcomes"] == {"registered": 102, "unspecified": 0, "declined": 4, "irrelevant": 0}
    questions = counted["questions"]
    assert questions["municipality"] == {
        "asked": 102,
        "unknown": 0,
        "options": {"host": 90, "other": 10, "unknown": 2},
    }
    assert (questions["violence"]["asked"], questions["violence"]["unknown"]) == (102, 2)
    assert questions["violence"]["options"]["psychological"] == 90
    assert questions["resident_times"] == {
        "asked": 41,
        "unknown": 0,
        "options": {"once": 41, "twice": 0, "more": 0},
    }
    assert questions["earlier_use"]["options"] == {"talk": 90, "phone": 10, "resident": 41, "none": 2}
    assert {questions[key]["asked"] for key in ("sex", "age", "income", "channel")} == {0}


def test_the_share_of_what_is_not_known_stands_inside_where_it_counts(new_folder: Path) -> None:
    (new_folder / "config.toml").write_text(
        f'{CONFIG}\n[forms]\nenabled = ["call", "consultation"]\n', encoding="utf-8"
    )
    (new_folder / "talks.csv").write_text(_consultations(), encoding="utf-8")
    vaktlogg(new_folder, "import", "talks.csv", "--form", "consultation")

    rows = vaktlogg(new_folder, "stats", "2016", "--csv", "--form", "consultation").stdout.splitlines()

    assert [row.split(",")[2:6] for row in rows if ",municipality," in row] == [
        ["host", "90", "102", "0.8824"],
        ["other", "10", "102", "0.0980"],
        ["unknown", "2", "102", "0.0196"],
    ]
