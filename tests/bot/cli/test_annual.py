"""`vaktlogg report --annual` and `--national`, as a leader's helper types them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg

STAYS = """\
arrived,left,outcome,sex,first_this_year
2015-12-30,2016-01-02,registered,woman,no
2016-07-01,2016-07-11,registered,man,yes
2016-12-30,,declined,,
"""
SEXES = ("woman", "man")
ENABLED = '[forms]\nenabled = ["call", "stay", "child_stay", "consultation"]\n[stays]\nbeds = 2\n'


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a few stays, imported, for tests that take a copy of them."""
    place = tmp_path_factory.mktemp("stays")
    (place / "config.toml").write_text(CONFIG + ENABLED, encoding="utf-8")
    (place / "stays.csv").write_text(STAYS, encoding="utf-8")
    imported = vaktlogg(place, "import", "stays.csv", "--form", "stay")
    assert imported.returncode == 0, imported.stderr
    return place


@pytest.fixture
def centre(tmp_path: Path, kept: Path) -> Path:
    """Make a folder with a few stays, imported."""
    return Path(shutil.copytree(kept, tmp_path / "centre"))


def test_the_whole_report_is_written_in_every_format_and_named(centre: Path) -> None:
    written = vaktlogg(centre, "report", "2016", "--annual", "--out", "out")

    assert (written.returncode, written.stderr) == (0, "")
    assert sorted(written.stdout.splitlines()) == [
        f"out/2016-annual.{kind}" for kind in ("docx", "html", "pdf", "xlsx")
    ]
    page = (centre / "out" / "2016-annual.html").read_text(encoding="utf-8")
    assert "<h2>Bodøgn i\xa02016</h2>" in page
    assert page.index("Nasjonal rapportering") < page.index("Om tallene")


def test_the_national_page_is_a_web_page_and_a_pdf_unless_said_otherwise(centre: Path) -> None:
    usual = vaktlogg(centre, "report", "2016", "--national", "--out", "out")
    asked = vaktlogg(centre, "report", "2016", "--national", "--annual", "--format", "docx", "--out", "out")

    assert (usual.returncode, usual.stderr) == (0, "")
    assert usual.stdout.splitlines() == ["out/2016-national.html", "out/2016-national.pdf"]
    assert asked.stdout.splitlines() == ["out/2016-annual.docx", "out/2016-national.docx"]
    page = (centre / "out" / "2016-national.html").read_text(encoding="utf-8")
    assert "Har senteret vært fullt?" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2016", "--annual", "--public"), "Det er så få opphold at selv summen må skjules."),
        (("2016", "--annual", "--dry-run"), "--dry-run hører sammen med --public."),
        (("2016", "--national", "--public"), "er til internt bruk; den finnes ikke med --public"),
        (("2016-T1", "--annual", "--public"), "publiseres bare for hele år"),
        (("2016", "--annual", "--wide"), "bare --out og --format går sammen med dem"),
        (("2016", "--national", "--form", "stay"), "bare --out og --format går sammen med dem"),
        (("2016", "--national", "--format", "xlsx"), "skrives som html, pdf eller docx"),
        (("2016-T2", "--national"), "Det nasjonale skjemaet gjelder et år, som 2016."),
        (("2014", "--annual"), "Ingenting er registrert i 2014"),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_is_written(
    centre: Path, words: tuple[str, ...], said: str
) -> None:
    refused = vaktlogg(centre, "report", *words, "--out", "out")

    assert refused.returncode == 1
    assert said in refused.stderr
    assert not list((centre / "out").glob("*"))


def test_stats_of_stays_count_those_with_a_midnight_and_have_every_month(centre: Path) -> None:
    told = json.loads(vaktlogg(centre, "stats", "2016", "--json", "--form", "stay").stdout)

    assert (told["total"], told["outcomes"]["declined"]) == (3, 1)
    assert list(told["months"]) == [f"2016-{month:02}" for month in range(1, 13)]
    nights = {month: (one["nights"], one["arrivals"], one["departures"]) for month, one in told["months"].items()}
    assert (nights["2016-01"], nights["2016-02"], nights["2016-07"]) == ((1, 0, 1), (0, 0, 0), (10, 1, 1))
    assert nights["2016-12"] == (2, 1, 0)


def test_heads_and_nights_of_earlier_reports_are_typed_in_by_the_template(centre: Path) -> None:
    template = vaktlogg(centre, "history", "--template", "--form", "stay").stdout
    year = template.splitlines()[1].split(";")[0].split(",")[0]
    typed = "period,question,option,count,share,base\n2014,heads,woman,61,,\n2014,nights,woman,1700,,\n"
    (centre / "2014.csv").write_text(typed, encoding="utf-8")

    taken = vaktlogg(centre, "history", "2014.csv", "--form", "stay")
    vaktlogg(centre, "report", "2016", "--annual", "--format", "html", "--out", "out")

    assert f"{year},heads,woman,,," in template.replace(";", ",")
    assert f"{year},nights,unknown,,," in template.replace(";", ",")
    assert (taken.returncode, taken.stderr) == (0, "")
    page = (centre / "out" / "2016-annual.html").read_text(encoding="utf-8")
    assert "Fra tidligere årsrapporter: 2014." in page
    assert "1\xa0700" in page


def test_the_public_one_says_what_it_hides_and_is_noted_before_it_is_written(centre: Path) -> None:
    rows = [f"2016-0{month}-01,2016-0{month}-20,registered,{sex},yes" for month in range(1, 9) for sex in SEXES]
    (centre / "more.csv").write_text("\n".join([STAYS.splitlines()[0], *rows]), encoding="utf-8")
    vaktlogg(centre, "import", "more.csv", "--form", "stay")
    ask = ("report", "2016", "--annual", "--public", "--format", "html", "--out", "out")

    tried = vaktlogg(centre, *ask, "--dry-run")
    written = vaktlogg(centre, *ask)

    assert (tried.returncode, tried.stdout) == (0, "")
    assert tried.stderr.endswith("Ingenting er notert, og ingenting er skrevet.\n")
    assert (written.returncode, written.stdout) == (0, "out/2016-annual-public.html\n")
    assert written.stderr.endswith("Notert som publisering 1.\n")
    assert "publiserte 2016 (publisering nr. 1)" in vaktlogg(centre, "audit").stdout
    page = (centre / "out" / "2016-annual-public.html").read_text(encoding="utf-8")
    assert "Skjulte tall" in page
    assert "Ikke til publisering" not in page
