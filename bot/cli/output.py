"""How the figures of `vaktlogg stats` are written: as text, as JSON, or as CSV."""

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
