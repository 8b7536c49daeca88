"""The year as files: records to import, one month of them apart, and what is printed of earlier years."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from storage.figures.history import GROUP
from storage.figures.history_file import COLUMNS
from storage.forms.reader import OWN_FORMS, read_form
from storage.records.export import SEPARATOR
from tests.year_2016.child_stays import child_stays
from tests.year_2016.consultations import consultations
from tests.year_2016.counts import COUNTS
from tests.year_2016.fact import Fact
from tests.year_2016.facts import FACTS
from tests.year_2016.row import Row
from tests.year_2016.stays import stays

MAY: Final = 5
"""The month that is written to a file of its own, so that it can be filled in by hand instead."""
OF_THE_HOUSE: Final = frozenset({"heads", "nights"})


def rows_of(register: str) -> tuple[Row, ...]:
    """Return all records of `consultation`, `stay` or `child_stay`."""
    makers = {"consultation": consultations, "stay": stays, "child_stay": child_stays}
    return makers[register]()


def write_year(folder: Path) -> None:
    """Write `stay.csv`, `stay-may.csv` and `stay-history.csv`, and the same for the other two registers."""
    for register in COUNTS:
        rows = rows_of(register)
        texts = {
            f"{register}.csv": records_csv(register, [row for row in rows if row.month != MAY]),
            f"{register}-may.csv": records_csv(register, [row for row in rows if row.month == MAY]),
            f"{register}-history.csv": history_csv(register),
        }
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")


def records_csv(register: str, rows: Sequence[Row]) -> str:
    """Write records as `vaktlogg import` reads them."""
    questions = tuple(COUNTS[register])
    return _csv(
        [
            (*rows[0].times, "outcome", *questions),
            *((*row.times.values(), row.outcome, *_cells(row.answers, questions)) for row in rows),
        ]
    )


def history_csv(register: str) -> str:
    """Write what is printed of earlier years as `vaktlogg history` reads it."""
    return _csv([COLUMNS, *(_figure(fact) for fact in earlier_facts(register))])


def earlier_facts(register: str) -> tuple[Fact, ...]:
    """Return the facts of earlier years: of an answer, of a question's group, or of one person in the house."""
    return tuple(
        fact
        for fact in sorted(FACTS, key=lambda fact: fact.year)
        if fact.register == register and fact.year < 2016
    )


def is_of_group(fact: Fact) -> bool:
    """Tell whether a fact is of the answers that the form of its register tells of together."""
    form = read_form(OWN_FORMS / f"{fact.register}.toml")
    asked = form.by_key.get(fact.question)
    return asked is not None and asked.group is not None and asked.group.options == fact.options


def _figure(fact: Fact) -> tuple[str, ...]:
    percent = f"{fact.printed.removeprefix('~')} %" if fact.unit == "percent" else ""
    option = GROUP if is_of_group(fact) else fact.options[0]
    return str(fact.year), fact.question, option, "" if percent else fact.printed, percent, ""


def _cells(answers: Mapping[str, str | tuple[str, ...]], questions: Iterable[str]) -> Iterable[str]:
    for question in questions:
        answer = answers.get(question, "")
        yield answer if isinstance(answer, str) else SEPARATOR.join(answer)


def _csv(lines: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return file.getvalue()
