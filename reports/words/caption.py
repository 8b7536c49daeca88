"""The caption of a picture, and a second message where not everything fits in the caption."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.statements.questions import QuestionStatement
from reports.words.answers import figures, heading_with_note
from reports.words.changes import count_change, share_change
from reports.words.house import house_lines
from reports.words.limits import Limits, cut, units
from reports.words.notes import form_change_notes, notes, unusual_months
from reports.words.story import story
from reports.words.title import highest_and_lowest, title
from reports.words.wording import Wording
from storage.fault import N_

IN_THE_NEXT_MESSAGE = N_("All the figures are in the next message.")


@dataclass(frozen=True)
class Caption:
    """The caption of a picture, and a second text with all figures where they do not fit in it."""

    text: str
    figures: str | None


def caption(
    words: Wording, limits: Limits, notices: Sequence[str] = (), *, elsewhere: str = IN_THE_NEXT_MESSAGE
) -> Caption:
    """Tell everything that the picture shows, in a caption and, where it does not fit there, in a second text.

    ``notices`` are further lines about the period; ``elsewhere`` says where the second text is to be found.
    """
    headline, figures, beside = list(_headline(words)), list(_figures(words)), [*notices, *notes(words)]
    everything = _paragraphs(headline, figures, beside)
    if units(everything) <= limits.caption:
        return Caption(everything, None)
    beside.append(words.language.text(elsewhere))
    return Caption(_paragraphs(headline, beside), cut([words.heading, "", *figures], limits.text, words.language))


def everything(words: Wording, limits: Limits) -> str:
    """Tell everything in one text."""
    told = _paragraphs(list(_headline(words)), list(_figures(words)), list(notes(words)))
    return cut(told.split("\n"), limits.text, words.language)


def _paragraphs(*paragraphs: list[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _headline(words: Wording) -> Iterator[str]:
    total = words.statements.total
    yield words.heading
    if not total.count:
        yield title(words)
        return
    yield " – ".join(filter(None, [words.calls(total.count), count_change(words, total, words.then)]))
    if said := highlighted(words):
        yield said
    yield from story(words)
    if told := highest_and_lowest(words):
        yield told


def highlighted(words: Wording) -> str:
    """Say `12 krisetelefoner, 1 av 6 – omtrent samme andel som i fjor (18 %)`; nothing without a highlight."""
    told = words.statements.highlight
    if told is None:
        return ""
    said = ", ".join(filter(None, [words.highlighted(told.count), words.part(told)]))
    return " – ".join(filter(None, [said, share_change(words, told, words.last_year)]))


def _figures(words: Wording) -> Iterator[str]:
    yield from house_lines(words)
    yield from answer_lines(words, [*words.statements.questions, *words.statements.added])
    if words.summary.period.kind != "month" and words.summary.now.total and words.statements.months:
        yield _months(words)
    yield from unusual_months(words)
    if changes := " ".join(form_change_notes(words)):
        yield changes


def answer_lines(words: Wording, told: Sequence[QuestionStatement]) -> Iterator[str]:
    """Tell every figure of these questions, a line each, after what stands in parentheses."""
    if any(question.compared for question in told):
        yield words.language.text("In parentheses: {period}", period=words.compared_with)
    for question in told:
        answers = "; ".join(figures(words, answer) for answer in question.answers if not answer.empty)
        yield f"{heading_with_note(words, question)}: {answers}"


def _months(words: Wording) -> str:
    number, heading = words.language.number, words.language.text("Per month")
    if words.highlight:
        heading += f" ({words.many}/{words.highlight_inside})"
    return f"{heading}: " + " · ".join(
        f"{words.language.month_short(month.name)} {number(month.total)}"
        + (f"/{number(month.highlighted)}" if month.highlighted is not None else "")
        for month in words.statements.months
    )
