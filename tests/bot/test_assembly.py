"""Putting the bot together: it knows what the config and the database say, and leaves nothing open behind."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.assembly import Intervals, Parts, assembled
from bot.config.config import Config
from bot.config.sections import Access, DatabaseSection, Forms, Logging, Privacy, Telegram
from bot.telegram.transport import Timeouts
from reports.pictures.card import card
from reports.words.language import Code
from reports.worker.client import WorkerClient
from storage.database.connection import PRAGMAS, Database, DatabaseReadOnly
from storage.database.faults import DamagedAtStart
from storage.database.last_poll import LastPoll
from storage.deliveries.chats import Chats
from storage.fault import Fault
from storage.hour import Hour
from storage.records.retention import Retention
from tests.bot.chat_desk import LEADER, NOON, STRANGER, TOKEN, Clock, Desk, bot_of
from tests.reports.summaries import months, worded
from tests.storage.binding import bind
from tests.storage.rows import pragma, rows

DRAWS_ONE_BYTE = (
    sys.executable,
    "-c",
    "import sys\nfor _ in sys.stdin: print('{\"length\": 1}\\nP', end='', flush=True)",
)
GROUP = -1001
NOWHERE = "http://telegram.invalid/bot"
AT_ONCE = Intervals(timeouts=Timeouts(pauses=()))
"""A call that fails is not tried again."""


def _config(folder: Path, *, api_url: str = NOWHERE, forms: Forms | None = None, language: Code = "nb") -> Config:
    return Config(
        language=language,
        telegram=Telegram(token=TOKEN, api_url=api_url),
        database=DatabaseSection(path=folder / "vaktlogg.db"),
        access=Access(leaders=[LEADER]),
        logging=Logging(own_hours=7),
        privacy=Privacy(coarsen_days=3),
        forms=forms or Forms(),
    )


@pytest.mark.parametrize(("language", "word"), [("nb", "Tabell"), ("en", "Table")])
async def test_the_bot_is_put_together_as_the_config_says(tmp_path: Path, language: Code, word: str) -> None:
    intervals = Intervals(deliver=7.0, timeouts=Timeouts(read=3.5))
    async with assembled(_config(tmp_path, language=language), TOKEN, Clock(), intervals=intervals) as parts:
        assert parts.language.text("Table") == word
        assert parts.forgetting.retention == Retention(own_hours=7, coarsen_days=3)
        assert parts.intervals is intervals
        assert bot_of(parts).request.read_timeout == 3.5
        assert parts.people.stores.seats.accounts == {LEADER: "leader"}
        assert parts.database.path == tmp_path / "vaktlogg.db"
        assert bot_of(parts).token == TOKEN


async def test_it_speaks_to_the_address_of_the_config_with_the_token(desk: Desk) -> None:
    async with assembled(desk.config, TOKEN, desk.clock) as parts:
        await bot_of(parts).initialize()

        assert bot_of(parts).username == "vaktlogg_bot"
    assert [request.method for request in desk.telegram.requests] == ["getMe"]


async def test_it_goes_through_the_proxy_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: asyncio.Queue[bytes] = asyncio.Queue()

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.put_nowait(await reader.readline())
        writer.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    monkeypatch.setenv("http_proxy", f"http://{host}:{port}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with server, assembled(_config(tmp_path), TOKEN, Clock()) as parts:
        asking = asyncio.create_task(bot_of(parts).initialize())
        first = await asked.get()
        asking.cancel()
        await asyncio.wait([asking])

    assert first == b"CONNECT telegram.invalid:80 HTTP/1.1\r\n"


async def _used(parts: Parts, worker: WorkerClient) -> Process:
    """Have the worker draw and the bot call, so that there is something to close; return the worker's process."""
    await bot_of(parts).initialize()
    assert await worker.draw(card(worded("2026-10", months(("2026-10", 75))))) == b"P"
    assert worker._worker
    return worker._worker


async def _is_closed(parts: Parts, process: Process) -> bool:
    with pytest.raises(ValueError, match="Connection closed"):
        await parts.database.read("SELECT 1")
    with pytest.raises(NetworkError, match="The connection is closed"):
        await bot_of(parts).get_me()
    return process.returncode is not None


