"""Which files an installation has made, by their names: no others are ever removed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.backup.copy_folder import UNFINISHED, copies_in
from storage.backup.workplace import workplace_of

from bot.config.config import Config
from storage.database.file_lock import lock_of
from storage.database.kept_copies import kept_copies, restoring_folder_of, with_companions

PERIOD = r"\d{4}(?:-(?:\d\d|T[1-3]|Q[1-4]))?|\d{4}-\d\d-\d\d--\d{4}-\d\d-\d\d"
REPORT = re.compile(rf"(?:\.part\.)?(?:{PERIOD})(?:-[a-z0-9_]+)*\.(?:png|txt|xlsx|docx|pdf|html)", re.ASCII)
"""What reports are called: `2026-10.png`, `2016-2-wide.png`, `2016-public.docx`."""


@dataclass(frozen=True)
class OwnFiles:
    """The files in the order in which they are removed, and the links among them, which are left."""

    files: list[Path]
    links: list[Path]


def own_files(config: Config, path: Path) -> OwnFiles:
    """Return every file of the config at ``path`` that is there. Raises `OSError`."""
    found = list(dict.fromkeys([*_of_database(config), *_in_folders(config), *_of_config(config, path)]))
    return OwnFiles(
        files=[file for file in found if file.is_file() and not file.is_symlink()],
        links=[file for file in found if file.is_symlink()],
    )


def _of_database(config: Config) -> Iterator[Path]:
    if config.database.path.is_symlink():
        yield config.database.path
    database = config.database.path.resolve()
    for whole in (database, *(copy.path for copy in kept_copies(database, config.now()))):
        yield from with_companions(whole)[::-1]
    for folder in (restoring_folder_of(database), workplace_of(database)):
        yield from _inside(folder)
    yield from (path for path in _inside(database.parent) if path.name.startswith(f".part.{database.name}."))


def _in_folders(config: Config) -> Iterator[Path]:
    for folder in (config.reports.folder, config.reports.public_folder):
        yield from (path for path in _inside(folder) if REPORT.fullmatch(path.name))
    if (folder := config.backup.folder) and not folder.is_symlink() and folder.is_dir():
        yield from (copy.path for copy in copies_in(folder))
        yield from (path for path in _inside(folder) if UNFINISHED.fullmatch(path.name))


def _inside(folder: Path | None) -> Iterator[Path]:
    """Yield what lies in a folder; a link to one is yielded itself."""
    if folder is not None and folder.is_symlink():
        yield folder
    elif folder is not None and folder.is_dir():
        yield from sorted(folder.iterdir())


def _of_config(config: Config, path: Path) -> Iterator[Path]:
    # With the config goes what all the rest is found by, so it comes last.
    yield lock_of(config.database.path)
    if config.telegram.token_file is not None:
        yield config.telegram.token_file
    yield path
