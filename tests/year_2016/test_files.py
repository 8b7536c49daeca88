import csv
import io
import json
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg
from tests.year_2016.counts import CONSULTATIONS, COUNTS
from tests.year_2016.facts import FACTS, facts_of
from tests.year_2016.files import (
    MAY,
    earlier_facts,
    history_csv,
    is_of_group,
    records_csv,
    rows_of,
    write_year,
)

FORMS = '[forms]\nenabled = ["call", "consultation"]\n'


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Make a folder with a config and the files of the year."""
    (tmp_path / "config.toml").write_text(f"{CONFIG}{FORMS}", encoding="utf-8")
    write_year(tmp_path)
    return tmp_path


@pytest.mark.parametrize("register", list(COUNTS))
def test_a_month_stands_in_a_file_of_its_own_and_both_files_are_the_year(year: Path, register: str) -> None:
    rest, may = (_read((year / f"{register}{part}.csv").read_text(encoding="utf-8")) for part in ("", "-may"))

    assert may
    assert {next(iter(row.values()))[5:7] for row in may} == {f"{MAY:02}"}
    assert len(rest) + len(may) == len(rows_of(register))
    assert not any(next(iter(row.values())).startswith("2016-05") for row in rest)


@pytest.mark.parametrize("register", list(COUNTS))
def test_the_columns_are_the_times_the_outcome_and_the_questions(register: str) -> None:
    rows = rows_of(register)
    [first, *_] = _read(records_csv(register, rows))

    assert list(first) == [*rows[0].times, "outcome", *COUNTS[register]]
    assert records_csv(register, rows) == records_csv(register, rows_of(register))


def test_consultations_are_imported_and_counted_with_every_printed_share(year: Path) -> None:
    for file in ("consultation.csv", "consultation-may.csv"):
        taken = vaktlogg(year, "import", file, "--form", "consultation")
        assert (taken.returncode, taken.stderr) == (0, "")
    counted = json.loads(vaktlogg(year, "stats", "2016", "--json", "--form", "consultation").stdout)

    assert (counted["outcomes"]["registered"], counted["outcomes"]["declined"]) == (102, 4)
    for fact in facts_of("consultation"):
        if fact.unit == "percent":
            question = counted["questions"][fact.question]
            known = question["asked"] - question["unknown"]
            share = 100 * sum(question["options"][option] for option in fact.options) / known
            assert fact.written == f"{round(share)}\u00a0%", fact
            assert fact.base in {None, known}
    assert {key: counts.known for key, counts in CONSULTATIONS.items()} == {
        key: question["asked"] - question["unknown"] for key, question in counted["questions"].items()
    }


def test_shares_of_earlier_years_are_taken_in_as_they_are_printed(year: Path) -> None:
    taken = vaktlogg(year, "history", "consultation-history.csv", "--form", "consultation")

    assert (taken.returncode, taken.stderr) == (0, "")
    assert taken.stdout.startswith("13 tall fra tidligere rapporter er tatt inn.\n")


def test_the_history_of_stays_has_heads_by_person_and_shares_with_their_decimals() -> None:
    stays, children = history_csv("stay").splitlines(), history_csv("child_stay").splitlines()

    assert stays[0] == "period,question,option,count,share,base"
    assert {"2010,heads,woman,78,,", "2014,heads,man,3,,", '2015,duration,year,,"37,0 %",'} <= set(stays)
    assert {"2015,police_report,not_wanted,,69 %,", "2011,origin,both,,36 %,"} <= set(stays)
    assert {"2014,children,(group),,46 %,", "2015,police_report,(group),,20 %,"} <= set(stays)
    assert {"2012,heads,child,59,,", "2014,notified,yes,,40 %,", "2015,already_involved,yes,,21 %,"} <= set(
        children
    )


def test_only_the_heads_of_all_registers_together_are_in_no_history() -> None:
    written = {fact for register in COUNTS for fact in earlier_facts(register)}
    left_out = {(fact.register, fact.question) for fact in FACTS if fact.year < 2016 and fact not in written}

    assert left_out == {("house", "heads")}
    assert all(len(fact.options) == 1 or is_of_group(fact) for fact in written)


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
