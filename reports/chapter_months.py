"""The months of a chapter: the busiest and the quietest, for all calls and for the highlighted ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.chapter_phrases import highlighted_many
from reports.comparison import CLEAR, chance
from reports.period import Period
from reports.wording import Wording

FEW_MONTHS = 3
"""Highest and lowest are told of this many months or more."""

MOST_ALIKE = 2
"""Of more months alike than this none is named; and no more than this are named behind the highest."""


@dataclass(frozen=True)
class MonthCounts:
    """One kind of calls month by month (`2016-07`); only months that are over, three or more."""

    words: Wording
    counts: Mapping[str, int]

    def named(self, months: list[str]) -> str:
        """Say `i februar og august (7 hver)`."""
        language = self.words.language
        names = language.listed([language.month(month, year=False) for month in months])
        n = language.number(self.counts[months[0]])
        count = language.text("{n} each", n=n) if len(months) > 1 else n
        return language.text("in {months} ({count})", months=names, count=count)

    def alike(self, count: int) -> list[str]:
        """Return the months with so many calls; none where they are too many to name."""
        alike = [month for month, n in self.counts.items() if n == count]
        return alike if len(alike) <= MOST_ALIKE else []

    def followers(self) -> str:
        """Say `september (88) og januar (84)`: at most two next to a single highest month, above the mean."""
        language, mean = self.words.language, sum(self.counts.values()) / len(self.counts)
        ranked = sorted(self.counts, key=lambda month: -self.counts[month])
        for n in range(MOST_ALIKE, 0, -1):
            following, count = ranked[1 : 1 + n], self.counts[ranked[n]]
            if count > mean and count > self.counts[ranked[n + 1]]:
                told = [f"{language.month(m, year=False)} ({language.number(self.counts[m])})" for m in following]
                return language.listed(told)
        return ""

    def stand_out(self) -> bool:
        """Tell whether any month differs from the others taken together, though it was picked among so many."""
        calls, days = sum(self.counts.values()), {month: Period.named(month).days.count for month in self.counts}
        return any(
            chance(count, days[month], calls - count, sum(days.values()) - days[month]) * len(self.counts) < CLEAR
            for month, count in self.counts.items()
        )


def month_paragraphs(words: Wording) -> Iterator[str]:
    """Name the highest and lowest months, of all calls and of the highlighted; nothing of too few months."""
    told = [(said, kind.stand_out()) for many, kind in _kinds(words) if (said := _extremes(kind, many))]
    verdicts = {stand_out for _, stand_out in told}
    if len(verdicts) == 1:
        yield " ".join([*(said for said, _ in told), _swing(words, stand_out=verdicts.pop())])
    else:
        yield from (f"{said} {_swing(words, stand_out=stand_out)}" for said, stand_out in told)


def _kinds(words: Wording) -> Iterator[tuple[str, MonthCounts]]:
    """Give all calls and the highlighted ones, each under its name, by the months that are over."""
    months = {
        month: counted
        for month, counted in words.summary.course_known.items()
        if Period.named(month).after <= words.summary.now.days.after
    }
    if len(months) < FEW_MONTHS:
        return
    yield words.many, MonthCounts(words, {month: counted.total for month, counted in months.items()})
    if words.highlight:
        highlighted = {month: counted.highlighted for month, counted in months.items()}
        yield highlighted_many(words), MonthCounts(words, highlighted)


def _extremes(told: MonthCounts, many: str) -> str:
    """Say `Det kom flest samtaler i juli (98), fulgt av september (88), og færrest i februar (58).`."""
    text, counts = told.words.language.text, told.counts.values()
    most, fewest = told.alike(max(counts)), told.alike(min(counts))
    if not most or max(counts) == min(counts):
        return ""
    then = told.followers() if len(most) == 1 else ""
    if then:
        said = text(
            "There were most {many} {most}, followed by {then}", many=many, most=told.named(most), then=then
        )
    else:
        said = text("There were most {many} {most}", many=many, most=told.named(most))
    if fewest:
        said = text("{said}, and fewest {fewest}", said=said, fewest=told.named(fewest))
    return f"{said}."


def _swing(words: Wording, *, stand_out: bool) -> str:
    if stand_out:
        return words.language.text("The differences from month to month are larger than the usual swing.")
    return words.language.text("The differences from month to month are within the usual swing.")
