"""A year's workbook and chapter beside the three seconds they may take, the worker's start included."""

import time
from collections.abc import Awaitable, Callable

from reports.chapter.chapter import chapter
from reports.documents import ChapterFile
from reports.excel.workbook import workbook
from reports.worker.client import WorkerClient
from storage.figures.counts import AnswerCount
from tests.benchmark.rounds import Line
from tests.reports.summaries import CRISIS, PLAIN, months, reported, worded

ROUNDS = 5
PROMISE = 3000.0


async def a_workbook() -> Line:
    """Write the workbook of a year of nine hundred calls, each time by a new worker."""
    made = workbook(reported(worded("2025", _calls())), "Krisesenteret")
    return Line("a year's workbook", "the promise", await _took(lambda worker: worker.write(made)), [PROMISE], 1.0)


async def a_chapter() -> Line:
    """Write the chapter of a year of nine hundred calls, each time by a new worker."""
    told = chapter(reported(worded("2025", _calls())), "Krisesenteret")
    made = ChapterFile(chapter=told, format="docx")
    return Line("a year's chapter", "the promise", await _took(lambda worker: worker.write(made)), [PROMISE], 1.0)


def _calls() -> list[AnswerCount]:
    names = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    return months(*((name, 62) for name in names), answers=PLAIN) + months(
        *((name, 13) for name in names), answers=CRISIS
    )


async def _took(write: Callable[[WorkerClient], Awaitable[bytes]]) -> list[float]:
    worker, times = WorkerClient(), []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        await write(worker)
        times.append((time.perf_counter() - started) * 1000)
    await worker.close()
    return times
