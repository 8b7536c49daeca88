"""Stays are counted in every stretch that they have a midnight in, and nights, moves and heads beside them."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.analysis.period import Period
from reports.analysis.summary import summary_json
from tests.reports.houses import CHILD, STAY, WAITING, Place, place

YEAR = Period.named("2016")
TODAY = date(2016, 11, 23)
DAY = timedelta(days=1)


class Row(NamedTuple):
    """A stay as a board shows it: its days, and who it is; nobody's answers where they declined."""

    arrived: date
    left: date | None
    person: str
    declined: bool

    @property
    def nights(self) -> list[date]:
        """The midnights until today."""
        end = min(self.left or TODAY, TODAY)
        return [self.arrived + n * DAY for n in range((end - self.arrived).days)]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Make a stay that began in one of two years."""
    arrived = date(2015, 1, 1) + draw(st.integers(0, (TODAY - date(2015, 1, 1)).days)) * DAY
    stayed = draw(st.none() | st.integers(1, 400))
    left = None if stayed is None or arrived + stayed * DAY > TODAY else arrived + stayed * DAY
    declined = draw(st.integers(0, 4)) == 0
    return Row(arrived, left, "woman" if declined else draw(st.sampled_from(["woman", "man"])), declined)


async def _keep(house: Place, kept: Sequence[Row]) -> None:
    for row in kept:
        left = str(row.left) if row.left else None
        await house.stay(str(row.arrived), left, STAY, **({} if row.declined else {"sex": row.person}))


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _as_counted(kept: Sequence[Row]) -> dict[str, object]:
    """Count by hand what the JSON of the running year says."""
    months = {
        month: {
            "total": sum(any(_month(night) == month for night in row.nights) for row in kept),
            "highlighted": 0,
            "nights": sum(_month(night) == month for row in kept for night in row.nights),
            "arrivals": sum(_month(row.arrived) == month for row in kept),
            "departures": sum(row.left is not None and _month(row.left) == month for row in kept),
        }
        for month in YEAR.months
    }
    present = [row for row in kept if any(night in YEAR.days for night in row.nights)]
    return {
        "total": len(present),
        "declined": sum(row.declined for row in present),
        "months": months,
        "heads": Counter(row.person for row in present),
        "nights": Counter(row.person for row in kept for night in row.nights if night in YEAR.days),
        "at_start": Counter(
            row.person for row in kept if row.arrived < YEAR.first and (row.left is None or row.left >= YEAR.first)
        ),
        "at_end": Counter(row.person for row in kept if row.left is None),
    }


@settings(max_examples=25, deadline=None)
@given(kept=st.lists(rows(), max_size=12))
def test_totals_months_and_figures_of_the_house_are_what_one_counts_on_the_board(kept: list[Row]) -> None:
    async def read() -> dict[str, object]:
        with TemporaryDirectory() as folder:
            async with place(Path(folder)) as house:
                await _keep(house, kept)
                told = summary_json((await house.told(STAY, "2016", TODAY)).summary)
        figures = told["house"]
        assert isinstance(figures, dict)
        parts = ("heads", "nights", "at_start", "at_end")
        outcomes = told["outcomes"]
        assert isinstance(outcomes, dict)
        return {
            "total": told["total"],
            "declined": outcomes["declined"],
            "months": told["months"],
            **{part: +Counter(figures[part]) for part in parts},
        }

    assert asyncio.run(read()) == _as_counted(kept)


async def test_the_json_of_stays_counts_those_with_a_midnight_and_has_every_month(house: Place) -> None:
    await house.stay("2015-12-30", "2016-01-02", sex="woman")
    await house.stay("2016-03-31", "2016-04-01", sex="man")
    await house.stay("2016-12-31", "2017-01-01")
    await house.stay("2017-01-01", "2017-01-05", sex="man")

    told = json.loads(json.dumps(summary_json((await house.told(STAY, "2016")).summary)))

    assert (told["form"], told["total"], told["outcomes"]["declined"]) == ("stay", 3, 1)
    nothing = {"total": 0, "highlighted": 0, "nights": 0, "arrivals": 0, "departures": 0}
    some = {
        "2016-01": {"total": 1, "highlighted": 0, "nights": 1, "arrivals": 0, "departures": 1},
        "2016-03": {"total": 1, "highlighted": 0, "nights": 1, "arrivals": 1, "departures": 0},
        "2016-04": {**nothing, "departures": 1},
        "2016-12": {"total": 1, "highlighted": 0, "nights": 1, "arrivals": 1, "departures": 0},
    }
    assert told["months"] == {month: some.get(month, nothing) for month in YEAR.months}
    assert told["house"]["at_start"] == {"woman": 1}
    assert told["house"]["at_end"] == {"woman": 1}


async def test_those_at_the_start_and_who_came_without_who_left_are_those_at_the_end(house: Place) -> None:
    await house.stay("2016-07-30", "2016-09-02", sex="woman")
    await house.stay("2016-08-02", None, sex="man")
    await house.stay("2016-08-03", "2016-08-31")

    figures = (await house.told(STAY, "2016-T2", date(2016, 8, 20))).summary.now.house

    assert figures is not None
    sums = [
        sum(part.values()) for part in (figures.at_start, figures.arrivals, figures.departures, figures.at_end)
    ]
    assert sums == [0, 3, 0, 3]
    assert figures.ends() == {"2016-05": 0, "2016-06": 0, "2016-07": 1, "2016-08": 3}


async def test_days_that_cut_a_month_have_no_nights_and_no_moves(house: Place) -> None:
    await house.stay("2016-07-30", "2016-09-02", sex="woman")

    told = summary_json((await house.told(STAY, "2016-07-15--2016-08-15")).summary)

    assert told["total"] == 1
    assert "house" not in told
    assert told["months"] == {
        "2016-07": {"total": 1, "highlighted": 0},
        "2016-08": {"total": 1, "highlighted": 0},
    }


async def test_a_waiting_list_has_no_nights_but_what_began_ended_and_is_open(house: Place) -> None:
    await house.stay("2016-03-02", "2016-03-20", WAITING, topic="anger")
    await house.stay("2016-04-01", None, WAITING, topic="split")

    told = summary_json((await house.told(WAITING, "2016-T1")).summary)

    assert told["open"] == {"arrivals": 2, "departures": 1, "at_start": 0, "at_end": 1}
    assert "house" not in told
    assert told["months"] == {
        "2016-01": {"total": 0, "highlighted": 0, "arrivals": 0, "departures": 0},
        "2016-02": {"total": 0, "highlighted": 0, "arrivals": 0, "departures": 0},
        "2016-03": {"total": 1, "highlighted": 0, "arrivals": 1, "departures": 1},
        "2016-04": {"total": 1, "highlighted": 0, "arrivals": 1, "departures": 0},
    }


async def test_months_without_a_child_are_no_gap_while_adults_are_in_the_house(house: Place) -> None:
    await house.stay("2014-11-01", "2016-12-31", sex="woman")
    await house.stay("2015-01-02", "2015-01-10", CHILD, age="a0_2")
    await house.stay("2016-12-02", "2016-12-10", CHILD, age="a0_2")

    summary = (await house.told(CHILD, "2016")).summary

    assert summary.known("2016-06")
    assert not summary.known("2014-12")
    assert summary.before is not None
    assert summary.before.total == 1


async def test_numbers_are_told_in_their_bands(house: Place) -> None:
    await house.stay("2016-03-02", "2016-03-20", sex="woman", earlier_stays="7")

    told = await house.told(STAY, "2016")

    assert told.summary.now.questions["earlier_stays"].options["4+"] == 1
