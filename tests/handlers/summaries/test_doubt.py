"""After a restore: what may have been delivered is asked about before it is sent."""

import pytest

from handlers.conversation import NotShown
from handlers.tap.codec import encode
from handlers.tap.restore_actions import ReportsCame, SendReports
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.shown import labels
from tests.handlers.summaries.test_delivery import DOUBT, GROUP, MONTH, bound

__all__ = ["bound"]
STATE = "SELECT report, period, state FROM delivery ORDER BY period"
QUESTION = "Ble rapporten for oktober 2026 levert?"


@pytest.fixture
async def restored(bound: Centre) -> Centre:
    """Restore a copy of the evening before the day of report, when that day is over."""
    await bound.cases.stores.restores.begin(bound.now.replace(tzinfo=None))
    bound.sees(OWNER).views.clear()
    return bound


async def _deliver(centre: Centre) -> list[str]:
    """Ask and deliver twice, as the bot does regularly; return what has come to the group."""
    for _ in range(2):
        await centre.cases.doubtful_reports.ask()
        await centre.cases.delivery.deliver_due()
    return centre.shown.at(GROUP).texts


async def test_nothing_is_sent_before_the_administrators_have_answered_one_question(restored: Centre) -> None:
    came = await _deliver(restored)

    [asked] = restored.sees(OWNER).views.values()
    assert asked.text.startswith(QUESTION)
    assert labels(asked) == [["Ja, den kom", "Send den"]]
    assert came == []


async def test_what_has_come_is_not_sent_again_and_the_next_report_goes_by_itself(restored: Centre) -> None:
    await _deliver(restored)
    answered = await restored.tap("Ja, den kom", seat=OWNER)
    before = await _deliver(restored)
    restored.move(days=30)

    after = await _deliver(restored)

    assert answered.text == "Fint. Da sendes ingenting på nytt."
    assert before == []
    assert [text.splitlines()[0] for text in after] == ["Månedsrapport for november 2026"]
    assert await restored.rows(STATE) == [("monthly", "2026-10", "sent"), ("monthly", "2026-11", "sent")]


async def test_what_is_to_be_sent_says_that_it_may_have_come_before(restored: Centre) -> None:
    await _deliver(restored)
    await restored.tap("Send den", seat=OWNER)

    [came] = await _deliver(restored)

    assert came.startswith(MONTH)
    assert DOUBT in came
    assert await restored.rows(STATE) == [("monthly", "2026-10", "sent")]


async def test_what_falls_due_after_the_restore_goes_by_itself(restored: Centre) -> None:
    await _deliver(restored)
    restored.move(days=30)

    came = await _deliver(restored)

    assert [text.splitlines()[0] for text in came] == ["Månedsrapport for november 2026"]
    assert DOUBT not in came[0]
    assert [view.text.splitlines()[0] for view in restored.sees(OWNER).views.values()] == [QUESTION]


async def test_several_are_asked_about_in_one_question(bound: Centre) -> None:
    bound.move(days=62)
    await bound.cases.stores.restores.begin(bound.now.replace(tzinfo=None))
    bound.sees(OWNER).views.clear()
    await _deliver(bound)

    [asked] = bound.sees(OWNER).views.values()
    await bound.tap("Ja, de kom", seat=OWNER)

    assert asked.text.startswith(
        "Ble disse rapportene levert: oktober 2026, november 2026, 2026, desember 2026 og 3.\u00a0tertial 2026?"
    )
    assert await _deliver(bound) == []


async def test_what_is_known_as_sent_is_not_asked_about(bound: Centre) -> None:
    await bound.cases.delivery.deliver_due()
    await bound.cases.stores.restores.begin(bound.now.replace(tzinfo=None))
    bound.sees(OWNER).views.clear()

    await _deliver(bound)

    assert not bound.sees(OWNER).views
    assert await bound.rows("SELECT reports FROM restored") == [("settled",)]


async def test_as_long_as_nobody_is_reached_nothing_is_sent_and_they_are_asked_again(restored: Centre) -> None:
    restored.sees(OWNER).trouble, restored.sees(OWNER).spared = NotShown("away"), 0
    came = await _deliver(restored)
    restored.sees(OWNER).trouble = None

    await _deliver(restored)

    assert came == []
    assert [view.text.splitlines()[0] for view in restored.sees(OWNER).views.values()] == [QUESTION]


@pytest.mark.parametrize("second", ["Ja, den kom", "Send den"])
async def test_the_first_answer_counts(restored: Centre, second: str) -> None:
    await _deliver(restored)
    handle, button = restored.sees(OWNER).button(second)
    await restored.tap("Ja, den kom", seat=OWNER)

    await restored.send(handle, encode(button.tap), seat=OWNER)

    assert restored.sees(OWNER).views[handle].text == "Dette er alt besvart."
    assert await _deliver(restored) == []


@pytest.mark.parametrize("who", [DUTY, LEADER])
@pytest.mark.parametrize("tap", [ReportsCame(1), SendReports(1)])
async def test_nobody_but_an_administrator_answers(
    restored: Centre, who: int, tap: ReportsCame | SendReports
) -> None:
    await _deliver(restored)
    [handle] = restored.sees(OWNER).views

    await restored.send(handle, encode(tap), seat=who)

    assert await restored.rows("SELECT reports FROM restored") == [("asked",)]


async def test_an_answer_to_the_question_of_an_earlier_restore_settles_nothing(restored: Centre) -> None:
    await _deliver(restored)
    await restored.cases.stores.restores.begin(restored.now.replace(tzinfo=None))

    said = await restored.tap("Ja, den kom", seat=OWNER)

    assert said.text == "Dette er alt besvart."
    assert await _deliver(restored) == []
    assert await restored.rows("SELECT reports FROM restored") == [("asked",), ("asked",)]


async def test_report_numbers_are_not_given_twice(restored: Centre) -> None:
    await _deliver(restored)
    await restored.tap("Send den", seat=OWNER)
    await _deliver(restored)

    assert await restored.rows("SELECT number FROM delivery") == [(1001,)]


async def test_what_falls_due_between_the_restore_and_the_first_start_is_in_doubt_too(restored: Centre) -> None:
    restored.move(days=30)
    await restored.cases.doubtful_reports.begin()
    came = await _deliver(restored)

    [asked] = restored.sees(OWNER).views.values()
    assert asked.text.startswith("Ble disse rapportene levert: oktober 2026 og november 2026?")
    assert came == []
