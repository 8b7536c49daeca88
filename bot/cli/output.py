"""How the figures of `vaktlogg stats` are written: as text, as JSON, or as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Literal

from storage.fault import N_, Fault

Written = Literal["text", "json", "csv"]


NOTED = N_("Noted as release {number}.")


class NoSuchOutput(Fault):
    """The figures cannot be written in the way that was asked for."""


def written_as(*, as_json: bool, as_csv: bool, full_dry_run: bool = False) -> Written:
    """Return how the figures are to be written. Raises `NoSuchOutput`, also for a dry run in full."""
    if full_dry_run:
        raise NoSuchOutput(N_("--dry-run belongs to --public; without it every figure is printed in full."))
    if as_csv and as_json:
        raise NoSuchOutput(N_("Choose one of --json and --csv."))
    return "json" if as_json else "csv" if as_csv else "text"


def csv_text(headings: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Write rows as CSV (RFC 4180, lines ending in a line feed), the last line without its end; None is empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return file.getvalue().removesuffix("\n")
