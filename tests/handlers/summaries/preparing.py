"""Summaries to prepare, of a centre's database."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.summaries.due import Bundle
from handlers.summaries.preparation import Summaries
from handlers.summaries.prepared import PreparedSummary
from reports.analysis.period import Period
from reports.analysis.restatement import as_reported
from reports.analysis.summary_reading import summary_of
from reports.report_files import ReportBuilder
from reports.reported_forms import ReportedForms
from reports.words.language import Code, Language
from reports.words.message import Circumstances
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.deliveries.chats import Report
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL
from tests.reports.quick_worker import QuickWorker
from tests.reports.summaries import LIMITS, PLAIN

TODAY = date(2026, 11, 3)
OCTOBER, NEWEST = Period.named("2026-10"), "2026-10"
REPORTS: Mapping[str, Report] = {"month": "monthly", "tertial": "tertial", "year": "annual"}


def open_summaries(
    database: Database, others: Sequence[Form] = (), form: Form = CALL, worker: WorkerClient | None = None
) -> Summaries:
    """Prepare summaries of ``form``, with a line for each of the ``others``."""
    counts = Counts(database)
    builder = ReportBuilder(counts, worker or QuickWorker(), LIMITS, "Krisesenteret")
    return Summaries(ReportedForms(form, tuple(others)), counts, builder, Language, LIMITS, others)


async def prepare(
    summaries: Summaries,
    name: str = NEWEST,
    code: Code = "nb",
    reported: Mapping[str, str] | None = None,
    today: date = TODAY,
) -> PreparedSummary:
    """Prepare the report of a period, which is the fifth."""
    period = Period.named(name)
    report = REPORTS[period.kind]
    told = Circumstances(report, 5)
    return await summaries.prepare(Bundle(report, period), code, told, today=today, reported=reported or {})


async def register(database: Database, *days: str, form: Form = CALL, name: str = "") -> None:
    """Keep a record of each of these days."""
    answers = PLAIN if form is CALL else {"who": "woman", "violence": ("mental",)}
    drafts = [Draft(form, day, "registered", answers, f"{name}{form.key}:{day}:{n}") for n, day in enumerate(days)]  # type: ignore[arg-type]
    await Records(database).save_all(drafts, now=Hour(TODAY, 12))


async def reported_tallies(database: Database, *names: str) -> dict[str, str]:
    """Return the tallies of these months as a report would have given them now."""
    summaries = {name: await summary_of(Counts(database), CALL, Period.named(name), TODAY) for name in names}
    return {name: as_reported(summary.now) for name, summary in summaries.items()}
