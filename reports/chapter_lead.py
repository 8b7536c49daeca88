"""The leading answer of a question, as a part of all or as the one most often given."""

from collections.abc import Sequence

from reports.chapter_teller import Answer, Teller
from storage.fault import N_

NEAR = 0.02
"""A share is called a half where it is no more than this off."""

FRACTIONS = (
    (1 / 2, N_("About half of {them}, {n} of {base} ({share}), {told}.")),
    (1 / 3, N_("About a third of {them}, {n} of {base} ({share}), {told}.")),
    (2 / 3, N_("About two thirds of {them}, {n} of {base} ({share}), {told}.")),
    (1 / 4, N_("About a quarter of {them}, {n} of {base} ({share}), {told}.")),
    (3 / 4, N_("About three quarters of {them}, {n} of {base} ({share}), {told}.")),
)


def part(teller: Teller, answer: Answer) -> str:
    """Say `Omtrent halvparten av samtalene, 449 av 899 (50 %), gjaldt …`; empty where it is no such part."""
    share, text = answer.share, teller.words.language.text
    if share is None or teller.of_all:
        return ""
    said = facts(teller, answer)
    if answer.count == teller.tally.base:
        return text("All {them} ({n}) {told}.", **said)
    for fraction, message in FRACTIONS:
        if abs(share - fraction) <= NEAR:
            return text(message, **said)
    return text("Most of {them}, {n} of {base} ({share}), {told}.", **said) if share > FRACTIONS[0][0] else ""


def lead(teller: Teller, leaders: Sequence[Answer]) -> str:
    """Say `Flest samtaler gjaldt vold: 126 (34 %).`, of what only some were asked also of what that is a share."""
    words, percent = teller.words, teller.percent(leaders[0])
    if not teller.of_all or not percent:
        return f"{teller.most(leaders)}: {teller.counted(leaders)}."
    calls = words.calls(leaders[0].count)
    each = words.language.text("{n} each", n=calls) if len(leaders) > 1 else calls
    return words.language.text(
        "{most}: {calls}, which is {share} of all.", most=teller.most(leaders), calls=each, share=percent
    )


def facts(teller: Teller, answer: Answer) -> dict[str, str]:
    """Return the words for the places of a sentence about one answer."""
    number = teller.words.language.number
    return {
        "n": number(answer.count),
        "base": number(teller.tally.base),
        "share": teller.percent(answer),
        "them": teller.them,
        "told": teller.told([answer.name]),
    }
