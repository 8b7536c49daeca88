"""The nightly copy beside the running bot."""

import asyncio
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.config.backup import BackupSection
from handlers.operations import nightly_copy
from storage.backup.encrypted_file import decrypt, new_key
from storage.backup.making import CopyPlan
from storage.own_thread import in_own_thread
from tests.bot.chat_desk import Desk, until
from tests.storage.rows import rows

KEYS = new_key()
FORM = ("Politi", "KRISE – vold", "Ikke kjent")


@pytest.fixture
def share(desk: Desk, tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    desk.backup = BackupSection(recipients=[KEYS.public], folder=tmp_path / "share")
    return tmp_path / "share"


async def test_the_running_bot_makes_the_days_copy_and_calls_are_registered_meanwhile(
    desk: Desk, share: Path, tmp_path: Path
) -> None:
    async with desk.open():
        person = await desk.fresh_form()
        await desk.register(person, *FORM)
        await until(lambda: [path.name for path in share.iterdir()] == ["vaktlogg-2026-11-03.age"])

    decrypt(share / "vaktlogg-2026-11-03.age", tmp_path / "opened.db", KEYS.secret)
    assert rows(tmp_path / "opened.db", "PRAGMA integrity_check") == [("ok",)]
    assert len(desk.rows()) == 1


async def test_a_share_that_hangs_keeps_neither_a_tap_nor_the_end_waiting(
    desk: Desk, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging, answer = threading.Event(), threading.Event()

    def hangs(_plan: CopyPlan, _day: date, *, latest: date | None, stopped: Callable[[], bool]) -> None:
        del latest, stopped
        hanging.set()
        answer.wait()

    monkeypatch.setattr(nightly_copy, "make_copy", hangs)
    async with desk.open():
        await in_own_thread(lambda _stopped: hanging.wait(), 15)
        await desk.register(await desk.fresh_form(), *FORM)
    answer.set()

    assert len(desk.rows()) == 1
    assert await asyncio.to_thread(lambda: list(share.iterdir())) == []
