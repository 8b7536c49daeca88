"""The figures of a period on the console."""

import io
from pathlib import Path

import pandas as pd
import pytest

from tests.bot.console import vaktlogg
from tests.example_forms import CALL

OF_ALL = {"agency", "also"}
"""The questions whose shares are of all registered calls."""

MORE = """\
occurred_at,outcome,caller,behalf,agency,reason,crisis,minority,also
2016-03-01T10,registered,woman,unknown,,guidance,yes,unknown,violence|follow_up
2016-03-01T11,registered,unknown,,,unknown,no,,follow_up
2016-03-01T12,unspecified,,,,,,,
2016-03,declined,,,,,,,
2016-03-01T13,irrelevant,,,,,,,
"""

PRINTED = """\
period;question;option;count;share;base
2015;;;880
2015;agency;child_welfare;;7,0 %;880
2015;agency;police;90;;880
"""


def test_stats_without_json_says_the_figures_in_words(new_folder: Path) -> None:
    vaktlogg(new_folder, "import", "2016.csv")
    told = vaktlogg(new_folder, "stats", "2016")

    assert "899\u00a0samtaler" in told.stdout
    assert "150\u00a0krisetelefoner, 1\u00a0av\u00a06" in told.stdout


def test_the_csv_begins_with_the_total_and_has_an_answer_a_row(folder: Path) -> None:
    told = vaktlogg(folder, "stats", "2016", "--csv")

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[:5] == [
        "period,question,option,count,base,share,share_before,clear",
        "2016,,,899,,,,",
        "2016,caller,woman,287,899,0.3192,,",
        "2016,caller,man,54,899,0.0601,,",
        "2016,caller,agency,558,899,0.6207,,",
    ]


def test_the_csv_has_an_earlier_report_s_share_as_printed_and_whether_a_change_is_clear(folder: Path) -> None:
    (folder / "2015.csv").write_text(PRINTED, encoding="utf-8")
    vaktlogg(folder, "history", "2015.csv")

    lines = vaktlogg(folder, "stats", "2016", "--csv").stdout.splitlines()

    assert [line for line in lines if line.startswith(("2016,,", "2016,agency,"))][:4] == [
        "2016,,,899,,,,no",
        "2016,agency,child_welfare,126,899,0.1402,0.070,yes",
        "2016,agency,police,90,899,0.1001,0.1023,no",
        "2016,agency,nav,90,899,0.1001,,",
    ]


def test_csv_and_json_are_not_both_written(folder: Path) -> None:
    ended = vaktlogg(folder, "stats", "2016", "--csv", "--json")

    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "Velg enten --json eller --csv.\n")


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-03", "2016-03-01", "2016-03-31"),
        ("2016-T1", "2016-01-01", "2016-04-30"),
        ("1.3.–15.4.2016", "2016-03-01", "2016-04-15"),
    ],
)
def test_the_csv_is_what_pandas_counts_from_the_records_themselves(
    folder: Path, period: str, first: str, last: str
) -> None:
    (folder / "more.csv").write_text(MORE, encoding="utf-8")
    vaktlogg(folder, "import", "more.csv")

    told = pd.read_csv(io.StringIO(vaktlogg(folder, "stats", period, "--csv").stdout))

    files = [pd.read_csv(folder / name, dtype=str) for name in ("2016.csv", "more.csv")]
    calls = pd.concat(files).fillna({"outcome": "registered"})
    calls = calls[calls["occurred_at"].str[:10].between(first, last)]
    counts = _recounted(calls[calls["outcome"] == "registered"])
    given = told[told["question"].notna() & (told["count"] > 0)]
    assert told["count"][0] == calls["outcome"].isin(["registered", "unspecified"]).sum()
    assert given[["question", "option", "count", "base", "share"]].to_numpy().tolist() == counts


def _recounted(calls: pd.DataFrame) -> list[list[object]]:
    """Count each answer that was given, and what it is a share of, in the form's order."""
    rows = list[list[object]]()
    for question in CALL.questions:
        if question.key in calls:
            given = calls[question.key].dropna().str.split("|").explode()
            known = len(calls) if question.key in OF_ALL else (given != "unknown").sum()
            for option in filter(given.tolist().count, question.option_keys):
                count, base = given.tolist().count(option), len(given) if option == "unknown" else known
                rows.append([question.key, option, count, base, round(count / base, 4)])
    return rows
