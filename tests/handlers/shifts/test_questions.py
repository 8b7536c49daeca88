from handlers.conversation import NotShown, Refused, Uncertain
from tests.handlers.centre import ASKED, DUTY, OTHER, Centre, end_shift


async def test_who_cannot_be_asked_holds_up_nobody(asking: Centre) -> None:
    asking.sees(DUTY).trouble = Refused("blocked")
    await end_shift(asking)

    assert asking.sees(OTHER).texts == [ASKED]
    assert await asking.rows("SELECT seat FROM shift_question") == [(asking.number(OTHER),)]


async def test_what_was_not_shown_is_tried_again_and_what_may_have_been_is_not(asking: Centre) -> None:
    asking.sees(DUTY).trouble = NotShown("no way through")
    asking.sees(OTHER).trouble = Uncertain("no answer")
    await end_shift(asking)
    asking.sees(DUTY).trouble = asking.sees(OTHER).trouble = None
    await asking.cases.questions.due()

    assert (asking.sees(DUTY).texts, asking.sees(OTHER).texts) == ([ASKED], [])


async def test_a_question_nobody_answered_is_taken_away_after_a_day_or_says_so(asking: Centre) -> None:
    await end_shift(asking)
    asking.sees(OTHER).keeps = True
    asking.sees(DUTY).calls.clear()
    asking.move(hours=24)
    await asking.cases.questions.due()

    assert asking.sees(DUTY).calls == ["remove", "show"]
    assert asking.sees(OTHER).texts == ["Vakten ble ikke besvart.", ASKED]
    assert await asking.rows("SELECT DISTINCT shift FROM shift_question") == [("2026-11-04T07:30",)]
