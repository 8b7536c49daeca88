from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.clock import PracticeClock

OSLO = ZoneInfo("Europe/Oslo")


def test_a_clock_that_is_moved_goes_on_from_there() -> None:
    real = datetime(2026, 11, 24, 9, 17, tzinfo=OSLO)
    clock = PracticeClock(lambda: real)
    clock.move_to(datetime(2026, 12, 3, 8, 1))  # noqa: DTZ001 - civil time has no zone
    real = real.replace(minute=18)

    assert clock() == datetime(2026, 12, 3, 8, 2, tzinfo=OSLO)


def test_a_clock_is_never_moved_back() -> None:
    real = datetime(2026, 11, 24, 9, 17, tzinfo=OSLO)
    clock = PracticeClock(lambda: real)
    clock.move_to(datetime(2026, 11, 3, 8, 1))  # noqa: DTZ001 - civil time has no zone

    assert clock() == real
