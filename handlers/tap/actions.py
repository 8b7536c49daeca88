"""Taps on something else than a form: a class for each action, with the text that its button carries."""

from dataclasses import dataclass
from typing import ClassVar

from reports.analysis.period import Period
from storage.deliveries.chats import Report
from storage.forms.form import Form


@dataclass(frozen=True)
class Action:
    """A tap on something else than a form; ``written`` is the text of its button, with the fields in braces."""

    written: ClassVar[str]

    def __init_subclass__(cls, written: str = "") -> None:
        """Note the text; a family of actions has none of its own."""
        super().__init_subclass__()
        cls.written = written


@dataclass(frozen=True)
class OfRecord(Action):
    """About the record with this source."""

    source: str


class Undo(OfRecord, written="Undo:{source}"):
    """Undo the record."""


class Restore(OfRecord, written="Restore:{source}"):
    """Bring the record back."""


class Repeat(OfRecord, written="Again:{source}"):
    """Begin another call like the record."""


class Correct(OfRecord, written="Change:{source}"):
    """Choose what to correct."""


@dataclass(frozen=True)
class AskAgain(OfRecord, written="Ask:{source}{place}"):
    """Ask one screen of the record again, by its place in the form."""

    place: int


class ShowReceipt(OfRecord, written="Receipt:{source}"):
    """Show the receipt again where the tap was made."""


class OpenReceipt(OfRecord, written="Show:{source}"):
    """Show the receipt in a new message."""


@dataclass(frozen=True)
class TurnPage(Action, written="Last:{skipped}"):
    """Show the latest records, skipping so many."""

    skipped: int


@dataclass(frozen=True)
class OpenForm(Action, written="Form:{form}"):
    """Begin a record of this form."""

    form: Form


@dataclass(frozen=True)
class OfShift(Action):
    """About the shift with this key, `2026-11-03T07:30`."""

    shift: str


@dataclass(frozen=True)
class CountIncoming(OfShift, written="Counted:{shift}_{n}"):
    """Tell how many calls in the telephone shows; None for not known."""

    n: int | None


@dataclass(frozen=True)
class CountOutgoing(OfShift, written="Out:{shift}_{n}"):
    """Tell how many calls went out; None for not known."""

    n: int | None


@dataclass(frozen=True)
class MoreIncoming(OfShift, written="More:{shift}_{first}"):
    """Choose among numbers of calls in, from ``first`` on."""

    first: int


@dataclass(frozen=True)
class MoreOutgoing(OfShift, written="Outs:{shift}_{first}"):
    """Choose among numbers of calls out, from ``first`` on."""

    first: int


@dataclass(frozen=True)
class CompareSoFar(OfShift, written="SoFar:{shift}_{shown}"):
    """Compare the calls registered so far with those that the telephone shows."""

    shown: int


@dataclass(frozen=True)
class MoreSoFar(OfShift, written="Fars:{shift}_{first}"):
    """Choose among numbers of calls so far, from ``first`` on."""

    first: int


class ShowStep(OfShift, written="Step:{shift}_"):
    """Show the present step of the shift's questions."""


class Recount(OfShift, written="Recount:{shift}_"):
    """Ask again how many calls in the telephone shows."""


class RegisterNow(OfShift, written="Now:{shift}_"):
    """Register a missing call now."""


class KeepUnspecified(OfShift, written="Plain:{shift}_"):
    """Keep the missing calls without details."""


class KeepIrrelevant(OfShift, written="Aside:{shift}_"):
    """Keep the missing calls as being about something else."""


class TakeLater(OfShift, written="After:{shift}_"):
    """Move calls registered just after the handover to the shift."""


class LeaveMissing(OfShift, written="Skip:{shift}_"):
    """Leave the missing calls out."""


@dataclass(frozen=True)
class OfPeriod(Action):
    """About a period of a form."""

    form: Form
    period: Period


class ShowPeriod(OfPeriod, written="Stats:{form}-{period}"):
    """Show the period's picture where the tap was made."""


class ChoosePeriod(OfPeriod, written="Choose:{form}-{period}"):
    """Offer other periods in a new message, those of the period's year."""


class TurnYear(OfPeriod, written="Year:{form}-{period}"):
    """Offer the periods of the period's year where the tap was made."""


class OpenPeriod(OfPeriod, written="Open:{form}-{period}"):
    """Show the period's picture in a new message, in place of the choice."""


class ShowFigures(OfPeriod, written="Figures:{form}-{period}"):
    """Show every figure of the period in words."""


class ShowTable(OfPeriod, written="Table:{form}-{period}"):
    """Show the summary as a table."""


class ShowProse(OfPeriod, written="Prose:{form}-{period}"):
    """Show the summary as a text to paste."""


class ShowAbout(OfPeriod, written="About:{form}-{period}"):
    """Explain the figures."""


class ShowChart(OfPeriod, written="Chart:{form}-{period}"):
    """Show the chart of another form."""


class SendWorkbook(OfPeriod, written="Excel:{form}-{period}"):
    """Send the workbook."""


class SendChapter(OfPeriod, written="Word:{form}-{period}"):
    """Send the chapter for the annual report."""


class AskPublication(OfPeriod, written="Public:{form}-{period}"):
    """Say what would be hidden of the period where it is published, and ask whether to publish it."""


class Publish(OfPeriod, written="Publish:{form}-{period}"):
    """Publish the period, and send what may leave the house."""


@dataclass(frozen=True)
class OfChat(Action):
    """About a bound chat."""

    chat: int


@dataclass(frozen=True)
class SwitchReport(OfChat, written="Switch:{report}-{chat}"):
    """Switch a kind of summary on or off for the chat."""

    report: Report


class TurnLanguage(OfChat, written="Language:turn-{chat}"):
    """Switch the chat to the next language."""


class Unbind(OfChat, written="Unbind:chat-{chat}"):
    """Stop sending summaries to the chat."""
