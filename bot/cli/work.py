"""Running a command's work, and printing what comes of it."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import typer

STOPS = ("SIGTERM", "SIGHUP")


def run_work(
    work: Coroutine[Any, Any, str | None],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> None:
    """Run a command's work and print what it returns; told to stop, leave nothing half made behind."""
    for name in STOPS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        said = runner.run(work)
    if said is not None:
        typer.echo(said)


def _stop(number: int, _frame: object) -> None:
    """Leave as the signal does, but by way of everything that has to be put away."""
    sys.exit(128 + number)
