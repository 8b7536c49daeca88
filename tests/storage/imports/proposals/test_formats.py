"""How times are written is found from all of them: the formats together fit every row."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.imports.proposals.formats import fit_clocks, fit_days
from storage.imports.proposals.survey import Column
from storage.imports.proposals.times import propose_times
from storage.imports.written_times import WrittenTime

EARLIEST, LATEST = datetime(1990, 1, 1), datetime(2030, 12, 31)  # noqa: DTZ001 - civil time has no zone
ANY_TIMES = st.lists(st.datetimes(EARLIEST, LATEST), min_size=1, max_size=30)


def column(heading: str, texts: Sequence[str]) -> Column:
    """Return a column with these cells."""
    filled = Column(heading)
    for text in texts:
        filled.add(text)
    return filled


@pytest.mark.parametrize(
    ("texts", "formats"),
    [
        (["2016-07-14", "2016-12-01"], ["%Y-%m-%d"]),
        (["14.7.2016", "01.12.2016"], ["%d.%m.%Y"]),
        (["14.7.16", "1.12.2016"], ["%d.%m.%Y", "%d.%m.%y"]),
        (["7/14/2016", "12/1/2016"], ["%m/%d/%Y"]),
        (["14/7/2016 2:35 p. m.", "1/12/2016 11:05 AM"], ["%d/%m/%Y %I:%M %p"]),
        (["2016-07-14T23:15:00"], ["%Y-%m-%dT%H:%M:%S"]),
        (["14. juli 2016 kl. 23.15", "3. MAI 2016 kl. 9.05"], ["%d. %m %Y kl. %H.%M"]),
        (["20160714"], ["%Y%m%d"]),
        (["Kvinne", "22334455"], []),
    ],
)
def test_the_fewest_formats_that_fit_are_found(texts: list[str], formats: list[str]) -> None:
    """One format where one fits all, several where days are written in several ways."""
    fit = fit_days(column("Dato", texts).shapes or {})

    assert list(fit.formats) == formats


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        (["24-02-01", "24-11-05"], True),
        (["3/4/2016", "5/12/2016"], True),
        (["3/4/2016", "14/4/2016"], False),
        (["3.4.2016"], False),
    ],
)
def test_where_days_may_be_months_that_is_said(texts: list[str], *, doubtful: bool) -> None:
    """A day is never taken for a month in silence."""
    fit = fit_days(column("Dato", texts).shapes or {})

    assert fit.formats[0].startswith("%d")
    assert fit.doubtful is doubtful


@pytest.mark.parametrize(
    ("texts", "bare", "formats"),
    [
        (["23:15", "9:05"], False, ["%H:%M"]),
        (["23.15", "9:05"], False, ["%H:%M", "%H.%M"]),
        (["2315", "905", "8"], True, ["%H", "%H%M"]),
        (["2315", "905"], False, []),
        (["2:35 PM", "11:05 a.m."], False, ["%I:%M %p"]),
    ],
)
def test_clocks_are_found_too(texts: list[str], *, bare: bool, formats: list[str]) -> None:
    """A bare number is a clock only where a heading says so."""
    fit = fit_clocks(column("Kl", texts).shapes or {}, bare=bare)

    assert list(fit.formats) == formats


@pytest.mark.parametrize(
    "written", ["%Y-%m-%d %H:%M", "%d.%m.%Y %H.%M", "%d/%m/%Y %H:%M", "%d.%m.%y", "%m/%d/%Y %I:%M %p"]
)
@settings(max_examples=30, deadline=None)
@given(times=ANY_TIMES)
def test_what_one_program_wrote_is_read_as_it_was_written(written: str, times: list[datetime]) -> None:
    """Whatever the times, the formats that are found read every one, and rightly unless it is doubtful."""
    texts = [time.strftime(written) for time in times]

    [proposed] = propose_times([column("Dato", texts)], 1)

    read = WrittenTime(proposed.mapped)
    days = [read.read([text])[:10] for text in texts]
    assert proposed.unread == 0
    assert proposed.doubtful or days == [time.date().isoformat() for time in times]


def test_day_and_clock_may_stand_in_two_columns() -> None:
    """They are read together; where the clock is missing, the day alone."""
    columns = [column("Kl", ["23:15", "", "9:05"]), column("Dato", ["14.7.2016"] * 3), column("Hvem", ["K"] * 3)]

    [proposed] = propose_times(columns, 1)

    assert proposed.mapped.columns == ("Dato", "Kl")
    assert proposed.mapped.formats == ("%d.%m.%Y %H:%M", "%d.%m.%Y")


def test_the_day_of_a_call_comes_before_the_day_it_was_written_down() -> None:
    """Of two days the one that a heading calls later is not taken."""
    columns = [column("Registrert", ["2016-07-15 08:00"]), column("Dato", ["14.07.2016"])]

    [proposed] = propose_times(columns, 1)

    assert proposed.mapped.columns == ("Dato",)


def test_a_stay_has_two_days() -> None:
    """Arrival and departure are the two likeliest columns; who is still there has not left."""
    columns = [column("Inn", ["14.07.2016", "15.07.2016"]), column("Ut", ["20.07.2016", ""])]

    proposed = propose_times(columns, 2)

    assert [time.mapped.columns for time in proposed] == [("Inn",), ("Ut",)]


@pytest.mark.parametrize("heading", ["Varighet", "Tid brukt", "Timer"])
def test_how_long_a_call_took_is_not_when_it_was(heading: str) -> None:
    """The clock's own heading tells it from a duration."""
    columns = [
        column("Dato", ["14.7.2016"] * 2),
        column(heading, ["00:12", "00:05"]),
        column("Klokkeslett", ["22:05"]),
    ]

    [proposed] = propose_times(columns, 1)

    assert proposed.mapped.columns == ("Dato", "Klokkeslett")
