"""What earlier reports tell of periods, one that is told of by its months alone among them."""

from collections.abc import Iterator, Mapping, Sequence

from reports.analysis.period import Period
from storage.figures.counts import Counts
from storage.figures.history import PrintedFigure, Typed
from storage.forms.form import Form

Figures = Mapping[tuple[str, str], PrintedFigure]


async def typed_figures(counts: Counts, form: Form, names: Sequence[str]) -> Typed:
    """Return what has been typed in for periods; where nothing is, what is known of all its months, added up.

    Stays are never added up: who stays over the end of a month is counted in both.
    """
    typed = await counts.history.of(form.key, names)
    periods = [] if form.stays_open else [Period.named(name) for name in names if name not in typed]
    of_months = {period.name: period.months for period in periods if period.kind in {"tertial", "year", "quarter"}}
    if not of_months:
        return typed
    known = await counts.history.of(form.key, [month for months in of_months.values() for month in months])
    added = {name: dict(_added(months, known)) for name, months in of_months.items()}
    return {**typed, **{name: figures for name, figures in added.items() if figures}}


def _added(months: Sequence[str], known: Typed) -> Iterator[tuple[tuple[str, str], PrintedFigure]]:
    """Give the sums of what is told as a count of every month."""
    told = [known.get(month, {}) for month in months]
    for place in told[0]:
        figures = [figures[place] for figures in told if place in figures]
        counts = [figure.count for figure in figures if figure.count is not None]
        bases = [figure.base for figure in figures if figure.base is not None]
        if len(counts) == len(months):
            base = sum(bases) if len(bases) == len(months) else None
            worked_back = any(figure.worked_back for figure in figures)
            yield place, PrintedFigure(sum(counts), base=base, worked_back=worked_back, added=True)
