"""A summary as it is delivered: a neutral first line for the lock screen, the figures, and the report's number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.restatement import Restatement
from reports.analysis.summary import Summary
from reports.words.caption import everything
from reports.words.language import Language, upper_first
from reports.words.limits import Limits, cut, units
from reports.words.notes import restated_line
from reports.words.report_wording import beside_line
from reports.words.title import title
from reports.words.wording import Wording
from storage.deliveries.chats import Report
from storage.fault import N_

HEADS: Mapping[Report, str] = {
    "monthly": N_("Monthly report for {period}"),
    "tertial": N_("Tertial report for {period}"),
    "annual": N_("Annual report for {period}"),
}
NUMBERS_IN_A_LETTER = 9


@dataclass(frozen=True)
class Circumstances:
    """What a report tells besides its figures: its number, whether it may be a repeat, what has changed since.

    ``number`` is None for a report that was asked for, not scheduled. ``missed`` are the summaries of older
    periods that fell due while the machine was off, oldest first; ``within`` those of shorter ones that the report
    holds. ``others`` are the wordings of other forms for the same period.
    """

    report: Report
    number: int | None
    doubtful: bool = False
    missed: Sequence[Summary] = ()
    within: Sequence[Summary] = ()
    others: Sequence[Wording] = ()
    restated: Sequence[Restatement] = ()


@dataclass(frozen=True)
class SummaryMessage:
    """The caption of the picture, and a second text where not everything fits in the caption."""

    caption: str
    rest: str | None


def message(words: Wording, circumstances: Circumstances, limits: Limits) -> SummaryMessage:
    """Tell a summary in a caption and, where it does not fit there, in a second text."""
    told = everything(words, limits)
    head = words.language.text(HEADS[circumstances.report], period=words.name(words.summary.period))
    named = mark(words.language, words.summary.period.name, circumstances)
    more = list(_more(words, circumstances))
    others = "\n".join(beside_line(other, words) for other in circumstances.others)
    after = [others] if others else []
    whole = "\n\n".join([head, *more, told, *after, named])
    if units(whole) <= limits.caption:
        return SummaryMessage(whole, None)
    short = "\n\n".join([f"{head}\n{title(words)}", *after, *more, named])
    if units(short) <= limits.caption:
        return SummaryMessage(short, told)
    rest = cut("\n\n".join([*more, told, *after]).split("\n"), limits.text, words.language)
    return SummaryMessage("\n\n".join([f"{head}\n{title(words)}", named]), rest)


def report_number(number: int) -> str:
    """Write a delivery's number short enough to say aloud: `A1` to `A9`, `B1` and so on."""
    prepared, digit = divmod(number - 1, NUMBERS_IN_A_LETTER)
    return f"{chr(ord('A') + prepared % 26)}{digit + 1}"


def mark(language: Language, name: str, circumstances: Circumstances) -> str:
    """Name a report of a period with its number, and say where it may be a repeat."""
    if circumstances.number is None:
        return language.text("Report {name}, asked for now", name=name)
    number = report_number(circumstances.number)
    named = language.text("Report {name} · {number}", name=name, number=number)
    doubt = language.text("This report may have come before.")
    return f"{named}\n{doubt}" if circumstances.doubtful else named


def _more(words: Wording, circumstances: Circumstances) -> Iterator[str]:
    text = words.language.text
    for head, told in (
        (text("While the machine was off:"), circumstances.missed),
        (text("This report holds these too:"), circumstances.within),
    ):
        if told:
            yield "\n".join([head, *(_line(Wording(summary, words.language)) for summary in told)])
    if circumstances.restated:
        yield "\n".join(restated_line(words, restated) for restated in circumstances.restated)


def _line(words: Wording) -> str:
    parts = [words.calls(words.summary.now.total)]
    if words.highlight:
        parts.append(words.highlighted(words.summary.now.highlighted))
    return f"{upper_first(words.name(words.summary.period))}: {', '.join(parts)}"
