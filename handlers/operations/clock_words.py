"""What is said of a clock that cannot be trusted, and of what it has left behind."""

from collections.abc import Sequence
from datetime import datetime

from handlers.operations.watched_clock import WatchedClock
from reports.words.language import Language
from storage.fault import N_, Fault
from storage.operations.spoilt_times import MendedTimes

WAITING = N_(
    "Calls are saved, and their hour is asked for. Reports, questions about shifts and what is deleted after a"
    " time wait until the clock is right; then they go on by themselves."
)


class ClockDoubted(Fault):
    """The machine's clock cannot be trusted."""


def doubt(clock: WatchedClock, language: Language) -> ClockDoubted:
    """Return what is wrong with the clock, what goes on all the same, and what to do."""
    lines = (_discrepancy(clock, language), Fault(WAITING), Fault(N_("Set the clock of the machine.")))
    return ClockDoubted("{lines}", lines=lines)


def _discrepancy(clock: WatchedClock, language: Language) -> Fault:
    shown, known = moment_in_words(clock.shown, language), clock.known
    told = moment_in_words(known, language) if known else ""
    if clock.world.latest is not None:
        return Fault(
            N_("The machine’s clock cannot be trusted: it shows {shown}, but by {source} it is {told}."),
            shown=shown,
            source=clock.world.source,
            told=told,
        )
    if clock.state == "unconfirmed" and not clock.world.source:
        return Fault(N_("The machine’s clock shows {shown}, and nobody confirms it."), shown=shown)
    if clock.state == "unconfirmed":
        return Fault(
            N_("The machine’s clock shows {shown}, and nobody confirms it: {source} does not answer."),
            shown=shown,
            source=clock.world.source,
        )
    return Fault(
        N_("The machine’s clock cannot be trusted: it shows {shown}, but should show about {told}."),
        shown=shown,
        told=told,
    )


def moment_in_words(moment: datetime, language: Language) -> str:
    """Write a local moment with its year and its minute."""
    return language.text("{day}, {hour} o’clock", day=language.full_date(moment.date()), hour=f"{moment:%H:%M}")


def mended_lines(mended: MendedTimes, language: Language) -> Sequence[str]:
    """Return what the administrators have to know of what a wrong clock has left behind; often nothing."""
    lines = []
    if mended.periods:
        lines.append(
            language.plural(
                "Marked as sent before its period was over: {n} report. It comes in its time.",
                "Marked as sent before their periods were over: {n} reports. They come in their time.",
                len(mended.periods),
            )
        )
    if mended.calls:
        lines.append(
            language.plural(
                "Registered by a wrong clock at an hour to come: {n} call. “Time” beside it moves it.",
                "Registered by a wrong clock at an hour to come: {n} calls. “Time” beside them moves them.",
                mended.calls,
            )
        )
    return lines
