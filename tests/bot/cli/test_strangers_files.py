"""Files as centres keep them come in with at most one edit of the map that is proposed for them.

A sheet with a row a call is written by hand and by several people; an old system's list is in Latin-1, with a
clock. That of a sheet a month with tallies is in `test_import_tally.py`.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import pytest

from storage.forms.question import Answers
from tests.bot.console import vaktlogg
from tests.example_forms import CALL
from tests.storage.table_files.workbooks import Cell, Sheets, excel

CALLS = 400
WRITTEN = {
    "caller": {
        "woman": ["Kvinne", "kvinne", "K"],
        "man": ["Mann", "M"],
        "agency": ["Hjelpeapparat", ""],
        "unknown": ["Ukjent", "?"],
    },
    "behalf": {"self": ["seg selv"], "other": ["Venninne", "mor"], "unknown": ["vet ikke"]},
    "agency": {
        "child_welfare": ["Barnevernet", "BV", "barnevernsvakta"],
        "police": ["politi", "Politiet i Drammen"],
        "nav": ["NAV", "Nav Lier"],
        "shelter": ["annet krisesenter"],
        "health": ["Legevakt", "fastlege"],
        "lawyer": ["Adv.", "advokat"],
        "other": ["kommunen", "skole"],
    },
    "reason": {
        "violence": ["Vold", "trusler", "vold i nære relasjoner"],
        "follow_up": ["Oppfølging", "oppf."],
        "guidance": ["Råd/veiledning", "info"],
        "unknown": ["ukjent"],
    },
    "crisis": {"yes": ["x", "X"], "no": [""]},
    "minority": {"yes": ["Ja", "ja"], "no": ["nei", "Nei"], "unknown": ["vet ikke", "?"]},
}
QUESTIONS = tuple(WRITTEN)
HEADINGS = ("Dato", "Klokkeslett", "Hvem ringte", "På vegne av", "Instans", "Årsak", "Krise", "Minoritet")


@dataclass(frozen=True)
class Call:
    """A call as somebody took it."""

    day: date
    clock: time
    answers: Answers


def invented(seed: int) -> Iterator[Call]:
    """Yield the calls of a year, in order."""
    random = Random(seed)
    for place in range(CALLS):
        answers = {key: random.choice(list(options)) for key, options in WRITTEN.items()}
        day = date(2016, 1, 1) + timedelta(days=place * 365 // CALLS)
        yield Call(day, time(random.randrange(24), random.randrange(60)), CALL.pruned(answers, day))


def words(calls: Sequence[Call], question: str) -> list[str]:
    """Return how the answers to a question are written down, now so, now so."""
    ways = {option: cycle(texts) for option, texts in WRITTEN[question].items()}
    return [next(ways[str(call.answers[question])]) if question in call.answers else "" for call in calls]


def counted(calls: Sequence[Call]) -> dict[str, dict[str, int]]:
    """Count the answers."""
    return {
        key: dict(Counter(str(call.answers[key]) for call in calls if key in call.answers)) for key in QUESTIONS
    }


def a_sheet_of_calls(folder: Path, calls: Sequence[Call]) -> str:
    """Write a workbook with a title, real dates and clocks, remarks, initials, and a sum below."""
    columns = [words(calls, question) for question in QUESTIONS]
    remarks = cycle(["", "Ringer igjen i morgen kl. 10, trenger plass til to barn. Tlf. 99 88 77 66", ""])
    rows: list[Sequence[Cell]] = [("Vakttelefonen 2016",), ()]
    rows.append((*HEADINGS, "Merknad", "Sign."))
    for call, *answers in zip(calls, *columns, strict=True):
        rows.append((call.day, call.clock, *answers, next(remarks), "AB"))
    rows += [(), ("Sum", None, CALLS)]
    sheets: Sheets = {"Samtaler": rows, "Lister": [("Kode", "Tekst"), ("K", "Kvinne")]}
    excel(folder / "vakttelefon.xlsx", sheets, hidden=["Lister"])
    return "vakttelefon.xlsx"


def an_old_systems_list(folder: Path, calls: Sequence[Call]) -> str:
    """Write a list in Latin-1 with a clock, in which callers and agencies share a column."""
    columns = {question: words(calls, question) for question in QUESTIONS}
    who = [agency or caller for caller, agency in zip(columns["caller"], columns["agency"], strict=True)]
    crisis = ["ja" if text else "nei" for text in columns["crisis"]]
    lines = ["Løpenr;Tidspunkt;Innringer;For hvem;Henvendelsen gjelder;Krise;Minoritetsspråklig"]
    for place, (call, *texts) in enumerate(
        zip(calls, who, columns["behalf"], columns["reason"], crisis, columns["minority"], strict=True), 1
    ):
        lines.append(f"{place};{call.day:%d.%m.%y} {call.clock:%H.%M};{';'.join(map(str.upper, texts))}")
    (folder / "gammelt.csv").write_text("\r\n".join(lines), encoding="latin-1")
    return "gammelt.csv"


@pytest.mark.parametrize("write", [a_sheet_of_calls, an_old_systems_list])
def test_it_comes_in_with_at_most_one_edit(new_folder: Path, write: Callable[[Path, Sequence[Call]], str]) -> None:
    """What the year then tells is what was taken down."""
    calls = list(invented(seed=1))
    file = write(new_folder, calls)

    vaktlogg(new_folder, "map", file, "--out", "map.toml")
    tried = vaktlogg(new_folder, "import", file, "--map", "map.toml", "--dry-run")
    vaktlogg(new_folder, "import", file, "--map", "map.toml")

    figures = json.loads(vaktlogg(new_folder, "stats", "2016", "--json").stdout)
    assert tried.returncode == 0, tried.stdout
    assert figures["total"] == CALLS
    assert _figures(figures) == counted(calls)


def _figures(figures: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Return the answers that were given, the unknown ones too."""
    told = {key: figures["questions"][key] for key in QUESTIONS}
    answers = {key: {**question["options"], "unknown": question["unknown"]} for key, question in told.items()}
    return {key: {option: count for option, count in given.items() if count} for key, given in answers.items()}
