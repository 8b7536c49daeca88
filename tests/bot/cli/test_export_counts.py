"""`vaktlogg export --tidy`: counts by month, never a row a record."""

import csv
import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.bot.console import CONFIG, vaktlogg
from tests.example_forms import TEST_FORMS
from tests.modes import modes_in, umask
from tests.storage.rows import rows

HEAD = ["form", "month", "outcome", "question", "option", "unknown", "count"]
STAYS = """came,went,outcome,sex,children
2016-07-03,2016-09-20,registered,woman,2
2016-07-04,2016-07-05,registered,man,
2016-07-05,2016-07-06,declined,man,
"""
GAP = """occurred_at,outcome,caller,behalf,reason,crisis,minority
2018-01-05,registered,woman,self,violence,no,no
2018-06-29,registered,woman,self,violence,no,no
2018-09,declined,,,,,
"""
CUT = "Tallene gjelder hele måneder, og {month} ville blitt delt. Velg den første eller den siste dagen i måneden."

Counts = dict[tuple[str, str, str, str], int]


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def counted(file: Path) -> Counts:
    """Return the counts of a file by month, outcome, question and option."""
    return {
        (row["month"], row["outcome"], row["question"], row["option"]): int(row["count"]) for row in lines(file)
    }


def test_each_month_has_what_its_figures_are(folder: Path) -> None:
    done = vaktlogg(folder, "export", "--tidy", "--until", "2016-12-31", "--out", "counts.csv")

    counts = counted(folder / "counts.csv")
    assert (done.stdout, done.stderr) == ("Tall for 12 måneder er skrevet ut.\n", "")
    for number in range(1, 13):
        month = f"2016-{number:02}"
        stats = json.loads(vaktlogg(folder, "stats", month, "--json").stdout)
        expected: Counts = {(month, outcome, "", ""): n for outcome, n in stats["outcomes"].items()}
        for question, told in stats["questions"].items():
            asked = {**told["options"], "unknown": told["unknown"]}
            expected |= {(month, "registered", question, option): n for option, n in asked.items() if n}
        own = {place: n for place, n in counts.items() if place[0] == month}
        assert {place: n for place, n in own.items() if n or not place[2]} == expected


def test_every_option_in_use_has_a_row_and_no_record_has_one(folder: Path) -> None:
    vaktlogg(folder, "export", "--tidy", "--until", "2016-12-31", "--out", "counts.csv")

    found = lines(folder / "counts.csv")
    options = defaultdict[str, set[str]](set)
    for row in found:
        options[row["month"]].add(f"{row['question']}={row['option']}")
    assert list(found[0]) == HEAD
    assert len(options) == 12
    assert {frozenset(told) for told in options.values()} == {frozenset(options["2016-01"])}
    assert {"caller=unknown", "also=violence", "minority=unknown"} <= options["2016-01"]
    assert {row["option"] for row in found if row["unknown"] == "1"} == {"unknown"}


def test_the_parquet_file_holds_the_same_and_counts_what_the_records_count(folder: Path) -> None:
    for words in (
        ("--tidy", "--out", "counts.csv"),
        ("--tidy", "--out", "counts.parquet"),
        ("--out", "c.parquet"),
    ):
        assert vaktlogg(folder, "export", *words).returncode == 0

    table = parquet.read_table(folder / "counts.parquet")
    told, records = (
        json.loads(parquet.read_schema(folder / name).metadata[b"vaktlogg"])
        for name in ("counts.parquet", "c.parquet")
    )
    written = [
        [str(cell)[:7] if name == "month" else str(int(cell) if name in {"unknown", "count"} else cell)]
        for row in table.to_pylist()
        for name, cell in row.items()
    ]
    assert written == [[cell] for row in lines(folder / "counts.csv") for cell in row.values()]
    assert (told["kind"], told["rows"], told["columns"]["month"]) == ("counts", table.num_rows, "month")
    assert told["counts_sha256"] == records["counts_sha256"]


def test_the_code_list_lies_beside_the_csv_and_the_audit_names_the_counts(folder: Path) -> None:
    with umask(0o000):
        vaktlogg(folder, "export", "--tidy", "--out", "counts.csv")

    assert modes_in(folder, "*counts*") == {"counts.csv": 0o600, "counts-codes.csv": 0o600}
    assert rows(folder / "vaktlogg.db", "SELECT act, about FROM audit WHERE act LIKE 'export%'") == [
        ("exported_counts", "call")
    ]
    assert "eksporterte tall for hver måned: call" in vaktlogg(folder, "audit").stdout


def test_months_before_the_register_began_and_in_a_gap_are_absent_and_others_are_zero(new_folder: Path) -> None:
    (new_folder / "gap.csv").write_text(GAP, encoding="utf-8")
    assert vaktlogg(new_folder, "import", "gap.csv").returncode == 0

    vaktlogg(new_folder, "export", "--tidy", "--from", "2017-01-01", "--until", "2018-12-31", "--out", "c.csv")

    counts = counted(new_folder / "c.csv")
    assert {month for month, *_ in counts} == {"2018-01", "2018-06", "2018-09"}
    assert counts["2018-06", "registered", "caller", "man"] == 0
    assert counts["2018-09", "declined", "", ""] == 1


def test_stays_are_counted_in_the_month_they_began_and_need_no_leave_for_rows(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    shutil.copy(TEST_FORMS / "guest.toml", tmp_path / "forms")
    config = f'{CONFIG}[forms]\nfolder = "forms"\nenabled = ["call", "guest"]\n'
    (tmp_path / "config.toml").write_text(config, encoding="utf-8")
    (tmp_path / "stays.csv").write_text(STAYS, encoding="utf-8")
    assert vaktlogg(tmp_path, "import", "stays.csv", "--form", "guest").returncode == 0

    done = vaktlogg(tmp_path, "export", "--tidy", "--form", "guest", "--until", "2016-12-31", "--out", "c.csv")

    counts = counted(tmp_path / "c.csv")
    assert done.stdout == "Tall for 3 måneder er skrevet ut.\n"
    assert {place: n for place, n in counts.items() if n} == {
        ("2016-07", "registered", "", ""): 2,
        ("2016-07", "declined", "", ""): 1,
        ("2016-07", "registered", "sex", "woman"): 1,
        ("2016-07", "registered", "sex", "man"): 1,
        ("2016-07", "registered", "children", "1-2"): 1,
    }
    assert {month for month, *_ in counts} == {"2016-07", "2016-08", "2016-09"}
    assert ("2016-07", "registered", "help", "priest") not in counts


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--out", "c.xlsx"), "En fil med tall må ende på .csv eller .parquet."),
        (
            ("--from", "2016-02-02", "--out", "c.csv"),
            CUT.format(month="2016-02"),
        ),
        (
            ("--from", "2016-02-01", "--until", "2016-03-30", "--out", "c.csv"),
            CUT.format(month="2016-03"),
        ),
        (
            ("--from", "2016-02-01", "--until", "2016-01-31", "--out", "c.csv"),
            "Den siste dagen er før den første.",
        ),
        (("--out", "nowhere/c.csv"), "nowhere/c.csv kan ikke skrives: filen eller mappen finnes ikke."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(folder: Path, words: tuple[str, ...], sentence: str) -> None:
    refused = vaktlogg(folder, "export", "--tidy", *words)

    assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", f"{sentence}\n")
    assert not list(folder.glob("c*.csv"))
