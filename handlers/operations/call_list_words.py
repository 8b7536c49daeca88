"""What is said of a telephone exchange's list that was taken in."""

from collections.abc import Iterator

from reports.words.language import Language
from storage.call_lists.days import DailyCalls, KeptDays
from storage.fault import N_

MIXED = N_(
    "Every row is counted, but “{column}” tells them apart: if the list holds calls out or unanswered ones, take"
    " those out and import it again with --replace."
)


def sentences(language: Language, listed: DailyCalls, kept: KeptDays, *, replace: bool = False) -> Iterator[str]:
    """Yield the sentences about what was read and kept."""
    if listed.days:
        yield language.text(
            "Read {calls} on {days} ({stretch}).",
            calls=language.plural("{n}\u00a0call", "{n}\u00a0calls", sum(listed.days.values())),
            days=language.plural("{n}\u00a0day", "{n}\u00a0days", len(listed.days)),
            stretch=language.days(min(listed.days), max(listed.days)),
        )
        yield from _news(language, kept, replace=replace)
    if listed.today:
        yield language.text("Today is left out, since it is not over.")
    if listed.mixed:
        yield language.text(MIXED, column=listed.mixed)


def _news(language: Language, kept: KeptDays, *, replace: bool) -> Iterator[str]:
    if not kept.new and not kept.raised and not kept.fewer:
        yield language.text("All of it was known from before.")
        return
    yield language.plural(
        "{n} day was new; {known} known from before.",
        "{n} days were new; {known} known from before.",
        kept.new,
        known=language.number(kept.known),
    )
    if kept.raised:
        yield language.plural(
            "{n} known day got more calls than it had.",
            "{n} known days got more calls than they had.",
            kept.raised,
        )
    if kept.fewer and replace:
        yield language.plural(
            "{n} known day got fewer calls than it had.",
            "{n} known days got fewer calls than they had.",
            kept.fewer,
        )
    elif kept.fewer:
        yield language.plural(
            "{n} known day has fewer calls here and keeps the greater number; --replace takes the list’s.",
            "{n} known days have fewer calls here and keep the greater number; --replace takes the list’s.",
            kept.fewer,
        )
