"""Running a command's work, and printing what comes of it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import typer


def run_work(
    work: Coroutine[Any, Any, str | None],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> None:
    """Run a command's work and print what it returns."""
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        said = runner.run(work)
    if said is not None:
        typer.echo(said)
