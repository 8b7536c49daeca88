"""Notes on the figures: the year so far, what they leave out, and how certain they are."""

from collections.abc import Iterator

from reports.analysis.form_changes import form_changes
from reports.analysis.period import Period
from reports.analysis.restatement import Restatement
from reports.statements.control_limits import latest_shift, outside_limits
from reports.statements.questions import QuestionStatement
from reports.words.about import reservation
from reports.words.answers import heading
from reports.words.changes import count_change
from reports.words.coverage import coverage_notes
from reports.words.language import upper_first
from reports.words.wording import Wording
from storage.fault import N_

WHOLE = 100
"""Per cent."""

ASKED_SINCE, ASKED_UNTIL = (
    N_("The question “{question}” came in on {day}."),
    N_("The question “{question}” was last asked on {day}."),
)
USED_SINCE, USED_UNTIL = (
    N_("The answer “{option}” under “{question}” came in on {day}."),
    N_("The answer “{option}” under “{question}” was last in use on {day}."),
)


def notes(words: Wording) -> Iterator[str]:
    """Give the notes on the figures, one a line."""
    text, summary = words.language.text, words.summary
    yield from as_sent(words)
    if year := words.statements.year:
        said = f"{year_heading(words)}: {words.language.number(year.count)}"
        yield " – ".join(filter(None, [said, count_change(words, year, words.by_then)]))
    yield from outside(words)
    yield from coverage_notes(words)
    for name in sorted(summary.typed_too):
        period = words.name(Period.named(name))
        yield text(
            "For {period} the registrations are used, not the figures from an earlier report.", period=period
        )
    if summary.typed_total is not None:
        yield text("An earlier report says {calls}.", calls=words.calls(summary.typed_total))
    if any(_is_off(question) for question in words.statements.questions):
        yield text("Percentages are rounded, so they do not always add up to 100.")
    if summary.now.total:
        yield reservation(words.language)


def as_sent(words: Wording) -> Iterator[str]:
    """Say that the figures are those of a delivered report, where they are."""
    if report := words.summary.sent_in:
        yield words.language.text(
            "The figures are those of report {report}; what was registered or corrected since is not in them."
            " The year before is as it is known today.",
            report=report,
        )


def _is_off(told: QuestionStatement) -> bool:
    """Tell whether the rounded shares of a question that has one answer each do not add up to 100."""
    one_each = told.has_shares and not told.question.takes_several and not told.of_all
    return one_each and sum(round(100 * (answer.share or 0)) for answer in told.known) != WHOLE


def outside(words: Wording) -> Iterator[str]:
    """Say what the breakdowns leave out, what was registered late, and what the figures leave out."""
    yield from unspecified(words)
    if late := words.summary.late:
        yield words.language.plural(
            "{n} was registered more than a day late.", "{n} were registered more than a day late.", late
        )
    if apart := list(_apart(words)):
        yield words.language.text("Not in the figures: {parts}.", parts=", ".join(apart))
    yield from counted_without_answers(words)


def counted_without_answers(words: Wording) -> Iterator[str]:
    """Say how many did not want to be registered, where they are counted all the same."""
    declined = words.summary.now.outcomes["declined"]
    if declined and "declined" in words.summary.now.counted:
        yield words.language.plural(
            "{n} did not want to be registered: counted, but without answers.",
            "{n} did not want to be registered: counted, but without answers.",
            declined,
        )


def form_change_notes(words: Wording) -> Iterator[str]:
    """Say what was added to the form or removed from it in the period, and what an asterisk means."""
    for change in form_changes(words.summary.form, words.summary.now.days):
        day, question = words.language.full_date(change.day), heading(words, change.question)
        if change.option is None:
            yield words.language.text(ASKED_SINCE if change.added else ASKED_UNTIL, question=question, day=day)
        else:
            option = change.option.label.in_language(words.language.code)
            message = USED_SINCE if change.added else USED_UNTIL
            yield words.language.text(message, question=question, option=option, day=day)
    if words.statements.bridged:
        yield words.language.text("* Counted together with earlier answers that it has replaced.")


def unspecified(words: Wording) -> Iterator[str]:
    """Say what the breakdowns leave out, if anything."""
    if lacking := words.summary.now.outcomes["unspecified"]:
        yield words.language.plural(
            "{calls} without details is not in the breakdowns.",
            "{calls} without details are not in the breakdowns.",
            lacking,
            calls=words.calls(lacking),
        )


def unusual_months(words: Wording) -> Iterator[str]:
    """Name the months outside their limits: `Utenfor vanlig svingning: juli 2025 (98)`.

    Where they are many, only say how many.
    """
    language, months = words.language, words.statements.run
    told = [
        f"{language.month(month.name)} ({language.number(month.total or 0)})" for month in outside_limits(months)
    ]
    if told:
        yield language.text("Outside the usual swing: {months}", months=language.listed(told))
    elif count := sum(month.outside for month in months):
        yield language.text("{n} months are outside the usual swing", n=count)
    yield from shift_line(words)


def shift_line(words: Wording) -> Iterator[str]:
    """Say `Et skifte: 9 måneder på rad over midtlinjen (februar–oktober 2026)`."""
    language, told = words.language, latest_shift(words.statements.run)
    if told is None:
        return
    months = f"{language.month(told.first)} – {language.month(told.last)}"
    if told.above:
        yield language.plural(
            "A shift: {n} month in a row above the centre line ({months})",
            "A shift: {n} months in a row above the centre line ({months})",
            told.months,
            months=months,
        )
    else:
        yield language.plural(
            "A shift: {n} month in a row below the centre line ({months})",
            "A shift: {n} months in a row below the centre line ({months})",
            told.months,
            months=months,
        )


def year_heading(words: Wording) -> str:
    """Head the year so far: `Hittil i år`, of a tertial with its months, `Året til og med desember 2025`."""
    summary = words.summary
    if summary.period.first.year == summary.today.year:
        heading = words.language.text("So far this year")
        if summary.period.kind == "tertial" and summary.year:
            heading += f" ({words.months(summary.year.now.days.months)})"
        return heading
    last = words.language.month(summary.now.days.months[-1])
    return words.language.text("The year up to {month}", month=last)


def _apart(words: Wording) -> Iterator[str]:
    plural, outcomes = words.language.plural, words.summary.now.outcomes
    if (declined := outcomes["declined"]) and "declined" not in words.summary.now.counted:
        yield plural("{n} did not want to be registered", "{n} did not want to be registered", declined)
    if irrelevant := outcomes["irrelevant"]:
        yield plural("{n} was about something else", "{n} were about something else", irrelevant)


def restated_line(words: Wording, restated: Restatement) -> str:
    """Say in the next summary how a period's figures have changed since they were reported."""
    period = upper_first(words.name(restated.period))
    if restated.now == restated.reported:
        return words.language.text(
            "{period} has been corrected since the report; the total is the same.", period=period
        )
    return words.language.text(
        "{period} is now {calls}, against {said} in the report.",
        period=period,
        calls=words.calls(restated.now),
        said=words.language.number(restated.reported),
    )


def restated_notice(words: Wording, restated: Restatement, number: str) -> str:
    """Say beside a period's figures that they were others in the report with this number."""
    name = restated.period.name
    if restated.now == restated.reported:
        return words.language.text("Corrected since report {name} · {number}.", name=name, number=number)
    return words.language.text(
        "Report {name} · {number} said {calls}.", name=name, number=number, calls=words.calls(restated.reported)
    )
