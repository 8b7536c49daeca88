"""What the program promises of speed and size, measured: `make benchmark`.

Each line stands beside a comparison made in the same run, so that the ratio means the same on any machine. Not a
test: a busy machine misses limits without anything being wrong. Nothing is left behind.
"""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from storage.forms.reader import OWN_FORMS, read_form
from tests.benchmark.counting import a_cross_table, a_month, a_year
from tests.benchmark.documents import a_chapter, a_workbook
from tests.benchmark.drawing import a_picture
from tests.benchmark.holding import longest_wait
from tests.benchmark.importing import an_import
from tests.benchmark.many_calls import make_file, spread
from tests.benchmark.memory import resident
from tests.benchmark.rounds import Line
from tests.benchmark.saving import a_save
from tests.benchmark.stays import nights_of_a_house
from tests.benchmark.tapping import slowest_tap

MANY, FEW = 10_000_000, 10_000
HEADS = ("", "measured", "beside", "", "ratio", "limit", "noise", "")


def main(
    rows: Annotated[int, typer.Option(min=FEW, help="Calls in the large file; a tenth are the year's.")] = MANY,
    folder: Annotated[Path | None, typer.Option(help="Where the files are made; 3 GiB for ten million.")] = None,
) -> None:
    """Measure everything, and print it side by side."""
    with tempfile.TemporaryDirectory(prefix="vaktlogg-", dir=folder) as place:
        lines = asyncio.run(_measured(Path(place), rows))
    Console(width=140).print(_table([line for line in lines if line]))
    if None in lines:
        sys.stdout.write("Resident memory is read from /proc, which this system does not have.\n")


async def _measured(folder: Path, rows: int) -> list[Line | None]:
    form = read_form(OWN_FORMS / "call.toml")
    large, tenth, small, saved, bot, imported = (
        folder / name for name in ("vaktlogg.db", "tenth.db", "small.db", "saved.db", "bot", "import")
    )
    _say(f"Making a file of {rows:,} calls …")
    await make_file(large, form, spread(rows))
    await make_file(tenth, form, spread(rows // 10))
    await make_file(small, form, spread(FEW))
    shutil.copy(small, saved)
    bot.mkdir()
    imported.mkdir()
    _say("Measuring …")
    return [
        *await a_year(large, tenth, form, rows),
        await a_cross_table(large, form),
        await a_month(large, small, form, rows),
        await a_picture(),
        await a_workbook(),
        await a_chapter(),
        await a_save(saved, small, form),
        await longest_wait(large, form),
        *await nights_of_a_house(folder),
        *await an_import(tenth, form, imported),
        await slowest_tap(large),
        await resident(bot),
    ]


def _table(lines: list[Line]) -> Table:
    """Put the lines side by side; noise is how much the comparison itself swings in the middle half of rounds."""
    table = Table()
    for head in HEADS:
        table.add_column(head, justify="right" if head not in {"", "beside"} else "left")
    for line in lines:
        table.add_row(*_cells(line))
    return table


def _cells(line: Line) -> tuple[str, ...]:
    measured, compared = line.medians
    limit = "–" if line.limit is None else f"{line.limit:.1f} ×"
    noise = "–" if line.noise is None else f"{line.noise:.0%}"
    return (
        line.what,
        f"{measured:.2f} {line.unit}",
        line.beside,
        f"{compared:.2f} {line.unit}",
        f"{line.ratio:.2f} ×",
        limit,
        noise,
        "" if line.kept else "missed",
    )


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    typer.run(main)
