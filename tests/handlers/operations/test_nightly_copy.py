"""The copy of every night, and what is told where it fails."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from handlers.operations import nightly_copy
from handlers.operations.nightly_copy import NightlyCopy
from storage.backup.copy_folder import copies_in, copy_path
from storage.backup.encrypted_file import new_key
from storage.backup.making import CopyPlan
from storage.backup.workplace import workplace, workplace_of
from tests.handlers.centre import DUTY, OWNER, Centre

DAY = date(2026, 11, 3)
PUBLIC = new_key().public


@pytest.fixture
def nightly(centre: Centre, tmp_path: Path) -> NightlyCopy:
    """Make copies of the centre's database in a folder beside it, at half past three."""
    (tmp_path / "share").mkdir()
    centre.move(hours=-11, minutes=10)
    database = centre.database.path
    plan = CopyPlan(database, (PUBLIC,), tmp_path / "share")
    return replace(centre.cases.operations.nightly_copy, database=database, plan=plan)


def _days(nightly: NightlyCopy) -> list[date]:
    assert nightly.plan
    return [copy.day for copy in copies_in(nightly.plan.folder)]


async def test_one_copy_a_day_is_made_from_three_o_clock_on(centre: Centre, nightly: NightlyCopy) -> None:
    made: list[datetime] = []
    for _hour in range(72):
        before = _days(nightly)
        await nightly.due()
        if _days(nightly) != before:
            made.append(centre.now)
        centre.move(hours=1)

    assert [f"{moment:%d %H}" for moment in made] == ["03 03", "04 03", "05 03"]
    assert centre.sees(OWNER).texts == []


async def test_a_machine_that_was_off_at_night_makes_it_when_it_is_back(
    centre: Centre, nightly: NightlyCopy
) -> None:
    centre.move(hours=12)

    await nightly.due()

    assert _days(nightly) == [DAY]


async def test_seven_days_and_the_first_of_the_month_are_kept(centre: Centre, nightly: NightlyCopy) -> None:
    for _night in range(12):
        await nightly.due()
        centre.move(days=1)

    assert [day.day for day in _days(nightly)] == [3, 8, 9, 10, 11, 12, 13, 14]


async def test_a_clock_that_was_a_year_ahead_leaves_a_copy_and_keeps_none_from_being_made(
    centre: Centre, nightly: NightlyCopy
) -> None:
    for days in (0, 365, -364):
        centre.move(days=days)
        await nightly.due()

    assert _days(nightly) == [DAY, date(2026, 11, 4), date(2027, 11, 3)]


async def test_without_a_plan_no_copy_is_made(nightly: NightlyCopy) -> None:
    await replace(nightly, plan=None).due()

    assert _days(nightly) == []
    assert await nightly.last_copy.read() is None


async def test_a_folder_that_is_missing_is_told_of_once_a_day_and_used_when_it_is_back(
    centre: Centre, nightly: NightlyCopy, tmp_path: Path
) -> None:
    (tmp_path / "share").rmdir()
    for _hour in range(3):
        await nightly.due()
        centre.move(hours=1)
    assert not (tmp_path / "share").exists()
    (tmp_path / "share").mkdir()
    await nightly.due()

    [told] = centre.sees(OWNER).texts
    assert told == (
        f"Dagens kopi ble ikke laget. Mappen for kopier finnes ikke: {tmp_path / 'share'}."
        " Er disken eller nettverksområdet koblet til? Det prøves igjen hver time."
    )
    assert centre.sees(DUTY).texts == []
    assert _days(nightly) == [DAY]


async def test_a_folder_that_takes_no_file_is_told_of(centre: Centre, nightly: NightlyCopy) -> None:
    assert nightly.plan
    copy_path(nightly.plan.folder, DAY).mkdir()

    await nightly.due()

    assert "kan ikke skrives: det er en mappe." in centre.sees(OWNER).texts[0]
    assert await nightly.last_copy.read() is None


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let copies go to a share that does not answer until the test is over."""
    answer = threading.Event()

    def hangs(plan: CopyPlan, _day: date, *, latest: date | None, stopped: Callable[[], bool]) -> None:
        del latest, stopped
        with workplace(plan.database):
            answer.wait()

    monkeypatch.setattr(nightly_copy, "make_copy", hangs)
    yield answer
    answer.set()


@pytest.mark.usefixtures("hanging")
async def test_a_share_that_does_not_answer_is_given_up_and_told_of(centre: Centre, nightly: NightlyCopy) -> None:
    impatient = replace(nightly, longest=0.01)

    await impatient.due()
    await impatient.due()

    [told] = centre.sees(OWNER).texts
    assert told.startswith("Dagens kopi ble ikke laget. Det tok mer enn 0 sekunder")


async def test_what_a_copy_that_was_broken_off_has_left_is_removed_also_without_a_plan(
    nightly: NightlyCopy,
) -> None:
    left = workplace_of(nightly.database)
    left.mkdir()
    (left / "whole.db").write_bytes(b"plain")

    await replace(nightly, plan=None).due()

    assert not left.exists()


async def test_old_copies_that_cannot_be_removed_are_told_of_and_the_new_one_counts(
    centre: Centre, nightly: NightlyCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_folder: Path, _day: date) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(nightly_copy, "remove_surplus", refuses)

    await nightly.due()

    assert "men eldre kopier kunne ikke fjernes" in centre.sees(OWNER).texts[0]
    assert await nightly.last_copy.read() == DAY
