from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from storage.people.codes import digest, moment_text

ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=ZONES).map(  # noqa: DTZ001 - bounds
    lambda moment: moment.replace(microsecond=0)
)


@given(MOMENTS, MOMENTS)
def test_moments_as_they_are_kept_compare_as_moments_wherever_they_were_taken(
    one: datetime, other: datetime
) -> None:
    assert (moment_text(one) < moment_text(other)) == (one < other)
    assert datetime.fromisoformat(moment_text(one)) == one.astimezone(UTC)


@given(st.text())
def test_every_text_has_a_digest_of_its_own(text: str) -> None:
    assert len(digest(text)) == 32
    assert digest(text) != digest(f"{text}x")


def test_half_a_letter_has_one_too() -> None:
    assert len(digest("\ud800")) == 32
