"""Noting a public report at the console: what it hides is said first, and then its releases."""

import typer

from bot.cli.console_audit import note_at_console
from bot.cli.output import NOTED
from bot.config.config import Config
from reports.public_report import PublicDraft, PublicReports
from storage.database.connection import Database


async def noted_release(
    config: Config, database: Database, public: PublicReports, draft: PublicDraft, *, dry_run: bool
) -> bool:
    """Say on standard error what is hidden, and note the releases unless it is a dry run; tell whether they are.

    Raises a `Fault`.
    """
    words = draft.report.main
    for line in draft.said:
        typer.echo(line, err=True)
    if dry_run:
        typer.echo(words.language.text("A dry run: nothing is noted, and nothing is written."), err=True)
        return False
    for number in await public.note(draft):
        await note_at_console(config, database, "published", number, words.summary.period.name)
        typer.echo(words.language.text(NOTED, number=number), err=True)
    return True
