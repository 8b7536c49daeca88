"""Why a file could not be read or written, in words of ours."""

import errno
import re
from tomllib import TOMLDecodeError

from storage.fault import N_, Fault

REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("access is refused"),
    errno.EPERM: N_("access is refused"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EEXIST: N_("a file of that name is in the way"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
}

PLACE = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")
"""How tomllib tells where it stopped; at the end of a file it tells no line."""

TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate")
"""How tomllib begins where a key or a table stands twice."""


def why(error: OSError | UnicodeError | TOMLDecodeError) -> Fault:
    """Return the reason to be put in a sentence that names the file; a rare one as the system says it."""
    if isinstance(error, OSError):
        known = REASONS.get(error.errno) if error.errno is not None else None
        return Fault(known) if known else Fault("{reason}", reason=error.strerror or error)
    if isinstance(error, UnicodeError):
        return Fault(N_("it is not UTF-8 text"))
    return _of_toml(str(error))


def _of_toml(told: str) -> Fault:
    place = PLACE.search(told)
    if place is None:
        return Fault(N_("its end is not valid TOML; a quote or a bracket may be missing"))
    if told.startswith(TWICE):
        return Fault(N_("line {line} gives a key or a table a second time"), **place.groupdict())
    return Fault(N_("line {line}, character {column} is not valid TOML"), **place.groupdict())
