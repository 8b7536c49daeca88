"""The phrases that all texts, pictures and documents share."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.analysis.period import Period
from reports.analysis.summary import Summary
from reports.statements.comparisons import Family
from reports.statements.counts import ShareStatement
from reports.statements.statements import Statements
from reports.words.counted import counted
from reports.words.language import Language, upper_first
from reports.words.period_name import period_name
from storage.fault import N_


@dataclass(frozen=True)
class Wording:
    """One summary in one language, ``judged`` already or when it is needed. All phrases fit inside a sentence."""

    summary: Summary
    language: Language
    judged: Family | None = None

    @cached_property
    def statements(self) -> Statements:
        """What may be said of the summary."""
        return Statements(self.summary, self.judged)

    def calls(self, n: int) -> str:
        """Say `75 samtaler`."""
        return counted(self.summary.form, n, self.language)

    @property
    def many(self) -> str:
        """Say `samtaler`."""
        noun = self.summary.form.counted
        return noun.many.in_language(self.language.code) if noun else self.language.text("records")

    @property
    def all_calls(self) -> str:
        """Say `samtalene`."""
        noun = self.summary.form.counted
        return noun.the.in_language(self.language.code) if noun and noun.the else self.language.text("the records")

    def highlighted(self, n: int) -> str:
        """Say `12 krisetelefoner`, or `Haster: 12` where the form has no noun for them."""
        noun = self.summary.form.highlighted
        return self.language.counted(noun, n) if noun else f"{self.highlight}: {self.language.number(n)}"

    @property
    def highlight(self) -> str:
        """Name what is counted beside the total: `Krisetelefoner`; empty where nothing was, in these days."""
        form, code = self.summary.form, self.language.code
        if not self.summary.highlights(self.summary.now.days):
            return ""
        if form.highlighted:
            return upper_first(form.highlighted.many.in_language(code))
        ((key, option),) = form.highlight.items()
        question = form.by_key[key]
        # A yes is known by what was asked.
        named = [question.label] if option == "yes" else [question.label, question.option(option).label]
        return " – ".join(name.in_language(code) for name in named)

    @property
    def highlight_inside(self) -> str:
        """Name what is highlighted as it stands inside a sentence: `krisetelefoner`, else a label as it is."""
        noun = self.summary.form.highlighted
        return noun.many.in_language(self.language.code) if noun and self.highlight else self.highlight

    @property
    def highlighted_many(self) -> str:
        """Name what is highlighted: `krisetelefoner`, or `«Haster»` where the form has no noun for it."""
        named = self.highlight_inside
        return named if self.summary.form.highlighted else self.language.quoted(named)

    def part(self, told: ShareStatement) -> str:
        """Say `1 av 6` where that is near enough, else `38 %`; nothing where there is no share.

        Beside a percentage of the year before it is one too, and where not all were asked it says of how many.
        """
        if told.share is None or (not told.share and told.share_before is None):
            return ""
        said = self.language.percent(told.share)
        if told.one_in and told.share_before is None:
            said = self.language.text("1 in {n}", n=self.language.number(told.one_in))
        if told.base == self.summary.now.outcomes["registered"]:
            return said
        answers = self.language.plural("{n} answer", "{n} answers", told.base)
        return self.language.text("{part} ({answers})", part=said, answers=answers)

    @property
    def last_year(self) -> str:
        """Say `i fjor`, or `året før` of a period that is not this year's."""
        this_year = self.summary.period.first.year == self.summary.today.year
        return self.language.text("last year") if this_year else self.language.text("the year before")

    @property
    def by_then(self) -> str:
        """Say `i fjor`, or `på samme tid i fjor` of a running period."""
        if self.summary.running:
            return self.language.text("at the same point {last_year}", last_year=self.last_year)
        return self.last_year

    @property
    def then(self) -> str:
        """Say `i oktober i fjor`, `på samme tid i fjor`, and of a year `i fjor`."""
        if self.summary.running or self.summary.period.kind == "year":
            return self.by_then
        return f"{self._in(self.summary.period, year=False)} {self.last_year}"

    @property
    def when(self) -> str:
        """Say `i oktober`, with the year where it is not this year's: `hittil i november`, `i 2016`."""
        period = self.summary.period
        other_year = period.kind == "days" or period.first.year != self.summary.today.year
        when = self._in(period, year=other_year)
        return self.language.text("so far {when}", when=when) if self.summary.running else when

    @property
    def when_in_full(self) -> str:
        """Say `i oktober 2026`, `hittil i november 2026`, so that it can be read in another year."""
        when = self._in(self.summary.period, year=True)
        return self.language.text("so far {when}", when=when) if self.summary.running else when

    @property
    def then_in_full(self) -> str:
        """Say `i oktober 2025`, of a running period `1.–22. nov. 2025`."""
        if self.summary.running:
            return self.compared_with
        return self._in(self.summary.period.a_year_before, year=True)

    def _in(self, period: Period, *, year: bool) -> str:
        text = self.language.text
        if period.kind == "month":
            return text("in {month}", month=self.language.month(period.name, year=year))
        if period.kind == "year":
            return text("in {year}", year=period.name)
        if period.kind == "days":
            name = N_("on {days}") if period.days.count == 1 else N_("in the period {days}")
            return text(name, days=self.name(period)) if year else text("in the same days")
        if period.kind == "quarter":
            name = text("in quarter {number}", number=period.number)
            return f"{name} {period.first.year}" if year else name
        if year:
            return text("in tertial {number} of {year}", number=period.number, year=period.first.year)
        return text("in tertial {number}", number=period.number)

    def name(self, period: Period) -> str:
        """Name a period, as `period_name` does."""
        return period_name(period, self.language)

    @property
    def heading(self) -> str:
        """Head a text: `2. tertial 2026 (mai–august)`, `November 2026, til og med 22. november`."""
        period, name = self.summary.period, upper_first(self.name(self.summary.period))
        if not self.summary.running or period.until == self.summary.now.days.after:
            return f"{name} ({self.months(period.months)})" if period.kind == "tertial" else name
        day = self.language.day_of_month(self.summary.now.days.last)
        return self.language.text("{period}, up to {day}", period=name, day=day)

    def months(self, months: Sequence[str]) -> str:
        """Name a stretch of months (`2026-05`) without their year: `mai–august`."""
        first, last = (self.language.month(month, year=False) for month in (months[0], months[-1]))
        return first if first == last else f"{first}–{last}"

    @property
    def before_name(self) -> str:
        """Name the days a year before: `oktober 2025`, `1.–22. nov. 2025`."""
        if not self.summary.running:
            return self.name(self.summary.period.a_year_before)
        days = self.summary.now.days.a_year_before
        return self.language.days(days.first, days.last)

    @property
    def until(self) -> str:
        """Say up to which day a running period is counted: `til 23. nov.`."""
        day = self.language.day_of_month_short(self.summary.now.days.last)
        return self.language.text("to {day}", day=day)

    @property
    def year_before(self) -> str:
        """Name the year compared with in one word: `2015`, of a period that lies in two years `året før`."""
        period = self.summary.period
        within = period.first.year == period.days.last.year
        return str(period.first.year - 1) if within else self.language.text("the year before")

    @property
    def since_then(self) -> str:
        """Name what something has changed since: `oktober 2025`, of a running period `samme tid i fjor`."""
        if not self.summary.running:
            return self.before_name
        return self.language.text("the same time {last_year}", last_year=self.last_year)

    @property
    def compared_with(self) -> str:
        """Name what is compared with and where it is from: `oktober 2025`, `2015, fra en tidligere årsrapport`."""
        before = self.summary.before
        if before is None or not before.typed:
            return self.before_name
        return self.language.text("{period}, from an earlier report", period=self.before_name)
