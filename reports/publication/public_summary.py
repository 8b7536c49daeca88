"""A summary as it may be published: what a release hides is not in it, and marked as hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reports.analysis.baseline import Baseline
from reports.analysis.summary import EarlierYear, Summary, TallyComparison
from reports.publication.public_baseline import PublicBaseline, is_safe
from reports.publication.public_tally import public_months, public_tally
from reports.publication.release import Release
from reports.statements.answer_comparisons import told_options
from reports.statements.comparisons import Family, Key
from reports.statements.registration import coverage_change
from storage.fault import N_, Fault
from storage.forms.form import Form


class RecordsMoved(Fault):
    """Records have changed since a release was made ready."""


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
        # Beside the months of the same year, of which some may be hidden, their sum would tell of those.
        baseline = None if full.before is None or full.before.added else self._baseline(full.before)
        typed_total = None if full.typed_by_month else full.typed_total
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
            typed_total=typed_total if is_safe(typed_total, self.release.k) else None,
            years=tuple(self._years(baseline)),
            public=True,
            registered_otherwise=coverage_change(full.period_counts) is not None,
            hides_total=not (now.shows_total and is_safe(typed_total, self.release.k)),
            hidden_months=frozenset(hidden_months),
        )

    def check(self) -> None:
        """Raise `RecordsMoved` where the summary does not count what the release does."""
        now, counted = self.release.now, self.full.now
        same = now.total in {None, counted.total} and all(
            now.count(question, option) in {None, counted.questions[question.key].of(option)[0]}
            for question in self.full.form.crossable
            for option in question.counted_options
            if not option.unknown
        )
        if not same:
            raise RecordsMoved(N_("Records have changed in the meantime; nothing is published. Try again."))

    def judged(self, told: Family) -> Family:
        """Return what may be said of the changes and trends, given the family of what is told alone.

        Every answer counts among what they are judged with, told or not, so that nothing is called clear that is
        not when everything is known, and nothing that is hidden makes a difference.
        """
        questions = self.full.form.crossable
        changes = {(question.key, option.key) for question in questions for option in told_options(question)}
        trends = changes if len(self.full.years) > len(self.summary.years) else set[Key]()
        untold = (changes - told.comparisons.keys() if self.full.before else (), trends - told.trends.keys())
        return replace(told, untold=sum(map(len, untold)))

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
            elif year.figures.typed and not year.figures.added:
                yield EarlierYear(year.period, self._baseline(year.figures))
