"""The place in a chapter where those who know may explain what has clearly changed."""

from collections.abc import Collection, Iterator

from reports.words.language import upper_first
from reports.words.story import changes_among
from reports.words.wording import Wording
from storage.forms.question import Question


def explanation_of(words: Wording, questions: Collection[Question]) -> str:
    """Ask for an explanation of what has clearly changed in these questions; empty where nothing has."""
    return _asked(words, changes_among(words, questions))


def explanation_of_total(words: Wording) -> str:
    """Ask for an explanation of a clear change in the total, and in what is told beside it."""
    return _asked(words, [*_total(words), *changes_among(words, words.summary.highlighted_questions)])


def _total(words: Wording) -> Iterator[str]:
    total, number = words.statements.total, words.language.number
    if total.verdict in {"more", "fewer"}:
        facts = {"many": words.many, "before": number(total.before or 0), "now": number(total.count)}
        yield words.language.text("{many} from {before} to {now}", **facts)


def _asked(words: Wording, changes: list[str]) -> str:
    if not changes:
        return ""
    said = upper_first(words.language.listed(changes))
    return words.language.text("{changes}: write here why, if you know, or delete this line.", changes=said)
