"""The command line: `vaktlogg demo | run | check | stats | report | import | import-log | export | …`."""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.config.config import Config, read_config
from bot.logs import keep_log
from reports.words.language import Language
from storage.fault import Fault

ConfigOption = Annotated[Path, typer.Option("--config", help="The config file.")]
FormOption = Annotated[str, typer.Option("--form", help="The form's key.")]
DEFAULT_CONFIG = Path("config.toml")
DAY = "%Y-%m-%d"

app = typer.Typer(
    help="The call log of a crisis centre's duty telephone, kept by tapping buttons in a chat.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
forms_app = typer.Typer(help="Work on forms.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(forms_app, name="forms")


def main() -> None:
    """Run a command; a fault ends it with one sentence on standard error and exit code 1."""
    try:
        sys.exit(app(standalone_mode=False))
    except typer.TyperException as error:
        typer.echo(error.format_message(), err=True)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Fault as fault:
        sys.exit(fault.sentence(Language("nb").text))


def _run(
    config: Config,
    work: Coroutine[Any, Any, str | None],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> None:
    """Run a command's work and print what it returns; a fault is printed in the config's language."""
    try:
        with asyncio.Runner(loop_factory=loop_factory) as runner:
            said = runner.run(work)
    except Fault as fault:
        sys.exit(fault.sentence(Language(config.language).text))
    if said is not None:
        typer.echo(said)


@app.command("run")
def run_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Run the bot until Ctrl-C."""
    import uvloop  # noqa: PLC0415 - the other commands start faster without Telegram

    from bot.run import run_until_stopped  # noqa: PLC0415 - the same

    settings = read_config(config)
    keep_log(logging.INFO, settings.token())
    _run(settings, run_until_stopped(settings, typer.echo), uvloop.new_event_loop)


@app.command("demo")
def demo_command(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The page's port; 0 takes a free one.")] = 8321,
    keep: Annotated[Path | None, typer.Option(help="Keep the records in this folder.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,  # noqa: FBT002 - typer's way
    handover: Annotated[int | None, typer.Option(min=1, max=480, help="End the shift in so many minutes.")] = None,
) -> None:
    """Open the practice desk: the real bot, a pretend Telegram, invented calls."""
    from bot.demo.desk import practise  # noqa: PLC0415 - the other commands start faster without it

    keep_log(logging.WARNING, "")
    asyncio.run(practise(port=port, keep=keep, browser=browser, handover=handover, say=typer.echo))


@app.command("check")
def check_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Look at config, forms, shifts, database, SQLite, token and chats, and say how each is."""
    from bot.cli.check import check  # noqa: PLC0415 - the same

    if not asyncio.run(check(config, typer.echo)):
        sys.exit(1)


@app.command("stats")
def stats_command(
    period: Annotated[str, typer.Argument(help="2016, 2016-07, 2016-T2 …")],
    form: FormOption = "call",
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: Annotated[bool, typer.Option("--json", help="Print the tally as JSON.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Print the figures of a period."""
    from bot.cli.stats import period_figures  # noqa: PLC0415 - the same

    settings = read_config(config)
    _run(settings, period_figures(settings, period, form, as_json=as_json))


@app.command("report")
def report_command(
    period: Annotated[str, typer.Argument(help="2016, 2016-07, 2016-T2 …")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")],
    form: FormOption = "call",
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write a period's picture and text into a folder."""
    from bot.cli.report import write_report  # noqa: PLC0415 - the same

    settings = read_config(config)
    _run(settings, write_report(settings, period, form, out, typer.echo))


@app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="A CSV file: occurred_at, question keys, outcome.")],
    form: FormOption = "call",
    map_file: Annotated[
        Path | None, typer.Option("--map", help="A TOML file that renames a foreign file.")
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Import records made elsewhere: all rows or none."""
    from bot.cli.import_records import import_records  # noqa: PLC0415 - the same

    settings = read_config(config)
    _run(settings, import_records(settings, file, form, map_file))


@app.command("import-log")
def import_log_command(
    file: Annotated[Path, typer.Argument(help="The telephone exchange's list of answered calls, as CSV.")],
    time: Annotated[
        list[str] | None, typer.Option("--time", help="The heading that tells the time; twice: day and clock.")
    ] = None,
    count: Annotated[
        str | None, typer.Option("--count", help="The heading that tells how many calls a day had.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Correct days that had more calls.")] = False,  # noqa: FBT002 - typer's way
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Learn from the telephone exchange how many calls there were: all days of the list or none."""
    from bot.cli.import_log import import_log  # noqa: PLC0415 - the same

    settings = read_config(config)
    work = import_log(settings, file, settings.now(), time=time or (), count=count, replace=replace)
    _run(settings, work)


@app.command("export")
def export_command(
    out: Annotated[Path, typer.Option("--out", help="A file that ends in .csv or .xlsx.")],
    form: FormOption = "call",
    first: Annotated[datetime | None, typer.Option("--from", formats=[DAY], help="The first day.")] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=[DAY], help="The last day.")] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write a form's records into a file, with a code list beside it."""
    from bot.cli.export import export  # noqa: PLC0415 - the same
    from storage.records.export import Stretch  # noqa: PLC0415 - the same

    settings = read_config(config)
    stretch = Stretch(first.date() if first else date.min, until.date() if until else date.max)
    _run(settings, export(settings, form, stretch, out))


@app.command("history")
def history_command(
    file: Annotated[Path | None, typer.Argument(help="A CSV file as --template prints it.")] = None,
    form: FormOption = "call",
    config: ConfigOption = DEFAULT_CONFIG,
    template: Annotated[bool, typer.Option("--template", help="Print a file to fill in.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Take in figures from reports of earlier years, to compare with."""
    from bot.cli.history import keep_history, template_for  # noqa: PLC0415 - the same

    settings = read_config(config)
    if file is None or template:
        typer.echo(template_for(settings, form))
    else:
        _run(settings, keep_history(settings, file, form))


@forms_app.command("check")
def check_form_command(
    file: Annotated[Path, typer.Argument(help="A form file.")],
) -> None:
    """Say whether a form file can be used, or what is wrong with it."""
    from bot.config.forms import check_form  # noqa: PLC0415 - the same

    typer.echo(check_form(file))
