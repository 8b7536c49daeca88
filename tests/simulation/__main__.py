"""What the statements about change are worth, by simulation: `python -m tests.simulation`.

Nothing changes in the invented years, so everything that is called clear is a false alarm. Not a test: it prints
what the README tells. The same rounds give the same figures.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from reports.inference.dispersion import Dispersion
from storage.forms.reader import OWN_FORMS, read_form
from tests.simulation.calls import ALONE, ONE_OR_TWO, TWO, Bunches
from tests.simulation.false_alarms import Alarms, false_alarms
from tests.simulation.smallest_changes import Smallest, smallest_count, smallest_share

SIZES = (300, 900, 4000)
BUNCHES = (ALONE, ONE_OR_TWO, TWO)
SHARES = (0.1, 0.5)


def main(
    rounds: Annotated[int, typer.Option(min=1, help="Summaries of each kind.")] = 1000,
    years: Annotated[int, typer.Option(min=2, max=10, help="Years of records, the last one summarised.")] = 5,
) -> None:
    """Print how often a summary calls something clear by mistake, and the smallest changes that are clear."""
    console = Console(width=100)
    console.print(_alarms(rounds, years))
    console.print(_smallest())


def _alarms(rounds: int, years: int) -> Table:
    table = Table(title=f"Of {rounds:,} years that are like the {years - 1} before, called clear by mistake")
    for head in ("calls a year", "calls a case", "clear", "a shift in the chart"):
        table.add_column(head, justify="right")
    kinds = list(product(SIZES, BUNCHES))
    with ProcessPoolExecutor() as workers:
        found = workers.map(
            _false_alarms, *zip(*((calls, bunches, years, rounds) for calls, bunches in kinds), strict=True)
        )
        for (calls, bunches), alarms in zip(kinds, found, strict=True):
            clear, shifts = (f"{part / alarms.summaries:.1%}" for part in (alarms.clear, alarms.shifts))
            table.add_row(f"{calls:,}", f"{bunches.mean:g}", clear, shifts)
    return table


def _false_alarms(calls: int, bunches: Bunches, years: int, rounds: int) -> Alarms:
    return false_alarms(read_form(OWN_FORMS / "call.toml"), calls, bunches, years, rounds)


def _smallest() -> Table:
    table = Table(title="The nearest figures below and above last year’s that are clear")
    for head in (
        "calls a year",
        "of the total",
        *(f"of a share of {share:.0%}" for share in SHARES),
        "dispersion",
    ):
        table.add_column(head, justify="right")
    for calls, dispersion in product(SIZES, (Dispersion(bunches.dispersion) for bunches in BUNCHES)):
        table.add_row(f"{calls:,}", *_cells(calls, dispersion), f"{dispersion.value:.2f}")
    return table


def _cells(calls: int, dispersion: Dispersion) -> Iterator[str]:
    yield _cell(smallest_count(calls, dispersion), "{:,.0f}")
    for share in SHARES:
        yield _cell(smallest_share(calls, share, dispersion), "{:.1f} %")


def _cell(smallest: Smallest, written: str) -> str:
    return " and ".join("–" if edge is None else written.format(edge) for edge in (smallest.below, smallest.above))


if __name__ == "__main__":
    typer.run(main)
