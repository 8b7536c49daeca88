"""`vaktlogg restore` and `vaktlogg erase`: the commands that put another database in place, or none."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.config.config import read_config
from storage.fault import N_


def restore_command(
    file: Annotated[Path, typer.Argument(help=N_("An encrypted copy, vaktlogg-2026-11-30.age."))],
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Restore a copy."""
    from bot.cli.restore import restore  # noqa: PLC0415 - the other commands start faster without it

    restore(read_config(config), file)


def erase_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Remove everything."""
    from bot.cli.erase import erase  # noqa: PLC0415 - the same

    erase(read_config(config), config)
