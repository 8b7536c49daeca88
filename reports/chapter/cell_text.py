"""The text of a table's cell, its number as the sentences write it."""

from reports.documents import GridColumn, Value
from reports.words.language import Language

NOTHING = "–"


def cell_text(value: Value, column: GridColumn, language: Language) -> str:
    """Write a cell of a chapter's table; `–` where nothing is known."""
    if value is None or isinstance(value, str):
        return value or NOTHING
    if column.kind == "share":
        return language.percent(value)
    return language.signed(round(value)) if column.kind == "points" else language.number(round(value))
