"""What has to be known to read the figures: the year so far, what is outside them, and how sure they are."""

from collections.abc import Iterator

from reports.wording import Wording


def notes(words: Wording) -> Iterator[str]:
    """Say in a line each what stands beside the figures."""
    text, summary = words.language.text, words.summary
    if summary.year:
        year = summary.year
        now = words.language.number(year.now.total)
        yield f"{year_heading(words)}: {now} – {words.total_change(year, words.by_then)}"
    yield from outside(words)
    if summary.now.total:
        yield text("The figures are not verified. Small numbers swing.")


def outside(words: Wording) -> Iterator[str]:
    """Say what is not in the breakdowns, what was registered late, and what is not in the figures at all."""
    yield from unspecified(words)
    if late := words.summary.late:
        yield words.language.plural(
            "{n} was registered more than a day late.", "{n} were registered more than a day late.", late
        )
    if apart := list(_apart(words)):
        yield words.language.text("Not in the figures: {parts}.", parts=", ".join(apart))


def unspecified(words: Wording) -> Iterator[str]:
    """Say what is not in the breakdowns, where there is anything."""
    if lacking := words.summary.now.outcomes["unspecified"]:
        yield words.language.plural(
            "{calls} without details is not in the breakdowns.",
            "{calls} without details are not in the breakdowns.",
            lacking,
            calls=words.calls(lacking),
        )


def year_heading(words: Wording) -> str:
    """Head the year so far: `Hittil i år`, `Året til og med desember 2025`."""
    summary = words.summary
    if summary.period.first.year == summary.today.year:
        return words.language.text("So far this year")
    last = words.language.month(summary.now.days.months[-1])
    return words.language.text("The year up to {month}", month=last)


def _apart(words: Wording) -> Iterator[str]:
    plural, outcomes = words.language.plural, words.summary.now.outcomes
    if declined := outcomes["declined"]:
        yield plural("{n} did not want to be registered", "{n} did not want to be registered", declined)
    if irrelevant := outcomes["irrelevant"]:
        yield plural("{n} was about something else", "{n} were about something else", irrelevant)
