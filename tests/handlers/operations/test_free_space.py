"""Little room on a disk is told of before there is none."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from handlers.operations.free_space import FreeSpace
from tests.handlers.centre import DUTY, OWNER, Centre


async def test_the_administrator_is_told_once_a_day_of_a_disk_with_little_room(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    little = SimpleNamespace(free=123_400_000)
    monkeypatch.setattr("storage.operations.free_space.shutil.disk_usage", lambda _folder: little)
    watch = FreeSpace([tmp_path], centre.cases.operations.alerts)
    for _ in range(2):
        await watch.look()

    assert centre.sees(OWNER).texts == [
        f"Bare 123 MB er ledig på disken med {tmp_path}. Gjør plass der før den er full."
    ]
    assert centre.sees(DUTY).texts == []


async def test_a_folder_that_is_gone_is_logged_and_the_others_are_looked_at(
    centre: Centre, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await FreeSpace([tmp_path / "gone", tmp_path], centre.cases.operations.alerts).look()

    assert "cannot be found out" in caplog.text
    assert centre.sees(OWNER).texts == []
