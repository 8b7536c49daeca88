"""The end of a shift, on a front end that is a plain list of what was shown."""

from handlers.conversation import NotShown, Refused, Uncertain
from tests.handlers.centre import DUTY, OTHER, Centre

SHIFT = "SELECT step, counted, outgoing FROM shift WHERE step <> 'open'"
ASKED = "Vakten 07:30–15:00: 0\u00a0samtaler er ført.\nHvor mange besvarte anrop inn viser telefonen?"


async def _shift_ends(centre: Centre) -> None:
    await centre.cases.questions.due()
    centre.move(minutes=45)
    await centre.cases.questions.due()


async def test_both_phones_are_asked_and_the_first_answer_stands_on_both(asking: Centre) -> None:
    await _shift_ends(asking)
    assert (asking.sees(DUTY).texts, asking.sees(OTHER).texts) == ([ASKED], [ASKED])

    await asking.tap("2", seat=DUTY)
    assert asking.sees(DUTY).views == asking.sees(OTHER).views
    await asking.tap("Uten detaljer", seat=OTHER)
    await asking.tap("0", seat=DUTY)

    assert asking.sees(DUTY).views == asking.sees(OTHER).views
    assert asking.sees(DUTY).newest.text == (
        "Vakten 07:30–15:00: 2\u00a0samtaler er ført, telefonen viser 2.\n"
        "Alt er ført. Takk for innsatsen!\nSamtaler ut: 0."
    )
    assert await asking.rows(SHIFT) == [("done", 2, 0)]
    assert await asking.rows("SELECT outcome, recorded_by FROM record") == [("unspecified", OTHER)] * 2


async def test_a_call_that_is_registered_now_is_the_shifts_and_told_of_on_the_other_phone(asking: Centre) -> None:
    await _shift_ends(asking)
    await asking.tap("1", seat=DUTY)

    await asking.tap("Før nå", "14–15", "Politi", "Vold", "Nei", seat=DUTY)

    assert asking.sees(OTHER).newest.text.startswith(
        "Vakten 07:30–15:00: 1\u00a0samtale er ført, telefonen viser 1."
    )


async def test_who_cannot_be_asked_holds_up_nobody(asking: Centre) -> None:
    asking.sees(DUTY).trouble = Refused("blocked")
    await _shift_ends(asking)

    assert asking.sees(OTHER).texts == [ASKED]
    assert await asking.rows("SELECT chat FROM shift_question") == [(OTHER,)]


async def test_what_was_not_shown_is_tried_again_and_what_may_have_been_is_not(asking: Centre) -> None:
    asking.sees(DUTY).trouble = NotShown("no way through")
    asking.sees(OTHER).trouble = Uncertain("no answer")
    await _shift_ends(asking)
    asking.sees(DUTY).trouble = asking.sees(OTHER).trouble = None
    await asking.cases.questions.due()

    assert (asking.sees(DUTY).texts, asking.sees(OTHER).texts) == ([ASKED], [])


async def test_a_question_nobody_answered_is_taken_away_after_a_day_or_says_so(asking: Centre) -> None:
    await _shift_ends(asking)
    asking.sees(OTHER).keeps = True
    asking.sees(DUTY).calls.clear()
    asking.move(hours=24)
    await asking.cases.questions.due()

    assert asking.sees(DUTY).calls == ["remove", "show"]
    assert asking.sees(OTHER).texts == ["Vakten ble ikke besvart.", ASKED]
    assert await asking.rows("SELECT DISTINCT shift FROM shift_question") == [("2026-11-04T07:30",)]
