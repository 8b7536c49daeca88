"""The lines of `vaktlogg check` about copies: the encrypted ones, and whole ones beside the database."""

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.config.config import Config
from reports.words.language import Language
from storage.backup.copy_folder import DailyCopy, copies_in, strangers_in
from storage.backup.making import NoCopyFolder, check_folder
from storage.database.kept_copies import kept_copies
from storage.fault import N_, Fault, why
from storage.own_thread import in_own_thread
from storage.quoting import escaped

LONGEST = 10.0
"""Seconds that the folder may take to answer."""


class NoCurrentCopy(Fault):
    """The last copy is old, gone, or was never made."""


class NotSetUp(Fault):
    """Nobody has said yet where copies go: that is no fault, but something to do."""


@dataclass(frozen=True)
class FolderContents:
    """The copies in a folder, the oldest first, and the names of everything else there."""

    copies: list[DailyCopy]
    strangers: list[str]


async def copies_line(config: Config, language: Language, last: date | None) -> str:
    """Say how many copies there are, and what does not belong to them; ``last`` is the day of the last one made.

    Raises `NotSetUp`, `NoCurrentCopy`, `NoCopyFolder` and `NoAnswer`.
    """
    folder = config.backup.folder
    if folder is None:
        if last is None:
            raise NotSetUp(N_("not set up; “vaktlogg backup-key” begins"))
        words = N_(
            "none are set up, though there have been some, the last one of {day}. Write into the config, under"
            " [backup], the public key of the sheet (recipients) and the folder; a new key: “vaktlogg backup-key”."
        )
        raise NoCurrentCopy(words, day=language.full_date(last))
    found = await in_own_thread(lambda stopped: _contents(folder, stopped), LONGEST)
    if last is None:
        raise _none_made(config, found)
    day = language.full_date(last)
    if last not in [copy.day for copy in found.copies]:
        words = N_("the last one was made on {day}, and is not in {folder}. “vaktlogg backup” makes one now.")
        raise NoCurrentCopy(words, day=day, folder=folder)
    if (config.now().date() - last).days > 1:
        words = N_(
            "the last one was made on {day}; it should be a day old at most. Does Vaktlogg run? “vaktlogg backup”"
            " makes one now, or says why it cannot."
        )
        raise NoCurrentCopy(words, day=day)
    words = N_("{n} in {folder}, the last one of {day}")
    line = language.text(words, n=language.number(len(found.copies)), folder=folder, day=day)
    if found.strangers:
        names = ", ".join(map(escaped, found.strangers))
        line += language.text("; what else lies there does not belong there: {names}", names=names)
    return line


async def copy_to_restore(config: Config, language: Language) -> str | None:
    """Name the newest copy where the database is gone or damaged; None where no copies are set up.

    Raises `NoCopyFolder` and `NoAnswer`.
    """
    folder = config.backup.folder
    if folder is None:
        return None
    found = await in_own_thread(lambda stopped: _contents(folder, stopped), LONGEST)
    if not found.copies:
        return language.text("none is in {folder}", folder=folder)
    return _newest(found.copies[-1]).sentence(language.text)


async def kept_copies_line(config: Config, language: Language) -> str | None:
    """Return which whole copies lie beside the database, and how to remove them; None where none do."""
    now = config.now()
    told = [
        language.plural(
            "{name} ({n} day old) holds hours and who registered; at once: rm {path}",
            "{name} ({n} days old) holds hours and who registered; at once: rm {path}",
            (now.date() - copy.day).days,
            name=copy.path.name,
            path=shlex.quote(str(copy.path)),
        )
        for copy in kept_copies(config.database.path, now)
    ]
    days = config.privacy.coarsen_days
    removed = language.plural("removed by Vaktlogg after {n} day", "removed by Vaktlogg after {n} days", days)
    return f"{removed}: {'; '.join(told)}" if told else None


def _none_made(config: Config, found: FolderContents) -> NoCurrentCopy:
    if found.copies and not config.database.path.exists():
        return _newest(found.copies[-1])
    if found.copies:
        words = N_(
            "none of this database was made yet, and those in {folder} are of another. “vaktlogg backup” makes"
            " one now."
        )
        return NoCurrentCopy(words, folder=config.backup.folder)
    return NoCurrentCopy(N_("none was made yet; “vaktlogg backup” makes one now."))


def _newest(copy: DailyCopy) -> NoCurrentCopy:
    """Return the sentence that names a copy, and the command that restores it."""
    words = N_("the newest one lies in the folder: stop Vaktlogg, and “vaktlogg restore {path}” restores it.")
    return NoCurrentCopy(words, path=shlex.quote(str(copy.path)))


def _contents(folder: Path, _stopped: Callable[[], bool]) -> FolderContents:
    check_folder(folder)
    try:
        return FolderContents(copies_in(folder), strangers_in(folder))
    except OSError as error:
        words = N_("The folder for copies cannot be used: {folder}: {reason}.")
        raise NoCopyFolder(words, folder=folder, reason=why(error)) from error
