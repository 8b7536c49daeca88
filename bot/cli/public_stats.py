"""`vaktlogg stats --public`: the figures of a period as they may leave the house, noted as released."""

from dataclasses import dataclass

import typer

from bot.cli.console_audit import note_at_console
from bot.cli.cross_table import cross_pair
from bot.cli.output import NOTED, Written
from bot.cli.public_text import public_cross_text, public_text
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.period_parser import parse_period
from reports.publication.cross_cells import CrossCells
from reports.publication.listing import Contents
from reports.publishing import Publisher
from reports.statements.tidy_counts import tidy_counts
from reports.words.hidden import hidden_lines
from reports.words.language import Language
from reports.words.public_wording import public_wording
from reports.words.wording_reading import wording_of
from reports.worker.client import WorkerClient
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from storage.releases.ledger import Ledger


@dataclass(frozen=True)
class PublicStats:
    """What is to be published: the period as ``words`` name it, of a form, ``by`` two questions or all.

    A ``dry_run`` notes nothing.
    """

    words: str
    form: str
    by: str | None
    written: Written
    dry_run: bool


async def public_figures(config: Config, wanted: PublicStats) -> str:
    """Return figures that may be published, and note them as released. Raises a `Fault`.

    What is hidden is said on standard error before.
    """
    forms = forms_of(config)
    form, today = form_named(forms, wanted.form), config.now().date()
    period = parse_period(wanted.words, today=today)
    pair = None if wanted.by is None else cross_pair(form, wanted.by)
    contents = Contents() if pair is None else Contents(((pair[0].key, pair[1].key),), questions=False)
    worker, language = WorkerClient(), Language(config.language)
    async with Database.open(config.database.path, must_exist=True) as database:
        counts = Counts(database, telephone_of(forms).key)
        publisher = Publisher(counts, Ledger(database), worker, config.publication.k)
        try:
            draft = await publisher.draft(form, period, today, contents, before=pair is None)
        finally:
            await worker.close()
        if pair is None:
            full = await wording_of(counts, form, period, today, language)
            rows = tidy_counts((await public_wording(full, draft.release)).statements)
            told = public_text(form, period, rows, wanted.written, language)
        else:
            told = public_cross_text(CrossCells(draft.release, *pair), wanted.written, language)
        for line in hidden_lines(draft.release, language):
            typer.echo(line, err=True)
        if not wanted.dry_run:
            [number] = await publisher.note(draft)
            await note_at_console(config, database, "published", number, period.name)
            typer.echo(language.text(NOTED, number=number), err=True)
    return told
