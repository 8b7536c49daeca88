"""Which shares are as a year before, told of all questions together, so that it is said once."""

from collections.abc import Iterator

from reports.words.language import upper_first
from reports.words.story import named
from reports.words.wording import Wording
from storage.fault import N_

MOST_NAMED = 12
"""Of more shares that have not clearly changed none is named."""


def unchanged(words: Wording) -> Iterator[str]:
    """Say which shares are shown to be as before, and of which others no change is clear.

    A question of yes or no has its own sentence, and one that is registered differently is not compared.
    """
    questions = [q for q in words.statements.questions if not (q.question.is_yes_or_no or q.registration)]
    alike = [named(words, question, answer) for question in questions for answer in question.alike]
    unclear = [named(words, question, answer) for question in questions for answer in question.unclear]
    text, listed, before = words.language.text, words.language.listed, words.since_then
    if alike:
        said = text("{answers}: about the same share as {then}.", answers=listed(alike), then=words.then_in_full)
        yield upper_first(said)
    if not unclear:
        return
    changed = sum(len(question.changed) for question in questions)
    all_told = not any(question.hidden for question in questions)
    compared = sum(len(question.compared_answers) for question in questions)
    partly = len(unclear) + len(alike) + changed < compared or not all_told
    if partly and len(unclear) > MOST_NAMED:
        said = N_("Of the others that can be compared, no share has clearly changed since {before}.")
        none = N_("Of the shares that can be compared, none has clearly changed since {before}.")
        yield text(said if alike or words.statements.story else none, before=before)
    elif partly:
        yield upper_first(
            text("{answers}: no clear change since {before}.", answers=listed(unclear), before=before)
        )
    elif alike or words.statements.story:
        yield text("Otherwise no share has clearly changed since {before}.", before=before)
    else:
        yield text("No share has clearly changed since {before}.", before=before)
