"""`vaktlogg releases`: what has been published, and withdrawing it."""

import asyncio
from collections.abc import Iterator

import typer

from bot.cli.console_audit import note_at_console
from bot.cli.options import DEFAULT_CONFIG, ConfigOption, ReasonOption, UnseenOption, WithdrawOption
from bot.config.config import Config, read_config
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.releases.ledger import Ledger, LedgerEntry


class NoReason(Fault):
    """A release is to be withdrawn without a word why, or a reason is given for none."""


def releases_command(
    config: ConfigOption = DEFAULT_CONFIG,
    withdraw: WithdrawOption = None,
    reason: ReasonOption = "",
    unseen: UnseenOption = False,  # noqa: FBT002 - typer's way
) -> None:
    """List the releases, or withdraw one."""
    settings = read_config(config)
    if withdraw is None:
        typer.echo(asyncio.run(list_releases(settings)))
    else:
        typer.echo(asyncio.run(withdraw_release(settings, withdraw, reason, unseen=unseen)))


async def list_releases(config: Config) -> str:
    """Return a line for each release. Raises a `DatabaseFault`."""
    language = Language(config.language)
    async with Database.open(config.database.path, must_exist=True) as database:
        entries = await Ledger(database).entries()
    return "\n".join(_lines(language, entries)) or language.text("Nothing has been published.")


async def withdraw_release(config: Config, number: int, reason: str, *, unseen: bool) -> str:
    """Withdraw a release for a reason, and say what that means. Raises a `Fault`."""
    if not reason.strip():
        raise NoReason(N_("--withdraw needs a --reason: it is kept in the list of releases."))
    async with Database.open(config.database.path, must_exist=True) as database:
        await Ledger(database).withdraw(number, config.now().date().isoformat(), reason.strip(), seen=not unseen)
        await note_at_console(config, database, "withdrawn", number)
    language = Language(config.language)
    if unseen:
        return language.text("Release {number} is withdrawn, and no longer counts.", number=number)
    return language.text(
        "Release {number} is withdrawn. What has been read cannot be unread: it still counts.", number=number
    )


def _lines(language: Language, entries: list[LedgerEntry]) -> Iterator[str]:
    for entry in entries:
        line = f"{entry.number}  {entry.day}  {entry.form}  {entry.period}  k = {entry.k}"
        if entry.withdrawn and entry.seen:
            words = N_("withdrawn {day}: {reason}")
            line += f"  {language.text(words, day=entry.withdrawn, reason=entry.reason)}"
        elif entry.withdrawn:
            words = N_("withdrawn unseen {day}: {reason}")
            line += f"  {language.text(words, day=entry.withdrawn, reason=entry.reason)}"
        yield line
