"""What the README says of other people's files holds."""

import re
import textwrap
from pathlib import Path

import pytest
from pydantic import BaseModel

from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.question import Answer
from storage.forms.reader import OWN_FORMS, read_form
from storage.imports.map_parts import ImportMap, MappedTime, OutcomeMap, QuestionMap
from storage.tallies.reader import read_tally
from storage.tallies.tally_map import read_tally_map
from tests.bot.console import CONFIG, vaktlogg
from tests.readme import README, examples_in, words_of
from tests.storage.letters import read as read_letters
from tests.storage.table_files.workbooks import excel

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
    examples = [text for text in examples_in(FOREIGN) if "[occurred_at]" in text and "# Nothing" not in text]

    assert len(examples) == 2
    assert read_letters(read_form(OWN_FORMS / f"{form}.toml"), tmp_path, text, examples[place]) == read


@pytest.mark.parametrize("part", [ImportMap, MappedTime, OutcomeMap, QuestionMap])
def test_every_word_of_a_map_stands_in_the_readme(part: type[BaseModel]) -> None:
    told = set(re.findall(r"`(\w+)`|\b(\w+) = |\[(\w+)[].]", FOREIGN))

    assert words_of(part) - {word for found in told for word in found} == set()


def test_the_map_of_the_readme_is_what_is_proposed(tmp_path: Path) -> None:
    file, mapped = [text for text in examples_in(FOREIGN) if text.startswith(("Dato;", "fold = true\n# Not"))]
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
