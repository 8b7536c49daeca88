"""The commands about figures: `vaktlogg stats | report | history`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import options
from bot.cli.formats import formats_in
from bot.cli.work import run_work
from bot.config.config import read_config
from storage.fault import N_


def stats_command(  # noqa: PLR0913, PLR0917 - an option is an argument
    period: options.PeriodArgument,
    form: options.FormOption = "call",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    by: options.ByOption = None,
    as_json: options.JsonOption = False,  # noqa: FBT002 - typer's way
    as_csv: options.CsvOption = False,  # noqa: FBT002 - typer's way
    public: options.PublicOption = False,  # noqa: FBT002 - typer's way
    dry_run: options.DryRunOption = False,  # noqa: FBT002 - typer's way
) -> None:
    """Print the figures of a period."""
    from bot.cli.cross_table import cross_figures  # noqa: PLC0415 - the same
    from bot.cli.output import written_as  # noqa: PLC0415 - the same
    from bot.cli.stats import period_figures  # noqa: PLC0415 - the same

    settings, full = read_config(config), dry_run and not public
    written = written_as(as_json=as_json, as_csv=as_csv, full_dry_run=full)
    if public:
        from bot.cli.public_stats import PublicStats, public_figures  # noqa: PLC0415 - the same

        run_work(public_figures(settings, PublicStats(period, form, by, written, dry_run=dry_run)))
    elif by is None:
        run_work(period_figures(settings, period, form, written))
    else:
        run_work(cross_figures(settings, period, form, by, written))


def report_command(  # noqa: PLR0913, PLR0917 - an option is an argument
    period: options.PeriodArgument,
    out: options.FolderOption = None,
    form: options.OneFormOption = None,
    formats: options.FormatsOption = "",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    wide: options.WideOption = False,  # noqa: FBT002 - typer's way
    as_sent: options.AsSentOption = False,  # noqa: FBT002 - typer's way
    public: options.PublicOption = False,  # noqa: FBT002 - typer's way
    dry_run: options.DryRunOption = False,  # noqa: FBT002 - typer's way
    annual: options.AnnualOption = False,  # noqa: FBT002 - typer's way
    national: options.NationalOption = False,  # noqa: FBT002 - typer's way
) -> None:
    """Write a report."""
    from bot.cli.annual import AnnualRequest, write_annual  # noqa: PLC0415 - the same
    from bot.cli.report import ReportRequest, write_report  # noqa: PLC0415 - the same
    from reports.report_files import DOCUMENTS, FORMATS  # noqa: PLC0415 - the same

    settings = read_config(config)
    if annual or national:
        alone = not any((form, wide, as_sent))
        kinds = formats_in(formats, DOCUMENTS)
        asked = AnnualRequest(period, kinds, annual, national, alone, public, dry_run)
        run_work(write_annual(settings, asked, out))
        return
    request = ReportRequest(period, form, formats_in(formats, FORMATS), wide, as_sent, public, dry_run)
    run_work(write_report(settings, request, out))


def history_command(
    file: Annotated[Path | None, typer.Argument(help=N_("A CSV file as --template prints it."))] = None,
    form: options.FormOption = "call",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    template: Annotated[bool, typer.Option("--template", help=N_("Print a file to fill in."))] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Take in figures of earlier reports, or print a file to fill in."""
    from bot.cli.history import keep_history, template_for  # noqa: PLC0415 - the same

    settings = read_config(config)
    if file is None or template:
        typer.echo(template_for(settings, form))
    else:
        run_work(keep_history(settings, file, form))
