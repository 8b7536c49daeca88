"""`vaktlogg export --tidy`: counts by month as a file, in full or as they may be published."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import typer

from bot.cli.console_audit import note_at_console
from bot.cli.export import check_order
from bot.cli.exported_files import ExportFolder, NotExported
from bot.cli.folders import internal_path
from bot.cli.output import NOTED
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.period import Days, Period
from reports.analysis.summary_reading import reading_of
from reports.month_counts import MonthCount, counted_months, month_counts, public_month_counts
from reports.parquet.description import COUNT_COLUMNS, HIDDEN_COLUMN, FileOrigin
from reports.public_months import MonthDrafts, month_drafts
from reports.publishing import Publisher, check_stays, check_whole
from reports.words.hidden import hidden_lines
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.fault import N_
from storage.figures.counts import Counts
from storage.forms.form import Form, telephone_of
from storage.records.export import Stretch
from storage.releases.ledger import Ledger

COUNTS = "counts.csv"


@dataclass(frozen=True)
class CountsFile:
    """Which counts are asked for, and where they go: those of a form in these days, in full or ``public``."""

    form: str
    stretch: Stretch
    out: Path
    public: bool = False

    def check(self, config: Config) -> None:
        """Raise `NotExported` where such a file cannot be written, and `OnlyPublic` where not there."""
        if not self.public:
            internal_path(config, self.out)
        if self.out.suffix not in {".csv", ".parquet"}:
            raise NotExported(N_("A file of counts has to end in .csv or .parquet."))
        check_order(self.stretch)
        if month := next(_cut_months(self.stretch), None):
            words = N_("Counts are of whole months, and {month} would be cut: choose its first day, or its last.")
            raise NotExported(words, month=month)

    def days(self, today: date) -> Days:
        """Return the days to count; of what is ``public``, without a last one, the months that are over."""
        last = self.stretch.last
        if last == date.max:
            month = Period.containing(today, "month")
            return Days(self.stretch.first, max(self.stretch.first, month.first if self.public else month.after))
        return Days(self.stretch.first, last + timedelta(days=1))


async def export_counts(config: Config, wanted: CountsFile) -> str:
    """Write counts, never a row a record, and return in words of how many months. Raises a `Fault`.

    Then no file is touched. What is public is noted as released before the file gets its name, and what it hides
    is said on standard error. The files are their owner's alone.
    """
    forms, today = forms_of(config), config.now().date()
    form = form_named(forms, wanted.form)
    wanted.check(config)
    if wanted.public:
        _check_public(form, wanted.stretch, today)
    async with Database.open(config.database.path, must_exist=True) as database:
        counts = Counts(database, telephone_of(forms).key)
        months = await counted_months(reading_of(counts, form, today), wanted.days(today))
        if not wanted.public:
            rows = [row for month in months for row in month_counts(form, month.tally)]
            with ExportFolder.beside(wanted.out) as folder:
                finished, codes = await _finished(config, form, wanted, folder, rows)
                await note_at_console(config, database, "exported_counts", form.key)
                folder.hand_over(finished, codes)
            return _told(config, len(months))
        told = [month.tally.period for month in months if month.in_use or month.tally.total]
        await _publish(config, form, wanted, counts, told)
    return _told(config, len(told))


def _check_public(form: Form, stretch: Stretch, today: date) -> None:
    """Raise `NotWhole` of what is not to be published so."""
    check_stays(form, Period.containing(today, "month"))
    if stretch.last != date.max:
        check_whole(Period.containing(stretch.last, "month"), today)


async def _publish(config: Config, form: Form, wanted: CountsFile, counts: Counts, months: list[Period]) -> None:
    database, worker, language = counts.database, WorkerClient(), Language(config.language)
    publisher = Publisher(counts, Ledger(database), worker, config.publication.k)
    try:
        told = await month_drafts(publisher, form, months, config.now().date())
    finally:
        await worker.close()
    rows = [row for draft in told.drafts for row in public_month_counts(draft.release)]
    with ExportFolder.beside(wanted.out) as folder:
        finished, codes = await _finished(config, form, wanted, folder, rows)
        for draft in told.drafts:
            for line in hidden_lines(draft.release, language, before=False):
                typer.echo(line, err=True)
        await _note(config, publisher, told)
        folder.hand_over(finished, codes)


async def _note(config: Config, publisher: Publisher, told: MonthDrafts) -> None:
    numbers = await publisher.note(*told.new) if told.new else []
    for number, draft in zip(numbers, told.new, strict=True):
        await note_at_console(
            config, publisher.counts.database, "published", number, draft.release.now.period.name
        )
        typer.echo(Language(config.language).text(NOTED, number=number), err=True)


async def _finished(
    config: Config, form: Form, wanted: CountsFile, folder: ExportFolder, rows: list[MonthCount]
) -> tuple[Path, Path | None]:
    """Return the file as it was asked for, and the code list that is to lie beside it, if any."""
    columns = (*COUNT_COLUMNS, *(HIDDEN_COLUMN if wanted.public else ()))
    counts = folder.write(COUNTS, (columns, *(row.public_cells if wanted.public else row.cells for row in rows)))
    if wanted.out.suffix == ".csv":
        return counts, folder.write_codes(form)
    origin = FileOrigin(version("vaktlogg"), config.centre, form, wanted.stretch)
    return await folder.parquet(counts, origin.of_counts(public=wanted.public)), None


def _cut_months(stretch: Stretch) -> Iterator[str]:
    """Give the months that the stretch has a part of."""
    first, last = stretch.first, stretch.last
    if first.day != 1:
        yield f"{first:%Y-%m}"
    if last.day != monthrange(last.year, last.month)[1]:
        yield f"{last:%Y-%m}"


def _told(config: Config, months: int) -> str:
    return Language(config.language).plural(
        "Counts of {n} month exported.", "Counts of {n} months exported.", months
    )
