"""No hour to come and none long past becomes a call's, whoever taps."""

import pytest

from handlers.tap.codec import decode, encode
from handlers.tap.form_tap import AT, DAY, WHEN, FormState, FormTap
from storage.forms.reader import OWN_FORMS, read_form
from storage.hour import Hour
from tests.bot.chat_desk import Desk
from tests.bot.tapping import EARLIER, call, carried, fresh, seen, tap

FORM = read_form(OWN_FORMS / "call.toml")
FORMS = {"call": FORM}
TIMES = "SELECT occurred_at, recorded_at FROM record ORDER BY id"


@pytest.fixture(autouse=True)
def _clock_is_moved(desk: Desk) -> None:
    """Take a moved clock for time gone by."""
    desk.take_moved_clock_for_time_gone_by()


@pytest.mark.parametrize(
    "hour",
    ["2026-11-03T15", "2026-11-04T00", "2027-11-03T14", "2926-01-01T00", "2026-10-03T13", "2016-11-03T14"],
)
@pytest.mark.parametrize("kept", [False, True])
async def test_the_future_and_the_long_past_are_refused_also_from_a_hostile_hand(
    desk: Desk, hour: str, *, kept: bool
) -> None:
    async with desk.open():
        person = desk.person()
        shown = await call(person) if kept else await fresh(person)
        tapped = decode(carried(person, shown.id, "Tidspunkt" if kept else EARLIER), FORMS)
        assert isinstance(tapped, FormTap)
        moved = FormState(FORM, tapped.state.nonce, Hour.parse(hour), 0, {})
        hostile = [FormTap(moved, press) for press in (AT, 3)]
        if hour[:10] not in {"2026-11-03", "2026-10-03"}:
            hostile += [FormTap(moved, press) for press in (DAY, WHEN)]
        for wrong in hostile:
            person.tap_data(shown.id, encode(wrong))
        await fresh(person)

    assert [notice.text for notice in person.notices[-len(hostile) :]] == [
        "Denne knappen virker ikke lenger. Trykket er ikke lagret."
    ] * len(hostile)
    assert seen(person, shown.id) == shown
    assert desk.rows(TIMES) == [("2026-11-03T14", "2026-11-03T14")] * kept


async def test_an_hour_that_was_offered_31_days_ago_is_refused_when_it_is_tapped_at_last(desk: Desk) -> None:
    async with desk.open():
        person = desk.person()
        form = await fresh(person)
        await tap(person, form.id, EARLIER, "En annen dag", "søn. 4.10.")
        desk.clock.move(hours=11)
        person.tap("00–01", message_id=form.id)
        await person.wait_for_notice("Denne knappen virker ikke lenger.")

    assert desk.rows(TIMES) == []
