"""Taps on something else than a form: one class a verb."""

from dataclasses import dataclass

from reports.analysis.period import Period
from storage.deliveries.chats import Report
from storage.forms.form import Form


@dataclass(frozen=True)
class Action:
    """A tap on something else than a form."""


@dataclass(frozen=True)
class OfRecord(Action):
    """About the record with this source."""

    source: str


class Undo(OfRecord):
    """Take the record back."""


class Restore(OfRecord):
    """Bring the record back."""


class Repeat(OfRecord):
    """Begin one more like the record."""


class Correct(OfRecord):
    """Choose what is to be corrected."""


@dataclass(frozen=True)
class AskAgain(OfRecord):
    """Ask one screen of the record again, by its place in the form."""

    place: int


class ShowReceipt(OfRecord):
    """Show the receipt again where the tap was made."""


class OpenReceipt(OfRecord):
    """Show the receipt in a new message."""


@dataclass(frozen=True)
class TurnPage(Action):
    """Show the latest records but for so many."""

    skipped: int


@dataclass(frozen=True)
class OpenForm(Action):
    """Begin a record of this form."""

    form: Form


@dataclass(frozen=True)
class OfShift(Action):
    """About the shift with this key, `2026-11-03T07:30`."""

    shift: str


@dataclass(frozen=True)
class CountIncoming(OfShift):
    """Say how many calls in the telephone shows; None for not known."""

    n: int | None


@dataclass(frozen=True)
class CountOutgoing(OfShift):
    """Say how many calls went out; None for not known."""

    n: int | None


@dataclass(frozen=True)
class MoreIncoming(OfShift):
    """Choose among numbers of calls in, from ``first`` on."""

    first: int


@dataclass(frozen=True)
class MoreOutgoing(OfShift):
    """Choose among numbers of calls out, from ``first`` on."""

    first: int


class ShowStep(OfShift):
    """Show again what the shift is asked."""


class Recount(OfShift):
    """Ask again how many calls in the telephone shows."""


class RegisterNow(OfShift):
    """Register a call that the shift lacks."""


class KeepUnspecified(OfShift):
    """Keep what the shift lacks as calls without details."""


class KeepIrrelevant(OfShift):
    """Keep what the shift lacks as calls about something else."""


class TakeLater(OfShift):
    """Count calls registered just after the handover as the shift's."""


class LeaveMissing(OfShift):
    """Leave what the shift lacks."""


@dataclass(frozen=True)
class OfPeriod(Action):
    """About a period of a form."""

    form: Form
    period: Period


class ShowPeriod(OfPeriod):
    """Show the period's picture where the tap was made."""


class ShowFigures(OfPeriod):
    """Tell every figure of the period."""


class ShowTable(OfPeriod):
    """Tell the summary as a table."""


class ShowProse(OfPeriod):
    """Tell the summary as a text to paste."""


class ShowAbout(OfPeriod):
    """Tell what the figures are and are not."""


class ShowChart(OfPeriod):
    """Show the chart of another form."""


class SendWorkbook(OfPeriod):
    """Give the workbook."""


class SendChapter(OfPeriod):
    """Give the chapter for the annual report."""


@dataclass(frozen=True)
class OfChat(Action):
    """About a bound chat."""

    chat: int


@dataclass(frozen=True)
class SwitchReport(OfChat):
    """Send the chat this kind of summary, or no longer."""

    report: Report


class TurnLanguage(OfChat):
    """Write to the chat in the next language."""


class Unbind(OfChat):
    """Send the chat nothing more."""
