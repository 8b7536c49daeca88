"""A chapter's paragraphs on the months: the highest and lowest, and whether they stand out."""

from collections.abc import Iterator

from reports.statements.months import ExtremesStatement
from reports.words.title import months_named
from reports.words.wording import Wording


def month_paragraphs(words: Wording) -> Iterator[str]:
    """Name the highest and lowest months, of all calls and of the highlighted ones."""
    kinds = [(words.many, words.statements.extremes)]
    if words.highlight:
        kinds.append((words.highlighted_many, words.statements.highlighted_extremes))
    told = [(_extremes(words, kind, many), kind.beyond_chance) for many, kind in kinds if kind and kind.most]
    verdicts = {beyond_chance for _, beyond_chance in told}
    if len(verdicts) == 1:
        yield " ".join([*(said for said, _ in told), _swing(words, beyond_chance=verdicts.pop())])
    else:
        yield from (f"{said} {_swing(words, beyond_chance=beyond_chance)}" for said, beyond_chance in told)


def _extremes(words: Wording, told: ExtremesStatement, many: str) -> str:
    """Say `Det var flest samtaler i juli (98), fulgt av september (88), og færrest i februar (58).`."""
    text, most = words.language.text, months_named(words, told, told.most)
    said = text("There were most {many} {most}", many=many, most=most)
    if told.followers:
        language = words.language
        followers = [
            f"{language.month(month, year=False)} ({language.number(told.counts[month])})"
            for month in told.followers
        ]
        then = language.listed(followers)
        said = text("There were most {many} {most}, followed by {then}", many=many, most=most, then=then)
    if told.fewest:
        said = text("{said}, and fewest {fewest}", said=said, fewest=months_named(words, told, told.fewest))
    return f"{said}."


def _swing(words: Wording, *, beyond_chance: bool) -> str:
    if beyond_chance:
        return words.language.text("The differences from month to month are larger than the usual swing.")
    return words.language.text("The differences from month to month are within the usual swing.")
