from tests.handlers.centre import ASKED, DUTY, OTHER, Centre, end_shift

SHIFT = "SELECT step, counted, outgoing FROM shift WHERE step <> 'open'"


async def test_both_phones_are_asked_and_the_first_answer_stands_on_both(asking: Centre) -> None:
    await end_shift(asking)
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
    recorded = await asking.rows("SELECT outcome, recorded_by FROM record")
    assert recorded == [("unspecified", asking.number(OTHER))] * 2
