"""The drill: a copy of a lived-in database is restored elsewhere; every row is compared, and work goes on."""

import asyncio
import contextlib
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from bot.cli.import_records import ImportRequest, import_records
from bot.cli.public_stats import PublicStats, public_figures
from bot.cli.stats import period_figures
from storage.backup.encrypted_file import new_key
from storage.backup.making import CopyPlan, make_copy
from storage.database.kept_copies import schema_copy_of
from storage.hour import Hour
from tests.bot.chat_desk import DUTY, LEADER, OSLO, OWNER, STRANGER, TOKEN, Desk, until
from tests.bot.console import vaktlogg
from tests.bot.guests import have_guests
from tests.bot.leadership import group_of, shown, texts_of
from tests.bot.on_duty import ask_at_once
from tests.bot.tapping import call
from tests.bot.week_notes import hours_back
from tests.bot.week_player import Player
from tests.seed_year import seed_year_csv

KEY = new_key()
BEGINNING = datetime(2026, 10, 28, 7, 40, tzinfo=OSLO)
DAY_OF_REPORT = datetime(2026, 11, 3, 8, 30, tzinfo=OSLO)
NIGHT, MORNING_AFTER = date(2026, 11, 4), datetime(2026, 12, 3, 9, 0, tzinfo=OSLO)
ABOVE = 2000
"""Numbers go on from here: those of the messages and seats are far below it, the ones that were lost too."""

Row: TypeAlias = dict[str, Any]
Rule: TypeAlias = Callable[[Row], Row | None]


def _days(**columns: bool) -> Rule:
    """Return the rule that cuts these columns to the day, and empties those that are false."""

    def cut(row: Row) -> Row:
        times = {name: row[name] and row[name][:10] for name, stays in columns.items() if stays}
        return row | times | {name: None for name, stays in columns.items() if not stays}

    return cut


def _change(row: Row) -> Row:
    cut = _days(at=True, by=False)(row)
    assert cut is not None
    return cut | {side: row[side][:10] for side in ("before", "after") if row["what"] == "occurred_at"}


def _seat(row: Row) -> Row:
    again = row["role"] != "administrator" and not row["named"] and not row["waiting"]
    return row | {"waiting": 1, "restored": 1} if again else row


def _gone(_row: Row) -> None:
    return None


def _as_it_was(row: Row) -> Row:
    return row


MAY_DIFFER: Mapping[str, Rule] = {
    "record": _days(occurred_at=True, recorded_at=True, recorded_by=False, shift=False),
    "change": _change,
    "audit": _days(at=True),
    "polling": lambda row: row | {"last_seen": f"{row['last_seen'][:10]}T00:00{row['last_seen'][16:]}"},
    "seat": _seat,
    "invite": _gone,
    "bind_code": _gone,
    "message": _gone,
    "heartbeat": _gone,
    "kept_update": _gone,
    "shift_question": _gone,
    "stay": lambda row: row | {"bond": None, "label": None},
    # In this week nobody has declined, and every shift that was asked about has answered.
    "shift": lambda row: row | {"logged": row["counted"]},
    # Only of the group more is kept than which messages were to be cleared.
    "place": lambda row: row if row["id"] < 0 else None,
    "sqlite_sequence": lambda row: row | {"seq": ABOVE - 1000},
}
"""What a restored row of a table is, by what it was; in every other table it is the same."""

ADDED = {"sqlite_sequence": 1, "restored": 1, "audit": 1, "last_copy": 1, "shift": 1}
"""How many rows a table has more: that it was restored, the copy's day, and a shift of before the first start."""


def _rows(database: Path) -> dict[str, list[Row]]:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 - ours
            for table in tables
        }


def _write_config(folder: Path, desk: Desk) -> None:
    folder.mkdir(exist_ok=True)
    people = f"owners = [{OWNER}]\nleaders = [{LEADER}]\nstaff = [{DUTY}]\n"
    (folder / "config.toml").write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{desk.telegram.api_url}"\n[access]\n{people}', encoding="utf-8"
    )


@pytest.fixture
async def lived_in(desk: Desk) -> Desk:
    """Import a year, publish it, have guests, bind a group, let somebody in, play some shifts, report October."""
    (desk.folder / "2016.csv").write_text(seed_year_csv(), encoding="utf-8")
    await import_records(desk.config, ImportRequest(desk.folder / "2016.csv", "call"))
    await have_guests(desk.config.database.path, Hour.of(BEGINNING))
    ask_at_once(desk)
    desk.clock.now = BEGINNING
    player = Player(desk)
    await player.start()
    await _let_in_and_bind(desk)
    first = await player.call("Politi", "KRISE – vold", "Ikke kjent")
    second = await player.call("Politi", "Vold", "Ja")
    await player.call("Kvinne – seg selv", "Oppfølging", "Nei", hours_back(player.now, 24))
    await player.move(first, hours_back(player.now, 26))
    await player.correct(second, "Bakgrunn", "Nei")
    for lacking in (0, 2):
        await player.call("Mann – en annen", "KRISE – vold", "Nei")
        message = await player.hand_over()
        shift = max(player.week.asked)
        await player.count(message, shift, player.week.logged(shift) + lacking)
        if lacking:
            await player.catch_up(message, shift, "Uten detaljer")
        await player.finish(message)
    desk.person(OWNER).send("/bind")
    await desk.person(OWNER).answered()
    await player.stop()
    desk.clock.now = DAY_OF_REPORT
    await desk.deliver_due()
    return desk


