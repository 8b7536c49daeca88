"""Preparing a summary: counting, wording in the place's language, drawing, documents and buttons."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.statistics.cross_choice import can_choose
from handlers.summaries.due import Bundle
from handlers.summaries.prepared import PreparedSummary
from handlers.tap.actions import (
    AskPublication,
    OfPeriod,
    SendChapter,
    SendWorkbook,
    ShowAbout,
    ShowChart,
    ShowProse,
    ShowTable,
)
from handlers.tap.cross_table_actions import ChooseRows
from handlers.view import Button, Rows, in_fitting_rows
from reports.analysis.period import Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.restatement import Restatement, as_reported
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.analysis.summary_reading import reading_of
from reports.report_files import ReportBuilder, ReportFiles
from reports.reported_forms import ReportedForms
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.words.message import Circumstances, message
from reports.words.report_wording import ReportWording
from reports.words.wording_reading import wording_of
from storage.fault import N_
from storage.figures.counts import Counts
from storage.forms.form import Form

LOG = logging.getLogger(__name__)
BUTTONS: Mapping[type[OfPeriod], str] = {
    ShowTable: N_("Table"),
    ShowProse: N_("Text"),
    ShowAbout: N_("About the figures"),
}
LOOKED_BACK = 12
"""How many earlier periods are checked for figures that have changed since their report."""


@dataclass(frozen=True)
class Summaries:
    """Prepares summaries of the form that a report is led by, with a line for each of the ``others``."""

    reported: ReportedForms
    counts: Counts
    builder: ReportBuilder
    language: Callable[[Code], Language]
    limits: Limits
    others: Sequence[Form] = ()

    @property
    def form(self) -> Form:
        """The form that is told in full."""
        return self.reported.main

    async def prepare(
        self,
        bundle: Bundle,
        code: Code,
        circumstances: Circumstances,
        *,
        today: date,
        reported: Mapping[str, str],
    ) -> PreparedSummary:
        """Prepare the summary of a bundle, with a line for each of its other periods.

        ``reported`` are the tallies of earlier reports, by period. Raises a `DatabaseFault`.
        """
        counts, language = self.counts, self.language(code)
        missed = [await self._counted(period, today) for period in bundle.older]
        within = [await self._counted(period, today) for _, period in bundle.within]
        others = [await wording_of(counts, form, bundle.period, today, language) for form in self.others]
        restated = await self._restated(bundle.period, today, reported)
        told = replace(circumstances, missed=missed, within=within, others=others, restated=restated)
        words = await wording_of(counts, self.form, bundle.period, today, language)
        report = self.reported.told(bundle.period, words, others)
        return PreparedSummary(
            name=report.name,
            message=message(words, told, self.limits),
            documents=await self._documents(report),
            with_workbook=bundle.period.kind != "month",
            rows=self.rows(bundle.period, words.language, today),
            tally=as_reported(words.summary.now),
            lines={summary.period.name: as_reported(summary.now) for summary in (*missed, *within)},
            restated=restated,
        )

    async def nothing_known(self, period: Period, today: date) -> bool:
        """Tell whether no form was in use in a period, or has a record or an earlier report of it."""
        for form in (self.form, *self.others):
            if await self._is_known(form, period, today):
                return False
        return True

    async def _counted(self, period: Period, today: date) -> Summary:
        """Count a period that is told in a line, and nothing beside it."""
        [counted] = await reading_of(self.counts, self.form, today).tallies_of([period])
        rows = SummaryRows((), (), RegisterUse(), tallies={counted.days: counted})
        return summarise(self.form, period, today, rows)

    async def _is_known(self, form: Form, period: Period, today: date) -> bool:
        days, reading = period.so_far(today), reading_of(self.counts, form, today)
        return (
            (await reading.use()).touches(days)
            or bool(await self.counts.history.of(form.key, [period.name]))
            or bool(await reading.together(days))  # of a declined call no day is known
        )

    async def _documents(self, report: ReportWording) -> ReportFiles:
        documents = await self.builder.build(report)
        for failure in documents.failures:
            LOG.error("A picture or a document could not be made: %s", failure)
        return documents

    async def _restated(self, newest: Period, today: date, reported: Mapping[str, str]) -> list[Restatement]:
        """Return the earlier periods whose figures have changed since they were reported."""
        periods = [newest.earlier]
        while len(periods) < LOOKED_BACK:
            periods.append(periods[-1].earlier)
        periods = [period for period in reversed(periods) if period.name in reported]
        tallies = await reading_of(self.counts, self.form, today).tallies_of(periods)
        changed = (Restatement.of(self.form, told, reported[told.period.name]) for told in tallies)
        return list(filter(None, changed))

    def rows(self, period: Period, language: Language, today: date) -> Rows:
        """Return the buttons below a period's summary."""
        texts = [Button(language.text(label), tap(self.form, period)) for tap, label in BUTTONS.items()]
        files = [Button(language.text("Excel"), SendWorkbook(self.form, period))]
        if period.kind == "year":
            files.append(Button(language.text("Word"), SendChapter(self.form, period)))
        if can_choose(self.form, period):
            files.append(Button(language.text("Cross table"), ChooseRows(self.form, period)))
        titles = ((form, form.title.in_language(language.code)) for form in self.others)
        charts = [Button(title, ShowChart(form, period)) for form, title in titles]
        public = Button(language.text("For publication"), AskPublication(self.form, period))
        return [texts, files, *in_fitting_rows(charts), *([] if period.running(today) else [[public]])]
