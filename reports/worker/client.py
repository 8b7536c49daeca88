"""The worker's client: it starts one process when the first file is asked for."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from pydantic import TypeAdapter

from reports.analysis.grouped_answers import PairCounts
from reports.cross_count import CrossCount
from reports.documents import ChapterFigure, ChapterFile, Job, Workbook
from reports.papers.guide import GuideFile
from reports.papers.paper import PaperFile
from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart
from reports.pictures.drawing import Drawing
from reports.publication.problem import Problem, Suppression
from storage.fault import N_, Fault

WORKER: Sequence[str] = (sys.executable, "-m", "reports.worker")
SECONDS = 30.0
MOST_SECONDS = 600.0
"""How long it may take to find out what is to be hidden: many releases with cross tables take minutes."""

COUNTED = TypeAdapter(PairCounts)
DEATHS = (OSError, EOFError, ValueError)
"""What is raised when a worker has ended, or answers something unreadable."""


class NotRendered(Fault):
    """A picture, a document or a cross table could not be made."""


class WorkerClient:
    """Has files made and tables counted, one at a time.

    A worker that died is replaced, and one that wrote a document full of figures is ended.
    """

    def __init__(self, command: Sequence[str] = (), seconds: float = SECONDS) -> None:
        """Have them made by the program's own worker or by this command, each in at most so many seconds."""
        self._command = command or WORKER
        self._seconds = seconds
        self._worker: Process | None = None
        self._lock = asyncio.Lock()

    async def draw(self, chart: Chart | CrossChart) -> bytes:
        """Return the picture as PNG; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            return await self._in_time(chart)

    async def draw_svg(self, drawing: Drawing) -> bytes:
        """Return the picture as SVG; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            return await self._in_time(drawing)

    async def count(self, job: CrossCount) -> PairCounts:
        """Count a cross table; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            return COUNTED.validate_json(await self._in_time(job))

    async def protect(self, problem: Problem) -> Suppression:
        """Return what is to be hidden; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            try:
                async with asyncio.timeout(MOST_SECONDS):
                    told = await self._made(problem.model_dump_json().encode() + b"\n")
            except TimeoutError:
                raise NotRendered(
                    N_("It takes too long to find out what must be hidden: publish fewer cross tables.")
                ) from None
            return Suppression.model_validate_json(told)

    async def write(self, document: Workbook | ChapterFile) -> bytes:
        """Return the document as a file; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            try:
                return await self._in_time(document, longer=_figures(document))
            finally:
                # Documents are rare: the memory that writing one took is given back.
                await self._end()

    async def write_paper(self, paper: PaperFile | GuideFile) -> bytes:
        """Return the paper or the guide as a file; raise `NotRendered` where that fails or takes too long."""
        async with self._lock:
            return await self._in_time(paper)

    async def _in_time(self, job: Job, longer: float = 0) -> bytes:
        seconds = self._seconds + longer
        try:
            async with asyncio.timeout(seconds):
                return await self._made(job.model_dump_json().encode() + b"\n")
        except TimeoutError:
            raise NotRendered(N_("The chart took more than {n} seconds to draw."), n=f"{seconds:g}") from None

    async def close(self) -> None:
        """Wait for the file under way, then end the worker."""
        async with self._lock:
            await self._end()

    async def _made(self, job: bytes) -> bytes:
        if self._worker is not None:
            with suppress(*DEATHS):  # died since its last picture: a new one gets the job
                return await self._asked(job)
        try:
            return await self._asked(job)
        except DEATHS as death:
            raise NotRendered(N_("The drawing worker has died: {reason}."), reason=death) from death

    async def _asked(self, job: bytes) -> bytes:
        try:
            picture = await self._answer(await self._at_work(), job)
        except BaseException:
            # A worker left in the middle of an answer would give the rest of it to the next caller.
            await self._end()
            raise
        if isinstance(picture, str):
            raise NotRendered(N_("The chart could not be drawn: {reason}."), reason=picture)
        return picture

    async def _answer(self, worker: Process, job: bytes) -> bytes | str:
        if worker.stdin is None or worker.stdout is None:
            raise AssertionError
        worker.stdin.write(job)
        await worker.stdin.drain()
        header = json.loads(await worker.stdout.readuntil(b"\n"))
        if "fault" in header:
            return str(header["fault"])
        return await worker.stdout.readexactly(header["length"])

    async def _at_work(self) -> Process:
        if self._worker is None:
            # In a session of its own: Ctrl-C is for the bot, which then closes the worker's input. The bot's event
            # loop knows no `process_group`.
            self._worker = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, env=_environment(), start_new_session=True
            )
        return self._worker

    async def _end(self) -> None:
        """Kill the worker; it keeps no state."""
        worker, self._worker = self._worker, None
        if worker is not None:
            with suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()


def _figures(document: Workbook | ChapterFile) -> int:
    """Count the figures of a chapter, each of which may take a second longer: an annual report has fifty."""
    sections = document.chapter.sections if isinstance(document, ChapterFile) else ()
    return sum(isinstance(exhibit, ChapterFigure) for section in sections for exhibit in section.exhibits)


def _environment() -> dict[str, str]:
    """Return the environment without the bot's own variables, above all its token."""
    return {name: value for name, value in os.environ.items() if not name.startswith("VAKTLOGG_")}
