"""The command line: `vaktlogg demo | run | check | stats | report | import | import-log | export | …`."""

import asyncio
import faulthandler
import functools
import logging
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import options
from bot.cli.audit import audit_command
from bot.cli.copies import backup_command, backup_key_command
from bot.cli.figures_commands import history_command, report_command, stats_command
from bot.cli.forms_check import forms_app
from bot.cli.help import TranslatedCommand, TranslatedGroup, explain, language_for, translate
from bot.cli.imports import imports_command
from bot.cli.papers import papers_command
from bot.cli.records_commands import export_command, import_command, import_log_command, map_command
from bot.cli.releases import releases_command
from bot.cli.restoring import erase_command, restore_command
from bot.cli.service import health_command, service_command
from bot.cli.setting_up import init_command, invite_command
from bot.cli.work import run_work
from bot.config.config import read_config
from bot.logs import keep_log
from reports.words.language import Code
from storage.fault import N_, Fault

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


app = typer.Typer(
    cls=TranslatedGroup,
    context_settings=HELP,
    help=N_(
        "The call log of a crisis centre's duty telephone, kept in a browser or by tapping buttons in a chat."
    ),
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


@_command("run", help=N_("Run Vaktlogg until Ctrl-C."))
def _run_command(config: options.ConfigOption = options.DEFAULT_CONFIG) -> None:
    import uvloop  # noqa: PLC0415 - the other commands start faster without Telegram

    from bot.cli.check import findings  # noqa: PLC0415 - the same
    from bot.run import run_until_stopped  # noqa: PLC0415 - the same

    settings = read_config(config)
    keep_log(logging.INFO, settings.served().token or "")
    # Where the watchdog ends a program that hangs, the log then says at which lines.
    faulthandler.enable()
    checks = functools.partial(findings, config)
    run_work(run_until_stopped(settings, typer.echo, checks), uvloop.new_event_loop)


@_command(
    "demo", help=N_("Open the practice desk: the real program, its desk and a pretend Telegram, invented calls.")
)
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
    help=N_(
        "Look at config, forms, shifts, database, counts, SQLite, desk, token and chats, and say how each is."
    ),
)
def _check_command(
    config: options.ConfigOption = options.DEFAULT_CONFIG,
    recount: Annotated[bool, typer.Option("--recount", help=N_("Count anew from the records."))] = False,  # noqa: FBT002 - typer's way
) -> None:
    from bot.cli.check import check  # noqa: PLC0415 - the same

    if not asyncio.run(check(config, typer.echo, recount=recount)):
        sys.exit(1)


_command("stats", help=N_("Print the figures of a period."))(stats_command)
_command("report", help=N_("Write a period's picture and text into a folder."))(report_command)
_command("history", help=N_("Take in figures from reports of earlier years, to compare with."))(history_command)
_command("import", help=N_("Import records made elsewhere: all rows or none."))(import_command)
_command("map", help=N_("Propose a map for a file with columns of its own."))(map_command)
_command(
    "import-log",
    help=N_("Learn from the telephone exchange how many calls there were: all days of the list or none."),
)(import_log_command)
_command("export", help=N_("Write a form's records, or counts of them, into a file, with a code list."))(
    export_command
)
_command("imports", help=N_("List what has been imported, or take it back."))(imports_command)
_command("init", help=N_("Set up: be asked what the config needs, and get it written."))(init_command)
_command("invite", help=N_("Print a one-time link that lets somebody in."))(invite_command)
_command("restore", help=N_("Put an encrypted copy in the place of the database, which is kept."))(restore_command)
_command("erase", help=N_("Remove everything for good, after two yeses, and say what is out of reach."))(
    erase_command
)
_command("audit", help=N_("Print who did what to people, chats, files, settings and publications."))(audit_command)
_command("releases", help=N_("List what has been published, or withdraw it."))(releases_command)
_command("backup", help=N_("Make an encrypted copy of the database now."))(backup_command)
_command("backup-key", help=N_("Make the key for encrypted copies: a sheet for the safe, printed once."))(
    backup_key_command
)
_command(
    "papers",
    help=N_("Write the three papers to read, fill in and sign, and three one-page guides with pictures."),
)(papers_command)
_command("service", help=N_("Print a unit with which systemd starts Vaktlogg and keeps it running."))(
    service_command
)
_command("health", help=N_("End well if Vaktlogg runs and all in it goes round."))(health_command)
