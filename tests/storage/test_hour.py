from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.hour import Hour, NotAnHour

hours = st.datetimes(datetime(1970, 1, 1)).map(Hour.of)  # noqa: DTZ001 - civil time has no zone


@given(hours)
def test_an_hour_is_read_as_it_is_written(hour: Hour) -> None:
    assert Hour.parse(str(hour)) == hour


@given(hours, hours)
def test_hours_stand_in_the_same_order_as_their_texts(one: Hour, other: Hour) -> None:
    assert (one < other) == (str(one) < str(other))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2016-07-14",
        "2016-07-14T24",
        "2016-07-14T7",
        "2016-07-14T07:15",
        "2016-7-14T07",
        "2016-02-30T07",
        "2016-07-14 07",
        "2016-07-14T07Z",
        " 2016-07-14T07",
        "٢016-07-14T07",
    ],
)
def test_every_other_text_is_refused(text: str) -> None:
    with pytest.raises(NotAnHour, match="is not an hour such as 2016-07-14T23"):
        Hour.parse(text)


@pytest.mark.parametrize(
    ("hours_back", "hour"),
    [(0, "2016-03-01T00"), (1, "2016-02-29T23"), (24, "2016-02-29T00"), (-1, "2016-03-01T01")],
)
def test_hours_are_counted_back_over_midnight_and_months(hours_back: int, hour: str) -> None:
    assert str(Hour.parse("2016-03-01T00").earlier(hours_back)) == hour
