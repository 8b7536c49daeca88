"""Figures typed in from earlier reports, as a leader takes them from the shelf."""

from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg

HEAD = "period,question,option,count,share,base\n"
REPORT_OF_2015 = f"""{HEAD}2015,agency,child_welfare,63,,
2015,agency,health,,"12,5 %",864
2015,agency,other,154,,
2015,agency,police,90,,
"""
"""What the report for 2016 tells of 2015: child welfare doubled, health halved, other agencies down a third."""


def _told(folder: Path, text: str, period: str = "2016") -> str:
    """Take in a file, and return what is said of the period."""
    (folder / "2015.csv").write_text(text, encoding="utf-8")
    taken = vaktlogg(folder, "history", "2015.csv")
    assert (taken.returncode, taken.stderr) == (0, "")
    return vaktlogg(folder, "stats", period).stdout


def test_what_an_earlier_report_says_stands_beside_the_year_and_is_named_as_such(folder: Path) -> None:
    text = _told(folder, REPORT_OF_2015)

    assert "I parentes: 2015, fra tidligere årsrapport" in text
    assert (
        "Barnevernet 126 · 14\u00a0% (7\u00a0%); Politi 90 · 10\u00a0% (10\u00a0%); NAV 90 · 10\u00a0%; " in text
    )
    assert "Helsevesenet 54 · 6\u00a0% (12,5\u00a0%)" in text
    assert "Kommunen og andre 108 · 12\u00a0% (18\u00a0%)" in text
    assert "899\u00a0samtaler\n" in text


def test_a_total_and_the_crisis_calls_are_compared_too(folder: Path) -> None:
    text = _told(folder, f"{HEAD}2015,,,650,,\n2015,crisis,yes,108,,\n")

    assert "tydelig flere enn året før (650, opp 38\u00a0%)" in text
    assert "ingen tydelig endring (17\u00a0% året før)" in text


def test_the_same_file_twice_and_a_mended_figure_replace_what_was_there(folder: Path) -> None:
    _told(folder, f"{HEAD}2015,,,700,,\n")

    text = _told(folder, f"{HEAD}2015,,,890,,\n")

    assert "omtrent som året før (890)" in text


def test_a_figure_that_the_file_no_longer_tells_is_gone(folder: Path) -> None:
    _told(folder, f"{HEAD}2015,,,700,,\n2015,agency,nav,33,,\n")

    text = _told(folder, f"{HEAD}2015,,,890,,\n2015,agency,nav,,,\n")

    assert "omtrent som året før (890)" in text
    assert "33" not in text


def test_a_year_known_from_a_report_alone_says_what_that_report_says(folder: Path) -> None:
    text = _told(folder, f"{HEAD}2015,,,850,,\n", period="2015")

    assert "En tidligere årsrapport sier 850\u00a0samtaler." in text


def test_of_a_year_that_has_both_the_records_are_used_and_that_is_said(folder: Path) -> None:
    days = "".join(f"2015-{month:02}-01,woman,self,guidance,no,no\n" for month in range(1, 13))
    earlier = f"occurred_at,caller,behalf,reason,crisis,minority\n{days}"
    (folder / "records.csv").write_text(earlier, encoding="utf-8")
    assert vaktlogg(folder, "import", "records.csv").returncode == 0

    text = _told(folder, f"{HEAD}2015,,,850,,\n")

    assert "For 2015 brukes registreringene, ikke tallene fra en tidligere rapport." in text
    assert "850" not in text


def test_typed_in_figures_are_no_records(folder: Path) -> None:
    before = vaktlogg(folder, "stats", "2015", "--json").stdout

    _told(folder, REPORT_OF_2015)

    assert vaktlogg(folder, "stats", "2015", "--json").stdout == before


