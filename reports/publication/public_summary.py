"""A summary as it may be published: what a release hides is not in it, and marked as hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reports.analysis.baseline import Baseline
from reports.analysis.summary import EarlierYear, Summary, TallyComparison
from reports.publication.public_baseline import PublicBaseline, is_safe
from reports.publication.public_tally import public_months, public_tally
from reports.publication.release import Release
from reports.statements.comparisons import Family, Key
from reports.statements.family import TOTAL
from storage.forms.form import Form


@dataclass(frozen=True)
class PublicSummary:
    """What may be told of a summary, given what a release of its period shows.

    Besides the release's figures it has nothing that is counted from records: no coverage, no year so far, no late
    entries, no calls without registration, and no other year than the one before and those of earlier reports.
    """

    full: Summary
    release: Release

    @cached_property
    def summary(self) -> Summary:
        """The summary without what is hidden."""
        full, now, before = self.full, self.release.now, self.release.before
        baseline = None if full.before is None else self._baseline(full.before)
        months = public_months(full.months, now)
        months_before = public_months(full.months_before, before) if months else {}
        hidden_months = [
            *(name for name in months if not now.shows_month(name, highlighted=True)),
            *(name for name in months_before if before and not before.shows_month(name, highlighted=True)),
        ]
        return replace(
            full,
            form=self._form,
            period_counts=TallyComparison(public_tally(self._form, full.now, now, months), baseline),
            year=None,
            months=months,
            months_before=months_before,
            late=0,
            typed_total=full.typed_total if is_safe(full.typed_total, self.release.k) else None,
            years=tuple(self._years(baseline)),
            public=True,
            hides_total=not (now.shows_total and is_safe(full.typed_total, self.release.k)),
            hidden_months=frozenset(hidden_months),
        )

    def family(self, judged: Family) -> Family:
        """Return what may be said of the summary's changes and trends, given how all of them were ``judged``."""
        return replace(
            judged,
            hidden_changes=frozenset(key for key in judged.comparisons if not self._tells_change(key)),
            hidden_trends=frozenset(key for key in judged.trends if not self._tells_trend(key)),
        )

    @cached_property
    def _form(self) -> Form:
        """The form, in which nothing is highlighted if it is hidden how many are."""
        form, now = self.full.form, self.release.now
        told = [(form.by_key[key], form.by_key[key].option(option)) for key, option in form.highlight.items()]
        if all(now.shows_answer(question, option) for question, option in told):
            return form
        return form.model_copy(update={"highlight": {}})

    def _baseline(self, full: Baseline) -> Baseline:
        return PublicBaseline(self._form, full, self.release.before, self.release.k).baseline()

    def _years(self, before: Baseline | None) -> Iterator[EarlierYear]:
        """Give the earlier years that are known from reports, and the one before."""
        for year in self.full.years:
            if before and year.period == self.full.period.a_year_before:
                yield EarlierYear(year.period, before)
            elif year.figures.typed:
                yield EarlierYear(year.period, self._baseline(year.figures))

    def _tells_change(self, key: Key) -> bool:
        now, before = self.summary.now, self.summary.before
        if before is None or self.summary.hides_total:
            return False
        if key == TOTAL:
            return before.total is not None
        question, option = key
        told = now.questions.get(question)
        shown = told is not None and not told.hides_base and option not in told.hidden
        return shown and (question, option) in before.answers.keys() - before.hidden

    def _tells_trend(self, key: Key) -> bool:
        """Tell whether every figure of a trend is told."""
        if len(self.summary.years) < len(self.full.years) or self.summary.hides_total:
            return False
        pairs = list(zip(self.summary.years, self.full.years, strict=True))
        if key == TOTAL:
            return all(told.figures.total == full.figures.total for told, full in pairs)
        question, option = key
        now = self.summary.now.questions[question]
        same = all(told.figures.figure(*key) == full.figures.figure(*key) for told, full in pairs)
        return same and not now.hides_base and option not in now.hidden
