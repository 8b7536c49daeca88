"""A summary: a period's tally beside the same days of the year before, the year so far, and the months."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.analysis.dispersions import Dispersions
from reports.analysis.form_changes import comparable, in_use
from reports.analysis.period import MONTHS_IN, Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.tally import MonthTally, Tally, by_month, tally, tally_json
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import TOTAL, PrintedFigure, Typed
from storage.forms.form import Form
from storage.forms.question import Question


@dataclass(frozen=True)
class TallyComparison:
    """A tally beside the same days a year before; ``before`` is None where these are not known in full.

    ``coverage`` and ``coverage_before`` are what is known of the calls of each besides the records.
    """

    now: Tally
    before: Baseline | None
    coverage: Coverage = field(default_factory=Coverage)
    coverage_before: Coverage = field(default_factory=Coverage)


@dataclass(frozen=True)
class EarlierYear:
    """A year before, what is known of it, and of its calls besides the records."""

    period: Period
    figures: Baseline
    coverage: Coverage = field(default_factory=Coverage)


@dataclass(frozen=True)
class Summary:
    """Everything that is reported about a period.

    ``year`` is the year so far, None where the period says it already. ``months`` holds the months reported
    (a month's last twelve, else the period's own, of a stretch only if they are whole) and ``months_before``
    the same a year before; months that have not begun are in neither. ``use`` tells when the register was in use.
    ``late`` counts the period's calls that were registered more than a day after they came.
    ``typed_too`` names the period and the year before where they are counted from records though figures were
    typed in; ``typed_total`` is what an earlier report says of the period itself, which has no records, or what
    its months come to, if it is ``typed_by_month``.
    ``dispersions`` tell how much the register's months swing, and ``history`` has up to five years of whole ones.
    ``years`` are those before a year of which anything is known, nine at most, the oldest first. ``sent_in`` names
    the delivered report whose figures these are, where they are not today's. Of a
    ``public`` one figures may be hidden: ``hides_total`` tells that the total is, and ``hidden_months`` are those
    whose highlighted calls are; ``registered_otherwise`` tells that coverage has moved.
    """

    form: Form
    period: Period
    today: date
    period_counts: TallyComparison
    year: TallyComparison | None
    months: Mapping[str, MonthTally]
    months_before: Mapping[str, MonthTally]
    use: RegisterUse
    late: int
    typed_too: frozenset[str]
    typed_total: int | None
    dispersions: Dispersions
    history: Sequence[Tally]
    years: Sequence[EarlierYear]
    typed_by_month: bool = False
    sent_in: str = ""
    public: bool = False
    hides_total: bool = False
    hidden_months: frozenset[str] = frozenset()
    registered_otherwise: bool = False

    @property
    def now(self) -> Tally:
        """The period's own tally."""
        return self.period_counts.now

    @property
    def before(self) -> Baseline | None:
        """What is known of the same days a year before."""
        return self.period_counts.before

    @property
    def coverage(self) -> Coverage:
        """What is known of the period's calls besides the records."""
        return self.period_counts.coverage

    @property
    def highlighted_before(self) -> EarlierFigure | None:
        """The highlighted calls of the same days a year before; None where they cannot be compared."""
        same = all(map(self.comparable, self.highlighted_questions))
        return self.before.highlighted if self.before and same else None

    @property
    def highlighted_questions(self) -> list[Question]:
        """The questions whose answers highlight a call."""
        return [self.form.by_key[key] for key in self.form.highlight]

    def highlights(self, days: Days) -> bool:
        """Tell whether the form highlights anything that was asked on any of the days."""
        return bool(self.form.highlight) and all(in_use(q, days) for q in self.highlighted_questions)

    def comparable(self, question: Question) -> bool:
        """Tell whether a question was the same all the time from the year before until now."""
        return comparable(question, self.now.days.a_year_before, self.now.days)

    def known(self, month: str) -> bool:
        """Tell whether the register was in use in a month (`2016-07`)."""
        return self.use.touches(Period.named(month).days)

    def whole(self, month: str) -> bool:
        """Tell whether the register was in use on all days of a month (`2016-07`), as far as it has come."""
        return self.use.covers(Period.named(month).so_far(self.today))

    @property
    def interrupted(self) -> bool:
        """Whether the register was in use for a part of the days only, or of the same days a year before."""
        days = self.now.days
        return not (self.use.is_whole(days) and self.use.is_whole(days.a_year_before))

    @property
    def hides_anything(self) -> bool:
        """Whether any figure of it is hidden."""
        questions = any(told.hidden or told.hides_base for told in self.now.questions.values())
        return questions or bool(self.hides_total or self.hidden_months or (self.before and self.before.hidden))

    @property
    def running(self) -> bool:
        """Whether the period is not over."""
        return self.period.running(self.today)


