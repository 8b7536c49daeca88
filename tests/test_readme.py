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
from storage.forms.question import Option, Question
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.screen import AnswerButton, Screen
from storage.forms.words import Noun
from tests.readme import README, examples_in, words_of


def test_the_form_of_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL)
    file = tmp_path / "visit.toml"
    file.write_text(example, encoding="utf-8")

    form = read_form(file)
    check_length(form)

    assert (form.key, len(form.screens)) == ("visit", 2)


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

    assert words_of(part) - told == set()


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
    return [text for text in examples_in(DESK) if text.startswith(beginning)]


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
