from dataclasses import replace
from datetime import date

import pytest

from reports.analysis.dispersions import Dispersions
from reports.analysis.period import Days, Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import Summary, summarise
from reports.analysis.tally import Tally
from reports.inference.dispersion import Dispersion
from reports.statements.control_limits import RunMonth, ShiftStatement, latest_shift, outside_limits, run
from tests.example_forms import CALL
from tests.reports.summaries import TODAY, month_tallies, months, summary, summary_rows

TWO_YEARS = [*Period.named("2024").months[10:], *Period.named("2025").months, *Period.named("2026").months[:10]]
OCTOBER = Period.named("2026-10")


def test_only_months_that_leave_the_limits_are_outside() -> None:
    calls = [(month, 75) for month in TWO_YEARS]
    calls[4], calls[9], calls[14], calls[19] = (
        (TWO_YEARS[place], total) for place, total in ((4, 120), (9, 38), (14, 98), (19, 54))
    )

    told = run(summary("2026-10", months(*calls)))

    assert [month.name for month in told] == TWO_YEARS
    assert [month.total for month in told if month.outside] == [120, 38]
    assert [month.total for month in outside_limits(told)] == [120, 38]


def test_limits_are_as_wide_as_the_register_s_own_months_swing() -> None:
    calm, restless = (
        run(
            replace(
                summary("2026-10", months(*[(m, 75) for m in TWO_YEARS])),
                dispersions=Dispersions(Dispersion(swing)),
            )
        )
        for swing in (1, 4)
    )

    for narrow, wide in zip(calm, restless, strict=True):
        assert narrow.usual
        assert wide.usual
        assert wide.usual[0] < narrow.usual[0]
        assert narrow.usual[1] < wide.usual[1]


def test_a_short_month_has_a_lower_centre_and_lower_limits() -> None:
    told = {month.name: month for month in run(summary("2026-10", months(*[(m, 300) for m in TWO_YEARS])))}

    january, february = told["2026-01"], told["2026-02"]
    assert january.centre
    assert february.centre == pytest.approx(january.centre * 28 / 31)
    assert january.usual
    assert february.usual
    assert february.usual[0] < january.usual[0]
    assert february.usual[1] < january.usual[1]


def test_a_run_begins_with_the_first_record_and_says_what_is_usual_from_twelve_months_on() -> None:
    few = run(summary("2026-10", months(*[(m, 75) for m in TWO_YEARS[-11:]])))
    enough = run(summary("2026-10", months(*[(m, 75) for m in TWO_YEARS[-12:]])))

    assert (len(few), len(enough)) == (11, 12)
    assert [(month.centre, month.usual) for month in few] == [(None, None)] * 11
    assert all(month.usual for month in enough)


def test_a_running_month_and_its_like_a_year_before_are_not_whole() -> None:
    every = [*TWO_YEARS, "2026-11"]

    told = run(summary("2026-11", months(*[(month, 75) for month in every])))

    assert [month.name for month in told if not month.whole] == ["2025-11", "2026-11"]


def test_a_month_at_the_edge_of_the_register_s_use_is_not_whole_and_has_no_limits() -> None:
    of = summary("2026-10", months(*[(m, 75) for m in TWO_YEARS[1:]]))
    begun_late = replace(of, use=RegisterUse((Days(date(2024, 12, 9), TODAY),)))

    first, *others = run(begun_late)

    assert first == RunMonth("2024-12", 75, 0, whole=False, centre=None, usual=None)
    assert all(month.whole and month.usual for month in others)
    assert sum(month.centre or 0 for month in others) == pytest.approx(75 * len(others))


def test_without_calls_nothing_is_outside() -> None:
    assert [
        month for month in run(summary("2026-10", months(*[(m, 0) for m in TWO_YEARS]))) if month.outside
    ] == []


def test_where_more_than_six_months_are_outside_none_is_named() -> None:
    swinging = [(month, 20 if place % 3 else 150) for place, month in enumerate(TWO_YEARS)]

    told = run(summary("2026-10", months(*swinging)))

    assert sum(month.outside for month in told) > 6
    assert outside_limits(told) == []


def _with_gap() -> Summary:
    """Summarise October of a register that was in use until February 2025, and again from September that year."""
    rows = months(*[(month, 75) for month in TWO_YEARS if not "2025-02" < month < "2025-09"])
    used = RegisterUse(
        (
            Days(Period.named("2024-11").first, Period.named("2025-03").first),
            Days(Period.named("2025-09").first, OCTOBER.after),
        )
    )
    return summarise(CALL, OCTOBER, TODAY, replace(summary_rows("2026-10", rows), use=used))


