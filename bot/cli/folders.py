"""Where files are written: only public versions go to the public folder."""

from pathlib import Path

from bot.config.config import Config
from storage.fault import N_, Fault, why
from storage.whole_file import write_whole


class NoFolder(Fault):
    """It was not said where to write."""


class NotWritten(Fault):
    """A file could not be written."""


class OnlyPublic(Fault):
    """What is not to be published was to be written to the public folder."""


def internal_path(config: Config, path: Path) -> Path:
    """Return a path that something internal is written to. Raises `OnlyPublic`."""
    public = config.reports.public_folder
    if public is not None and path.resolve().is_relative_to(public.resolve()):
        words = N_("{folder} is for public versions alone; nothing is written. Choose another folder.")
        raise OnlyPublic(words, folder=public)
    return path


def report_folder(config: Config, out: Path | None, *, public: bool) -> Path:
    """Return the folder that a report is written to. Raises `NoFolder` and `OnlyPublic`."""
    if public and (folder := out or config.reports.public_folder):
        return folder
    if out is None and public:
        raise NoFolder(N_("Say where to write: --out and a folder, or public_folder under [reports]."))
    if out is None:
        raise NoFolder(N_("Say where to write: --out and a folder."))
    return internal_path(config, out)


def write_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises `NotWritten`."""
    try:
        write_whole(path, content)
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
