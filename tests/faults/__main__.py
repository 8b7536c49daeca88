"""What survives which fault: `make faults`, or `python -m tests.faults --only kill`.

The program runs as its own process on a real file, while three people tap. Most of an hour; not a test, though a
short version of it is one. Ends with 1 where a promise is not kept. Nothing is left behind.
"""

import asyncio
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from tests.bot.chat_desk import OSLO
from tests.faults.programme import PROGRAMME
from tests.faults.table import machine, markdown, table
from tests.faults.tally import Row


def main(
    only: Annotated[list[str] | None, typer.Option(help=f"Only these: {', '.join(PROGRAMME)}.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where the files are made, and the logs left.")] = None,
    readme: Annotated[bool, typer.Option(help="Print the table as it stands in the README.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Play every fault, and print what became of the calls."""
    if unknown := set(only or ()) - set(PROGRAMME):
        raise typer.BadParameter(f"there is no {', '.join(sorted(unknown))}", param_hint="--only")
    rows = asyncio.run(_played(only or list(PROGRAMME), folder))
    if readme:
        sys.stdout.write(f"{machine(datetime.now(OSLO).date())}\n\n{markdown(rows)}\n")
    else:
        console = Console(width=170)
        console.print(machine(datetime.now(OSLO).date()))
        console.print(table(rows))
    broken = [words for row in rows for words in row.broken]
    for words in broken:
        sys.stderr.write(f"Not kept: {words}\n")
    sys.exit(bool(broken))


async def _played(names: list[str], folder: Path | None) -> list[Row]:
    rows = []
    for name in names:
        sys.stderr.write(f"{name} …\n")
        with _place(name, folder) as place:
            rows.append(await PROGRAMME[name](place))
        sys.stderr.write(f"{rows[-1]}\n")
    return rows


@contextlib.contextmanager
def _place(name: str, folder: Path | None) -> Iterator[Path]:
    """Yield a folder for one fault, which is left where it was asked for."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="vaktlogg-") as place:
            yield Path(place)
    else:
        yield Path(tempfile.mkdtemp(prefix=f"{name}-", dir=folder))


if __name__ == "__main__":
    typer.run(main)
