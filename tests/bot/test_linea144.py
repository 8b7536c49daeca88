"""A real helpline's open records, through a form and a map of their own, without a change of code.

The sample's columns are shuffled, each for itself: its rows are nobody's contacts, its counts are theirs.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reports.words.language import Language
from tests.bot.console import vaktlogg

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
        marks=pytest.mark.skipif(
            not WHOLE.is_file(), reason=f"there is no {WHOLE}: the whole year lies beside the project"
        ),
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
AGGRESSORS = {"Varon": "man", "Mujer": "woman"}


@dataclass(frozen=True)
class Imported:
    """A file, and the folder of a centre that has imported it through the map."""

    file: Path
    folder: Path


@pytest.fixture(scope="module", params=SOURCES)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Import a file through its map, once for all tests."""
    folder = tmp_path_factory.mktemp("centre")
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    file: Path = request.param
    ended = vaktlogg(folder, "import", str(file), "--form", "linea144", "--map", str(MAP))
    assert ended.returncode == 0, ended.stderr
    return Imported(file, folder)


def _plain(file: Path, months: range) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["fecha"].startswith("2020-") and int(row["fecha"][5:7]) in months:
                yield row


def _counted(rows: list[dict[str, str]]) -> dict[str, Counter[str]]:
    """Count the file without our program; an empty key is "not known"."""
    aggressors = [row["genero_de_la_persona_agresora"] for row in rows]
    return {
        "gender": Counter(GENDERS.get(row["genero_persona_en_situacion_de_violencia"], "trans") for row in rows),
        "relation": Counter(RELATIONS[row["vinculo_con_la_persona_agresora"]] for row in rows),
        "violence": Counter(kind for row in rows for kind, column in KINDS.items() if row[column] in {"Si", "SI"}),
        "aggressor": Counter(AGGRESSORS.get(text, "other") for text in aggressors if text),
    }


@pytest.mark.parametrize("period", PERIODS)
def test_every_question_and_option_is_tallied_like_a_plain_count_of_the_file(
    imported: Imported, period: str
) -> None:
    rows = list(_plain(imported.file, PERIODS[period]))
    plain = _counted(rows)

    tally = json.loads(vaktlogg(imported.folder, "stats", period, "--form", "linea144", "--json").stdout)

    assert tally["total"] == len(rows)
    assert tally["questions"].keys() == plain.keys()
    for question, told in tally["questions"].items():
        counts = plain[question]
        asked = counts.total() if question == "aggressor" else len(rows)
        assert (told["asked"], told["unknown"]) == (asked, counts.pop("", 0))
        assert told["options"] == {key: counts[key] for key in told["options"]}
        assert set(counts) <= set(told["options"])
    for month, told in tally["months"].items():
        there = [row for row in rows if row["fecha"].startswith(month)]
        assert told == {"total": len(there), "highlighted": _counted(there)["violence"]["sexual"]}


@pytest.mark.parametrize("period", PERIODS)
def test_it_is_drawn_and_reported(imported: Imported, period: str, tmp_path: Path) -> None:
    written = vaktlogg(imported.folder, "report", period, "--form", "linea144", "--out", str(tmp_path))

    text = (tmp_path / f"{period}-linea144.txt").read_text(encoding="utf-8")
    former = _counted(list(_plain(imported.file, PERIODS[period])))["relation"]["former_partner"]
    assert (written.returncode, written.stderr) == (0, "")
    assert (tmp_path / f"{period}-linea144.png").read_bytes().startswith(b"\x89PNG")
    assert f"Tidligere partner {Language('nb').number(former)} · " in text


def test_the_same_file_twice_adds_nothing(imported: Imported) -> None:
    again = vaktlogg(imported.folder, "import", str(imported.file), "--form", "linea144", "--map", str(MAP))

    assert again.stdout.startswith("0 nye registreringer; ")


def test_the_sample_tells_nothing_but_days_genders_kinds_and_relations() -> None:
    head = (FORMS / "linea144-sample.csv").read_text(encoding="utf-8-sig").partition("\n")[0].split(",")

    assert all(column.startswith(("fecha", "genero_", "tipo_de_violencia_", "vinculo_")) for column in head)
