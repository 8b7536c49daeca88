"""Faults of the disk that pass: full, read-only, held by another program."""

import asyncio
import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.centre import Centre
from tests.faults.fault import Fault

MEBIBYTE = 2**20
TOLD_SECONDS = 60.0


@dataclass(frozen=True)
class DiskTroubled(Fault):
    """The disk refuses what is saved, for so many seconds and ``until_told`` everybody knows; a few times over."""

    seconds: float
    rounds: int = 1
    until_told: bool = True

    async def strike(self, centre: Centre) -> None:
        """Refuse, wait, and accept again."""
        for number in range(self.rounds):
            if number:
                await centre.each_registers(2, TOLD_SECONDS)
            async with centre.struck():
                with self.troubled(centre):
                    await asyncio.sleep(self.seconds)
                    if self.until_told:
                        await centre.each_is_refused(TOLD_SECONDS)

    @abstractmethod
    def troubled(self, centre: Centre) -> AbstractContextManager[None]:
        """Let the disk refuse meanwhile."""


@dataclass(frozen=True)
class Full(DiskTroubled):
    """The disk is full: a small one of its own in memory, or, where none can be mounted, a limit to each file."""

    name: str = "disk full"

    @contextlib.contextmanager
    def place(self, folder: Path) -> Iterator[Path]:
        """Mount a small disk where that is possible."""
        disk = folder / "disk"
        disk.mkdir()
        mounted = _runs("mount", "-t", "tmpfs", "-o", "size=32m,mode=700", "vaktlogg", str(disk))
        try:
            yield disk
        finally:
            if mounted:
                _runs("umount", "--lazy", str(disk))

    @contextlib.contextmanager
    def troubled(self, centre: Centre) -> Iterator[None]:
        """Fill the disk, or forbid the process to let any file grow."""
        disk = centre.database.parent
        if not disk.is_mount():
            with _files_cannot_grow(centre.program.pid):
                yield
            return
        filler = disk / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(MEBIBYTE) if _room(disk) > MEBIBYTE else bytes(512))
        try:
            yield
        finally:
            filler.unlink()


@dataclass(frozen=True)
class ReadOnly(DiskTroubled):
    """Database, journal and folder can only be read."""

    name: str = "read-only"

    @contextlib.contextmanager
    def place(self, folder: Path) -> Iterator[Path]:
        """Yield a folder that holds the database alone."""
        place = folder / "database"
        place.mkdir(mode=0o700)
        yield place

    @contextlib.contextmanager
    def troubled(self, centre: Centre) -> Iterator[None]:
        """Take the right to write from everything."""
        folder = centre.database.parent
        files = list(folder.iterdir())
        for path in (*files, folder):
            path.chmod(0o500 if path.is_dir() else 0o400)
        try:
            yield
        finally:
            for path in (folder, *files):
                path.chmod(0o700 if path.is_dir() else 0o600)


@dataclass(frozen=True)
class Held(DiskTroubled):
    """Another program holds the database for itself alone, which is not said before it has been waited for."""

    until_told: bool = False
    name: str = "locked by another program"

    @contextlib.contextmanager
    def troubled(self, centre: Centre) -> Iterator[None]:
        """Hold it."""
        with contextlib.closing(sqlite3.connect(centre.database, isolation_level=None, timeout=10)) as other:
            other.execute("BEGIN EXCLUSIVE")
            try:
                yield
            finally:
                other.execute("ROLLBACK")


def _room(disk: Path) -> int:
    return shutil.disk_usage(disk).free


@contextlib.contextmanager
def _files_cannot_grow(process: int) -> Iterator[None]:
    before = resource.prlimit(process, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)


def _runs(*command: str) -> bool:
    if os.getuid() != 0 or shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
