"""`vaktlogg export`, as a centre hands its records on."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import connect
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from storage.forms.reader import OWN_FORMS
from tests.bot.console import CONFIG, started_anew, vaktlogg
from tests.modes import modes_in, umask

OWN_CALL = OWN_FORMS / "call.toml"


def _rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_pandas_reads_it_without_settings_and_counts_what_the_tally_counts(folder: Path) -> None:
    done = vaktlogg(folder, "export", "--form", "call", "--out", "calls.csv")

    table = pd.read_csv(folder / "calls.csv")
    tally = json.loads(vaktlogg(folder, "stats", "2016", "--json").stdout)
    assert (done.returncode, done.stdout) == (0, "899 registreringer er skrevet ut.\n")
    for question, told in tally["questions"].items():
        counted = table[question].value_counts().to_dict()
        assert {option: counted.get(option, 0) for option in told["options"]} == told["options"]
    assert pd.to_datetime(table["occurred_at"].str[:10]).dt.year.unique().tolist() == [2016]


def test_nothing_tells_who_called_or_who_registered(folder: Path) -> None:
    vaktlogg(folder, "export", "--out", "calls.csv")

    head = (folder / "calls.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head == "occurred_at,outcome,caller,behalf,agency,reason,crisis,minority,aside,also"


def test_every_key_stands_in_the_code_list_with_its_words(folder: Path) -> None:
    vaktlogg(folder, "export", "--out", "calls.csv")

    codes = {(row["question"], row["option"]): row for row in _rows(folder / "calls-codes.csv")}
    for row in _rows(folder / "calls.csv"):
        for question in ("caller", "behalf", "agency", "reason", "crisis", "minority"):
            assert not row[question] or (question, row[question]) in codes
    assert codes["agency", "child_welfare"]["option_nb"] == "Barnevernet"
    assert codes["minority", "unknown"]["unknown"] == "1"


@pytest.mark.parametrize(
    ("stretch", "count"),
    [
        (("--from", "2016-07-01", "--until", "2016-07-31"), 98),
        (("--from", "2016-12-01"), 71),
        (("--until", "2016-01-31"), 84),
        (("--from", "2017-01-01"), 0),
    ],
)
def test_the_days_named_are_both_included(folder: Path, stretch: tuple[str, ...], count: int) -> None:
    vaktlogg(folder, "export", *stretch, "--out", "calls.csv")

    assert len(_rows(folder / "calls.csv")) == count


def test_what_is_exported_can_be_imported_and_counts_the_same(folder: Path) -> None:
    declined = "occurred_at,outcome\n2016-07-14,declined\n"
    (folder / "declined.csv").write_text(declined, encoding="utf-8")
    vaktlogg(folder, "import", "declined.csv")
    vaktlogg(folder, "export", "--out", "calls.csv")
    before = vaktlogg(folder, "stats", "2016", "--json").stdout
    (folder / "vaktlogg.db").unlink()

    again = vaktlogg(folder, "import", "calls.csv")

    assert again.returncode == 0
    assert vaktlogg(folder, "stats", "2016", "--json").stdout == before


def test_an_export_read_back_adds_nothing_also_once_hours_were_cut(folder: Path) -> None:
    yesterday = datetime.now(ZoneInfo("Europe/Oslo")) - timedelta(days=1)
    rows = ["occurred_at,outcome", f"{yesterday:%Y-%m-%dT%H},unspecified", f"{yesterday:%Y-%m-%d},unspecified"]
    (folder / "new.csv").write_text("\n".join([*rows, f"{yesterday:%Y-%m-%d},declined"]), encoding="utf-8")
    vaktlogg(folder, "import", "new.csv", "--source", "Desk A")
    told = []

    for _ in range(2):
        vaktlogg(folder, "export", "--out", "calls.csv")
        told.append(vaktlogg(folder, "import", "calls.csv").stdout)
        with closing(connect(folder / "vaktlogg.db")) as database, database:
            database.execute("UPDATE record SET occurred_at = substr(occurred_at, 1, 10)")

    assert [line.partition(".")[0] for line in told] == ["0 nye registreringer; 902 kjent fra før"] * 2


def test_hours_that_lie_back_are_cut_before_anything_is_written(folder: Path) -> None:
    with closing(connect(folder / "vaktlogg.db")) as database, database:
        database.execute("UPDATE record SET occurred_at = occurred_at || 'T23'")

    vaktlogg(folder, "export", "--out", "calls.csv")

    assert {len(row["occurred_at"]) for row in _rows(folder / "calls.csv")} == {len("2016-07-14")}


def test_voided_records_are_left_out_and_one_who_declined_has_only_the_month(folder: Path) -> None:
    with closing(connect(folder / "vaktlogg.db")) as database, database:
        database.execute("UPDATE record SET voided_at = '2016-02-01' WHERE month = '2016-01'")
        database.execute(
            "INSERT INTO record (form, fingerprint, occurred_at, recorded_at, source, outcome, answers)"
            " VALUES ('call', 'x', '2016-07', '2016-07', 'a', 'declined', '{}')"
        )

    vaktlogg(folder, "export", "--out", "calls.csv")

    rows = _rows(folder / "calls.csv")
    assert len(rows) == 899 - 84 + 1
    assert [list(filter(None, row.values())) for row in rows if row["outcome"] == "declined"] == [
        ["2016-07", "declined"]
    ]


def test_the_workbook_holds_records_and_codes_with_days_as_dates(folder: Path) -> None:
    done = vaktlogg(folder, "export", "--from", "2016-07-01", "--until", "2016-07-31", "--out", "calls.xlsx")

    with zipfile.ZipFile(folder / "calls.xlsx") as book:
        names = re.findall(r'<sheet name="(.*?)"', book.read("xl/workbook.xml").decode())
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - ours
    cells = Counter(cell.get("t", "n") for cell in sheet.iter() if cell.tag.endswith("}c"))
    assert (done.returncode, names) == (0, ["records", "codes"])
    assert cells["n"] == 98


@pytest.mark.parametrize("name", ["calls.csv", "calls.xlsx"])
def test_what_is_written_is_its_owners_alone_also_where_others_could_read_it(folder: Path, name: str) -> None:
    (folder / name).touch()
    (folder / name).chmod(0o666)
    with umask(0o000):
        vaktlogg(folder, "export", "--out", name)

    beside = ["calls-codes.csv"] if name.endswith(".csv") else []
    assert modes_in(folder, "calls*") == dict.fromkeys([name, *beside], 0o600)


def test_a_label_that_looks_like_a_formula_is_text_in_the_code_list_and_in_the_workbook(folder: Path) -> None:
    (folder / "forms").mkdir()
    (folder / "forms" / "call.toml").write_text(
        OWN_CALL.read_text(encoding="utf-8").replace('nb = "Politi"', 'nb = "=1+1"'), encoding="utf-8"
    )
    config = folder / "config.toml"
    config.write_text(f'{CONFIG}[forms]\nfolder = "forms"\n', encoding="utf-8")

    for name in ("calls.csv", "calls.xlsx"):
        assert vaktlogg(folder, "export", "--out", name).returncode == 0

    labels = [row["option_nb"] for row in _rows(folder / "calls-codes.csv") if row["option"] == "police"]
    with zipfile.ZipFile(folder / "calls.xlsx") as book:
        codes = book.read("xl/worksheets/sheet2.xml").decode()
    assert labels == ["'=1+1"]
    assert "<t>=1+1</t>" in codes
    assert "<f>" not in codes


@pytest.mark.parametrize("name", ["calls.csv", "calls.xlsx"])
def test_the_same_records_give_the_same_bytes(folder: Path, name: str) -> None:
    vaktlogg(folder, "export", "--out", name)
    first = (folder / name).read_bytes()

    started_anew(folder, "export", "--out", name)

    assert (folder / name).read_bytes() == first
    assert not list(folder.glob(".vaktlogg-*"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--out", "calls.ods"), "Filen må ende på .csv, .xlsx eller .parquet."),
        (("--out", "calls.csv", "--form", "visit"), "Skjemaet «visit» er ikke i bruk; i bruk er: call."),
        (
            ("--from", "2016-02-01", "--until", "2016-01-01", "--out", "c.csv"),
            "Den siste dagen er før den første.",
        ),
        (("--out", "nowhere/calls.csv"), "nowhere/calls.csv kan ikke skrives: filen eller mappen finnes ikke."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(folder: Path, words: tuple[str, ...], sentence: str) -> None:
    refused = vaktlogg(folder, "export", *words)

    assert (refused.returncode, refused.stderr) == (1, f"{sentence}\n")
