"""What of one question is clearly otherwise than a year before, picked among its answers."""

from collections.abc import Iterator, Sequence

from reports.chapter_teller import Answer, Teller
from reports.comparison import CLEAR, chance, compare
from reports.language import capital


def changes(teller: Teller) -> Iterator[str]:
    """Say which answers clearly more or fewer gave than a year before; nothing where that cannot be compared."""
    if teller.by_yes:
        yield from _yes(teller)
        return
    days, text, then = teller.words.summary.now.days, teller.words.language.text, teller.words.then_in_full
    pairs = [(answer, answer.before) for answer in teller.answers() if answer.before is not None]
    clear = [
        (answer, before)
        for answer, before in pairs
        if chance(answer.count, days.count, before, days.a_year_before.count) * len(pairs) < CLEAR
    ]
    more = [(answer, before) for answer, before in clear if answer.count > before]
    fewer = [(answer, before) for answer, before in clear if answer.count <= before]
    if more:
        yield text("Clearly more than {then} {told}.", then=then, told=_told(teller, more))
    if more and fewer:
        yield text("Clearly fewer {told}.", told=_told(teller, fewer))
    elif fewer:
        yield text("Clearly fewer than {then} {told}.", then=then, told=_told(teller, fewer))
    yield from _about(teller, [answer for answer, before in pairs if (answer, before) not in clear])


def _about(teller: Teller, same: list[Answer]) -> Iterator[str]:
    """Say that the other answers are about as before: all, or by name where of some nothing is known."""
    text, then, answers = teller.words.language.text, teller.words.then_in_full, teller.answers()
    if not same:
        return
    if any(answer.before is None for answer in answers):
        names = teller.words.language.listed([answer.name for answer in same])
        yield capital(text("{answers} are about the same as {then}.", answers=names, then=then))
    elif len(same) < len(answers):
        yield text("Otherwise the figures are about the same as {then}.", then=then)
    else:
        yield text("The figures are about the same as {then}.", then=then)


def _yes(teller: Teller) -> Iterator[str]:
    """Say `Det er tydelig flere enn i 2015 (323, opp 36 %).`."""
    (yes,) = teller.answers()
    if yes.before is not None:
        words, days = teller.words, teller.words.summary.now.days
        change = compare(yes.count, days.count, yes.before, days.a_year_before.count)
        said = words.change(change, yes.before, words.then_in_full)
        yield words.language.text("That is {change}.", change=said)


def _told(teller: Teller, changed: Sequence[tuple[Answer, int]]) -> str:
    """Say `kom fra barnevernet (126, mot 63, opp 100 %)`."""
    return teller.told([f"{answer.name} {_difference(teller, answer, before)}" for answer, before in changed])


def _difference(teller: Teller, answer: Answer, before: int) -> str:
    language, days = teller.words.language, teller.words.summary.now.days
    parts = [
        language.number(answer.count),
        language.text("against {before}", before=language.number(before)),
    ]
    percent = compare(answer.count, days.count, before, days.a_year_before.count).percent
    if percent is not None:
        share = language.percent(abs(percent) / 100)
        parts.append(
            language.text("up {percent}", percent=share)
            if percent > 0
            else language.text("down {percent}", percent=share)
        )
    return f"({', '.join(parts)})"
