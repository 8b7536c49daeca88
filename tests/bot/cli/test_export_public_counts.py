"""`vaktlogg export --tidy --public`: counts by month as they may leave the house."""

import csv
import io
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.bot.console import CONFIG, vaktlogg
from tests.modes import modes_in
from tests.storage.rows import rows

YEAR = ("export", "--tidy", "--public", "--until", "2016-12-31")
JULY = ("export", "--tidy", "--public", "--from", "2016-07-01", "--until", "2016-07-31")

Shown = dict[tuple[str, str, str], str]


def shown(file: Path) -> Shown:
    """Return the counts of answers in a file by month, question and option; hidden ones are `:`."""
    with file.open(encoding="utf-8", newline="") as text:
        return {
            (row["month"], row["question"], row["option"]): ":" if row["hidden"] == "1" else row["count"]
            for row in csv.DictReader(text)
            if row["question"]
        }


def published(told: str) -> Shown:
    """Return the counts that `stats --public --csv` prints."""
    found = csv.DictReader(io.StringIO(told))
    return {(row["period"], row["question"], row["option"]): row["count"] for row in found if row["question"]}


def test_it_hides_what_the_published_figures_hide_and_says_so(folder: Path) -> None:
    done = vaktlogg(folder, *JULY, "--out", "c.csv")

    counts = shown(folder / "c.csv")
    stats = vaktlogg(folder, "stats", "2016-07", "--public", "--csv")
    assert done.stdout == "Tall for 1 måned er skrevet ut.\n"
    assert done.stderr.splitlines()[0] == "Skjult i juli 2016, instans: Helsevesenet, Advokater."
    assert done.stderr.splitlines()[-1] == "Notert som publisering 1."
    assert counts == published(stats.stdout)
    assert ":" in counts.values()


def test_no_small_count_stands_in_it_and_of_a_question_none_is_hidden_alone(folder: Path) -> None:
    vaktlogg(folder, *YEAR, "--out", "c.csv")

    counts = shown(folder / "c.csv")
    hidden = [place[:2] for place, count in counts.items() if count == ":"]
    assert len({month for month, *_ in counts}) == 12
    assert not {"1", "2", "3", "4"} & set(counts.values())
    assert all(hidden.count(place) > 1 for place in hidden)


def test_what_is_hidden_is_null_in_the_parquet_file(folder: Path) -> None:
    vaktlogg(folder, *JULY, "--out", "c.csv")
    vaktlogg(folder, *JULY, "--out", "c.parquet")

    table = parquet.read_table(folder / "c.parquet").to_pylist()
    hidden = [row for row in table if row["hidden"]]
    assert {row["count"] for row in hidden} == {None}
    assert {(str(row["month"])[:7], row["question"], row["option"]) for row in hidden} == {
        place for place, count in shown(folder / "c.csv").items() if count == ":"
    }


def test_of_who_declined_or_called_in_error_nothing_is_told(folder: Path) -> None:
    extra = "occurred_at,outcome\n2016-07-14,declined\n2016-07-14,unspecified\n"
    (folder / "more.csv").write_text(extra, encoding="utf-8")
    vaktlogg(folder, "import", "more.csv", "--source", "Desk B")

    vaktlogg(folder, *JULY, "--out", "c.csv")

    with (folder / "c.csv").open(encoding="utf-8", newline="") as text:
        outcomes = {row["outcome"]: row["count"] for row in csv.DictReader(text) if not row["question"]}
    assert outcomes == {"registered": "98", "unspecified": "1"}


def test_each_month_is_noted_and_audited_once_as_long_as_its_records_stay_the_same(folder: Path) -> None:
    first = vaktlogg(folder, *YEAR, "--out", "c.csv")
    again = vaktlogg(folder, *YEAR, "--out", "again.csv")

    audited = rows(folder / "vaktlogg.db", "SELECT about FROM audit WHERE act = 'published' ORDER BY number")
    assert audited == [(f"{number}:2016-{number:02}",) for number in range(1, 13)]
    assert (folder / "c.csv").read_bytes() == (folder / "again.csv").read_bytes()
    assert first.stderr.count("Notert som publisering") == 12
    assert "Notert" not in again.stderr


