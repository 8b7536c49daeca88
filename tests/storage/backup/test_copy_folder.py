from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backup.copy_folder import DAILY, MONTHLY, copies_in, copy_path, remove_surplus, strangers_in, surplus

TODAY = date(2026, 11, 30)
DAYS = st.lists(st.dates(date(2025, 1, 1), date(2027, 12, 31)), unique=True)


def test_two_years_of_nights_leave_seven_days_and_the_first_of_twelve_months() -> None:
    kept: set[date] = set()
    for number in range(730):
        today = date(2024, 12, 1) + timedelta(days=number)
        kept |= {today}
        kept -= surplus([*kept], today)

    assert sorted(kept) == [
        *(date(2025, month, 1) for month in range(12, 13)),
        *(date(2026, month, 1) for month in range(1, 12)),
        *(date(2026, 11, day) for day in range(24, 31)),
    ]


@given(DAYS, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_what_is_kept_are_the_newest_days_the_first_of_the_newest_months_and_all_of_the_future(
    days: list[date], today: date
) -> None:
    kept = set(days) - surplus(days, today)

    past = sorted(day for day in days if day <= today)
    months = sorted({(day.year, day.month) for day in past})[-MONTHLY:]
    assert kept == {
        *(day for day in days if day > today),
        *past[-DAILY:],
        *(next(day for day in past if (day.year, day.month) == month) for month in months),
    }


@given(DAYS)
def test_a_clock_that_was_a_year_ahead_pushes_no_copy_out(days: list[date]) -> None:
    past = [day for day in days if day <= TODAY]

    assert surplus(days, TODAY) == surplus(past, TODAY)


def test_the_first_night_of_a_clock_a_year_ahead_takes_no_more_than_any_other_night() -> None:
    nights = [date(2026, 11, 1), *_last_days(DAILY)]

    assert surplus([*nights, TODAY + timedelta(days=366)], TODAY + timedelta(days=366)) == {nights[1]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(30):
        copy_path(tmp_path, TODAY - timedelta(days=number)).write_bytes(b"copy")
    return tmp_path


def test_only_copies_of_ours_are_removed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "theirs"
    elsewhere.write_bytes(b"theirs")
    strangers = {
        "vaktlogg-2026-11-01.age.bak": None,
        "vaktlogg-2026-02-31.age": None,
        "Vaktlogg-2020-01-01.age": None,
        "vaktlogg-2020-01-01.agE": None,
        "notes.txt": None,
        "vaktlogg-2020-01-02.age": elsewhere,
        "vaktlogg-2020-01-03.age": folder / "notes.txt",
    }
    for name, target in strangers.items():
        if target:
            (folder / name).symlink_to(target)
        else:
            (folder / name).write_bytes(b"theirs")
    (folder / "vaktlogg-2020-01-04.age").mkdir()
    (folder / ".part.vaktlogg-2026-11-12.age").write_bytes(b"unfinished")

    remove_surplus(folder, TODAY)

    assert [copy.day for copy in copies_in(folder)] == [date(2026, 11, 1), *_last_days(DAILY)]
    assert strangers_in(folder) == sorted([*strangers, "vaktlogg-2020-01-04.age"])
    assert elsewhere.read_bytes() == b"theirs"


def test_nothing_is_removed_without_a_copy_of_today(folder: Path) -> None:
    remove_surplus(folder, TODAY + timedelta(days=1))

    assert len(copies_in(folder)) == 30


def _last_days(count: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in reversed(range(count))]
