"""Coverage in words: how many of the calls that the telephone showed are registered, and calls out."""

from collections.abc import Iterator

from reports.analysis.tally import SMALL_BASE
from reports.words.wording import Wording
from storage.figures.coverage import Coverage


def coverage_notes(words: Wording) -> Iterator[str]:
    """Say how many of the known calls are registered and how many went out, as far as that is known."""
    known, number = words.summary.coverage, words.language.number
    yield from share_registered(words)
    if known.outgoing_shifts:
        yield words.language.text(
            "Calls out: {calls} (according to {told} of {asked} shifts).",
            calls=number(known.outgoing),
            told=number(known.outgoing_shifts),
            asked=number(known.asked),
        )


def share_registered(words: Wording) -> Iterator[str]:
    """Say `Registreringsgrad: 93 % – 186 av 200 anrop som telefonen viste er ført (71 av 93 vakter svarte).`."""
    known, language = words.summary.coverage, words.language
    if not known.known:
        return
    facts = {"source": _source(words), "logged": language.number(known.logged)}
    if not known.counted:
        yield language.text("Share registered: the telephone showed no calls ({source}).", **facts)
        return
    if known.counted >= SMALL_BASE:
        facts["logged"] = f"{language.percent(known.logged / known.counted)} – {facts['logged']}"
    yield language.plural(
        "Share registered: {logged} of {n} call that the telephone showed ({source}).",
        "Share registered: {logged} of {n} calls that the telephone showed ({source}).",
        known.counted,
        **facts,
    )
    before = words.summary.period_counts.coverage_before
    if before.counted and not words.statements.coverage:  # or else that has been said
        yield language.text(
            "Share registered {then}: {share}.", then=words.then_in_full, share=_logged_of_counted(words, before)
        )


def coverage_beside(words: Wording) -> str:
    """Say `Registreringsgrad 79 %, mot 69 % i fjor`; empty where it is not known."""
    known, before = words.summary.coverage, words.summary.period_counts.coverage_before
    if not known.counted:
        return ""
    said = words.language.text("Share registered: {share}", share=_logged_of_counted(words, known))
    if not before.counted:
        return said
    against = words.language.text(
        "against {before} {then}", before=_logged_of_counted(words, before), then=words.by_then
    )
    return f"{said}, {against}"


def _logged_of_counted(words: Wording, known: Coverage) -> str:
    """Say `79 %`, of few calls `7 av 12`."""
    if known.counted >= SMALL_BASE:
        return words.language.percent(known.logged / known.counted)
    number = words.language.number
    return words.language.text("{n} of {base}", n=number(known.logged), base=number(known.counted))


def unanswered_shifts(words: Wording) -> Iterator[str]:
    """Say that the shifts were asked how many calls there were, where none of them answered."""
    known = words.summary.coverage
    if known.shifts and not known.answered:
        yield words.language.plural(
            "The {n} shift that was asked did not answer how many calls the telephone showed.",
            "None of the {n} shifts that were asked answered how many calls the telephone showed.",
            known.shifts,
        )


def outgoing_calls(words: Wording) -> Iterator[str]:
    """Say in a sentence how many calls went out, where any shift has reported it."""
    known = words.summary.coverage
    if known.outgoing_shifts:
        yield words.language.plural(
            "{told} of {asked} shifts have told of {n} call out.",
            "{told} of {asked} shifts have told of {n} calls out altogether.",
            known.outgoing,
            told=words.language.number(known.outgoing_shifts),
            asked=words.language.number(known.asked),
        )


def _source(words: Wording) -> str:
    """Say who has told how many there were: `71 av 93 vakter svarte; telefonsentralens liste for 30 dager`."""
    known, language = words.summary.coverage, words.language
    parts = []
    if known.answered:
        shifts = language.number(known.shifts)
        parts.append(
            language.plural(
                "{n} of {shifts} shifts answered", "{n} of {shifts} shifts answered", known.answered, shifts=shifts
            )
        )
    if known.days:
        parts.append(
            language.plural("the exchange’s list for {n} day", "the exchange’s list for {n} days", known.days)
        )
    return "; ".join(parts)
