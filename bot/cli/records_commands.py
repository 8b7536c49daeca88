"""The commands about records: `vaktlogg import | import-log | export`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import options
from bot.cli.work import run_work
from bot.config.config import read_config
from storage.fault import N_


def import_command(  # noqa: PLR0913, PLR0917 - an option each
    file: Annotated[Path, typer.Argument(help=N_("CSV or a workbook: occurred_at, question keys, outcome."))],
    form: options.FormOption = "call",
    map_file: Annotated[
        Path | None, typer.Option("--map", help=N_("A TOML file that renames a foreign file."))
    ] = None,
    source: options.SourceOption = None,
    sheet: options.SheetOption = None,
    dry_run: options.ImportDryRunOption = False,  # noqa: FBT002 - typer's way
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    """Import records made elsewhere."""
    from bot.cli import dry_run as looking  # noqa: PLC0415 - the other commands start faster without it
    from bot.cli.import_records import ImportRequest, import_records  # noqa: PLC0415 - the same
    from bot.cli.import_tally import TallyRequest, keep_tally, tally_table  # noqa: PLC0415 - the same
    from storage.tallies.tally_map import is_tally_map  # noqa: PLC0415 - the same

    settings = read_config(config)
    if map_file is not None and is_tally_map(map_file):
        tally = TallyRequest(file, form, map_file, is_named=source is not None or sheet is not None)
        if dry_run:
            typer.echo(tally_table(settings, tally))
        else:
            run_work(keep_tally(settings, tally))
        return
    wanted = ImportRequest(file, form, map_file, source, sheet)
    run_work(looking.dry_run(settings, wanted) if dry_run else import_records(settings, wanted))


def map_command(
    file: Annotated[Path, typer.Argument(help=N_("A CSV file or a workbook, with columns of its own."))],
    out: Annotated[Path, typer.Option("--out", help=N_("The TOML file to write."))],
    form: options.FormOption = "call",
    sheet: options.SheetOption = None,
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    """Propose a map for somebody else's file."""
    from bot.cli.propose_map import propose_map  # noqa: PLC0415 - the same

    typer.echo(propose_map(read_config(config), file, form, out, sheet))


def import_log_command(
    file: Annotated[Path, typer.Argument(help=N_("The telephone exchange's list of answered calls, as CSV."))],
    time: options.TimeOption = None,
    count: options.CountOption = None,
    replace: options.ReplaceOption = False,  # noqa: FBT002 - typer's way
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    """Learn how many calls there were."""
    from bot.cli.import_log import import_log  # noqa: PLC0415 - the same

    settings = read_config(config)
    work = import_log(settings, file, settings.now(), time=time or (), count=count, replace=replace)
    run_work(work)


def export_command(  # noqa: PLR0913, PLR0917 - an option each
    out: Annotated[Path, typer.Option("--out", help=N_("A file that ends in .csv, .xlsx or .parquet."))],
    form: options.FormOption = "call",
    first: options.FirstDayOption = None,
    until: options.LastDayOption = None,
    rows: options.RowsOption = False,  # noqa: FBT002 - typer's way
    tidy: options.TidyOption = False,  # noqa: FBT002 - the same
    public: options.PublicOption = False,  # noqa: FBT002 - the same
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    """Write records, or counts of them, into a file."""
    from bot.cli.export import export  # noqa: PLC0415 - the same
    from bot.cli.export_counts import CountsFile, export_counts  # noqa: PLC0415 - the same
    from bot.cli.exported_files import NotExported  # noqa: PLC0415 - the same
    from storage.records.export import Stretch  # noqa: PLC0415 - the same

    settings = read_config(config)
    stretch = Stretch(first.date() if first else date.min, until.date() if until else date.max)
    if tidy:
        run_work(export_counts(settings, CountsFile(form, stretch, out, public)))
    elif public:
        raise NotExported(N_("Rows are never published: --public goes with --tidy, which writes counts alone."))
    else:
        run_work(export(settings, form, stretch, out, rows=rows))
