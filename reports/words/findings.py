"""What a page of an album has found: clear changes and trends, short enough for its title."""

from collections.abc import Collection, Mapping

from reports.statements.questions import QuestionStatement
from reports.words.answers import printed
from reports.words.language import upper_first
from reports.words.story import FROM_TO, change_said, named
from reports.words.title import TITLES, total_facts
from reports.words.wording import Wording
from storage.fault import N_
from storage.forms.question import Question

MOST_IN_TITLE = 2
"""So many findings are named in the title of a page."""

TRENDS: Mapping[tuple[bool, bool], str] = {
    (True, True): N_("{what}: up every year, from {start} in {first} to {end}"),
    (True, False): N_("{what}: up from {start} in {first} to {end}"),
    (False, True): N_("{what}: down every year, from {start} in {first} to {end}"),
    (False, False): N_("{what}: down from {start} in {first} to {end}"),
}
"""By whether it rises, and whether it does so at every step."""


def changes_in(words: Wording, questions: Collection[Question]) -> str:
    """Say which answers to these questions have clearly changed, the clearest first; empty where none has."""
    told = [change for change in words.statements.story if change.question.question in questions]
    return upper_first(", ".join(change_said(words, FROM_TO, change) for change in told[:MOST_IN_TITLE]))


def moved_over_years(words: Wording, question: Question) -> str:
    """Say which answers have moved for years, or else clearly changed in the last; empty where none has."""
    told = [found for found in words.statements.told if found.question == question]
    trends = [said for found in told for said in _trends(words, found)]
    return "; ".join(trends[:MOST_IN_TITLE]) or changes_in(words, [question])


def _trends(words: Wording, told: QuestionStatement) -> list[str]:
    return [
        words.language.text(
            TRENDS[answer.trend.rises, answer.trend.steadily],
            what=upper_first(named(words, told, answer)),
            start=printed(words, answer.trend.values[0].figure),
            first=answer.trend.values[0].year.name,
            end=printed(words, answer.trend.values[-1].figure),
        )
        for answer in told.trends
        if answer.trend
    ]


def total_over_years(words: Wording) -> str:
    """Say how the total has moved for years, or else clearly changed in the last; empty where it has not."""
    trend, total, number = words.statements.total_trend, words.statements.total, words.language.number
    if trend:
        return words.language.text(
            TRENDS[trend.rises, trend.steadily],
            what=upper_first(words.many),
            start=number(trend.values[0].total),
            first=trend.values[0].year.name,
            end=number(trend.values[-1].total),
        )
    return words.language.text(TITLES[total.verdict], **total_facts(words)) if total.verdict in TITLES else ""
