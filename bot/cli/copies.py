"""`vaktlogg backup` and `vaktlogg backup-key`: making a copy now, and the key that copies are made for."""

import asyncio

import typer

from bot.cli.options import DEFAULT_CONFIG, ConfigOption, CopyFolderOption
from bot.config.config import read_config


def backup_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Make a copy."""
    from bot.cli.backup import backup  # noqa: PLC0415 - the other commands start faster without it

    typer.echo(asyncio.run(backup(read_config(config))))


def backup_key_command(config: ConfigOption = DEFAULT_CONFIG, folder: CopyFolderOption = None) -> None:
    """Make a key."""
    from bot.cli.backup_key import backup_key  # noqa: PLC0415 - the same

    backup_key(config, folder)
