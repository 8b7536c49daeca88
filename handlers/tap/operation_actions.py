"""Taps about the program's own running."""

from dataclasses import dataclass

from handlers.tap.actions import Action
from storage.hour import Hour


@dataclass(frozen=True)
class TrustClock(Action, written="Clock:{hour}"):
    """Say that the machine's clock, which shows this local ``hour``, is right; None to be asked about it first."""

    hour: Hour | None = None
