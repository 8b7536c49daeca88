"""A chapter's notes on its figures: what they cover, how certain they are, and what they leave out."""

from collections.abc import Iterable, Iterator

from reports.chapter.opening import form_name
from reports.words.about import ALIKE, COUNTED, COVERAGE, SHARES, SMALL, UNVERIFIED
from reports.words.coverage import share_registered
from reports.words.notes import as_sent, counted_without_answers, form_change_notes, unspecified
from reports.words.wording import Wording
from storage.forms.question import Question


def note_paragraphs(words: Wording, led_by: Wording) -> Iterator[str]:
    """Give a paragraph each on what the figures cover, how certain they are, what is left out, and changes.

    What holds for all the registers of a report is said of the one that it is ``led_by`` alone.
    """
    yield from as_sent(words)
    if words == led_by:
        yield " ".join(_coverage(words))
        yield " ".join(_uncertainty(words))
    else:
        said = [*_gaps(words), *_before(words)]
        yield from [f"{form_name(words)}: {' '.join(said)}"] if said else []
    if said := list(share_registered(words)):
        yield " ".join([*said, words.language.text(COVERAGE)])
    if outside := " ".join(_outside(words)):
        yield outside if words == led_by else f"{form_name(words)}: {outside}"
    if changes := list(form_change_notes(words)):
        yield " ".join([*changes, words.language.text("Across such a change nothing is compared.")])


def _coverage(words: Wording) -> Iterator[str]:
    language, summary = words.language, words.summary
    days = summary.now.days
    first, last = language.full_date(days.first), language.full_date(days.last)
    yield language.text("The figures reach from {first} to {last}.", first=first, last=last)
    yield from _gaps(words)
    yield language.text(COUNTED, many=words.many)
    yield from _before(words)


def _gaps(words: Wording) -> Iterator[str]:
    """Say when the register was begun, and in which months nothing is registered."""
    language, summary = words.language, words.summary
    if began := summary.use.began_in(summary.now.days):
        yield language.text("The register was begun in {month}.", month=language.month(f"{began:%Y-%m}"))
    empty = [language.month(month.name, year=False) for month in words.statements.months if not month.total]
    if empty and summary.now.total and not summary.form.stays_open:
        yield language.text("Nothing is registered in {months}; that may be a gap.", months=language.listed(empty))


def definitions(words: Wording, questions: Iterable[Question]) -> Iterator[str]:
    """Give the form's definitions of the answers to these questions, as far as anybody was asked."""
    code = words.language.code
    for question in questions:
        for option in question.options if words.summary.now.questions[question.key].asked else ():
            if option.definition:
                # A yes is known by what was asked.
                named = question.label if option.key == "yes" else option.label
                yield f"{named.in_language(code)}: {option.definition.in_language(code)}."


def _uncertainty(words: Wording) -> Iterator[str]:
    text = words.language.text
    if words.summary.form.telephone == "in":
        yield text("On busy days not every call is registered, so the true number is probably higher.")
        yield text("The breakdowns are useful all the same.")
    yield from map(text, (UNVERIFIED, SHARES, SMALL, ALIKE))


def _before(words: Wording) -> Iterator[str]:
    before = words.summary.before
    period = words.name(words.summary.period.a_year_before)
    if words.summary.typed_too:
        yield words.language.text(
            "For {period} the registrations are used, not the figures from an earlier report.", period=period
        )
    elif before and before.typed:
        yield words.language.text("The figures for {period} are taken from an earlier report.", period=period)


def _outside(words: Wording) -> Iterator[str]:
    summary, plural = words.summary, words.language.plural
    outcomes = summary.now.outcomes
    yield from unspecified(words)
    if late := summary.late:
        yield plural(
            "{calls} was registered more than a day late.",
            "{calls} were registered more than a day late.",
            late,
            calls=words.calls(late),
        )
    yield from counted_without_answers(words)
    if (declined := outcomes["declined"]) and "declined" not in summary.now.counted:
        yield plural(
            "{n} person did not want to be registered, and is not in the figures.",
            "{n} did not want to be registered, and are not in the figures.",
            declined,
        )
    if irrelevant := outcomes["irrelevant"]:
        yield plural(
            "{n} contact was about something else, and is not in the figures.",
            "{n} contacts were about something else, and are not in the figures.",
            irrelevant,
        )
