"""How an annual report opens: what it tells of, how certain that is, and who wanted to be counted."""

from collections.abc import Iterator, Sequence

from reports.chapter.introduction import register_name
from reports.documents import ChapterSection
from reports.words.about import SMALL, UNVERIFIED
from reports.words.language import lower_first, upper_first
from reports.words.wording import Wording


def opening(parts: Sequence[Wording], centre: str) -> ChapterSection:
    """Return the introduction of a report of these registers."""
    words = parts[0]
    return ChapterSection(
        heading=_title(words),
        paragraphs=(" ".join(_about(parts, centre)), " ".join(_uncertainty(words)), *_consent(parts)),
        explanation=words.language.text("Write here what marked the year, or delete this line."),
    )


def _title(words: Wording) -> str:
    period, text = words.summary.period, words.language.text
    if period.kind == "year":
        return text("Annual statistics {year}", year=words.heading)
    return text("Statistics for {period}", period=words.name(period))


def _about(parts: Sequence[Wording], centre: str) -> Iterator[str]:
    language = parts[0].language
    named = language.listed([lower_first(register_name(words)) for words in parts])
    if centre:
        yield language.text("This report tells how {centre} was used.", centre=centre)
    yield language.text("It holds: {parts}.", parts=named)


def _uncertainty(words: Wording) -> Iterator[str]:
    text = words.language.text
    yield text(UNVERIFIED)
    yield text("Of those with whom the contact was short, less is known, and what is not known stands apart.")
    yield text("Questions have come and gone over the years; across such a change nothing is compared.")
    yield text("Brothers and sisters come together, so figures about children can swing much from year to year.")
    yield text(SMALL)


def _consent(parts: Sequence[Wording]) -> Iterator[str]:
    """Say how many were asked and did not want to be registered, of each register that has any."""
    language = parts[0].language
    told = []
    for words in parts:
        outcomes = words.summary.now.outcomes
        if declined := outcomes["declined"]:
            whole = outcomes["registered"] + outcomes["unspecified"] + declined
            told.append(
                language.text(
                    "{records}: {all} in all, of which {n} are registered with answers",
                    records=upper_first(words.many),
                    all=language.number(whole),
                    n=language.number(outcomes["registered"]),
                )
            )
    rule = language.text(
        "Everybody is asked whether anonymous answers may be registered. Of anyone who does not want that, only a"
        " count is kept, in the house also the nights; a refusal holds for the children as well."
    )
    yield " ".join([rule, *(f"{said}." for said in told)])
