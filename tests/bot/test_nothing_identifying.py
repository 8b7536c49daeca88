"""A random month, and the clock moved on: what is left in the file, byte by byte, identifies nobody."""

import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.cli.export import export
from bot.config.sections import Access
from bot.demo.telegram.chats import Kind
from bot.demo.telegram.person import Person
from storage.database.connection import Database
from storage.hour import Hour
from storage.records.export import Stretch
from storage.records.records import INSERT, row
from storage.records.retention import Retention, forget
from storage.records.sources import Sources
from tests.bot.chat_desk import OSLO, Desk, until
from tests.bot.tapping import answer_to, call, opened, tap
from tests.storage.rows import draft

# Numbers as Telegram gives them, which nothing else in a database looks like.
OWNER, LEADER, DUTY, NIGHT, STRANGER = 7_700_123_451, 7_700_123_452, 7_700_123_453, 7_700_123_454, 7_700_123_455
GROUP = -1_009_876_543_210
SECRET = "Fatima i Storgata 1, 99 88 77 66"
BEGINNING = datetime(2026, 10, 1, 8, 10, tzinfo=OSLO)
HOUR = re.compile(rb"20\d\d-\d\d-\d\dT\d\d")
WITH_NUMBERS = ("way_in", "place")
"""The only tables where numbers at Telegram may stand: seats and chats."""

WITH_HOURS = ("shift", "shifts_since", "bound_chat", "polling", "audit")
"""Their hours are those of handovers, settings and acts of the audit, never a call's."""

HEX = re.compile(rb"[0-9a-f]{10,}")
DAYS, OVERWRITTEN = 30, 20_000


def _encodings(number: int) -> Iterator[bytes]:
    """Yield how a number can stand in the file: as digits, and as SQLite and others write it."""
    yield str(number).encode()
    for size in (6, 8):
        for order in ("big", "little"):
            yield number.to_bytes(size, order, signed=True)


def _hours(path: Path, content: bytes) -> list[bytes]:
    """Return every hour in the file's bytes, but for the examples in what its tables say of themselves.

    A day that stands before a source which begins like an hour is none.
    """
    with closing(sqlite3.connect(path)) as connection:
        sources = {source.encode() for (source,) in connection.execute("SELECT source FROM record")}
        schema = " ".join(sql or "" for (sql,) in connection.execute("SELECT sql FROM sqlite_schema")).encode()
    found = [match for match in HOUR.finditer(content) if content[match.start() + 10 :][:10] not in sources]
    return list((Counter(match[0] for match in found) - Counter(HOUR.findall(schema))).elements())


def _without(path: Path, *tables: str) -> bytes:
    """Return the file's bytes once what stands in these tables is gone."""
    copy = Path(shutil.copy(path, path.with_name("copy.db")))
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        for table in tables:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - ours
    return copy.read_bytes()


async def _second_thought(person: Person, receipt: int, chance: Random) -> None:
    for label in chance.choice((("Angre",), ("Angre", "Hent tilbake"), ("Endre", "Hvem", "NAV"), ())):
        await tap(person, receipt, label)


async def _day(desk: Desk, chance: Random) -> None:
    """Let a day pass with calls, wrong words, looks at the figures, and a stranger."""
    for _ in range(chance.randrange(4)):
        person = desk.person(chance.choice((DUTY, NIGHT, LEADER)))
        if chance.random() < 0.2:
            await call(person, "Vil ikke registreres")
        else:
            shown = await call(
                person, chance.choice(("Politi", "NAV")), chance.choice(("Vold", "KRISE – vold")), "Nei"
            )
            await _second_thought(person, shown.id, chance)
        if chance.random() < 0.3:
            person.send(chance.choice((SECRET, f"/start {SECRET}", f"/stats {SECRET}", "/last", "/stats")))
        if chance.random() < 0.3:
            desk.person(STRANGER).send(chance.choice((SECRET, f"/start {SECRET}", f"/bind {SECRET}")))
        await person.answered()
        desk.clock.move(hours=chance.randrange(1, 5))
    desk.clock.move(days=1)


async def _bind(desk: Desk) -> None:
    owner, group = desk.person(OWNER), desk.telegram.group(GROUP, "Ledelse", Kind.SUPERGROUP)
    code = (await answer_to(owner, "/bind", "/bind ")).text.split("/bind ")[1]
    owner.within(group).send(f"/bind {code}")
    await owner.answered()


