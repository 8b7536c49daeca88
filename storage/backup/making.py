"""Making a copy: cleaned, encrypted, and put into its folder whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage.backup.cleaned_copy import CopyFailed, make_cleaned_copy
from storage.backup.copy_folder import copy_path
from storage.backup.encrypted_file import FIRST_LINE, encrypt
from storage.backup.workplace import workplace
from storage.fault import N_, why


@dataclass(frozen=True)
class CopyPlan:
    """Of which database copies are made, for which public keys, and where they go."""

    database: Path
    recipients: tuple[str, ...]
    folder: Path


@dataclass(frozen=True)
class MadeCopy:
    """A copy that is on the disk, and its size in bytes."""

    path: Path
    size: int


class UnknownCopy(CopyFailed):
    """The day's copy is there already and was made of another database, or of this one before a restore."""


class NoCopyFolder(CopyFailed):
    """The folder that copies go to is not there, or cannot be looked into."""


def make_copy(
    plan: CopyPlan, day: date, *, latest: date | None, stopped: Callable[[], bool] = lambda: False
) -> MadeCopy:
    """Make the copy of a local day, in the place of an earlier one of that day. Once ``stopped``, it ends soon.

    ``latest`` is the day of the latest copy that the database knows of; what it does not know is not replaced.
    The folder is not made: it would hide a share that is not connected. An earlier copy stays where
    anything fails. Raises `CopyFailed`, `CopyRunning`, `NoDatabase` and `UnusableKey`.
    """
    target = copy_path(plan.folder, day)
    try:
        with workplace(plan.database) as place:
            check_folder(plan.folder)
            if latest != day and target.is_file():
                raise UnknownCopy(
                    N_("Today’s copy is there already, and this database does not know of it: {path}. It stays."),
                    path=target,
                )
            cleaned = make_cleaned_copy(plan.database, place, day, stopped=stopped)
            return _encrypted(cleaned, target, plan.recipients, stopped)
    except OSError as error:
        words = N_("Beside the database {path} no copy can be made: {reason}.")
        raise CopyFailed(words, path=plan.database, reason=why(error)) from error


def check_folder(folder: Path) -> None:
    """Raise `NoCopyFolder` where the folder for copies is not there, or cannot be looked into."""
    try:
        if folder.is_dir():
            return
    except OSError as error:
        words = N_("The folder for copies cannot be used: {folder}: {reason}.")
        raise NoCopyFolder(words, folder=folder, reason=why(error)) from error
    words = N_("The folder for copies is not there: {folder}. Is its disk or share connected?")
    raise NoCopyFolder(words, folder=folder)


def _encrypted(cleaned: Path, target: Path, recipients: tuple[str, ...], stopped: Callable[[], bool]) -> MadeCopy:
    try:
        encrypt(cleaned, target, recipients, stopped=stopped)
        with target.open("rb") as file:
            begun = file.read(len(FIRST_LINE))
        size = target.stat().st_size
        least = cleaned.stat().st_size
    except OSError as error:
        words = N_("The copy {path} cannot be written: {reason}.")
        raise CopyFailed(words, path=target, reason=why(error)) from error
    if begun != FIRST_LINE or size <= least:
        raise CopyFailed(N_("The copy {path} is not what was written: its disk does not keep it."), path=target)
    return MadeCopy(target, size)