def test_each_month_respects_earlier_releases_and_the_months_before_it_in_the_file(folder: Path) -> None:
    vaktlogg(folder, *YEAR, "--out", "alone.csv")
    (folder / "vaktlogg.db").unlink()
    vaktlogg(folder, "import", "2016.csv")
    vaktlogg(folder, "stats", "2016", "--public")
    in_turn: Shown = {}
    (folder / "copy.db").write_bytes((folder / "vaktlogg.db").read_bytes())
    for number in range(1, 13):
        told = vaktlogg(folder, "stats", f"2016-{number:02}", "--public", "--csv").stdout
        in_turn |= published(told)
    (folder / "vaktlogg.db").write_bytes((folder / "copy.db").read_bytes())

    vaktlogg(folder, *YEAR, "--out", "together.csv")

    assert shown(folder / "together.csv") == in_turn
    assert shown(folder / "together.csv") != shown(folder / "alone.csv")


def test_a_month_that_the_others_would_give_away_is_refused_with_all_of_them(new_folder: Path) -> None:
    days = [f"2016-{month:02}-10" for month in range(1, 12) for _ in range(20)] + ["2016-12-10"] * 3
    who = [("woman,self", "man,other")[number % 2] for number in range(len(days))]
    calls = [f"{day},registered,{told},,violence,no,no" for day, told in zip(days, who, strict=True)]
    text = "\n".join(["occurred_at,outcome,caller,behalf,agency,reason,crisis,minority", *calls])
    (new_folder / "few.csv").write_text(text, encoding="utf-8")
    assert vaktlogg(new_folder, "import", "few.csv").returncode == 0
    assert vaktlogg(new_folder, "stats", "2016", "--public").returncode == 0

    refused = vaktlogg(new_folder, *YEAR, "--out", "c.csv")

    assert refused.returncode == 1
    assert refused.stderr.startswith("2016-11 kan ikke publiseres sammen med de andre månedene i denne filen:")
    assert not (new_folder / "c.csv").exists()
    assert len(vaktlogg(new_folder, "releases").stdout.splitlines()) == 1


def test_it_may_lie_in_the_public_folder_and_counts_in_full_may_not(folder: Path) -> None:
    (folder / "public").mkdir()
    (folder / "config.toml").write_text(f'{CONFIG}[reports]\npublic_folder = "public"\n', encoding="utf-8")

    full = vaktlogg(folder, "export", "--tidy", "--out", "public/c.csv")
    public = vaktlogg(folder, *JULY, "--out", "public/c.csv")

    assert (full.returncode, public.returncode) == (1, 0)
    assert "er bare for det som kan publiseres" in full.stderr
    assert modes_in(folder / "public", "*") == {"c.csv": 0o600, "c-codes.csv": 0o600}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--public", "--out", "c.csv"), "Rader publiseres aldri: --public hører sammen med --tidy"),
        (
            ("--tidy", "--public", "--form", "stay", "--until", "2016-12-31", "--out", "c.csv"),
            "publiseres bare for hele år",
        ),
        (("--tidy", "--public", "--until", "2199-12-31", "--out", "c.csv"), "2199-12 er ikke over"),
        (("--tidy", "--public", "--from", "2016-07-02", "--out", "c.csv"), "2016-07 ville blitt delt"),
    ],
)
def test_what_cannot_be_published_is_refused_and_nothing_is_noted(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    (folder / "config.toml").write_text(f'{CONFIG}[forms]\nenabled = ["call", "stay"]\n', encoding="utf-8")

    refused = vaktlogg(folder, "export", *words)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert said in refused.stderr
    assert not list(folder.glob("c*.csv"))
    assert vaktlogg(folder, "releases").stdout == "Ingenting er publisert.\n"
