"""What the annual report's tables say of a fact."""

from typing import Final

from storage.figures.history import GROUP
from storage.forms.reader import OWN_FORMS, read_form
from tests.year_2016.fact import Fact
from tests.year_2016.files import is_of_group
from tests.year_2016.written_report import WrittenRegister, number_in

REGISTERS: Final = ("stay", "child_stay", "consultation")
FORMS: Final = {key: read_form(OWN_FORMS / f"{key}.toml") for key in ("call", *REGISTERS)}


def now(fact: Fact) -> str:
    """Head the counts of a register."""
    heads = {"stay": "Opphold", "child_stay": "Barneopphold", "consultation": "Dagsamtaler", "call": "Samtaler"}
    return f"{heads[fact.register]} 2016"


def cell(report: dict[str, WrittenRegister], fact: Fact, option: str, column: str) -> str:
    """Return what the table of a question says of an answer; empty where there is no such table or column."""
    question = FORMS[fact.register].by_key[fact.question]
    told = question.group if option == GROUP and question.group else question.option(option)
    label = told.label.nb
    tables = report[fact.register].tables
    name = f"{question.heading.nb} i 2016"
    rows = next((rows for caption, rows in tables.items() if caption.startswith(name)), [])
    if not rows:
        return ""
    columns = rows[0]
    wanted = column if column in columns else "Andel" if column == "2016" else column
    if wanted not in columns:
        return ""
    return next((row[columns.index(wanted)] for row in rows if row[0] == label), "")


def option_of(fact: Fact) -> str:
    """Return what stands in the place of an option."""
    return GROUP if is_of_group(fact) else fact.options[0]


def is_rounded(fact: Fact, shares: list[str]) -> bool:
    """Tell whether rounded shares add up to a printed sum, give or take half a point each."""
    least, most = fact.bounds
    total, slack = sum(map(number_in, shares)), number_in("0,5") * len(shares)
    return least - slack <= total <= most + slack
