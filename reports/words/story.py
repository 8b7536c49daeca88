"""The story of a summary: shares that have clearly changed, or moved for years, and changes in registration."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from reports.analysis.baseline import EarlierFigure
from reports.statements.answers import AnswerStatement
from reports.statements.counts import Growth
from reports.statements.questions import QuestionStatement
from reports.statements.registration import UnknownStatement
from reports.statements.statements import ChangeStatement
from reports.words.answers import BRIDGED, before_said, heading, printed, spoken
from reports.words.language import lower_first, upper_first
from reports.words.wording import Wording
from storage.fault import N_
from storage.forms.question import Question

FROM_TO: Mapping[Growth, str] = {
    "doubled": N_("{answer} doubled from {before} to {now}"),
    "halved": N_("{answer} halved from {before} to {now}"),
    "down_a_third": N_("{answer} down by a third from {before} to {now}"),
    "up": N_("{answer} up from {before} to {now}"),
    "down": N_("{answer} down from {before} to {now}"),
}
TO: Mapping[Growth, str] = {
    "doubled": N_("{answer} doubled to {now}"),
    "halved": N_("{answer} halved to {now}"),
    "down_a_third": N_("{answer} down by a third to {now}"),
    "up": N_("{answer} up to {now}"),
    "down": N_("{answer} down to {now}"),
}
TRENDS: Mapping[tuple[bool, bool], str] = {
    (True, True): N_("{what}: up every year since {first}: {steps}."),
    (True, False): N_("{what}: up since {first}: {steps}."),
    (False, True): N_("{what}: down every year since {first}: {steps}."),
    (False, False): N_("{what}: down since {first}: {steps}."),
}
"""By whether it rises, and whether it does so at every step."""

COVERAGE_UP, COVERAGE_DOWN = (
    N_(
        "The share registered rose from {before} to {now}, so the counts cannot be compared directly:"
        " the telephone shows {counted} answered calls, against {counted_before}."
    ),
    N_(
        "The share registered fell from {before} to {now}, so the counts cannot be compared directly:"
        " the telephone shows {counted} answered calls, against {counted_before}."
    ),
)
UNKNOWN_UP, UNKNOWN_DOWN = (
    N_("{question}: “not known” rose from {before} to {now}, so changes in the other answers say little."),
    N_("{question}: “not known” fell from {before} to {now}, so changes in the other answers say little."),
)


def story(words: Wording) -> Iterator[str]:
    """Say in sentences what has clearly changed, what has moved for years, and where registration has."""
    if not words.statements.story and _all_compared(words.statements.told):
        yield words.language.text("The shares: no clear change.")
    yield from shares_changed(words)
    yield from trends(words)
    yield from registration(words)


def stands_out(words: Wording) -> bool:
    """Tell whether anything has changed, moved for years or come in an unusual number."""
    extremes, total = words.statements.extremes, words.statements.total.verdict
    told = (*shares_changed(words), *trends(words), *registration(words))
    return bool(told) or total in {"more", "fewer"} or bool(extremes and extremes.beyond_chance)


def changes_to(words: Wording, most: int) -> list[str]:
    """Say what the clearest changes of shares have led to: `barnevernet doblet til 14 %`."""
    return [change_said(words, TO, told) for told in words.statements.story[:most]]


def changes_among(words: Wording, questions: Collection[Question]) -> list[str]:
    """Say from what to what the shares of these questions have clearly changed, the clearest first."""
    told = (change for change in words.statements.story if change.question.question in questions)
    return [change_said(words, FROM_TO, change) for change in told]


def change_said(words: Wording, messages: Mapping[Growth, str], told: ChangeStatement) -> str:
    """Say how an answer has changed, in one of these messages."""
    answer = told.answer
    return words.language.text(
        messages[answer.growth],
        answer=named(words, told.question, answer),
        before=before_said(words, answer),
        now=words.language.percent(answer.share or 0),
    )


def named(words: Wording, question: QuestionStatement, answer: AnswerStatement) -> str:
    """Name an answer inside a sentence; a yes is known by what was asked."""
    if question.question.key in words.summary.form.highlight and answer.option.key == "yes":
        return words.highlight_inside
    if question.question.is_yes_or_no:
        return lower_first(heading(words, question.question))
    return spoken(words, answer) + BRIDGED * answer.bridged


def shares_changed(words: Wording) -> Iterator[str]:
    """Say which shares have clearly changed, and which perhaps by chance."""
    language, before = words.language, words.since_then
    if told := words.statements.story:
        said = language.listed([change_said(words, FROM_TO, change) for change in told])
        yield language.text("Clearly changed since {before}: {changes}.", before=before, changes=said)
    if perhaps := words.statements.perhaps:
        said = language.listed([change_said(words, FROM_TO, change) for change in perhaps])
        yield language.text("Perhaps by chance: {changes}.", changes=said)


def _all_compared(questions: Sequence[QuestionStatement]) -> bool:
    """Tell whether every share that is shown is compared with the year before."""
    shown = [answer for question in questions if question.has_shares for answer in question.compared_answers]
    return bool(shown) and all(answer.verdict in {"about", "unclear"} for answer in shown)


def trends(words: Wording) -> Iterator[str]:
    """Say what has risen or fallen through years, by its steps."""
    text, listed = words.language.text, words.language.listed
    if total := words.statements.total_trend:
        yield text(
            TRENDS[total.rises, total.steadily],
            what=upper_first(words.all_calls),
            first=total.values[0].year.name,
            steps=listed([words.language.number(value.total) for value in total.values]),
        )
    for question in words.statements.told:
        for answer in question.trends:
            if trend := answer.trend:
                yield text(
                    TRENDS[trend.rises, trend.steadily],
                    what=upper_first(named(words, question, answer)),
                    first=trend.values[0].year.name,
                    steps=_steps(words, [value.figure for value in trend.values]),
                )


def _steps(words: Wording, figures: Sequence[EarlierFigure]) -> str:
    return words.language.listed_percents([printed(words, figure) for figure in figures])


def registration(words: Wording) -> Iterator[str]:
    """Say where another part of the calls is registered than a year before, or of the answers known."""
    if told := words.statements.coverage:
        now, before, language = told.now, told.before, words.language
        rises = now.logged * before.counted > before.logged * now.counted
        yield language.text(
            COVERAGE_UP if rises else COVERAGE_DOWN,
            now=language.percent(now.logged / now.counted),
            before=language.percent(before.logged / before.counted),
            counted=language.number(now.counted),
            counted_before=language.number(before.counted),
        )
    for question in (*words.statements.told, *words.statements.added):
        if question.registration:
            yield _unknown(words, question, question.registration)


def _unknown(words: Wording, question: QuestionStatement, told: UnknownStatement) -> str:
    return words.language.text(
        UNKNOWN_UP if told.share > (told.earlier.share or 0) else UNKNOWN_DOWN,
        question=heading(words, question.question),
        now=words.language.percent(told.share),
        before=printed(words, told.earlier),
    )
