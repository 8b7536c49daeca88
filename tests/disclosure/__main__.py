"""What publication gives away, and what protecting it costs: `python -m tests.disclosure`.

Random histories of releases are attacked with integer programming; a thousand take some minutes. Not a test: it
prints what the README tells. The same rounds give the same figures.
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tests.disclosure.rounds import Round, one_round
from tests.disclosure.utility import Hidden


def main(
    rounds: Annotated[int, typer.Option(min=1, help="Histories of up to four releases each.")] = 1000,
    first: Annotated[int, typer.Option(min=0, help="The number of the first history.")] = 0,
) -> None:
    """Print how many hidden figures can be worked out, and how many are hidden for the sake of others."""
    with ProcessPoolExecutor() as workers:
        found = list(workers.map(_round, range(first, first + rounds)))
    table = Table(title=f"{rounds:,} random histories of releases")
    for head in ("", "hidden", "of them not small", "share"):
        table.add_column(head, justify="right")
    for name, hidden in (
        ("ours", sum((told.hidden for told in found), Hidden())),
        ("smallest other first", sum((told.greedy for told in found), Hidden())),
    ):
        table.add_row(name, f"{hidden.counts:,}", f"{hidden.not_small:,}", f"{hidden.share:.1%}")
    console = Console(width=100)
    console.print(table)
    console.print(f"Periods shown: {sum(told.releases for told in found):,}")
    console.print(f"Releases refused: {sum(told.refused for told in found):,}")
    console.print(f"Worked out: {sum(len(told.pinned) for told in found):,}")
    for seed, told in enumerate(found, first):
        if told.pinned:
            console.print(f"{seed}: {', '.join(told.pinned)}")


def _round(seed: int) -> Round:
    return asyncio.run(one_round(seed))


if __name__ == "__main__":
    typer.run(main)
