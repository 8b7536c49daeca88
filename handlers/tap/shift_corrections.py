"""Taps on the list of earlier shifts, and on the figures of one."""

from dataclasses import dataclass

from handlers.tap.actions import Action, OfShift
from storage.shifts.corrections import Figure


@dataclass(frozen=True)
class ListShifts(Action, written="Shifts:{skipped}"):
    """List the latest shifts, skipping so many."""

    skipped: int


class OpenShift(OfShift, written="Shift:{shift}_"):
    """Show what is known of the shift."""


@dataclass(frozen=True)
class ChooseCalls(OfShift, written="Calls:{shift}_{figure}"):
    """Choose another number of calls for a figure of the shift."""

    figure: Figure


@dataclass(frozen=True)
class MoreCalls(OfShift, written="Greater:{shift}_{figure}_{lowest}"):
    """Choose among greater numbers of calls for a figure of the shift, from ``lowest`` on."""

    figure: Figure
    lowest: int


@dataclass(frozen=True)
class CorrectCalls(OfShift, written="Correct:{shift}_{figure}_{calls}"):
    """Give a figure of the shift another number of calls; None for not known."""

    figure: Figure
    calls: int | None


@dataclass(frozen=True)
class TakeBackChange(OfShift, written="Takeback:{shift}_{change}"):
    """Take back a change of the shift, by its number in the shift's history."""

    change: int