async def test_database_worker_and_connections_are_closed_afterwards(desk: Desk) -> None:
    worker = WorkerClient(DRAWS_ONE_BYTE)

    async with assembled(desk.config, TOKEN, desk.clock, intervals=AT_ONCE, worker=worker) as parts:
        process = await _used(parts, worker)
        assert process.returncode is None

    assert await _is_closed(parts, process)


async def test_they_are_closed_too_when_the_bot_fails(desk: Desk) -> None:
    worker = WorkerClient(DRAWS_ONE_BYTE)
    left: list[tuple[Parts, Process]] = []

    async def fail() -> None:
        async with assembled(desk.config, TOKEN, desk.clock, intervals=AT_ONCE, worker=worker) as parts:
            left.append((parts, await _used(parts, worker)))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    assert [await _is_closed(*one) for one in left] == [True]


async def _assemble(config: Config, pragmas: tuple[str, ...] = PRAGMAS) -> None:
    async with assembled(config, TOKEN, Clock(), pragmas=pragmas):
        pass


async def test_a_form_that_cannot_be_used_is_a_fault_before_there_is_a_database(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="nowhere"):
        await _assemble(_config(tmp_path, forms=Forms(enabled=["nowhere"])))

    assert os.listdir(tmp_path) == []  # noqa: PTH208 - only whether it is empty


async def test_a_database_that_cannot_be_used_is_a_fault_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "vaktlogg.db"
    file.write_bytes(b"no database " * 100)

    with pytest.raises(
        DamagedAtStart, match=f"^The database {file} is damaged .file is not a database. and is left as it is"
    ):
        await _assemble(_config(tmp_path))

    assert file.read_bytes() == b"no database " * 100


async def test_stores_that_cannot_be_opened_are_a_fault(tmp_path: Path) -> None:
    await _assemble(_config(tmp_path))
    rows(tmp_path / "vaktlogg.db", "DROP VIEW calls")

    with pytest.raises(DatabaseReadOnly):
        await _assemble(_config(tmp_path), (*PRAGMAS, "PRAGMA query_only = ON"))


async def test_what_the_database_keeps_is_on_the_disk_unless_something_else_is_asked_for(tmp_path: Path) -> None:
    async with assembled(_config(tmp_path), TOKEN, Clock()) as parts:
        assert await pragma(parts.database, "synchronous") == 3

    async with assembled(_config(tmp_path), TOKEN, Clock(), pragmas=["PRAGMA synchronous = OFF"]) as parts:
        assert await pragma(parts.database, "synchronous") == 0


@pytest.mark.parametrize(
    ("gap", "since"), [(timedelta(minutes=10), Hour.of(NOON - timedelta(hours=3))), (timedelta(hours=4), None)]
)
async def test_what_comes_after_a_long_gap_is_known_to_have_waited(
    tmp_path: Path, gap: timedelta, since: Hour | None
) -> None:
    config = _config(tmp_path)
    async with Database.open(config.database.path) as database:
        await LastPoll(database).keep(NOON - timedelta(hours=3))

    async with assembled(config, TOKEN, Clock(), intervals=Intervals(gap=gap)) as parts:
        assert parts.gap.since() == since


async def test_the_very_first_run_has_no_gap_behind_it(tmp_path: Path) -> None:
    async with assembled(_config(tmp_path), TOKEN, Clock(), intervals=Intervals(gap=timedelta(0))) as parts:
        assert parts.gap.since() == Hour.of(NOON)

    assert rows(tmp_path / "vaktlogg.db", "SELECT last_seen FROM polling") == [("2026-11-03T14:20+01:00",)]


async def test_reports_are_made_by_the_worker_that_is_handed_in(tmp_path: Path) -> None:
    worker = WorkerClient(DRAWS_ONE_BYTE)

    async with assembled(_config(tmp_path), TOKEN, Clock(), worker=worker) as parts:
        assert parts.delivery.summaries.builder.worker is worker


async def test_those_on_the_list_and_the_bound_chats_are_let_in_from_the_first_update_on(tmp_path: Path) -> None:
    config = _config(tmp_path)
    async with Database.open(config.database.path) as database:
        chats = Chats(database)
        await bind(chats, GROUP, "2026-11-01T08:00")

    async with assembled(config, TOKEN, Clock()) as parts:
        assert parts.telegram
        gate = parts.telegram.intake._gate
        assert (gate.knows(LEADER), gate.knows(STRANGER)) == (1, None)
        assert (gate.bound(GROUP), gate.bound(STRANGER)) == (True, False)