async def _let_in(desk: Desk) -> None:
    owner, person = desk.person(OWNER), desk.person(NIGHT)
    roles = await answer_to(owner, "/inviter", "Hvem skal inviteres?")
    link = await opened(owner, roles.id, "Ansatt")
    person.send(f"/start {link.text.split('?start=')[1].split()[0]}")
    asked = await owner.wait_for("En invitasjon er brukt")
    await tap(owner, asked.id, "Slipp inn")
    await person.wait_for("Velkommen.")


@pytest.mark.parametrize("seed", [1])
async def test_of_a_month_no_number_no_words_and_no_hour_finer_than_promised_are_left(
    desk: Desk, seed: int
) -> None:
    desk.access = Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY])
    desk.intervals = replace(desk.intervals, gap=timedelta(days=400))
    desk.clears, desk.clock.now = True, BEGINNING
    desk.intervals = replace(desk.intervals, clear=0.1)
    chance = Random(seed)
    async with desk.open():
        await _bind(desk)
        await _let_in(desk)
        for _ in range(DAYS):
            await _day(desk, chance)
    desk.clock.move(days=8)
    async with desk.open():
        await until(lambda: not desk.rows("SELECT * FROM message WHERE stage <> 'fresh'"))
    async with Database.open(desk.config.database.path) as database:
        await forget(database, desk.config.retention, now=Hour.of(desk.clock()))

    content = _without(desk.config.database.path, *WITH_NUMBERS, *WITH_HOURS)
    oldest = f"{desk.clock() - timedelta(days=8):%Y-%m-%dT%H}".encode()
    assert len(desk.rows("SELECT * FROM record")) > DAYS / 2
    for number in (OWNER, LEADER, DUTY, NIGHT, STRANGER, GROUP):
        assert not any(written in content for written in _encodings(number)), number
    assert not any(word.encode() in content for word in ("Fatima", "Storgata", "99 88 77 66", "Ledelse"))
    assert [hour for hour in _hours(desk.config.database.path, content) if hour < oldest] == []


async def test_an_export_tells_no_hour_finer_than_promised_though_the_bot_was_never_started(desk: Desk) -> None:
    now = Hour.of(desk.config.now())
    async with Database.open(desk.config.database.path) as database:
        await forget(database, desk.config.retention, now=now)
        sources, drafts = (
            Sources(database),
            [draft(f"nonce{n:05}", at=str(now.earlier(12 * n))) for n in range(40)],
        )
        rows = [row(one, await sources.of(one.source), by=1, now=now.earlier(300)) for one in drafts]
        async with database.transaction() as connection:
            await connection.executemany(INSERT, rows)
    out = desk.folder / "x.csv"

    await export(desk.config, "call", Stretch(date.min, date.max), out)

    exact = str(now.earlier(7 * 24)).encode()
    hours = HOUR.findall(out.read_bytes())
    assert 10 <= len(hours) <= 16
    assert min(hours) >= exact


async def test_what_was_overwritten_twenty_thousand_times_is_gone_from_the_file(tmp_path: Path) -> None:
    path, seat = tmp_path / "vaktlogg.db", 7_700_123_999
    now, chance = Hour.parse("2026-11-30T12"), Random(7)
    async with Database.open(path) as database:
        sources = Sources(database)
        nonces = [f"{chance.getrandbits(48):012x}"[:10] for _ in range(OVERWRITTEN)]
        hours = [now.earlier(chance.randrange(8 * 24, 400 * 24)) for _ in nonces]
        rows = [
            row(draft(nonce, at=str(hour)), await sources.of(nonce), by=seat, now=hour)
            for nonce, hour in zip(nonces, hours, strict=True)
        ]
        async with database.transaction() as connection:
            await connection.executemany(INSERT, rows)
        before = path.read_bytes()
        await forget(database, Retention(24, 7), now=now)

    content = path.read_bytes()
    assert len(HOUR.findall(before)) >= OVERWRITTEN
    assert any(written in before for written in _encodings(seat))
    assert _hours(path, content) == []
    assert not any(written in content for written in _encodings(seat))
    written = {run[0][place:][:10] for run in HEX.finditer(content) for place in range(len(run[0]) - 9)}
    assert not written.intersection(nonce.encode() for nonce in nonces)
