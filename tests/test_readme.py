"""The README's examples are run, so that they cannot lie."""

import asyncio
import re
import shutil
import subprocess
import textwrap
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.cli.check_desk import desk_line
from bot.config.config import read_config
from bot.config.desk import DeskSection
from handlers.tap.codec import check_length
from reports.words.language import Language
from storage.figures.history import TOTAL, PrintedFigure
from storage.figures.history_file import read_figures
from storage.forms.form import Form
from storage.forms.house import House, Person
from storage.forms.question import Answer, Option, Question
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.screen import AnswerButton, Screen
from storage.forms.words import Noun
from storage.imports.map_parts import ImportMap, MappedTime, OutcomeMap, QuestionMap
from storage.tallies.reader import read_tally
from storage.tallies.tally_map import read_tally_map
from tests.bot.console import CONFIG, vaktlogg
from tests.storage.letters import read as read_letters
from tests.storage.table_files.workbooks import excel

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_form_of_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    file = tmp_path / "visit.toml"
    file.write_text(example, encoding="utf-8")

    form = read_form(file)
    check_length(form)

    assert (form.key, len(form.screens)) == ("visit", 2)


def _words_of(part: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in part.model_fields.items()}


def test_the_form_of_the_readme_whose_records_stay_open_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"\n\n(    key = \"guest\"\n.*?)\n\n(?! )", README, flags=re.DOTALL)
    file = tmp_path / "guest.toml"
    file.write_text(textwrap.dedent(example), encoding="utf-8")

    form = read_form(file)

    assert form.stays_open
    assert form.by_key["bags"].option_keys == ("0", "1-2", "3+")


def test_every_form_that_comes_with_the_program_is_named_in_the_readme_and_beside_the_setting() -> None:
    config = (Path(__file__).parents[1] / "config.example.toml").read_text(encoding="utf-8")
    for file in OWN_FORMS.glob("*.toml"):
        form = read_form(file)
        assert f"storage/forms/{file.name}" in README
        assert f"`{form.view}`" in README
        assert f'"{form.key}"' in config


@pytest.mark.parametrize("part", [Form, Question, Option, Screen, AnswerButton, Noun, House, Person])
def test_every_word_of_a_form_file_stands_in_the_readme(part: type[BaseModel]) -> None:
    grammar = README[README.index("## Change the form") : README.index("## The contract")]

    told = set(re.findall(r"`(\w+)`", grammar)) | set(re.findall(r"\b(\w+) = ", grammar))

    assert _words_of(part) - told == set()


FOREIGN = README[README.index("### Other people's files") : README.index("### The telephone exchange's list")]
CONTACTS = "date,who,name\n14.07.2016,F,Kari\n15.07.2016,,\n16.07.2016,NAV,\n"
FICHAS = """Fecha,Hora,edad,Uso,Veces,Note
14/07/2016,9:15 p. m.,61,ALOJADA;telefono,2,
15/07/2016,,23,Teléfono,1,
16/07/2016,12:00 AM,Sin  dato,nunca,,
mañana,,17,,,TEST
"""


@pytest.mark.parametrize(
    ("place", "form", "text", "read"),
    [
        (
            0,
            "call",
            CONTACTS,
            [
                ("2016-07-14", {"caller": "woman"}),
                ("2016-07-15", {"caller": "unknown"}),
                ("2016-07-16", {"caller": "agency"}),
            ],
        ),
        (
            1,
            "consultation",
            FICHAS,
            [
                (
                    "2016-07-14T21",
                    {"age": "a60", "earlier_use": ("phone", "resident"), "resident_times": "twice"},
                ),
                ("2016-07-15", {"age": "a18_23", "earlier_use": ("phone",)}),
                ("2016-07-16T00", {"age": "unknown", "earlier_use": ("unknown",)}),
            ],
        ),
    ],
)
def test_the_maps_of_the_readme_read_a_file(
    tmp_path: Path, place: int, form: str, text: str, read: list[tuple[str, dict[str, Answer]]]
) -> None:
    examples = [text for text in _examples(FOREIGN) if "[occurred_at]" in text and "# Nothing" not in text]

    assert len(examples) == 2
    assert read_letters(read_form(OWN_FORMS / f"{form}.toml"), tmp_path, text, examples[place]) == read


@pytest.mark.parametrize("part", [ImportMap, MappedTime, OutcomeMap, QuestionMap])
def test_every_word_of_a_map_stands_in_the_readme(part: type[BaseModel]) -> None:
    told = set(re.findall(r"`(\w+)`|\b(\w+) = |\[(\w+)[].]", FOREIGN))

    assert _words_of(part) - {word for found in told for word in found} == set()


def test_the_map_of_the_readme_is_what_is_proposed(tmp_path: Path) -> None:
    file, mapped = [text for text in _examples(FOREIGN) if text.startswith(("Dato;", "fold = true\n# Not"))]
    (tmp_path / "calls.csv").write_text(file, encoding="utf-8")
    (tmp_path / "config.toml").write_text(f'language = "en"\n{CONFIG}', encoding="utf-8")

    vaktlogg(tmp_path, "map", "calls.csv", "--form", "call", "--out", "map.toml")

    written = (tmp_path / "map.toml").read_text(encoding="utf-8")
    assert [part for part in mapped.split("\n\n") if part not in written] == []


