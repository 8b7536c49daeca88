"""Files of an installation that others than their owner can get at, and the commands that mend it."""

import os
import shlex
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.config.config import Config
from storage.database.kept_copies import kept_copies
from storage.fault import N_, Fault

OTHERS, OTHERS_WRITE, EVERYBODY = 0o077, 0o022, 0o007
"""What the group and all others may do, to write of that, and what all others may do."""


class LooseFiles(Fault):
    """Others than the owner can read or change what is the owner's alone."""


def files_are_private(config: Config, path: Path, platform: str = sys.platform) -> bool:
    """Tell that nobody else can get at the files of the config at ``path``; False where modes do not tell it.

    Raises `LooseFiles`, with a command for each that others can read or change.
    """
    if platform == "win32":
        return False
    if commands := "; ".join(_commands(config, path)):
        words = N_("others than the owner can read or change some of them; this mends it: {commands}")
        raise LooseFiles(words, commands=commands)
    return True


def _commands(config: Config, path: Path) -> Iterator[str]:
    database, telegram = config.database.path, config.telegram
    journal = database.with_name(f"{database.name}-journal")
    kept = [copy.path for copy in kept_copies(database, config.now())]
    secrets = [database, journal, *kept, telegram.token_file, path if telegram.token else None]
    yield from _mended("chmod 600", OTHERS, *secrets)
    yield from _mended("chmod 700", OTHERS, config.reports.folder, config.backup.folder)
    # Whoever may write to a folder can put another file in a file's place, and a config lets people in.
    folders = dict.fromkeys([database.parent, path.resolve().parent])
    yield from _mended("chmod go-w", OTHERS_WRITE, *folders, None if telegram.token else path)


def _mended(command: str, bits: int, *paths: Path | None) -> Iterator[str]:
    """Give the command for each path to which others have some of these rights."""
    return (f"{command} {shlex.quote(str(path))}" for path in paths if path and _allows(path, bits))


def _allows(path: Path, bits: int) -> bool:
    """Tell whether anybody but the owner has these rights to a file or a folder that is there."""
    try:
        found = path.stat()
    except OSError:
        return False
    # What belongs to root, and is lent to our account through its group, is as it should be.
    lent = found.st_uid == 0 and os.geteuid() != 0
    return bool(stat.S_IMODE(found.st_mode) & bits & (EVERYBODY if lent else OTHERS))
