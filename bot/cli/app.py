"""The command line: `vaktlogg demo | run | check | stats | report | import | import-log | export | …`."""

import asyncio
import functools
import logging
import sys
from collections.abc import Callable, Coroutine
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import options
from bot.cli.forms_check import forms_app
from bot.cli.help import TranslatedCommand, TranslatedGroup, explain, language_for, translate
from bot.cli.imports import imports_command
from bot.cli.releases import releases_command
from bot.config.config import read_config
from bot.logs import keep_log
from reports.words.language import Code
from storage.fault import N_, Fault

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


app = typer.Typer(
    cls=TranslatedGroup,
    context_settings=HELP,
    help=N_("The call log of a crisis centre's duty telephone, kept by tapping buttons in a chat."),
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(forms_app, name="forms")
_command = functools.partial(app.command, cls=TranslatedCommand)


def main() -> None:
    """Run a command; a fault ends it with one sentence on standard error and exit code 1.

    Everything is said in the language of the config that the line names.
    """
    words = sys.argv[1:]
    language = language_for(words, options.DEFAULT_CONFIG)
    command = typer.main.get_command(app)
    translate(command, language.text)
    try:
        sys.exit(command(standalone_mode=False, obj=language))
    except typer.TyperException as error:
        typer.echo(explain(error, words, language), err=True)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Fault as fault:
        sys.exit(fault.sentence(language.text))


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - typer's way
    if wanted:
        typer.echo(f"Vaktlogg {version('vaktlogg')}")
        raise typer.Exit


@app.callback()
def _vaktlogg(
    _version: Annotated[  # noqa: FBT002 - typer's way
        bool,
        typer.Option("--version", help=N_("Show the version and exit."), callback=_tell_version, is_eager=True),
    ] = False,
) -> None: ...


def _run(
    work: Coroutine[Any, Any, str | None],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> None:
    """Run a command's work and print what it returns."""
    with asyncio.Runner(loop_factory=loop_factory) as runner:
        said = runner.run(work)
    if said is not None:
        typer.echo(said)


@_command("run", help=N_("Run the bot until Ctrl-C."))
def _run_command(config: options.ConfigOption = options.DEFAULT_CONFIG) -> None:
    import uvloop  # noqa: PLC0415 - the other commands start faster without Telegram

    from bot.run import run_until_stopped  # noqa: PLC0415 - the same

    settings = read_config(config)
    keep_log(logging.INFO, settings.token())
    _run(run_until_stopped(settings, typer.echo), uvloop.new_event_loop)


@_command("demo", help=N_("Open the practice desk: the real bot, a pretend Telegram, invented calls."))
def _demo_command(
    port: Annotated[int, typer.Option(min=0, max=65535, help=N_("The page's port; 0 takes a free one."))] = 8321,
    keep: Annotated[Path | None, typer.Option(help=N_("Keep the records in this folder."))] = None,
    browser: Annotated[bool, typer.Option(help=N_("Open the page in the browser."))] = True,  # noqa: FBT002 - typer's way
    handover: Annotated[
        int | None, typer.Option(min=1, max=480, help=N_("End the shift in so many minutes."))
    ] = None,
    language: Annotated[Code, typer.Option(help=N_("The language of the desk."))] = "nb",
) -> None:
    from bot.demo.desk import Practice, practise  # noqa: PLC0415 - the other commands start faster without it

    keep_log(logging.WARNING, "")
    practice = Practice(language, port, keep, browser, handover)
    asyncio.run(practise(practice, say=typer.echo))


@_command(
    "check",
    help=N_("Look at config, forms, shifts, database, counts, SQLite, token and chats, and say how each is."),
)
def _check_command(
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    recount: Annotated[bool, typer.Option("--recount", help=N_("Count anew from the records."))] = False,  # noqa: FBT002 - typer's way
) -> None:
    from bot.cli.check import check  # noqa: PLC0415 - the same

    if not asyncio.run(check(config, typer.echo, recount=recount)):
        sys.exit(1)


@_command("stats", help=N_("Print the figures of a period."))
def _stats_command(  # noqa: PLR0913, PLR0917 - an option is an argument
    period: options.PeriodArgument,
    form: options.FormOption = "call",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    by: options.ByOption = None,
    as_json: options.JsonOption = False,  # noqa: FBT002 - typer's way
    as_csv: options.CsvOption = False,  # noqa: FBT002 - typer's way
    public: options.PublicOption = False,  # noqa: FBT002 - typer's way
    dry_run: options.DryRunOption = False,  # noqa: FBT002 - typer's way
) -> None:
    from bot.cli.cross_table import cross_figures  # noqa: PLC0415 - the same
    from bot.cli.output import written_as  # noqa: PLC0415 - the same
    from bot.cli.stats import period_figures  # noqa: PLC0415 - the same

    settings, full = read_config(config), dry_run and not public
    written = written_as(as_json=as_json, as_csv=as_csv, full_dry_run=full)
    if public:
        from bot.cli.public_stats import PublicStats, public_figures  # noqa: PLC0415 - the same

        _run(public_figures(settings, PublicStats(period, form, by, written, dry_run=dry_run)))
    elif by is None:
        _run(period_figures(settings, period, form, written))
    else:
        _run(cross_figures(settings, period, form, by, written))


@_command("report", help=N_("Write a period's picture and text into a folder."))
def _report_command(  # noqa: PLR0913, PLR0917 - an option is an argument
    period: options.PeriodArgument,
    out: options.FolderOption = None,
    form: options.OneFormOption = None,
    formats: options.FormatsOption = "",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    wide: options.WideOption = False,  # noqa: FBT002 - typer's way
    as_sent: options.AsSentOption = False,  # noqa: FBT002 - typer's way
    public: options.PublicOption = False,  # noqa: FBT002 - typer's way
    dry_run: options.DryRunOption = False,  # noqa: FBT002 - typer's way
) -> None:
    from bot.cli.report import ReportRequest, write_report  # noqa: PLC0415 - the same

    settings = read_config(config)
    request = ReportRequest(period, form, ReportRequest.formats_in(formats), wide, as_sent, public, dry_run)
    _run(write_report(settings, request, out))


@_command("import", help=N_("Import records made elsewhere: all rows or none."))
def _import_command(
    file: Annotated[Path, typer.Argument(help=N_("A CSV file: occurred_at, question keys, outcome."))],
    form: options.FormOption = "call",
    map_file: Annotated[
        Path | None, typer.Option("--map", help=N_("A TOML file that renames a foreign file."))
    ] = None,
    source: options.SourceOption = None,
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    from bot.cli.import_records import ImportRequest, import_records  # noqa: PLC0415 - the same

    settings = read_config(config)
    _run(import_records(settings, ImportRequest(file, form, map_file, source)))


_command("imports", help=N_("List what has been imported, or take it back."))(imports_command)


@_command(
    "import-log",
    help=N_("Learn from the telephone exchange how many calls there were: all days of the list or none."),
)
def _import_log_command(
    file: Annotated[Path, typer.Argument(help=N_("The telephone exchange's list of answered calls, as CSV."))],
    time: options.TimeOption = None,
    count: options.CountOption = None,
    replace: options.ReplaceOption = False,  # noqa: FBT002 - typer's way
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    from bot.cli.import_log import import_log  # noqa: PLC0415 - the same

    settings = read_config(config)
    work = import_log(settings, file, settings.now(), time=time or (), count=count, replace=replace)
    _run(work)


@_command("export", help=N_("Write a form's records into a file, with a code list beside it."))
def _export_command(
    out: Annotated[Path, typer.Option("--out", help=N_("A file that ends in .csv or .xlsx."))],
    form: options.FormOption = "call",
    first: options.FirstDayOption = None,
    until: options.LastDayOption = None,
    config: options.ConfigOption = options.DEFAULT_CONFIG,
) -> None:
    from bot.cli.export import export  # noqa: PLC0415 - the same
    from storage.records.export import Stretch  # noqa: PLC0415 - the same

    settings = read_config(config)
    stretch = Stretch(first.date() if first else date.min, until.date() if until else date.max)
    _run(export(settings, form, stretch, out))


@_command("history", help=N_("Take in figures from reports of earlier years, to compare with."))
def _history_command(
    file: Annotated[Path | None, typer.Argument(help=N_("A CSV file as --template prints it."))] = None,
    form: options.FormOption = "call",
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    template: Annotated[bool, typer.Option("--template", help=N_("Print a file to fill in."))] = False,  # noqa: FBT002 - typer's way
) -> None:
    from bot.cli.history import keep_history, template_for  # noqa: PLC0415 - the same

    settings = read_config(config)
    if file is None or template:
        typer.echo(template_for(settings, form))
    else:
        _run(keep_history(settings, file, form))


_command("releases", help=N_("List what has been published, or withdraw it."))(releases_command)
