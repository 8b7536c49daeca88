from tests.handlers.centre import DUTY, OTHER, Centre, end_shift


async def test_a_call_that_is_registered_now_is_the_shifts_and_told_of_on_the_other_phone(asking: Centre) -> None:
    await end_shift(asking)
    await asking.tap("1", seat=DUTY)

    await asking.tap("Før nå", "14–15", "Politi", "Vold", "Nei", seat=DUTY)

    assert asking.sees(OTHER).newest.text.startswith(
        "Vakten 07:30–15:00: 1\u00a0samtale er ført, telefonen viser 1."
    )
