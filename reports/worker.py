"""The drawing worker, a process of its own: `python -m reports.worker`.

One chart a line of JSON on standard input; for each a header line of JSON on standard output, then the picture:
`{"length": 12345}` and so many bytes of PNG, or `{"fault": "…"}` and nothing. It ends at the end of its input.
"""

import json
import os
import sys
from typing import BinaryIO

import matplotlib as mpl

from reports.chart import Chart
from reports.picture import png

LOW_PRIORITY = 10
"""Taps come first."""

LONGEST_FAULT = 300
"""Characters of an error that are passed on."""


def serve(jobs: BinaryIO, pictures: BinaryIO) -> None:
    """Draw one chart after the other until the jobs end; one that cannot be drawn does not stop the next."""
    for job in jobs:
        header, picture = _answer(job)
        pictures.write(json.dumps(header).encode() + b"\n" + picture)
        pictures.flush()


def _answer(job: bytes) -> tuple[dict[str, int | str], bytes]:
    try:
        picture = png(Chart.model_validate_json(job))
    except (ValueError, LookupError, ArithmeticError, RuntimeError) as fault:
        return {"fault": f"{type(fault).__name__}: {fault}"[:LONGEST_FAULT]}, b""
    return {"length": len(picture)}, picture


def main() -> None:
    """Serve standard input and output, giving way to other processes, whatever the user's matplotlib settings."""
    os.nice(LOW_PRIORITY)
    mpl.rcdefaults()
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # The bot is gone, and nobody waits for the picture; without this, closing would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
