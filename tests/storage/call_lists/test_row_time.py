from datetime import date, datetime
from pathlib import Path

import pytest

from tests.storage.exchange import OSLO, fault, lines, read

THIRD = date(2026, 11, 3)


@pytest.mark.parametrize(
    "time",
    [
        "2026-11-03 14:20",
        "2026-11-03 14:20:30",
        "2026-11-03  9:05",
        "2026-11-03T14:20",
        "2026-11-03T14:20:30.123",
        "2026-11-03T14:20:30+01:00",
        "2026-11-03 14:20:30 +0100",
        "2026-11-03T14:20+01",
        "03.11.2026 14:20",
        "3.11.2026 14:20:30",
        "03.11.2026, 14:20",
        "3.11.2026 14.20",
        "3.11.2026 kl. 14.20",
        "2026-11-03 kl 14:20",
    ],
)
def test_a_time_is_read_as_exchanges_write_it(tmp_path: Path, time: str) -> None:
    assert dict(read(tmp_path, lines("fra;Tid", f"99887766;{time}")).days) == {THIRD: 1}


@pytest.mark.parametrize(
    "day", ["2026-11-03", "03.11.2026", "3.11.2026", "03.11.2026 00:00", "2026-11-03 00:00:00"]
)
def test_a_day_is_read_as_excel_writes_it(tmp_path: Path, day: str) -> None:
    assert dict(read(tmp_path, lines("Dato;Antall", f"{day};12")).days) == {THIRD: 12}


@pytest.mark.parametrize("offset", ["+01:00", "+02:00"])
def test_both_hours_that_autumn_has_twice_are_the_centres_own(tmp_path: Path, offset: str) -> None:
    assert read(tmp_path, lines("tid", f"2026-10-25T02:30:00{offset}")).days == {date(2026, 10, 25): 1}


def test_summer_and_winter_have_their_own_offset(tmp_path: Path) -> None:
    said = fault(tmp_path, lines("tid", "2026-10-24T23:59:00+02:00", "2026-10-25T03:00:00+02:00"))

    assert said.endswith("1.\nline 3: “tid” is in another time zone than the centre")


def test_in_the_hour_that_comes_again_a_later_minute_may_be_past(tmp_path: Path) -> None:
    again = datetime(2026, 10, 25, 2, 10, tzinfo=OSLO, fold=1)

    assert read(tmp_path, lines("tid", "2026-10-25 02:50"), now=again).today
