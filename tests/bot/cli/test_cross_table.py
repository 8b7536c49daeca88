"""Two questions set against each other on the console."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from tests.bot.console import CONFIG, vaktlogg

BY = ("stats", "2016", "--by")


def test_the_table_stands_in_columns_in_the_config_s_language(folder: Path) -> None:
    told = vaktlogg(folder, *BY, "agency,reason")
    (folder / "config.toml").write_text(f'language = "en"\n{CONFIG}', encoding="utf-8")
    english = vaktlogg(folder, *BY, "agency,reason")

    assert (told.returncode, told.stderr) == (0, "")
    assert "Instans × årsak, 2016\n558\u00a0samtaler har svar på begge spørsmålene." in told.stdout
    assert "Politi                     22             46          22           0     90\n" in told.stdout
    assert "Andel av kolonnen" in told.stdout
    assert "Agency × reason, 2016\n558\u00a0calls have answers to both questions." in english.stdout


def test_the_json_has_the_counts_and_their_sums(folder: Path) -> None:
    told = json.loads(vaktlogg(folder, *BY, "agency,crisis", "--json").stdout)

    assert list(told) == [
        *("form", "period", "first_day", "last_day", "rows", "columns", "counts"),
        *("row_totals", "column_totals", "total", "asked"),
    ]
    assert told["rows"]["question"] == "agency"
    assert told["counts"]["police"] == {"yes": 18, "no": 72}
    assert told["row_totals"]["police"] == 90
    assert (told["total"], told["asked"]) == (558, 899)


def test_the_csv_is_a_row_a_cell_that_pandas_reads_without_settings(folder: Path) -> None:
    told = vaktlogg(folder, *BY, "caller,minority", "--csv").stdout

    frame = pd.read_csv(io.StringIO(told), keep_default_na=True)
    assert told.splitlines()[:2] == ["row,column,count,row_share,column_share", "woman,yes,141,0.5018,0.3205"]
    assert [row["column"] for row in csv.DictReader(io.StringIO(told))].count("unknown") == 4
    assert frame["count"].sum() == 899
    assert frame[frame["column"] == "unknown"]["row_share"].isna().all()


@pytest.mark.parametrize("by", ["Instans,årsak", " agency , reason ", "inst,REASON"])
def test_questions_are_known_by_their_names_too(folder: Path, by: str) -> None:
    assert vaktlogg(folder, *BY, by).stdout.startswith("Instans × årsak, 2016\n")


def test_without_by_the_figures_are_as_before(folder: Path) -> None:
    told = json.loads(vaktlogg(folder, "stats", "2016", "--json").stdout)

    assert list(told) == [
        "form",
        "period",
        "first_day",
        "last_day",
        "total",
        "outcomes",
        "questions",
        "months",
        "coverage",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            (*BY, "agency,mood"),
            "har ikke spørsmålet «mood»; det har: caller, behalf, agency, reason, crisis, minority, also.",
        ),
        ((*BY, "agency,a"), "«a» kan være flere spørsmål: agency, reason, minority, also."),
        ((*BY, "reason,årsak"), "--by har spørsmålet «reason» to ganger."),
        ((*BY, "agency"), "--by skal ha to spørsmål med komma mellom"),
        ((*BY, "agency,reason,crisis"), "--by skal ha to spørsmål med komma mellom"),
        ((*BY, ","), "har ikke spørsmålet «»"),
        ((*BY, "agency,reason", "--csv", "--json"), "Velg enten --json eller --csv."),
        (("stats", "tull", "--by", "agency,reason"), "Den perioden kjenner jeg ikke."),
        ((*BY, "agency,reason", "--form", "x"), "Skjemaet «x» er ikke i bruk"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(folder: Path, words: tuple[str, ...], said: str) -> None:
    ended = vaktlogg(folder, *words)

    assert ended.returncode == 1
    assert said in ended.stderr
    assert (ended.stdout, len(ended.stderr.strip().splitlines())) == ("", 1)


def test_a_report_s_documents_hold_the_tables_that_the_form_asks_for(folder: Path) -> None:
    vaktlogg(folder, "report", "2016", "--out", "out")

    with (
        zipfile.ZipFile(folder / "out" / "2016.xlsx") as workbook,
        zipfile.ZipFile(folder / "out" / "2016.docx") as chapter,
    ):
        tabs, text = workbook.read("xl/workbook.xml").decode(), chapter.read("word/document.xml").decode()
    for pair in ("Instans × årsak", "Instans × krisetelefon"):
        assert pair in tabs
        assert pair in text
