"""Random and mutated taps: nothing breaks, and nothing changes but what the sender may change.

`VAKTLOGG_TAPS=1000000` makes it a million.
"""

import os
import random
from itertools import islice
from pathlib import Path

import pytest

from handlers.conversation import Handle
from tests.bot.attacks import all_taps, mutated
from tests.handlers.centre import DUTY, LEADER, OTHER, OWNER, Centre, open_centre
from tests.handlers.people.inviting import NEWCOMER, invited, seated

TAPS = int(os.environ.get("VAKTLOGG_TAPS", "4000"))
REMOVED, WAITING, LAPSED, STRANGER = 96, NEWCOMER, 95, 94
LISTS = ("seat", "way_in", "invite", "bind_code", "bound_chat", "place")
NOTED = ("release", "setting", "audit")
RECORDS = ("record", "change", "shift", "shift_change")
OF_OTHERS = """
    SELECT * FROM record
    WHERE recorded_by IS NOT {seat} AND outcome <> 'declined' AND shift IS NOT NULL ORDER BY id
"""


async def _busy(centre: Centre) -> list[str]:
    """Let everybody do something; return every tap that was offered."""
    for seat in (DUTY, OTHER):
        await centre.write("log", seat=seat)
        await centre.tap("NAV", "Vold", "Ja", "Endre", seat=seat)
        await centre.write("log", seat=seat)
        await centre.tap("Vil ikke registreres", seat=seat)
        await centre.write("shift", seat=seat)
    await centre.write("last", seat=LEADER)
    for command in ("shifts", "stats", "report"):
        await centre.write(command, seat=LEADER)
    for account in (REMOVED, LAPSED):
        await seated(centre, account=account)
    await invited(centre, account=WAITING)
    for command in ("people", "chats", "audit", "invite", "bind"):
        await centre.write(command, seat=OWNER)
    await centre.tap("Nr. 5", "Fjern", "Ja, fjern", seat=OWNER)
    centre.move(days=1)
    async with centre.database.transaction() as connection:
        await connection.execute("UPDATE seat SET used_on = '2026-01-01' WHERE number = 6")
    await centre.cases.stores.seats.load()
    return all_taps(centre)


async def _tables(centre: Centre, names: tuple[str, ...]) -> list[object]:
    return [await centre.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in names]  # noqa: S608 - ours


async def _attack(centre: Centre, account: int, taps: list[str], seed: int) -> None:
    handles = [*centre.sees(account).views, Handle(1), Handle(-1)]
    chance = random.Random(seed)
    for carried in islice(mutated(taps, chance), TAPS // 8):
        await centre.send(chance.choice(handles), carried, seat=account)


@pytest.mark.parametrize("account", [STRANGER, REMOVED, WAITING, LAPSED])
async def test_of_who_is_not_on_the_list_no_tap_changes_anything(tmp_path: Path, account: int) -> None:
    async with open_centre(tmp_path) as centre:
        taps = await _busy(centre)
        before = await _tables(centre, LISTS + NOTED + RECORDS)

        await _attack(centre, account, taps, seed=account)

        assert await _tables(centre, LISTS + NOTED + RECORDS) == before
        assert not any("·" in text for text in centre.sees(account).texts)


async def test_of_the_staff_no_tap_changes_people_chats_or_what_others_registered(tmp_path: Path) -> None:
    async with open_centre(tmp_path) as centre:
        taps = await _busy(centre)
        others = OF_OTHERS.format(seat=centre.number(DUTY))
        before, records = await _tables(centre, LISTS + NOTED), await centre.rows(others)

        await _attack(centre, DUTY, taps, seed=1)

        assert await _tables(centre, LISTS + NOTED) == before
        assert await centre.rows(others) == records


async def test_of_a_leader_no_tap_changes_people_or_chats(tmp_path: Path) -> None:
    async with open_centre(tmp_path) as centre:
        taps = await _busy(centre)
        before = await _tables(centre, LISTS)

        await _attack(centre, LEADER, taps, seed=2)

        assert await _tables(centre, LISTS) == before


@pytest.mark.parametrize("seed", [3, 4])
async def test_of_an_administrator_no_tap_breaks_anything_or_leaves_nobody_in_charge(
    tmp_path: Path, seed: int
) -> None:
    async with open_centre(tmp_path) as centre:
        taps = await _busy(centre)

        await _attack(centre, OWNER, taps, seed)

        assert "administrator" in centre.cases.stores.seats.roles.values()
        assert await centre.rows("PRAGMA integrity_check") == [("ok",)]
        assert await centre.rows("PRAGMA foreign_key_check") == []
