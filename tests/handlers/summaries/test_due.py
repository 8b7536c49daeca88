"""When reports fall due, every day from 2020 to 2032."""

from datetime import date, datetime, time, timedelta

import pytest

from handlers.summaries.due import KINDS, Bundle, Timetable, bundled, due, next_due
from reports.analysis.period import Period
from storage.deliveries.chats import REPORTS, Report

TIMETABLE = Timetable()
BEGIN = datetime(2020, 1, 1)  # noqa: DTZ001 - civil time has no zone
DAYS = [BEGIN + timedelta(days=day) for day in range((date(2033, 1, 1) - date(2020, 1, 1)).days)]


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_falls_due_once_on_its_day_whatever_the_hour_of_looking(report: Report) -> None:
    first_seen: dict[str, datetime] = {}
    for day in DAYS:
        for hour in (7, 8):
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
def test_what_fell_due_before_a_place_got_its_kind_is_not_sent(report: Report) -> None:
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


def _bundles(since: str, now: str, *reports: Report) -> list[tuple[str, list[str], list[str]]]:
    """Return each delivery's period, the older ones and those within it."""
    moments = datetime.fromisoformat(since), datetime.fromisoformat(now)
    waiting = {
        report: due(report, TIMETABLE, since=moments[0], now=moments[1], done=()) for report in reports or REPORTS
    }
    return [
        (bundle.period.name, [p.name for p in bundle.older], sorted(p.name for _, p in bundle.within))
        for bundle in bundled(waiting)
    ]


@pytest.mark.parametrize(
    ("since", "now", "expected"),
    [
        ("2026-11-03T09:00", "2026-12-03T08:00", [("2026-11", [], [])]),
        ("2026-12-03T09:00", "2027-01-03T08:00", [("2026", [], ["2026-12", "2026-T3"])]),
        ("2027-04-03T09:00", "2027-05-03T08:00", [("2027-T1", [], ["2027-04"])]),
        (
            "2026-11-03T09:00",
            "2027-02-05T08:00",
            [("2026", [], ["2026-11", "2026-12", "2026-T3"]), ("2027-01", [], [])],
        ),
        (
            "2024-12-10T09:00",
            "2026-01-20T08:00",
            [
                (
                    "2025",
                    ["2024"],
                    [
                        "2024-12",
                        "2024-T3",
                        *(f"2025-{m:02}" for m in range(1, 13)),
                        "2025-T1",
                        "2025-T2",
                        "2025-T3",
                    ],
                )
            ],
        ),
        (
            "2027-01-03T09:00",
            "2027-06-04T08:00",
            [("2027-T1", [], [f"2027-0{m}" for m in range(1, 5)]), ("2027-05", [], [])],
        ),
    ],
)
def test_what_falls_due_together_comes_in_the_largest(
    since: str, now: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert _bundles(since, now) == expected


def test_a_place_that_gets_months_only_gets_december_by_itself() -> None:
    assert _bundles("2026-12-03T09:00", "2027-01-03T08:00", "monthly") == [("2026-12", [], [])]


@pytest.mark.parametrize("days", [1, 40, 130, 400])
def test_however_long_the_machine_was_off_every_period_is_in_just_one_delivery(days: int) -> None:
    for begin in DAYS[:: max(30, days)]:
        now = begin + timedelta(days=days)
        waiting = {report: due(report, TIMETABLE, since=begin, now=now, done=()) for report in REPORTS}

        bundles: list[Bundle] = list(bundled(waiting))

        told = [(b.report, b.period) for b in bundles] + [line for b in bundles for line in b.lines]
        assert sorted(told, key=str) == sorted(
            ((report, period) for report, periods in waiting.items() for period in periods), key=str
        )
