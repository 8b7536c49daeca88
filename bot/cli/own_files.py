"""Which files an installation has made, by their names: no others are ever removed."""

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.config.config import Config
from storage.backup.copy_folder import NAMED
from storage.backup.workplace import workplace_of
from storage.database.file_lock import lock_of, lock_of_token
from storage.database.kept_copies import kept_copies, restoring_folder_of, with_companions
from storage.fault import Fault

COPY = re.compile(rf"(?:\.part\.)?{NAMED.pattern}", re.ASCII)
PERIOD = r"\d{4}(?:-(?:\d\d|T[1-3]|Q[1-4]))?|\d{4}-\d\d-\d\d--\d{4}-\d\d-\d\d"
FORMATS = "png|txt|xlsx|docx|pdf|html"
KINDS = ("as-sent", "public", "wide")


@dataclass(frozen=True)
class OwnFiles:
    """The files in the order in which they are removed, and the links among them, which are left.

    ``missing`` is the folder for copies where it is not there: perhaps its share is not connected.
    """

    files: list[Path]
    links: list[Path]
    missing: Path | None = None


def own_files(config: Config, path: Path) -> OwnFiles:
    """Return every file of the config at ``path`` that is there. Raises `OSError`."""
    copies = config.backup.folder
    found = list(dict.fromkeys([*_of_database(config), *_in_folders(config), *_of_config(config, path)]))
    return OwnFiles(
        files=[file for file in found if file.is_file() and not file.is_symlink()],
        links=[file for file in found if file.is_symlink()],
        missing=copies if copies is not None and not copies.exists() else None,
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
    reports = report_names(config.forms.enabled)
    for folder, names in (
        (config.reports.folder, reports),
        (config.reports.public_folder, reports),
        (config.backup.folder, COPY),
    ):
        if folder is not None and folder.is_symlink():
            yield folder
        elif folder is not None:
            yield from (path for path in _inside(folder) if names.fullmatch(path.name))


def report_names(forms: Iterable[str]) -> re.Pattern[str]:
    """Return what reports of these forms are called: `2026-10.png`, `2016-call-2-wide.png`, `2016-public.docx`."""
    parts = "|".join([*map(re.escape, forms), *KINDS, "[2-9]"])
    return re.compile(rf"(?:\.part\.)?(?:{PERIOD})(?:-(?:{parts}))*\.(?:{FORMATS})", re.ASCII)


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []


def _of_config(config: Config, path: Path) -> Iterator[Path]:
    # With the config goes what all the rest is found by, so it comes last.
    yield lock_of(config.database.path)
    with contextlib.suppress(Fault):
        yield lock_of_token(config.token(), config.telegram.api_url)
    if config.telegram.token_file is not None:
        yield config.telegram.token_file
    if config.mail is not None and config.mail.password_file is not None:
        yield config.mail.password_file
    yield path.absolute()