@dataclass(frozen=True)
class SummaryRows:
    """What a summary is made from: the counts of `days_needed` and of the same days a year before.

    A year before in which the register was not in ``use`` all the time is not compared with. ``late`` counts the
    period's calls that were registered more than a day after they came. ``typed`` are figures of earlier reports,
    which stand in where a year before has no records. ``coverage`` has what is known of some days' calls, and
    ``tallies`` those that are made already.
    """

    now: Sequence[AnswerCount]
    before: Sequence[AnswerCount]
    use: RegisterUse
    late: int = 0
    typed: Typed = field(default_factory=dict)
    coverage: Mapping[Days, Coverage] = field(default_factory=dict)
    dispersions: Dispersions = field(default_factory=Dispersions)
    history: Sequence[Tally] = ()
    years: Sequence[EarlierYear] = ()
    tallies: Mapping[Days, Tally] = field(default_factory=dict)


def days_needed(period: Period, today: date) -> Days:
    """Return the days whose counts a summary is made from; those ``a_year_before`` are needed as well."""
    first = period.first if period.kind == "days" else min(_first_month(period), period.within("year").first)
    return Days(first, period.so_far(today).after)


def summarise(form: Form, period: Period, today: date, rows: SummaryRows) -> Summary:
    """Make the summary of a period from its rows."""
    end = period.so_far(today).after

    def against(told: Period) -> TallyComparison:
        days = Days(told.first, end)
        before = days.a_year_before
        coverage = (rows.coverage.get(days, Coverage()), rows.coverage.get(before, Coverage()))
        now = rows.tallies.get(days) or tally(form, told, rows.now, days)
        return TallyComparison(now, _before(form, told.a_year_before, rows, now), *coverage)

    year = period.within("year")
    days = Days(_first_month(period), end)
    months = _told_months(days) if period.kind == "days" else days.months
    here = against(period)
    typed_total = rows.typed.get(period.name, {}).get(TOTAL, PrintedFigure())
    return Summary(
        form=form,
        period=period,
        today=today,
        period_counts=here,
        year=against(year) if period.kind != "days" and year.first < period.first else None,
        months=by_month(form, months, rows.now),
        months_before=by_month(form, [Period.named(month).a_year_before.name for month in months], rows.before),
        use=rows.use,
        late=rows.late,
        typed_too=_typed_too(here, rows.typed),
        typed_total=None if here.now.total else typed_total.count,
        typed_by_month=typed_total.added,
        dispersions=rows.dispersions,
        history=rows.history,
        years=rows.years,
    )


def _typed_too(here: TallyComparison, typed: Typed) -> frozenset[str]:
    counted = [here.now.period.name] if here.now.total else []
    if here.before and not here.before.typed:
        counted.append(here.now.period.a_year_before.name)
    return frozenset(counted) & typed.keys()


def _before(form: Form, period: Period, rows: SummaryRows, now: Tally) -> Baseline | None:
    days = now.days.a_year_before
    if days.is_longer_than_a_year:  # it would be compared with itself
        return None
    if rows.use.covers(days):
        # A stretch with a gap in it is not compared: that would tell of the gap.
        whole = not now.total or rows.use.covers(now.days)
        counted = rows.tallies.get(days) or tally(form, period, rows.before, days)
        return Baseline.counted(form, counted) if whole else None
    if days == period.days and period.name in rows.typed:
        return Baseline.typed_in(form, rows.typed[period.name])
    return None


def _told_months(days: Days) -> tuple[str, ...]:
    """Return the months of a stretch of days; none where one is not whole, or two have one name."""
    return days.months if days.is_of_whole_months and len(days.months) <= MONTHS_IN["year"] else ()


def _first_month(period: Period) -> date:
    return period.later.a_year_before.first if period.kind == "month" else period.first


def summary_json(summary: Summary) -> dict[str, object]:
    """Return what `vaktlogg stats --json` prints: the tally, and the counts that coverage is known by."""
    return {**tally_json(summary.now), "coverage": asdict(summary.coverage)}
