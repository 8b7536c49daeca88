"""The wording of a report: of the register that leads it, and of those that are told with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.publication.release import Release
from reports.statements.counts import ShareStatement
from reports.statements.groups import group_statement
from reports.statements.questions import QuestionStatement
from reports.statements.ratios import RatioStatement, ratio_statement
from reports.words.changes import count_change, share_change
from reports.words.counted import records_name
from reports.words.hidden import WHY, hidden_lines
from reports.words.house import moves_line
from reports.words.language import upper_first
from reports.words.wording import Wording
from storage.fault import N_
from storage.forms.question import OptionGroup

INTERNAL = N_("For internal use. Not for publication as it stands: small numbers can point to single people.")


@dataclass(frozen=True)
class ReportWording:
    """One report's wording; ``name`` begins its files' names: `2016`, of a register alone `2016-outgoing`.

    Of a public report ``releases`` are what may be shown, the leading register's first; of an internal one there
    are none; ``also_hidden`` says what is hidden besides. Of those ``at_home`` only nights and moves are told, in
    the workbook.
    """

    name: str
    main: Wording
    beside: tuple[Wording, ...] = ()
    releases: tuple[Release, ...] = ()
    at_home: tuple[Wording, ...] = ()
    also_hidden: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Wording, ...]:
        """The wordings in the order of reading."""
        return (self.main, *self.beside)

    @property
    def notice(self) -> str:
        """Say of an internal report that it is not to be published; nothing of a public one."""
        return "" if self.releases else self.main.language.text(INTERNAL)

    @property
    def hidden(self) -> list[str]:
        """Say what is hidden and why, a sentence each; nothing where nothing is."""
        language, several = self.main.language, len(self.releases) > 1
        compared = {words.summary.form.key for words in self.parts if words.summary.before}
        said = [
            f"{records_name(release.form, language)}: {line}" if several else line
            for release in self.releases
            for line in hidden_lines(release, language, before=release.form.key in compared)
        ]
        said += self.also_hidden
        return [language.text(WHY), *said] if said else []


def calls_ratio(words: Wording, main: Wording) -> RatioStatement | None:
    """Return how many calls out there are for each call in; None of other registers."""
    if (words.summary.form.telephone, main.summary.form.telephone) != ("out", "in"):
        return None
    return ratio_statement(words.summary, main.summary)


def ratio_said(words: Wording, told: RatioStatement, then: str) -> str:
    """Say `3,0 for hver samtale inn (2,8 i 2015)`."""
    text, ratio = words.language.text, words.language.ratio
    said = text("{ratio} for each call in", ratio=ratio(told.now))
    if told.before is None:
        return said
    return text("{said} ({before} {then})", said=said, before=ratio(told.before), then=then)


def groups_of(words: Wording) -> Iterator[tuple[QuestionStatement, OptionGroup, ShareStatement]]:
    """Give each question that has answers told of together, these, and how many gave one of them."""
    for question in words.statements.questions:
        told = group_statement(question)
        if told and question.question.group:
            yield question, question.question.group, told


def group_share(words: Wording, told: ShareStatement, then: str) -> str:
    """Say `90 %, mot 89 % i 2015`, or of few calls `7 av 12`."""
    number = words.language.number
    if told.share is None:
        return words.language.text("{n} of {base}", n=number(told.count), base=number(told.base))
    return ", ".join(filter(None, [words.language.percent(told.share), share_change(words, told, then)]))


def beside_line(words: Wording, main: Wording) -> str:
    """Say `Samtaler ut: 54 – omtrent som i fjor (51) · 3,0 for hver samtale inn · hjelpeapparatet 90 %`."""
    total, code = words.statements.total, words.language.code
    change = "" if total.before is None else count_change(words, total, words.by_then)
    said = " – ".join(filter(None, [f"{upper_first(words.many)}: {words.language.number(total.count)}", change]))
    ratio = calls_ratio(words, main)
    parts = [said, ratio_said(words, ratio, words.by_then) if ratio else ""]
    for _, group, told in groups_of(words):
        share = "" if told.share is None else words.language.percent(told.share)
        parts.append(f"{group.spoken.in_language(code)} {share}" if share else "")
    if words.summary.form.house and (house := words.summary.now.house):
        parts.append(moves_line(house, words.language))
    return " · ".join(filter(None, parts))
