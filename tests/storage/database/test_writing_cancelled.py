"""Writes whose asker goes away: not begun, they are not run; begun, they are kept; nobody else notices."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database.connection import Database, DatabaseFault
from tests.storage.database.words import KEEP, QUICK, WORDS, answers_of, begun, kept, opened, own_rows


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """Open a database of words."""
    async with opened(tmp_path, QUICK) as database:
        yield database


async def _at(database: Database, statement: str) -> asyncio.Event:
    """Return what is set when the connection begins to run the statement."""
    begins, loop = asyncio.Event(), asyncio.get_running_loop()

    def watch(run: str) -> None:
        if run == statement:
            loop.call_soon_threadsafe(begins.set)

    async with database.reading() as connection:
        await connection.set_trace_callback(watch)
    return begins


@pytest.mark.parametrize("cancelled", [{0}, {10}, {19}, {0, 1, 2}, set(range(19)), set(range(20))], ids=str)
async def test_a_write_cancelled_while_it_waits_is_never_run_and_the_others_are(
    database: Database, cancelled: set[int]
) -> None:
    async with database.reading():
        tasks = [asyncio.create_task(database.write(KEEP, (word,))) for word in WORDS]
        await asyncio.sleep(0)
        for number in cancelled:
            tasks[number].cancel()
        await asyncio.sleep(0)
    answers = await answers_of(tasks)
    await database.write(KEEP, ("next",))

    others = [word for number, word in enumerate(WORDS) if number not in cancelled]
    assert [type(answers[number]) for number in cancelled] == [asyncio.CancelledError] * len(cancelled)
    assert [answer for number, answer in enumerate(answers) if number not in cancelled] == own_rows(others)
    assert kept(database) == [*others, "next"]


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", KEEP.replace("?", "'word 07'"), "COMMIT"])
@pytest.mark.parametrize("cancelled", [0, 10], ids=["the one that runs them", "one that waits for it"])
@pytest.mark.parametrize("times", [1, 3])
async def test_a_write_cancelled_once_it_has_begun_is_kept_and_the_others_are_kept_and_answered(
    database: Database, statement: str, cancelled: int, times: int
) -> None:
    begins = await _at(database, statement)
    tasks = await begun(database, *((KEEP, word) for word in WORDS))
    await begins.wait()
    for _ in range(times):
        tasks[cancelled].cancel()
        await asyncio.sleep(0)

    answers = await answers_of(tasks)

    assert isinstance(answers.pop(cancelled), asyncio.CancelledError)
    assert answers == own_rows([*WORDS[:cancelled], *WORDS[cancelled + 1 :]])
    assert kept(database) == WORDS


async def test_a_write_that_runs_alone_and_is_cancelled_is_kept(database: Database) -> None:
    begins = await _at(database, KEEP.replace("?", "'alone'"))
    task = asyncio.create_task(database.write(KEEP, ("alone",)))
    await begins.wait()
    task.cancel()

    await asyncio.wait([task])

    assert task.cancelled()
    assert kept(database) == ["alone"]


async def test_the_database_is_not_closed_before_writes_that_nobody_waits_for_are_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as database:
        begins = await _at(database, "BEGIN IMMEDIATE")
        tasks = await begun(database, *((KEEP, word) for word in WORDS))
        await begins.wait()
        for task in tasks:
            task.cancel()

    assert kept(database) == WORDS


@pytest.mark.parametrize("cancelled", [[0], [3], [0, 3, 5], [0, 1, 2, 3, 4, 5]], ids=str)
@pytest.mark.parametrize("refused", [set(), {0}, {4}], ids=str)
async def test_whenever_writes_are_cancelled_what_is_answered_is_what_is_kept(
    database: Database, cancelled: list[int], refused: set[int]
) -> None:
    for steps in range(61):
        words = [f"{'bad' if number in refused else 'good'} {steps} {number}" for number in range(6)]
        tasks = [asyncio.create_task(database.write(KEEP, (word,))) for word in words]
        for _ in range(steps):
            await asyncio.sleep(0)
        for number in cancelled:
            tasks[number].cancel()

        await asyncio.wait(tasks)

        found = [word for word in kept(database) if word in words]
        assert len(found) == len(set(found))
        for number, (word, task) in enumerate(zip(words, tasks, strict=True)):
            if task.cancelled():
                assert number in cancelled
            elif number in refused:
                assert isinstance(task.exception(), DatabaseFault)
            else:
                assert (task.result(), word in found) == ([(word,)], True)
