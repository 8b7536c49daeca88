"""A real helpline's open records, through a form and a map of their own, without a change of code."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.test_command_line import vaktlogg

FORMS = Path(__file__).parents[1] / "forms"
MAP = FORMS / "maps" / "linea144.toml"
WHOLE = Path(__file__).parents[3] / "shared" / "data" / "linea144-2020.csv"
CONFIG = f"""
[telegram]
token = "1:x"
[forms]
folder = "{FORMS}"
enabled = ["linea144"]
"""
SOURCES = [
    pytest.param(FORMS / "linea144-sample.csv", id="sample"),
    pytest.param(
        WHOLE,
        id="whole",
        marks=pytest.mark.skipif(not WHOLE.is_file(), reason="the whole year lies beside the project only"),
    ),
]
PERIODS = {
    "2020": range(1, 13),
    "2020-T2": range(5, 9),
    "2020-05": range(5, 6),
}
KINDS = {
    "physical": "tipo_de_violencia_fisica",
    "psychological": "tipo_de_violencia_psicologica",
    "sexual": "tipo_de_violencia_sexual",
    "economic": "tipo_de_violencia_economica_y_patrimonial",
    "symbolic": "tipo_de_violencia_simbolica",
    "domestic": "tipo_de_violencia_domestica",
}
GENDERS = {"Mujer": "woman", "Varon": "man", "Otro": "other", "Intersexual": "other", "": ""}
RELATIONS = {
    "Pareja": "partner",
    "Ex pareja": "former_partner",
    "Padre o tutor": "parent",
    "Madre o tutor": "parent",
    "Otro familiar": "relative",
    "Superior jerarquico": "superior",
    "Otro": "other",
    "": "",
}


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Import a file through its map into the folder `tmp_path`."""
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    file: Path = request.param
    imported = vaktlogg(tmp_path, "import", str(file), "--form", "linea144", "--map", str(MAP))
    assert imported.returncode == 0, imported.stderr
    return file


def _plain(file: Path, months: range) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["fecha"].startswith("2020-") and int(row["fecha"][5:7]) in months:
                yield row


def _counted(file: Path, months: range) -> dict[str, Counter[str]]:
    """Count the file without our program."""
    counted: dict[str, Counter[str]] = {key: Counter() for key in ("gender", "relation", "violence")}
    for row in _plain(file, months):
        counted["gender"][GENDERS.get(row["genero_persona_en_situacion_de_violencia"].strip(), "trans")] += 1
        counted["relation"][RELATIONS[row["vinculo_con_la_persona_agresora"].strip()]] += 1
        for kind, column in KINDS.items():
            counted["violence"][kind] += row[column].strip().casefold() == "si"
    return counted


def test_year_tertial_and_month_are_tallied_like_a_plain_count_of_the_file(source: Path, tmp_path: Path) -> None:
    for period, months in PERIODS.items():
        tally = json.loads(vaktlogg(tmp_path, "stats", period, "--form", "linea144", "--json").stdout)

        plain = _counted(source, months)
        assert tally["total"] == sum(1 for _ in _plain(source, months))
        for question, counts in plain.items():
            told = tally["questions"][question]
            assert told["unknown"] == counts.pop("", 0)
            assert {key: count for key, count in told["options"].items() if count} == +counts


def test_it_is_drawn_and_reported(source: Path, tmp_path: Path) -> None:
    for period in PERIODS:
        written = vaktlogg(tmp_path, "report", period, "--form", "linea144", "--out", "out")

        assert (written.returncode, written.stderr) == (0, ""), source
        assert (tmp_path / "out" / f"{period}.png").read_bytes().startswith(b"\x89PNG")
        assert "Tidligere partner" in (tmp_path / "out" / f"{period}.txt").read_text(encoding="utf-8")


def test_the_same_file_twice_adds_nothing(source: Path, tmp_path: Path) -> None:
    again = vaktlogg(tmp_path, "import", str(source), "--form", "linea144", "--map", str(MAP))

    assert again.stdout.startswith("0 nye registreringer; ")
