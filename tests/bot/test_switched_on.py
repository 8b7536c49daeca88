"""A kind of report that is switched on long after the binding: what fell due before that is the past."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.config.sections import Reports
from storage.database.connection import Database
from storage.deliveries.chats import Chats
from tests.bot.chat_desk import LEADER, OSLO, OWNER, Desk, until
from tests.storage.binding import bind

BOUND = "2026-03-02T20:00"
MONTHS_SINCE = "SELECT monthly_since FROM bound_chat UNION SELECT monthly_since FROM folder"


@pytest.fixture
async def bound(desk: Desk) -> Desk:
    """Bind the leader's chat in March 2026, and set the clock to November."""
    async with Database.open(desk.config.database.path) as database:
        chats = Chats(database)
        await bind(chats, LEADER, BOUND)
        await chats.shown_since("folder", BOUND)
    desk.person(LEADER)  # so that messages to the chat arrive
    desk.clock.now = datetime(2026, 11, 20, 9, tzinfo=OSLO)
    return desk


def _heads(desk: Desk) -> list[str]:
    return [shown.text.splitlines()[0] for shown in desk.person(LEADER).messages if "rapport for" in shown.text]


async def _november(desk: Desk) -> str:
    """Let November's report come, and return all that the chat has been told."""
    desk.clock.now = datetime(2026, 12, 3, 9, tzinfo=OSLO)
    await desk.deliver_due()
    return "\n".join(shown.text for shown in desk.person(LEADER).messages)


async def _without_months(desk: Desk) -> None:
    """Switch months off in the database, as the button did in March."""
    async with Database.open(desk.config.database.path) as database:
        await Chats(database).switch(1, "monthly", BOUND)


async def test_by_a_button_it_brings_nothing_of_the_past_and_then_the_next(bound: Desk) -> None:
    bound.reports = Reports(tertial=False)
    await _without_months(bound)
    async with bound.open():
        owner = bound.person(OWNER)
        owner.send("/chats")
        await owner.wait_for(": Tertial, År")
        owner.tap("Måned")
        await owner.wait_for(": Måned, Tertial, År")
    await bound.deliver_due()
    assert _heads(bound) == []

    told = await _november(bound)

    assert "Mens maskinen var av" not in told
    assert _heads(bound) == ["Månedsrapport for november 2026"]


async def test_in_the_config_it_brings_nothing_of_the_past_to_a_chat_or_the_folder(
    bound: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    bound.reports = Reports(folder=folder, monthly=False, tertial=False)
    async with bound.open():
        await until(lambda: (BOUND,) not in bound.rows(MONTHS_SINCE))
    bound.reports = Reports(folder=folder, tertial=False)

    told = await _november(bound)

    assert "Mens maskinen var av" not in told
    assert _heads(bound) == ["Månedsrapport for november 2026"]
    assert [path.name for path in sorted(folder.glob("*.txt"))] == ["2026-11.txt"]
    assert "Mens maskinen var av" not in (folder / "2026-11.txt").read_text(encoding="utf-8")
