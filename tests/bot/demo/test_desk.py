"""The practice desk's own choices."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config.sections import ShiftsSection
from bot.demo.desk import _folder, handovers
from tests.modes import mode_of, umask

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("now", "minutes", "hours"),
    [
        (datetime(2026, 11, 23, 9, 0, 59, tzinfo=OSLO), 1, ["01:02", "09:02", "17:02"]),
        (datetime(2026, 11, 23, 23, 59, tzinfo=OSLO), 2, ["00:02", "08:02", "16:02"]),
        (datetime(2026, 10, 25, 2, 30, tzinfo=OSLO), 480, ["02:31", "10:31", "18:31"]),
    ],
)
def test_the_shift_ends_within_the_minutes_asked_for_and_two_more_are_as_long(
    now: datetime, minutes: int, hours: list[str]
) -> None:
    assert handovers(now, minutes=minutes) == hours
    assert ShiftsSection(hours=hours).shifts.at(now).ended > now.replace(tzinfo=None)


@pytest.mark.parametrize("kept", [True, False])
def test_the_folder_of_the_records_is_its_owners_alone(tmp_path: Path, *, kept: bool) -> None:
    with umask(0o000), _folder(tmp_path / "kept" if kept else None) as folder:
        mode = mode_of(folder)

    assert mode == 0o700