def test_the_dry_run_of_the_readme_prints_what_stands_there(tmp_path: Path) -> None:
    section = README[README.index("### Earlier calls") : README.index("### Earlier stays")]
    [file] = re.findall(r"\n\n(    occurred_at,.*?)\n\n", section, flags=re.DOTALL)
    [printed] = re.findall(r"\n\n(    Nothing would .*?)\n\n(?! )", section, flags=re.DOTALL)
    (tmp_path / "july.csv").write_text(textwrap.dedent(file), encoding="utf-8")
    (tmp_path / "config.toml").write_text(f'language = "en"\n{CONFIG}', encoding="utf-8")

    shown = vaktlogg(tmp_path, "import", "july.csv", "--form", "call", "--dry-run").stdout

    assert [part for part in textwrap.dedent(printed).split("\n…\n") if part not in shown] == []


def test_the_map_of_counts_of_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"\n\n(    \[tally\]\n.*?)\n\n(?! )", README, flags=re.DOTALL)
    file, call = tmp_path / "tally.toml", read_form(OWN_FORMS / "call.toml")
    file.write_text(textwrap.dedent(example), encoding="utf-8")
    rows = [
        ["Dag", *range(1, 32)],
        ["Kvinne", 1, "||", 3],
        ["Mann", None, 5],
        ["Årsak"],
        ["Ikke kjent", 4],
        ["Sum", 15],
    ]
    book = excel(tmp_path / "2015.xlsx", {"Januar": rows, "Februar": rows[:3]})

    typed = read_tally(book, call, read_tally_map(file, call))

    answers = {("caller", "woman"): PrintedFigure(6), ("caller", "man"): PrintedFigure(5)}
    reason = {("reason", "unknown"): PrintedFigure(4)}
    assert typed == {"2015-01": {**answers, **reason, TOTAL: PrintedFigure(15)}, "2015-02": answers}


def test_the_earlier_report_of_the_readme_is_taken_in_as_it_is_printed(tmp_path: Path) -> None:
    [example] = re.findall(r"\n\n(    period;question;.*?)\n\n", README, flags=re.DOTALL)
    file = tmp_path / "2015.csv"
    file.write_text(textwrap.dedent(example), encoding="utf-8")

    typed = read_figures(file, read_form(OWN_FORMS / "call.toml"))

    assert typed == {
        "2015": {
            TOTAL: PrintedFigure(880),
            ("agency", "child_welfare"): PrintedFigure(percent=Decimal(7), base=880),
            ("agency", "police"): PrintedFigure(90, base=880),
            ("minority", "yes"): PrintedFigure(percent=Decimal("35.9")),
        },
        "2015-T2": {("reason", "guidance"): PrintedFigure(percent=Decimal("25.0"), base=291)},
    }


DESK = README[README.index("## The in-house desk") : README.index("## Run it for real")]


def _blocks(beginning: str) -> list[str]:
    """Return the examples about the desk that begin like this."""
    return [text for text in _examples(DESK) if text.startswith(beginning)]


def _examples(section: str) -> list[str]:
    """Return the examples of a section."""
    found = re.findall(r"(?<=\n\n)((?: {4}.*\n|\n(?= {4}))+)", section)
    return [textwrap.dedent(text) for text in found]


def test_the_desks_tables_of_the_readme_can_be_used(tmp_path: Path) -> None:
    urls = []
    for example in _blocks("[desk]"):
        (tmp_path / "config.toml").write_text(example, encoding="utf-8")
        desk = read_config(tmp_path / "config.toml", {}).desk
        urls.append(desk and desk.url)

    assert urls == ["https://vaktbord.example.org", "https://vaktbord.internal:8322"]


def test_proxies_and_containers_of_the_readme_lead_to_the_desks_usual_port() -> None:
    examples = [*_blocks("vaktbord.example.org {"), *_blocks("server {")]

    assert len(examples) == 2
    assert all(DeskSection().address in example for example in examples)
    assert "proxy_buffering off;" in examples[1]
    assert f"EXPOSE {DeskSection().port}" in (Path(__file__).parents[1] / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_the_certificate_of_the_readme_is_for_the_name_it_is_made_for(tmp_path: Path) -> None:
    [commands] = _blocks("openssl")
    subprocess.run(["/bin/sh", "-e", "-c", commands], cwd=tmp_path, check=True, capture_output=True)
    table = _blocks("[desk]")[1].replace("0.0.0.0:8322", "127.0.0.1:0")
    (tmp_path / "config.toml").write_text(table, encoding="utf-8")
    config = read_config(tmp_path / "config.toml", {})

    said = asyncio.run(desk_line(config, Language("en")))

    assert said is not None
    assert "its certificate ends: " in said


def test_every_file_the_readme_points_to_is_there() -> None:
    for link in re.findall(r"\]\((?!http)([^)]+)\)|src=\"([^\"]+)\"", README):
        assert (Path(__file__).parents[1] / "".join(link)).is_file(), link


def test_every_command_of_the_readme_is_one_of_ours() -> None:
    commands = set(re.findall(r"vaktlogg (\w+)", README))

    assert commands - {"forms"} <= {
        "demo",
        "run",
        "check",
        "stats",
        "report",
        "map",
        "import",
        "export",
        "history",
        "releases",
        "papers",
        "audit",
        "backup",
        "imports",
        "init",
        "invite",
        "restore",
        "erase",
        "service",
        "health",
    }
