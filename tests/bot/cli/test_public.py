"""What leaves the house by the console: protected, told of, and noted."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg

JULY = ("stats", "2016-07", "--public")


def rows(told: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["question"], row["option"]): row for row in csv.DictReader(io.StringIO(told))}


def test_the_csv_has_a_colon_wherever_a_figure_is_hidden(folder: Path) -> None:
    told = vaktlogg(folder, *JULY, "--csv")

    assert told.returncode == 0
    assert told.stdout.startswith("period,question,option,count,base,share,share_before,clear\n2016-07,,,98,,,,\n")
    found = rows(told.stdout)
    assert (found["agency", "health"]["count"], found["agency", "health"]["share"]) == (":", ":")
    assert (found["agency", "nav"]["count"], found["agency", "nav"]["share"]) == ("9", "0.09")
    assert found["minority", "yes"]["base"] == ":"


def test_of_a_question_no_figure_is_hidden_alone(folder: Path) -> None:
    found = rows(vaktlogg(folder, *JULY, "--csv").stdout)

    hidden = [question for (question, _), row in found.items() if row["count"] == ":"]
    assert hidden
    assert all(hidden.count(question) > 1 for question in hidden)


def test_what_is_hidden_is_said_beside_the_figures_and_the_release_is_noted(folder: Path) -> None:
    told = vaktlogg(folder, *JULY)
    listed = vaktlogg(folder, "releases")

    assert told.stdout.endswith("\n\nEt tall er skjult (:) der få står bak det, eller kunne regnes ut av det.\n")
    assert told.stderr.splitlines()[0] == "Skjult i juli 2016, instans: Helsevesenet, Advokater."
    assert told.stderr.splitlines()[-1] == "Notert som publisering 1."
    assert listed.stdout.startswith("1  ")
    assert listed.stdout.endswith("  call  2016-07  k = 5\n")


def test_a_dry_run_notes_nothing(folder: Path) -> None:
    told = vaktlogg(folder, *JULY, "--dry-run", "--json")

    assert json.loads(told.stdout)["questions"]["agency"]["health"] == ":"
    assert vaktlogg(folder, "releases").stdout == "Ingenting er publisert.\n"


def test_a_cross_table_is_protected_as_well(folder: Path) -> None:
    told = vaktlogg(folder, "stats", "2016-T1", "--by", "agency,crisis", "--public", "--csv").stdout

    cells = {(row["row"], row["column"]): row["count"] for row in csv.DictReader(io.StringIO(told))}
    assert cells["lawyer", "yes"] == ":"
    assert cells["police", "yes"] == "6"
    assert not any(count in {"1", "2", "3", "4"} for count in cells.values())


def test_a_stretch_of_days_is_not_published(folder: Path) -> None:
    told = vaktlogg(folder, "stats", "2016-07-01--2016-07-09", "--public")

    assert (told.returncode, told.stdout) == (1, "")
    assert "Bare måneder, kvartaler, tertialer og år kan publiseres" in told.stderr


def test_a_period_that_is_not_over_is_not_published(folder: Path) -> None:
    told = vaktlogg(folder, "stats", "i år", "--public")

    assert (told.returncode, told.stdout) == (1, "")
    assert "er ikke over; den kan publiseres fra" in told.stderr


def test_a_call_registered_late_is_not_laid_open_unless_nobody_has_seen_the_first_release(folder: Path) -> None:
    late = "occurred_at,caller,behalf,reason,crisis,minority\n2016-07-14T09,man,self,violence,yes,yes\n"
    (folder / "late.csv").write_text(late, encoding="utf-8")
    vaktlogg(folder, *JULY)
    vaktlogg(folder, "import", "late.csv")

    refused = vaktlogg(folder, *JULY)
    withdrawn = vaktlogg(folder, "releases", "--withdraw", "1", "--reason", "sto på feil side", "--unseen")
    published = vaktlogg(folder, *JULY)

    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Siden publisering 1 er bare noen få samtaler" in refused.stderr
    assert withdrawn.stdout == "Publisering 1 er trukket tilbake og teller ikke lenger.\n"
    assert (published.returncode, "I alt" in published.stdout) == (0, True)


def test_a_release_is_withdrawn_only_with_a_reason(folder: Path) -> None:
    vaktlogg(folder, *JULY)

    told = vaktlogg(folder, "releases", "--withdraw", "1")

    assert (told.returncode, told.stderr) == (
        1,
        "--withdraw trenger en --reason: Den blir stående i listen over publiseringer.\n",
    )


def test_a_larger_k_hides_more(folder: Path) -> None:
    (folder / "config.toml").write_text(f"{CONFIG}[publication]\nk = 10\n", encoding="utf-8")

    found = rows(vaktlogg(folder, *JULY, "--csv").stdout)

    assert found["caller", "man"]["count"] == ":"


@pytest.mark.parametrize("k", [2, 11])
def test_k_is_3_to_10(folder: Path, k: int) -> None:
    (folder / "config.toml").write_text(f"{CONFIG}[publication]\nk = {k}\n", encoding="utf-8")

    assert "publication k" in vaktlogg(folder, *JULY).stderr


def test_an_earlier_report_s_small_figures_are_hidden_with_all_answers_to_their_question(folder: Path) -> None:
    head = "period,question,option,count,share,base\n2015,,,700,,\n"
    figures = f"{head}2015,crisis,yes,3,,\n2015,crisis,no,697,,\n2015,reason,violence,300,,700\n"
    (folder / "2015.csv").write_text(figures, encoding="utf-8")
    kept = vaktlogg(folder, "history", "2015.csv")

    found = rows(vaktlogg(folder, "stats", "2016", "--public", "--csv").stdout)

    assert kept.returncode == 0
    assert (found["crisis", "yes"]["share_before"], found["crisis", "no"]["share_before"]) == (":", ":")
    assert found["reason", "violence"]["share_before"] == "0.43"


def test_a_dry_run_of_figures_in_full_is_refused(folder: Path) -> None:
    ended = vaktlogg(folder, "stats", "2016-07", "--dry-run")

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("--dry-run hører til --public;")
