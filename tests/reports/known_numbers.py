"""The numbers that may be said of a summary, and those of a text that may not."""

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from decimal import Decimal

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.analysis.tally import Tally
from reports.statements.control_limits import latest_shift, run
from reports.words.about import SHARES
from reports.words.wording import Wording

GROUPED = re.compile(r"\d{1,3}(?:[\xa0,]\d{3})+(?!\d)|\d+")
NUMBER = rf"(?:{GROUPED.pattern})"
SEVERAL = rf"(?:(?:under |over )?{NUMBER}, )*(?:under |over )?{NUMBER} (?:og|and) (?:under |over )?"
PERCENT = re.compile(rf"(?:{SEVERAL})?{NUMBER}\xa0?%")
"""One percentage, or several with one sign: `14, 10 og 7 %`."""

POINTS = re.compile(rf"({NUMBER})\s(?:prosentpoeng|percentage point)")
ONE_IN = re.compile(rf"\b1(?:\xa0| )(?:av|in)(?:\xa0| )({NUMBER})")
DECIMALS = re.compile(r"\d+[.,]\d+")

FIXED = (SHARES, "Percentages are rounded, so they do not always add up to 100.")


@dataclass(frozen=True)
class Known:
    """What may be said: counts, percentages, percentage points, one in so many, and numbers of names and dates.

    ``printed`` are percentages with decimals, as an earlier report prints them; ``fixed`` are sentences that say
    of all percentages what they add up to.
    """

    counts: frozenset[int]
    percentages: frozenset[int]
    points: frozenset[int]
    ratios: frozenset[int]
    names: frozenset[int]
    printed: frozenset[str]
    fixed: frozenset[str]

    @classmethod
    def of(cls, words: Wording) -> "Known":
        """Collect them from a summary alone."""
        told = words.summary
        return cls(
            frozenset(_counts(told)),
            frozenset(_percentages(words)),
            frozenset(_points(told)),
            frozenset(_ratios(told)),
            frozenset(_name_numbers(words)),
            frozenset(_printed(words)),
            frozenset(map(words.language.text, FIXED)),
        )

    def strange(self, text: str) -> list[str]:
        """Return the numbers of a text that are none of them."""
        for sentence in self.fixed:
            text = text.replace(sentence, "")
        text = DECIMALS.sub(lambda said: "" if said[0] in self.printed else said[0], text)
        percentages = [number for said in PERCENT.findall(text) for number in GROUPED.findall(said)]
        odd = [said for said in percentages if number_in(said) not in self.percentages]
        text = PERCENT.sub("", text)
        # "1 in 6" is a part, "1 in 2024" a count of that year.
        for pattern, numbers in ((POINTS, self.points), (ONE_IN, self.ratios | self.names)):
            odd += [said for said in pattern.findall(text) if number_in(said) not in numbers]
            text = pattern.sub("", text)
        return odd + [said for said in GROUPED.findall(text) if number_in(said) not in self.counts | self.names]


def _tallies(told: Summary) -> list[Tally]:
    return [against.now for against in (told.period_counts, told.year) if against]


def _baselines(told: Summary) -> list[Baseline]:
    """Return all that is known of other years."""
    compared = [against.before for against in (told.period_counts, told.year) if against and against.before]
    return [*compared, *(year.figures for year in told.years)]


def _counts(told: Summary) -> Iterator[int]:
    yield told.late
    yield from filter(None, [told.typed_total])
    yield from (*astuple(told.coverage), *astuple(told.period_counts.coverage_before))
    if told.period.kind == "month":
        yield sum(month.outside for month in run(told))
        if shift := latest_shift(run(told)):
            yield shift.months
    yield from (len(question.options) for question in told.now.questions.values())
    for before in _baselines(told):
        yield from filter(None, (before.total, *(figure.count for figure in before.answers.values())))
    for tally in _tallies(told):
        yield from (tally.total, tally.highlighted, *tally.outcomes.values())
        for question in tally.questions.values():
            yield from (question.base, question.unknown, *question.options.values())
    for month in (*told.months.values(), *told.months_before.values()):
        yield from (month.total, month.highlighted)


def _shares(told: Summary) -> Iterator[float]:
    for tally in _tallies(told):
        for question in tally.questions.values():
            yield from (count / question.base for count in question.options.values() if question.base)
            if question.asked:
                yield question.unknown / question.asked


def _figures(told: Summary) -> Iterator[EarlierFigure]:
    for before in _baselines(told):
        yield from before.answers.values()


def _points(told: Summary) -> Iterator[int]:
    """Give the differences of two shares in percentage points, rounded once; a small one is under 1."""
    yield 1
    for key, option in ((q.key, option.key) for q in told.form.questions for option in q.options):
        question, earlier = told.now.questions[key], told.before and told.before.figure(key, option)
        if question.base and option in question.options and earlier and earlier.share is not None:
            yield round(abs(question.options[option] / question.base - earlier.share) * 100)


def _ratios(told: Summary) -> Iterator[int]:
    """Give what one is said to be one of: calls, and what is known of calls and shifts."""
    yield from (round(1 / share) for share in _shares(told) if share)
    yield from (told.coverage.counted, told.coverage.shifts, told.coverage.asked)
    yield told.period_counts.coverage_before.counted


def _percentages(words: Wording) -> Iterator[int]:
    told, percent = words.summary, words.language.percent
    shares = [*_shares(told), *(f.share for f in _figures(told) if f.share is not None and not _has_decimals(f))]
    known = [known for known in (told.coverage, told.period_counts.coverage_before) if known.counted]
    for share in (*shares, *(covered.logged / covered.counted for covered in known)):
        yield int(re.sub(r"\D", "", percent(share)))
    for against in filter(None, (told.period_counts, told.year)):
        if against.before and against.before.total:
            yield round(abs(against.now.total / against.before.total - 1) * 100)


def _printed(words: Wording) -> Iterator[str]:
    for figure in filter(_has_decimals, _figures(words.summary)):
        percent = Decimal() if figure.percent is None else figure.percent  # 0.0 is as good as any
        yield from DECIMALS.findall(words.language.printed_percent(percent))


def _has_decimals(figure: EarlierFigure) -> bool:
    return figure.percent is not None and int(figure.percent.as_tuple().exponent) < 0


def _name_numbers(words: Wording) -> Iterator[int]:
    told = words.summary
    names = [words.heading, words.compared_with, words.when_in_full, words.then_in_full, words.before_name]
    months = {*told.months, *(Period.named(month).a_year_before.name for month in told.months)}
    years = [year.period.name for year in told.years]
    for name in (*names, *years, *(words.language.month(month) for month in months)):
        yield from map(int, re.findall(r"\d+", name))


def number_in(text: str) -> int:
    """Return the last number of a text."""
    return int(re.sub(r"\D", "", GROUPED.findall(text)[-1]))
