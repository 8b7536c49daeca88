"""How a figure compares with the year before, in words: counts in per cent, shares in percentage points."""

from collections.abc import Mapping

from reports.statements.comparisons import Verdict
from reports.statements.counts import CountStatement, ShareStatement
from reports.words.answers import before_said
from reports.words.language import upper_first
from reports.words.wording import Wording
from storage.fault import N_

COUNTS: Mapping[Verdict, str] = {
    "more": N_("clearly more than {then} ({change})"),
    "fewer": N_("clearly fewer than {then} ({change})"),
    "about": N_("about the same as {then} ({before})"),
    "unclear": N_("no clear change ({before} {then})"),
    "registration": N_("against {before} {then}, registered differently"),
}
SHARES: Mapping[Verdict, str] = {
    "more": N_("clearly a larger share than {then} ({change})"),
    "fewer": N_("clearly a smaller share than {then} ({change})"),
    "about": N_("about the same share as {then} ({before})"),
    "unclear": N_("no clear change ({before} {then})"),
    "none": N_("against {before} {then}"),
    "registration": N_("against {before} {then}"),
}


def count_change(words: Wording, told: CountStatement, then: str) -> str:
    """Say `omtrent som i fjor (880)`, `tydelig flere enn i fjor (75, opp 39 %)`, or that nothing can be said.

    Empty where there are too few calls to say anything.
    """
    if told.few:
        return ""
    if told.before is None and words.summary.before:
        return ""
    if told.before is None and words.summary.interrupted:
        return words.language.text("not compared, the register was not in use all the time")
    if told.before is None:
        return words.language.text("no figures from {last_year} to compare with", last_year=words.last_year)
    if told.verdict not in COUNTS:
        return ""
    before = words.language.number(told.before)
    change = ", ".join(filter(None, [before, percent_change(words, told)]))
    return words.language.text(COUNTS[told.verdict], then=then, before=before, change=change)


def percent_change(words: Wording, told: CountStatement) -> str:
    """Say `opp 39 %`; nothing where no percentage is given."""
    if told.percent is None:
        return ""
    return _up_or_down(words, words.language.percent(abs(told.percent) / 100), up=told.percent > 0)


def share_change(words: Wording, told: ShareStatement, then: str) -> str:
    """Say `en tydelig større andel enn i fjor (7 %, opp 7 prosentpoeng)`; empty where no year before is known."""
    before = before_said(words, told)
    if not before:
        return ""
    change = ", ".join(filter(None, [before, points(words, told)]))
    return words.language.text(SHARES[told.verdict], then=then, before=before, change=change)


def share_change_sentence(words: Wording, told: ShareStatement) -> str:
    """Say `Det er ingen tydelig endring (12 % i 2015).`, of what is not judged `I 2015 var det 46 %.`."""
    if not (change := share_change(words, told, words.then_in_full)):
        return ""
    if SHARES[told.verdict] == SHARES["none"]:
        when, before = upper_first(words.then_in_full), before_said(words, told)
        return words.language.text("{when}, it was {before}.", when=when, before=before)
    return words.language.text("That is {change}.", change=change)


def points(words: Wording, told: ShareStatement) -> str:
    """Say `opp 7 prosentpoeng`; empty where one of the two shares is not known."""
    if told.points is None:
        return ""
    whole = round(abs(told.points))
    said = words.language.plural("{n} percentage point", "{n} percentage points", whole)
    if not whole:
        said = words.language.text("less than 1 percentage point")
    return _up_or_down(words, said, up=told.points > 0)


def _up_or_down(words: Wording, by: str, *, up: bool) -> str:
    if up:
        return words.language.text("up {percent}", percent=by)
    return words.language.text("down {percent}", percent=by)