def test_months_inside_a_gap_have_no_total_and_no_part_in_the_centre() -> None:
    told = run(_with_gap())

    gap = [month for month in told if "2025-02" < month.name < "2025-09"]
    assert [month.name for month in told] == TWO_YEARS
    assert {(month.total, month.centre, month.usual, month.whole) for month in gap} == {(None, None, None, False)}
    assert not any(month.outside for month in told)
    known = [month for month in told if month not in gap]
    assert sum(month.centre or 0 for month in known) == pytest.approx(75 * len(known))


def _history(calls_in_july: int, years: int) -> list[Tally]:
    """Count 60 calls in every month of so many years, and so many in July."""
    told = [month for year in range(2026 - years, 2026) for month in Period.named(str(year)).months]
    return month_tallies(months(*[(month, calls_in_july if month.endswith("07") else 60) for month in told]))


@pytest.mark.parametrize(("years", "seasonal"), [(2, False), (3, True)])
def test_from_three_years_on_each_month_of_the_year_has_a_centre_of_its_own(years: int, seasonal: bool) -> None:
    rows = months(*[(month, 120 if month.endswith("07") else 60) for month in TWO_YEARS])

    told = run(replace(summary("2026-10", rows), history=_history(120, years)))

    july, august = (next(month for month in told if month.name == f"2026-{n}") for n in ("07", "08"))
    assert july.centre
    assert august.centre
    assert july.centre / august.centre == pytest.approx(2 if seasonal else 1)
    assert july.outside != seasonal
    assert sum(month.centre or 0 for month in told) == pytest.approx(sum(row.calls for row in rows))


def test_where_a_month_of_the_year_never_had_a_call_none_has_a_centre_of_its_own() -> None:
    told = run(replace(summary("2026-10", months(*[(m, 60) for m in TWO_YEARS])), history=_history(0, 3)))

    assert len({round((month.centre or 0) / Period.named(month.name).days.count, 9) for month in told}) == 1


def _run(*totals: int | None, centre: float = 70) -> list[RunMonth]:
    """Make a run of months from January 2025 on, all with one centre; None is a month inside a gap."""
    names = [*Period.named("2025").months, *Period.named("2026").months]
    return [
        RunMonth(name, total, 0, total is not None, None if total is None else centre, None)
        for name, total in zip(names, totals, strict=False)
    ]


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ((71,) * 7, None),
        ((71,) * 8, ShiftStatement("2025-01", "2025-08", 8, above=True)),
        ((71,) * 7 + (69,) * 9, ShiftStatement("2025-08", "2026-04", 9, above=False)),
        ((71,) * 8 + (69,) * 8, ShiftStatement("2025-09", "2026-04", 8, above=False)),
        ((71,) * 9 + (69, 71) * 5, ShiftStatement("2025-01", "2025-09", 9, above=True)),
        ((69, 71) * 12, None),
    ],
)
def test_the_latest_eight_months_or_more_on_one_side_of_the_centre_are_a_shift(
    totals: tuple[int, ...], told: ShiftStatement | None
) -> None:
    assert latest_shift(_run(*totals)) == told


def test_a_month_on_the_centre_line_neither_breaks_nor_lengthens_a_shift() -> None:
    assert latest_shift(_run(*(71,) * 4, 70, *(71,) * 3)) is None

    told = latest_shift(_run(*(71,) * 4, 70, *(71,) * 4))
    assert told
    assert (told.first, told.last, told.months) == ("2025-01", "2025-09", 8)


def test_months_on_both_sides_of_a_gap_are_not_in_a_row() -> None:
    assert latest_shift(_run(*(71,) * 4, *(None,) * 6, *(71,) * 4)) is None
    assert latest_shift(_run(*(69,) * 4, *(None,) * 6, *(71,) * 8)) == ShiftStatement(
        "2025-11", "2026-06", 8, above=True
    )


def test_a_month_that_is_not_whole_is_no_part_of_a_shift() -> None:
    *whole, last = _run(*(71,) * 8)

    assert latest_shift([*whole, replace(last, whole=False)]) is None


@pytest.mark.parametrize(("centre", "shifted"), [(4.9, False), (5.0, True)])
def test_where_fewer_than_five_calls_are_expected_a_month_there_is_no_shift(centre: float, shifted: bool) -> None:
    assert (latest_shift(_run(*(4,) * 12, centre=centre)) is not None) == shifted
