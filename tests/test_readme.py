"""The README's examples are run, so that they cannot lie."""

import re
import textwrap
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel

from handlers.tap.codec import check_length
from storage.figures.history import TOTAL, PrintedFigure
from storage.figures.history_file import read_figures
from storage.forms.form import Form
from storage.forms.question import AnswerButton, Noun, Option, Question, Screen
from storage.forms.reader import OWN_FORMS, read_form
from storage.imports.mapping import read_map

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


@pytest.mark.parametrize("part", [Form, Question, Option, Screen, AnswerButton, Noun])
def test_every_word_of_a_form_file_stands_in_the_readme(part: type[BaseModel]) -> None:
    grammar = README[README.index("## Change the form") : README.index("## The contract")]

    told = set(re.findall(r"`(\w+)`", grammar)) | set(re.findall(r"\b(\w+) = ", grammar))

    assert _words_of(part) - told == set()


def test_the_map_of_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"\n\n(    \[occurred_at\]\n.*?)\n\n(?! )", README, flags=re.DOTALL)
    file = tmp_path / "map.toml"
    file.write_text(textwrap.dedent(example), encoding="utf-8")

    mapped = read_map(file, read_form(OWN_FORMS / "call.toml"))

    assert mapped.read == {"date", "who"}


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
