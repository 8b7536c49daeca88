"""When reports fall due, every day from 2020 to 2032."""

from datetime import date, datetime, time, timedelta

import pytest

from reports.due import KINDS, Timetable, due, next_due
from reports.period import Period
from storage.chats import REPORTS, Report

TIMETABLE = Timetable()
BEGIN = datetime(2020, 1, 1)  # noqa: DTZ001 - civil time has no zone
DAYS = [BEGIN + timedelta(days=day) for day in range((date(2033, 1, 1) - date(2020, 1, 1)).days)]


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_falls_due_once_on_its_day_whatever_the_hour_of_looking(report: Report) -> None:
    first_seen: dict[str, datetime] = {}
    for day in DAYS:
        for hour in (0, 7, 8, 23):
            now = day + timedelta(hours=hour)
            for period in due(
                report, TIMETABLE, since=BEGIN, now=now, done=[(report, name) for name in first_seen]
            ):
                first_seen[period.name] = now

    expected = Period.containing(date(2019, 12, 31), KINDS[report])
    for name, seen in first_seen.items():
        assert (name, seen) == (expected.name, datetime.combine(expected.after.replace(day=3), time(8)))
        expected = expected.later
    assert len(first_seen) == {"monthly": 156, "tertial": 39, "annual": 13}[report]


@pytest.mark.parametrize("report", REPORTS)
def test_what_fell_due_before_a_place_was_bound_is_not_sent(report: Report) -> None:
    for day in DAYS[::7]:
        assert due(report, TIMETABLE, since=day, now=day, done=()) == []


def test_after_three_months_away_the_newest_comes_last() -> None:
    now = datetime(2026, 11, 5, 9)  # noqa: DTZ001 - civil time
    since = datetime(2026, 8, 3, 9)  # noqa: DTZ001 - civil time

    periods = due("monthly", TIMETABLE, since=since, now=now, done=[])

    assert [period.name for period in periods] == ["2026-08", "2026-09", "2026-10"]


@pytest.mark.parametrize(
    ("report", "now", "name", "at"),
    [
        ("monthly", "2026-11-22T10:00", "2026-11", "2026-12-03T08:00"),
        ("monthly", "2026-11-03T07:59", "2026-10", "2026-11-03T08:00"),
        ("monthly", "2026-11-03T08:00", "2026-11", "2026-12-03T08:00"),
        ("tertial", "2026-12-31T23:00", "2026-T3", "2027-01-03T08:00"),
        ("annual", "2027-01-01T00:00", "2026", "2027-01-03T08:00"),
        ("annual", "2027-02-28T00:00", "2027", "2028-01-03T08:00"),
    ],
)
def test_the_next_report_is_known(report: Report, now: str, name: str, at: str) -> None:
    period, moment = next_due(report, TIMETABLE, datetime.fromisoformat(now))

    assert (period.name, moment) == (name, datetime.fromisoformat(at))