async def _let_in_and_bind(desk: Desk) -> None:
    owner, newcomer = desk.person(OWNER), desk.person(STRANGER)
    owner.send("/bind")
    code = (await owner.wait_for("/bind ")).text.split("/bind ")[1]
    owner.within(group_of(desk)).send(f"/bind {code}")
    await shown(group_of(desk), "Denne chatten får nå rapportene.")
    owner.send("/inviter")
    await owner.wait_for(lambda m: any("Ansatt" in row for row in m.buttons))
    owner.tap("Ansatt")
    invited = await owner.wait_for("?start=")
    newcomer.send(f"/start {invited.text.split('?start=')[1].split()[0]}")
    await owner.wait_for(lambda m: any("Slipp inn" in row for row in m.buttons))
    owner.tap("Slipp inn")
    await newcomer.wait_for("Ny samtale")


async def _restored(desk: Desk, folder: Path) -> Desk:
    """Make a copy at night, and restore it in another folder by the command line."""
    copies = folder / "copies"
    copies.mkdir(parents=True)
    made = make_copy(CopyPlan(desk.folder / "vaktlogg.db", (KEY.public,), copies), NIGHT, latest=None)
    _write_config(folder / "new", desk)
    typed = f"{KEY.secret}\nja\n"
    ended = await asyncio.to_thread(vaktlogg, folder / "new", "restore", str(made.path), typed=typed)
    assert ended.returncode == 0, ended.stderr
    return Desk(folder / "new", desk.telegram, desk.clock, access=desk.access, intervals=desk.intervals)


async def test_a_restored_copy_holds_every_row_and_the_bot_goes_on_with_it(
    lived_in: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One test: a lived-in database takes a while to make."""
    await public_figures(lived_in.config, PublicStats("2016-07", "call", None, "csv", dry_run=False))
    before = _rows(lived_in.folder / "vaktlogg.db")

    new = await _restored(lived_in, tmp_path_factory.mktemp("other machine"))

    _compare(before, _rows(new.folder / "vaktlogg.db"))
    for period in ("2016", "2026-10"):
        then, now = [await period_figures(desk.config, period, "call", "json") for desk in (lived_in, new)]
        assert then == now
    await _goes_on(new)


def _compare(before: Mapping[str, list[Row]], after: Mapping[str, list[Row]]) -> None:
    """Compare all tables, each of which held something before but for those of rare events."""
    rare = {"alert", "declined_in_shifts", "exchange_day", "earlier_year", "shift_change", "folder"}
    rare |= {"desk", "device", "unlock_code", "passkey", "card"}
    assert {table for table, rows in before.items() if not rows} <= rare | {"kept_update", "last_copy", "restored"}
    assert before.keys() == after.keys()
    for table, rows in before.items():
        rule = MAY_DIFFER.get(table, _as_it_was)
        expected = Counter(str(restored) for row in rows if (restored := rule(row)) is not None)
        found = Counter(map(str, after[table]))
        assert expected - found == Counter(), table
        assert (found - expected).total() == ADDED.get(table, 0), table


async def _goes_on(desk: Desk) -> None:
    """Let the bot start a month later: it asks, registers, and reports the same as before."""
    group = group_of(desk)
    [october] = [text for text in texts_of(group) if text.startswith("Månedsrapport for oktober")]
    with contextlib.closing(sqlite3.connect(desk.folder / "vaktlogg.db")) as connection:
        # The command line went by the machine's clock, the bot goes by the desk's.
        connection.execute("UPDATE restored SET at = ?", (f"{MORNING_AFTER:%Y-%m-%dT%H:%M}",))
        connection.commit()
    old = schema_copy_of(desk.folder / "vaktlogg.db", 17)
    old.touch()
    os.utime(old, (BEGINNING.timestamp(), BEGINNING.timestamp()))
    desk.clock.now = MORNING_AFTER
    desk.take_moved_clock_for_time_gone_by()
    owner, leader = desk.person(OWNER), desk.person(LEADER)
    async with desk.open():
        await owner.wait_for("1 tilgang venter på at du slipper den inn igjen")
        await owner.wait_for("Ble rapporten for november 2026 levert?")
        desk.person(STRANGER).send("/stats")
        brief = await desk.person(STRANGER).wait_for("administratoren må slippe deg inn på nytt")
        desk.person(STRANGER).send("/logg")
        await desk.person(STRANGER).wait_for("skriv samtalen på papir")
        await call(desk.person(DUTY), "Politi", "Vold", "Nei")
        leader.send("/report 2026-10")
        again = await leader.wait_for("bestilt nå", timeout=60)
        await until(lambda: not old.exists())
    assert "samtalen" not in brief.text
    assert _figures(again.text) == _figures(october)
    assert desk.rows("SELECT count(*) FROM record WHERE length(occurred_at) = 13") == [(1,)]
    assert desk.rows("SELECT number, state FROM delivery") == [(1, "sent")]


def _figures(caption: str) -> list[str]:
    """Return the lines of a summary that hold figures of calls."""
    return [line for line in caption.splitlines() if re.search(r"\d", line) and "Rapport" not in line]
