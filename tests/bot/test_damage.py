"""A file that is damaged, gone or held by another, with the real bot."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.assembly import Parts, assembled
from bot.run import run_until_stopped
from storage.database.connection import LostDatabase
from storage.database.faults import DamagedAtStart
from storage.database.file_lock import AlreadyRunning, held_token
from tests.bot.chat_desk import OWNER, TOKEN, Desk
from tests.storage.damaging import PAGE, overwrite, overwritten, page_of


@contextlib.asynccontextmanager
async def damaged_once_it_runs(*parts_of: Any, **handed_in: Any) -> AsyncIterator[Parts]:  # noqa: ANN401 - passed on
    """Build the bot, and damage a page that it remembers and saves nothing into."""
    async with assembled(*parts_of, **handed_in) as parts:
        path = parts.database.path
        with overwritten(path, page_of(path, "released_month"), bytes(PAGE)):
            yield parts


async def test_damage_that_no_save_would_notice_is_told_to_the_administrator_and_whoever_saves_next(
    desk: Desk,
) -> None:
    async with desk.open():
        await desk.fresh_form()
    desk.assemble = damaged_once_it_runs
    owner = desk.person(OWNER)
    owner.send("/start")
    async with desk.open():
        await owner.wait_for("Stopp Vaktlogg og hent tilbake en kopi: vaktlogg restore FIL.")
        person = await desk.fresh_form()
        await desk.register(person, "Politi", "KRISE – vold", "Ikke kjent")
        refused = await person.wait_for("IKKE LAGRET.")

    assert refused.text == (
        "IKKE LAGRET. Databasen er skadet.\n"
        "Skriv samtalen på papir, uten navn: Politi · vold · krise · ikke kjent.\n"
        "Administratoren har fått beskjed."
    )
    assert desk.rows() == []


async def test_a_second_one_on_the_same_file_stops_and_the_first_goes_on(desk: Desk) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        with pytest.raises(AlreadyRunning):
            async with desk.open():
                pass
        await desk.register(person, "Vil ikke registreres")

    assert len(desk.rows("SELECT * FROM record")) == 1


async def test_a_second_one_with_the_same_token_stops_at_once(desk: Desk) -> None:
    with held_token(TOKEN, desk.telegram.api_url), pytest.raises(AlreadyRunning, match="the bot's token"):
        await run_until_stopped(desk.config, desk.said.append)


async def test_a_file_that_is_damaged_or_gone_at_the_start_stops_it(desk: Desk) -> None:
    path = desk.config.database.path
    async with desk.open():
        await desk.fresh_form()
    overwrite(path, page_of(path, "record"), bytes(PAGE))
    with pytest.raises(DamagedAtStart):
        async with desk.open():
            pass
    path.unlink()
    with pytest.raises(LostDatabase):
        async with desk.open():
            pass

    assert not path.exists()