def test_the_template_is_a_file_that_can_be_filled_in_and_taken(folder: Path) -> None:
    printed = vaktlogg(folder, "history", "--template").stdout

    assert printed.startswith(HEAD)
    assert ",agency,child_welfare,,," in printed
    (folder / "empty.csv").write_text(printed, encoding="utf-8")
    assert vaktlogg(folder, "history", "empty.csv").stdout == "0 tall fra tidligere rapporter er tatt inn.\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2015-13,,,1,,", "linje 2: «2015-13» er ikke en periode"),
        ("2015,agent,nav,1,,", "linje 2: «agent» er ikke et spørsmål i skjemaet"),
        ("2015,agency,navv,1,,", "linje 2: «navv» er ikke et svaralternativ for «agency»"),
        ("2015,agency,nav,-1,,", "linje 2: «-1» er ikke et helt tall"),
        ("2015,agency,nav,1,10 %,10", "linje 2: oppgi antallet eller andelen, ikke begge"),
        ("2015,agency,nav,,14,100", "linje 2: en andel skrives 14 % eller 0.14, ikke «14»"),
        ("2015,agency,nav,,,864", "linje 2: et grunnlag står ved siden av et antall eller en andel"),
        ("2015,agency,nav,12,,11", "linje 2: grunnlaget 11 er mindre enn antallet 12"),
        ("2015,agency,nav,,0 %,0", "linje 2: det finnes ingen andel av et grunnlag på 0"),
        ("2015,,,,14 %,", "linje 2: summen er et antall, uten andel og grunnlag"),
        ("2015,,,1,,\n2015,,,2,,", "linje 3: dette tallet står der to ganger"),
        ("2015,,,10,,\n2015,caller,woman,11,,", "2015: svarene på «caller» er 11, flere enn summen 10."),
        (
            "2015,agency,nav,,7 %,864\n2015,agency,police,90,,899",
            "2015: «agency» har ett grunnlag for alle svarene, ikke 864, 899.",
        ),
        (
            "2015,caller,woman,,60 %,\n2015,caller,man,,42 %,",
            "2015: andelene for «caller» er til sammen mer enn 100 %, hvordan de enn er avrundet.",
        ),
        ("2099,,,1,,", "2099 er ikke over; ingenting er hentet fra filen."),
    ],
)
def test_a_row_that_is_wrong_is_named_by_its_line_and_nothing_is_kept(folder: Path, row: str, reason: str) -> None:
    (folder / "2015.csv").write_text(f"{HEAD}{row}\n", encoding="utf-8")

    refused = vaktlogg(folder, "history", "2015.csv")

    assert refused.returncode == 1
    assert reason in refused.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "3 tall fra tidligere rapporter er tatt inn.\n2 av dem er andeler uten grunnlag: de vises, men"),
        (
            "nn",
            "3 tal frå tidlegare rapportar er tekne inn.\n2 av dei er andelar utan grunnlag: dei blir viste, men",
        ),
        (
            "en",
            "3 figures from earlier reports.\n2 of them are shares without a base: those are shown, and nothing",
        ),
    ],
)
def test_shares_without_a_base_are_told_of(new_folder: Path, code: str, said: str) -> None:
    (new_folder / "config.toml").write_text(f'language = "{code}"\n{CONFIG}', encoding="utf-8")
    (new_folder / "2015.csv").write_text(
        f"{HEAD}2015,agency,nav,,7 %,\n2015,crisis,yes,,17 %,\n2015,reason,guidance,,25 %,864\n", encoding="utf-8"
    )

    assert vaktlogg(new_folder, "history", "2015.csv").stdout.startswith(said)


def test_where_every_share_has_a_base_nothing_is_told_of_them(new_folder: Path) -> None:
    (new_folder / "2015.csv").write_text(f"{HEAD}2015,agency,nav,,7 %,864\n2015,,,880,,\n", encoding="utf-8")

    taken = vaktlogg(new_folder, "history", "2015.csv").stdout

    assert taken == "2 tall fra tidligere rapporter er tatt inn.\n"
