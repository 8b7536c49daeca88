"""Formats that together fit the times of a column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import product

from storage.imports.map_parts import MappedTime
from storage.imports.proposals.months import month_names
from storage.imports.proposals.survey import Shape, shape_of
from storage.imports.written_times import HALF, WrittenTime
from storage.table_files.rows import RowFault

ANY_ORDER = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")
DAY_FIRST = (
    *("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d-%m-%y"),
    *("%d. %m %Y", "%d %m %Y", "%d. %m. %Y", "%d.%m %Y", "%d %m. %Y"),
)
YEAR_FIRST = ("%y-%m-%d", "%y/%m/%d", "%y.%m.%d")
MONTH_FIRST = ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%m %d, %Y", "%m %d %Y")
CLOCKS = ("%H:%M", "%H:%M:%S", "%H.%M", "%H.%M.%S", "%I:%M %p", "%I:%M:%S %p", "%I.%M %p", "%I %p")
CALLED_CLOCKS = tuple(
    f"{called}{clock}" for called in ("kl. ", "kl ", "kl.") for clock in ("%H:%M", "%H.%M", "%H")
)
BARE_CLOCKS = ("%H", "%H%M")
"""Clocks that are plain numbers, which only a heading tells from others."""
BETWEEN = (" ", "T", ", ", " kl. ", " kl ", " - ")
MOST_FORMATS = 4
SOME_TIME = datetime(2033, 11, 22, 23, 44, 55)  # noqa: DTZ001 - civil time has no zone
A_DAY, A_DAY_FORMAT = "2000-01-01 ", "%Y-%m-%d "


@dataclass(frozen=True)
class Fit:
    """The formats that fit so many texts, the first that fits each, with words for months if there are any.

    It is ``doubtful`` where days and months might as well change places.
    """

    formats: tuple[str, ...]
    count: int
    months: tuple[str, ...] | None = None
    doubtful: bool = False


def fit_days(shapes: Mapping[str, Shape]) -> Fit:
    """Return what fits days, with a clock behind them or without, as many as can be; the day first if in doubt."""
    numbered = {shape: found for shape, found in shapes.items() if "9" in shape}
    first, *others = (_fit_order(numbered, order) for order in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST))
    best = max((first, *others), key=lambda fit: fit.count)
    alike = (fit for fit in (first, *others) if fit.count == best.count > 0)
    return Fit(best.formats, best.count, best.months, any(set(fit.formats) != set(best.formats) for fit in alike))


def fit_clocks(shapes: Mapping[str, Shape], *, bare: bool) -> Fit:
    """Return what fits clocks, those that are ``bare`` numbers too."""
    placed = {shape_of(A_DAY) + shape: _after_a_day(found) for shape, found in shapes.items()}
    formats = [f"{A_DAY_FORMAT}{clock}" for clock in (*CLOCKS, *CALLED_CLOCKS, *(BARE_CLOCKS if bare else ()))]
    fit = _fit(placed, formats, None)
    return Fit(tuple(text.removeprefix(A_DAY_FORMAT) for text in fit.formats), fit.count)


def _after_a_day(shape: Shape) -> Shape:
    return Shape(shape.count, [(number, A_DAY + text) for number, text in shape.greatest])


def _fit_order(shapes: Mapping[str, Shape], order: Sequence[str]) -> Fit:
    if not shapes:
        return Fit((), 0)
    days = (*ANY_ORDER, *order)
    formats = [*days, *(f"{day}{between}{clock}" for day, between, clock in product(days, BETWEEN, CLOCKS))]
    best = _fit(shapes, formats, None)
    if best.count == sum(shape.count for shape in shapes.values()):
        return best
    for months in month_names():
        fit = _fit(shapes, formats, months)
        if fit.count > best.count:
            best = fit
    return best


def _fit(shapes: Mapping[str, Shape], formats: Sequence[str], months: tuple[str, ...] | None) -> Fit:
    """Choose formats that fit most of what is left, a few of them; they keep their order."""
    fitting = {text: set(_fitting(shapes, text, months)) for text in formats}
    chosen, left = list[str](), set(shapes)
    while len(chosen) < MOST_FORMATS:
        counts = {text: sum(shapes[shape].count for shape in fits & left) for text, fits in fitting.items()}
        best = max(counts, key=lambda text: counts[text])
        if not counts[best]:
            break
        chosen.append(best)
        left -= fitting[best]
    count = sum(shapes[shape].count for shape in set(shapes) - left)
    return Fit(tuple(sorted(chosen, key=formats.index)), count, months)


def _fitting(shapes: Mapping[str, Shape], wanted: str, months: tuple[str, ...] | None) -> Iterator[str]:
    looks = _looks(wanted)
    likely = {shape: found for shape, found in shapes.items() if _bare(shape, months) in looks}
    if likely:
        written = WrittenTime(MappedTime(columns=("",), formats=(wanted,), months=months))
        for shape, found in likely.items():
            if all(_reads(written, text) for text in found.examples):
                yield shape


@cache
def _looks(wanted: str) -> frozenset[str]:
    """Return the shapes that a format can fit: reading a text in each of hundreds would take seconds."""
    look = shape_of(SOME_TIME.strftime(wanted))
    # `915` is a quarter past nine, but `23` is no three minutes past two.
    return frozenset({look, look.removesuffix("9")} if wanted.endswith("%H%M") else {look})


def _bare(shape: str, months: tuple[str, ...] | None) -> str:
    """Return a shape with numbers for the words of months, and one way to write the half of a day."""
    for word in months or ():
        shape = shape.replace(word.casefold(), "99")
    return HALF.sub("pm", shape)


def _reads(written: WrittenTime, text: str) -> bool:
    try:
        written.read([text])
    except RowFault:
        return False
    return True
