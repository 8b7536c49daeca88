"""The line of `vaktlogg check` about copies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.config.config import Config
from reports.words.language import Language
from storage.backup.copy_folder import copies_in, strangers_in
from storage.backup.making import NoCopyFolder, check_folder
from storage.fault import N_, Fault, why
from storage.own_thread import in_own_thread
from storage.quoting import escaped

LONGEST = 10.0
"""Seconds that the folder may take to answer."""


class NoCurrentCopy(Fault):
    """The last copy is old, gone, or was never made."""


@dataclass(frozen=True)
class FolderContents:
    """The days of the copies in a folder, the oldest first, and the names of everything else there."""

    days: list[date]
    strangers: list[str]


async def copies_line(config: Config, language: Language, last: date | None) -> str:
    """Say how many copies there are, and what does not belong to them; ``last`` is the day of the last one made.

    Raises `NoCurrentCopy`, `NoCopyFolder` and `NoAnswer`.
    """
    folder = config.backup.folder
    if folder is None:
        return language.text(N_("not set up; “vaktlogg backup-key” begins"))
    found = await in_own_thread(lambda stopped: _contents(folder, stopped), LONGEST)
    if last is None:
        raise NoCurrentCopy(N_("none was made yet; “vaktlogg backup” makes one now."))
    if last not in found.days:
        raise NoCurrentCopy(N_("the last one was made on {day}, and is not in {folder}."), day=last, folder=folder)
    if (config.now().date() - last).days > 1:
        raise NoCurrentCopy(N_("the last one was made on {day}; it should be a day old at most."), day=last)
    words = N_("{n} in {folder}, the last one of {day}")
    line = language.text(words, n=language.number(len(found.days)), folder=folder, day=last)
    if found.strangers:
        names = ", ".join(map(escaped, found.strangers))
        line += language.text(N_("; what else lies there does not belong there: {names}"), names=names)
    return line


def _contents(folder: Path, _stopped: Callable[[], bool]) -> FolderContents:
    check_folder(folder)
    try:
        return FolderContents([copy.day for copy in copies_in(folder)], strangers_in(folder))
    except OSError as error:
        words = N_("The folder for copies cannot be used: {folder}: {reason}.")
        raise NoCopyFolder(words, folder=folder, reason=why(error)) from error
