"""`vaktlogg init` and `vaktlogg invite`: the commands that set up."""

import asyncio

import typer

from bot.cli.options import DEFAULT_CONFIG, ApiUrlOption, ConfigOption, RoleOption, SeatOption
from bot.config.config import read_config
from bot.config.sections import PUBLISHED_API


def init_command(config: ConfigOption = DEFAULT_CONFIG, api_url: ApiUrlOption = PUBLISHED_API) -> None:
    """Ask for what the config needs, and write it."""
    from bot.cli.init import init  # noqa: PLC0415 - the other commands start faster without Telegram

    init(config, api_url)


def invite_command(
    config: ConfigOption = DEFAULT_CONFIG, role: RoleOption = "staff", seat: SeatOption = None
) -> None:
    """Print an invitation."""
    from bot.cli.invite import invitation, role_named  # noqa: PLC0415 - the same
    from bot.cli.invite_browser import one_more_browser  # noqa: PLC0415 - the same

    if seat is not None:
        typer.echo(asyncio.run(one_more_browser(read_config(config), seat)))
        return
    typer.echo(asyncio.run(invitation(read_config(config), role_named(role))))
