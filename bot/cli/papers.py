"""`vaktlogg papers`: the papers a public body has to have, and a guide for each role."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import options
from bot.cli.formats import formats_in
from bot.config.config import Config, read_config
from reports.words.language import Code
from storage.fault import N_


def papers_command(
    out: Annotated[Path, typer.Option("--out", help=N_("The folder to write to."))] = Path(),
    language: Annotated[
        Code | None, typer.Option("--language", help=N_("Another language than the config's."))
    ] = None,
    formats: Annotated[str, typer.Option("--format", help=N_("Only these formats: docx,pdf."))] = "",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    """Write the papers and the guides; without a config in the usual place, in bokmål and with its defaults."""
    from bot.cli.write_papers import PAPER_FORMATS, PapersRequest, write_papers  # noqa: PLC0415 - it starts faster

    settings = Config() if config == options.DEFAULT_CONFIG and not config.exists() else read_config(config)
    request = PapersRequest(out, formats_in(formats, PAPER_FORMATS) or PAPER_FORMATS, language)
    asyncio.run(write_papers(settings, request))
