"""Paths as systemd reads them in a unit: blanks, quotes, percent signs and dollars stand for themselves."""

from pathlib import Path

from storage.fault import N_, Fault
from storage.quoting import escaped

BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+@,=~^")


class UnusablePath(Fault):
    """A path cannot stand in a unit."""


def line(path: Path) -> str:
    """Return a path that is the rest of a line. Raises `UnusablePath`."""
    text = str(path)
    if not text.isprintable() or text != text.strip() or text.endswith("\\"):
        raise UnusablePath(
            N_("The path “{path}” cannot stand in a unit of systemd; give it a plainer name."), path=escaped(text)
        )
    return text.replace("%", "%%")


def word(path: Path, *, optional: bool = False) -> str:
    """Return one of several paths in a line; an ``optional`` one may be missing. Raises `UnusablePath`."""
    return _quoted(f"{'-' if optional else ''}{line(path)}")


def argument(path: Path) -> str:
    """Return a path as an argument of a command, where a dollar names a variable. Raises `UnusablePath`."""
    return word(path).replace("$", "$$")


def _quoted(text: str) -> str:
    if set(text) <= BARE | {"%"}:
        return text
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'
