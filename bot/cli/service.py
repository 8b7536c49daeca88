"""`vaktlogg service` and `vaktlogg health`: what starts Vaktlogg with the machine, and whether it works."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from bot.cli.options import DEFAULT_CONFIG, ConfigOption
from bot.config.config import Config, read_config
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.operations.heartbeat import Heartbeat

FRESH = timedelta(minutes=2)

UserOption = Annotated[
    str | None, typer.Option("--user", help=N_("The user that it runs as; without one systemd makes one."))
]


class NotWorking(Fault):
    """The bot does not run, or something in it hangs."""


def service_command(config: ConfigOption = DEFAULT_CONFIG, user: UserOption = None) -> None:
    """Print the unit."""
    from bot.host.installation import installed  # noqa: PLC0415 - the other commands start faster without it
    from bot.host.unit import unit  # noqa: PLC0415 - the same

    installation = installed(config, read_config(config), user)
    installation.check()
    typer.echo(unit(installation))


def health_command(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Say nothing where all goes round. Raises `NotWorking`, and the faults of the database."""
    beat = asyncio.run(_last_beat(read_config(config)))
    if beat is None or abs(datetime.now(UTC) - beat) > FRESH:
        raise NotWorking(N_("Vaktlogg does not run, or something in it hangs."))


async def _last_beat(config: Config) -> datetime | None:
    async with Database.open(config.database.path, must_exist=True) as database:
        return await Heartbeat(database).last()
