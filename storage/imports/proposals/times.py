"""Which columns of a file tell when, and how it is written there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from storage.fault import N_
from storage.imports.folding import folded
from storage.imports.map_parts import MappedTime
from storage.imports.proposals.formats import Fit, fit_clocks, fit_days
from storage.imports.proposals.survey import Column
from storage.table_files.rows import FileRefused, Headings

DAY_HEADINGS = ("dato", "dag", "date", "day", "fecha", "datum", "nar", "tid", "time", "start", "occurred")
CLOCK_HEADINGS = ("kl", "tid", "time", "hora", "clock", "uhr")
DURATION_HEADINGS = (
    "varig",
    "lengd",
    "brukt",
    "minutt",
    "timer",
    "timar",
    "durat",
    "minute",
    "hours",
    "antal",
)
LATER_HEADINGS = ("registrer", "oppret", "endr", "creat", "updat", "modif", "fod", "birth", "slut", "end")
NO_HEADINGS = N_(
    "The first row of {file} is no row of headings, for it holds a day. Put the columns' names above it."
)
FEWEST = 0.8
"""How large a part of a column's texts has to be times."""


@dataclass(frozen=True)
class ProposedTime:
    """A time to read, from these ``columns``; of so many texts it cannot be ``unread``.

    It is ``doubtful`` where days and months might as well change places.
    """

    columns: tuple[Column, ...]
    mapped: MappedTime
    unread: int
    doubtful: bool


def propose_times(columns: Sequence[Column], wanted: int) -> list[ProposedTime]:
    """Return so many times at most, the likeliest first; a clock may stand in a column of its own."""
    fits = [(column, fit_days(column.shapes)) for column in columns if column.shapes]
    likely = [(column, fit) for column, fit in fits if fit.count >= FEWEST * column.filled]
    likely.sort(key=lambda found: _rank(*found), reverse=True)
    return [_with_clock(column, fit, columns, wanted) for column, fit in likely[:wanted]]


def refuse_no_headings(headings: Headings) -> None:
    """Raise `FileRefused` where the first row holds a day, as a call does."""
    for text in headings.texts:
        column = Column("")
        column.add(text)
        if text and fit_days(column.shapes or {}).count:
            raise FileRefused(NO_HEADINGS, file=headings.file)


def _rank(column: Column, fit: Fit) -> tuple[bool, bool, float]:
    return not _begins(column, LATER_HEADINGS), _begins(column, DAY_HEADINGS), fit.count / column.filled


def _begins(column: Column, words: tuple[str, ...]) -> bool:
    return any(word.startswith(words) for word in folded(column.heading).split())


def _with_clock(day: Column, fit: Fit, columns: Sequence[Column], wanted: int) -> ProposedTime:
    has_hour = any("%H" in text or "%I" in text for text in fit.formats)
    # Of what has two days, no hour is kept.
    clocks = [] if has_hour or wanted > 1 else [found for column in columns if (found := _clock(column, day))]
    if not clocks:
        mapped = MappedTime(columns=(day.heading,), formats=fit.formats, months=fit.months)
        return ProposedTime((day,), mapped, day.filled - fit.count, fit.doubtful)
    column, clock = max(clocks, key=lambda found: (_begins(found[0], CLOCK_HEADINGS), found[1].count))
    whole = tuple(f"{date} {time}" for date, time in product(fit.formats, clock.formats))
    alone = fit.formats if column.empty else ()
    mapped = MappedTime(columns=(day.heading, column.heading), formats=(*whole, *alone), months=fit.months)
    unread = day.filled - fit.count + column.filled - clock.count
    return ProposedTime((day, column), mapped, unread, fit.doubtful)


def _clock(column: Column, day: Column) -> tuple[Column, Fit] | None:
    """Return how a column beside the day's tells the clock, None where it does not."""
    if column is day or not column.shapes or _begins(column, DURATION_HEADINGS):
        return None
    fit = fit_clocks(column.shapes, bare=_begins(column, CLOCK_HEADINGS))
    return (column, fit) if fit.count >= FEWEST * column.filled else None
