"""The files of an export: made in a folder beside their place, which they get once they are whole."""

import asyncio
import os
import sys
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from reports.excel.code_list import COLUMNS, code_list
from reports.parquet.description import FileDescription
from storage.fault import N_, Fault, why
from storage.forms.form import Form
from storage.private_files import private_opener
from storage.table_files.csv_writer import CsvWriter

CODES = "codes.csv"
OTHERS = 0o077
"""What is taken from the modes of what a writer's library makes."""


class NotExported(Fault):
    """The export could not be written."""


@dataclass(frozen=True)
class ExportFolder:
    """A folder on the same disk as ``out``, so that a finished file only has to get its name."""

    path: Path
    out: Path

    @classmethod
    @contextmanager
    def beside(cls, out: Path) -> Iterator["ExportFolder"]:
        """Make such a folder meanwhile. Raises `NotExported` where it, or anything in it, cannot be written."""
        try:
            with tempfile.TemporaryDirectory(prefix=".vaktlogg-", dir=out.parent) as path:
                yield cls(Path(path), out)
        except OSError as fault:
            raise NotExported(N_("{path} cannot be written: {reason}."), path=out, reason=why(fault)) from fault

    def open(self, name: str) -> TextIO:
        """Open a new file, its owner's alone."""
        return open(self.path / name, "x", encoding="utf-8", newline="", opener=private_opener)

    def write(self, name: str, rows: Iterable[Iterable[object]]) -> Path:
        """Write rows as CSV, and return where."""
        with self.open(name) as file:
            writer = CsvWriter(file)
            for row in rows:
                writer.write(row)
        return self.path / name

    def write_codes(self, form: Form) -> Path:
        """Write a form's code list, and return where."""
        return self.write(CODES, (COLUMNS, *code_list(form)))

    async def workbook(self, *sheets: Path) -> Path:
        """Make a workbook of CSV files, and return where. Raises `NotExported`."""
        return await self._made("reports.excel.export_file", "book.xlsx", sheets)

    async def parquet(self, rows: Path, described: FileDescription) -> Path:
        """Make a Parquet file of a CSV file, and return where. Raises `NotExported`."""
        with self.open("description.json") as file:
            file.write(described.json_text)
        return await self._made(
            "reports.parquet.export_file", "rows.parquet", (self.path / "description.json", rows)
        )

    async def _made(self, module: str, name: str, files: Iterable[Path]) -> Path:
        """Let a process of its own make a file: its library and the rows' memory go with it."""
        writer = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, self.path / name, *files, stderr=PIPE, umask=OTHERS
        )
        try:
            _, errors = await writer.communicate()
        except BaseException:
            writer.kill()
            await writer.wait()
            raise
        if writer.returncode:
            reason = errors.decode(errors="replace").strip().rpartition("\n")[2]
            raise NotExported(N_("{path} cannot be written: {reason}."), path=self.out, reason=reason)
        return self.path / name

    def hand_over(self, finished: Path, codes: Path | None = None) -> None:
        """Give a finished file its name, and a code list the one beside it. Raises `OSError`."""
        _put(finished, self.out)
        if codes:
            _put(codes, self.out.with_name(f"{self.out.stem}-{CODES}"))


def _put(finished: Path, path: Path) -> None:
    with finished.open("rb") as file:
        os.fsync(file.fileno())
    finished.replace(path)
