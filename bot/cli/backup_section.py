"""Putting the table `[backup]` into a config that people have written: everything else in it stays as it is."""

import json
import os
import re
import stat
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.config.config import Config
from storage.whole_file import write_whole

HEADING = re.compile(r"^\[backup\][ \t]*(?:#[^\r\n]*)?\r?\n", re.MULTILINE)


def with_backup(path: Path, recipients: Sequence[str], folder: Path) -> bool:
    """Write the table into the config; tell whether that could be done with everything else as it was."""
    real = path.resolve()
    try:
        before = real.read_bytes().decode()
        after = _with_lines(before, recipients, folder)
        if after is None or not _differ_in_backup_alone(real, before, after):
            return False
        _write(real, after.encode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError):
        return False
    return True


def _with_lines(written: str, recipients: Sequence[str], folder: Path) -> str | None:
    """Return the config with the lines in it; None where the table says something already."""
    lines = f"recipients = {json.dumps(recipients)}\nfolder = {json.dumps(str(folder), ensure_ascii=False)}\n"
    if tomllib.loads(written).get("backup"):
        return None
    if HEADING.search(written):
        return HEADING.sub(lambda heading: heading[0] + lines, written, count=1)
    end = "" if written.endswith("\n") or not written else "\n"
    return f"{written}{end}\n[backup]\n{lines}"


def _differ_in_backup_alone(path: Path, before: str, after: str) -> bool:
    old, new = (Config.model_validate(tomllib.loads(written), context=path.parent) for written in (before, after))
    return new.backup.folder is not None and new.model_copy(update={"backup": old.backup}) == old


def _write(path: Path, content: bytes) -> None:
    """Write the file, with the owner and the mode that it had: the bot's account may read it through a group."""
    had = path.stat()
    write_whole(path, content)
    if sys.platform != "win32":
        if (had.st_uid, had.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(path, had.st_uid, had.st_gid)
        path.chmod(stat.S_IMODE(had.st_mode))
