"""The caption of a cross table's picture, and a second message where not everything fits in the caption."""

from collections.abc import Sequence

from reports.analysis.cross_table import CrossLine
from reports.words.caption import IN_THE_NEXT_MESSAGE, Caption
from reports.words.cross_table import CrossFigures, CrossWording
from reports.words.limits import Limits, cut, units


def cross_caption(words: CrossWording, limits: Limits, notices: Sequence[str] = ()) -> Caption:
    """Tell everything that the picture shows, in a caption or, where it does not fit there, in a second text.

    ``notices`` are further lines about the period.
    """
    head, notes, figures = [words.title, " ".join(words.base())], [*notices, *words.notes()], list[str]()
    if words.table.total:
        figures = [_row(words, told) for told in words.figures(words.rows, words.columns)]
        notes.append(words.reservation)
    everything = "\n\n".join("\n".join(lines) for lines in (head, figures, notes) if lines)
    if units(everything) <= limits.caption:
        return Caption(everything, None)
    headline = [*head, "", *notes, words.language.text(IN_THE_NEXT_MESSAGE)]
    return Caption(
        cut(headline, limits.caption, words.language),
        cut([words.title, "", *figures], limits.text, words.language),
    )


def _row(words: CrossWording, told: CrossFigures) -> str:
    """Say `Politi 90: Konkret om vold 23, 26 % · Råd og veiledning 22, 24 %`."""
    cells = (_cell(words, line, *cell) for line, cell in zip(words.columns, told.cells, strict=True))
    return f"{told.name} {words.language.number(told.total)}: {' · '.join(cells)}"


def _cell(words: CrossWording, line: CrossLine, count: int, share: float | None) -> str:
    said = f"{words.label(words.table.columns, line)} {words.language.number(count)}"
    return said if share is None else f"{said}, {words.percent(share)}"
