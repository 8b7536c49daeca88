"""How a chapter opens on a register: its name, the total, and what it is compared with."""

from collections.abc import Iterator

from reports.words.changes import count_change
from reports.words.counted import records_name
from reports.words.language import upper_first
from reports.words.wording import Wording


def form_name(words: Wording) -> str:
    """Name what is counted: `Samtaler ut`, or the form's title where it has no noun for its records."""
    return records_name(words.summary.form, words.language)


def total_said(words: Wording) -> str:
    """Say `I 2016 ble det registrert 899 samtaler, omtrent som i 2015 (880).`."""
    total, plural = words.statements.total, words.language.plural
    facts = {"calls": words.calls(total.count), "when": upper_first(words.when_in_full)}
    if words.summary.running:
        said = plural(
            "{when}, {calls} has been registered", "{when}, {calls} have been registered", total.count, **facts
        )
    else:
        said = plural("{when}, {calls} was registered", "{when}, {calls} were registered", total.count, **facts)
    change = "" if total.before is None else count_change(words, total, words.then_in_full)
    return f"{', '.join(filter(None, [said, change]))}."


def no_base(words: Wording) -> Iterator[str]:
    """Say that there is nothing to compare with, where that is so."""
    if not words.summary.before and not words.summary.interrupted:
        before = words.name(words.summary.period.a_year_before)
        yield words.language.text("From {before} there are no figures to compare with.", before=before)
    elif not words.summary.before:
        yield words.language.text(
            "It is not compared with the year before: the register was not in use all the time."
        )
