"""`vaktlogg forms check`: whether a form file can be used."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.help import TranslatedCommand, TranslatedGroup
from storage.fault import N_

forms_app = typer.Typer(
    cls=TranslatedGroup, help=N_("Work on forms."), no_args_is_help=True, rich_markup_mode=None
)


@forms_app.command(
    "check", cls=TranslatedCommand, help=N_("Say whether a form file can be used, or what is wrong with it.")
)
def _check_form_command(
    file: Annotated[Path, typer.Argument(help=N_("A form file."))],
) -> None:
    from bot.config.forms import check_form  # noqa: PLC0415 - the other commands start faster without it

    typer.echo(check_form(file))
