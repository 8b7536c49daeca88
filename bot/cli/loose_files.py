"""Files of an installation that the wrong people can get at, or the right ones cannot, and what mends it."""

import os
import shlex
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.config.config import Config
from storage.database.file_lock import lock_of
from storage.database.kept_copies import kept_copies
from storage.fault import N_, Fault
from storage.private_files import ROOT

OTHERS, OTHERS_WRITE, EVERYBODY = 0o077, 0o022, 0o007
"""What the group and all others may do, to write of that, and what all others may do."""


class LooseFiles(Fault):
    """Others than the owner can read or change what is the owner's alone."""


class ForeignFiles(Fault):
    """Files beside the database belong to another than their folder, so the bot may not be able to open them."""


def files_are_private(config: Config, path: Path, platform: str = sys.platform) -> bool:
    """Tell that nobody else can get at the files of the config at ``path``; False where modes do not tell it.

    Raises `LooseFiles` and `ForeignFiles`, with a command for each that others can read or change, or that belongs
    to another than the database's folder.
    """
    if platform == "win32":
        return False
    loose, foreign = list(_commands(config, path)), list(_given_back(config))
    if loose:
        words = N_("others than the owner can read or change some of them; this mends it: {commands}")
        raise LooseFiles(words, commands="; ".join([*loose, *foreign]))
    if foreign:
        words = N_("some belong to another user than their folder does; this mends it: {commands}")
        raise ForeignFiles(words, commands="; ".join(foreign))
    return True


def _commands(config: Config, path: Path) -> Iterator[str]:
    database, telegram = config.database.path, config.telegram
    journal = database.with_name(f"{database.name}-journal")
    kept = [copy.path for copy in kept_copies(database, config.now())]
    key = config.desk.key if config.desk else None
    password = config.mail.password_file if config.mail else None
    named = path if telegram.token else None
    secrets = [database, journal, *kept, telegram.token_file, named, key, password]
    yield from _mended("chmod 600", OTHERS, *secrets)
    yield from _mended("chmod 700", OTHERS, config.reports.folder, config.backup.folder)
    # Whoever may write to a folder can put another file in a file's place, and a config lets people in.
    folders = dict.fromkeys([database.parent, path.resolve().parent])
    yield from _mended("chmod go-w", OTHERS_WRITE, *folders, None if telegram.token else path)


def _given_back(config: Config) -> Iterator[str]:
    """Give the command for each file that belongs to another than the database's folder, which is not root's."""
    database = config.database.path.resolve()
    owner = _owner(database.parent)
    if owner is None or owner.st_uid == ROOT:
        return
    kept = [copy.path for copy in kept_copies(database, config.now())]
    for file in (database, database.with_name(f"{database.name}-journal"), lock_of(database), *kept):
        found = _owner(file)
        if found is not None and found.st_uid != owner.st_uid:
            yield f"sudo chown {owner.st_uid}:{owner.st_gid} {shlex.quote(str(file))}"


def _owner(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _mended(command: str, bits: int, *paths: Path | None) -> Iterator[str]:
    """Give the command for each path to which others have some of these rights."""
    return (f"{command} {shlex.quote(str(path))}" for path in paths if path and _allows(path, bits))


def _allows(path: Path, bits: int) -> bool:
    """Tell whether anybody but the owner has these rights to a file or a folder that is there."""
    found = _owner(path)
    if found is None:
        return False
    # What belongs to root, and is lent to our account through its group, is as it should be.
    lent = found.st_uid == ROOT and os.geteuid() != ROOT
    return bool(stat.S_IMODE(found.st_mode) & bits & (EVERYBODY if lent else OTHERS))
