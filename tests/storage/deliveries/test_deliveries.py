from datetime import date

import pytest

from storage.database.connection import Database
from storage.deliveries.deliveries import Deliveries, Delivery, DeliveryState, FailedDelivery, SentTally

LEADERS, OTHER = -1001, -1002
TODAY = date(2016, 10, 3)


@pytest.fixture
def deliveries(database: Database) -> Deliveries:
    """Keep deliveries in the fresh database."""
    return Deliveries(database)


async def begin(deliveries: Deliveries, period: str = "2016-07", chat: int = LEADERS) -> Delivery:
    """Begin to deliver a month's summary."""
    return await deliveries.begin("monthly", period, chat, today=TODAY)


async def test_a_summary_that_is_begun_again_keeps_its_number_and_is_not_doubtful(deliveries: Deliveries) -> None:
    first, again, other = [await begin(deliveries, chat=chat) for chat in (LEADERS, LEADERS, OTHER)]

    assert first == again == Delivery(first.number, "monthly", "2016-07", LEADERS, doubtful=False)
    assert other.number != first.number


async def test_a_summary_that_was_being_sent_may_have_arrived_until_it_is_known_that_it_did_not(
    deliveries: Deliveries,
) -> None:
    delivery = await begin(deliveries)
    await deliveries.mark_sending(delivery)
    doubtful = await begin(deliveries)
    await deliveries.mark_unsent(doubtful, "time-out")
    still = await begin(deliveries)
    await deliveries.mark_unsent(delivery, "no network")

    assert (doubtful.doubtful, still.doubtful, (await begin(deliveries)).doubtful) == (True, True, False)


async def test_what_was_sent_or_failed_in_one_chat_is_done_there_alone(deliveries: Deliveries) -> None:
    july, august, september = [await begin(deliveries, f"2016-0{month}") for month in (7, 8, 9)]
    await deliveries.mark_sent(july, "{}", [("tertial", "2016-T1", "{}")], today=TODAY)
    await deliveries.mark_failed(august, "blocked", [("annual", "2015")])
    await deliveries.mark_unsent(september, "no network")

    assert await deliveries.done(LEADERS) == {
        ("monthly", "2016-07"),
        ("tertial", "2016-T1"),
        ("monthly", "2016-08"),
        ("annual", "2015"),
    }
    assert await deliveries.done(OTHER) == frozenset()


async def test_a_failure_is_reported_once_and_its_lines_never(deliveries: Deliveries) -> None:
    delivery = await begin(deliveries)
    await deliveries.mark_failed(delivery, "blocked", [("annual", "2015")])
    failure = FailedDelivery(delivery.number, "2016-07", LEADERS, "blocked")

    before = await deliveries.failed(unreported=True)
    await deliveries.mark_reported(failure)

    assert (before, await deliveries.failed(unreported=True)) == ((failure,), ())
    assert [failed.period for failed in await deliveries.failed()] == ["2016-07", "2015"]


async def test_a_chat_was_last_sent_the_corrected_tally_and_a_period_the_one_of_its_summary(
    deliveries: Deliveries,
) -> None:
    one, other = await begin(deliveries), await begin(deliveries, chat=OTHER)
    await deliveries.mark_sent(one, "first", today=TODAY)
    await deliveries.mark_sent(other, "second", today=TODAY)
    await deliveries.restate("monthly", LEADERS, "2016-07", "corrected")

    assert await deliveries.last_tallies("monthly", LEADERS) == {"2016-07": "corrected"}
    assert await deliveries.last_tallies("annual", LEADERS) == {}
    assert await deliveries.latest_tally("2016-07") == SentTally(other.number, "second")
    assert await deliveries.latest_tally("2016-08") is None


async def test_what_one_chat_refused_may_be_tried_again_and_may_have_come(deliveries: Deliveries) -> None:
    for chat in (LEADERS, OTHER):
        await deliveries.mark_failed(await begin(deliveries, chat=chat), "blocked", [("annual", "2015")])

    assert await deliveries.try_again(LEADERS)
    assert not await deliveries.try_again(LEADERS)
    assert await deliveries.done(LEADERS) == frozenset()
    assert (await begin(deliveries)).doubtful
    assert {failure.chat for failure in await deliveries.failed()} == {OTHER}


async def test_every_delivery_is_told_of_with_the_tally_as_it_was_told_last(deliveries: Deliveries) -> None:
    sent, failed = await begin(deliveries), await begin(deliveries, chat=OTHER)
    await deliveries.mark_sent(sent, "first", today=TODAY)
    await deliveries.restate("monthly", LEADERS, "2016-07", "corrected")
    await deliveries.mark_failed(failed, "blocked")

    assert await deliveries.all() == (
        DeliveryState(sent.number, "monthly", "2016-07", LEADERS, "sent", "", "corrected"),
        DeliveryState(failed.number, "monthly", "2016-07", OTHER, "failed", "blocked", None),
    )
