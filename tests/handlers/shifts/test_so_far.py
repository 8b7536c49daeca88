import pytest

from handlers.conversation import Handle
from tests.handlers.centre import ASKED, DUTY, LEADER, OTHER, Centre, end_shift

STRANGER = 99


async def register(centre: Centre) -> None:
    """Register a call of the shift, and one who did not want to be registered."""
    await centre.write("log")
    await centre.tap("Politi", "Vold", "Nei")
    await centre.write("log")
    await centre.tap("Vil ikke registreres")


async def test_it_tells_what_is_registered_and_asks_what_the_telephone_shows(centre: Centre) -> None:
    await register(centre)

    shown = await centre.write("shift")

    assert shown.text.splitlines() == [
        "Vakten 07:30–15:00: 2\u00a0samtaler er ført.",
        "Hvor mange besvarte anrop inn viser telefonen så langt?",
    ]
    assert [[button.label for button in row] for row in shown.rows] == [
        ["2", "3", "4"],
        ["5", "6", "7"],
        ["Flere ›"],
    ]


@pytest.mark.parametrize(
    ("shows", "told"),
    [
        ("2", "Alt er ført."),
        ("3", "1\u00a0samtale gjenstår. Registrer den med «Tidligere samtale» på første skjermbilde."),
        ("7", "5\u00a0samtaler gjenstår. Registrer dem med «Tidligere samtale» på første skjermbilde."),
    ],
)
async def test_it_tells_what_is_left(centre: Centre, shows: str, told: str) -> None:
    await register(centre)
    await centre.write("shift")

    shown = await centre.tap(shows)

    assert shown.text.splitlines() == [
        f"Vakten 07:30–15:00: 2\u00a0samtaler er ført, telefonen viser {shows}.",
        told,
    ]
    assert [button.label for button in shown.rows[0]] == ["Oppdater", "Ny samtale"]


async def test_what_is_left_is_counted_anew(centre: Centre) -> None:
    await centre.write("shift")
    await centre.tap("1")
    await centre.tap("Ny samtale")
    await centre.tap("Politi", "Vold", "Nei")

    assert (await centre.tap("Oppdater")).text.splitlines()[-1] == "Alt er ført."


async def test_greater_numbers_are_a_tap_away(centre: Centre) -> None:
    await centre.write("shift")

    shown = await centre.tap("Flere ›", "Flere ›")

    assert [button.label for button in shown.rows[0]] == ["12", "13", "14"]


async def test_the_question_about_the_shift_before_is_shown_as_long_as_it_stands(asking: Centre) -> None:
    await end_shift(asking)
    await asking.write("shift")
    standing = asking.sees().texts[-2]
    await asking.tap("0", seat=OTHER)
    await asking.tap("Hopp over", seat=OTHER)
    await asking.write("shift")

    assert standing == ASKED
    assert asking.sees().texts[-2].startswith("Vakten 15:00–22:30")


async def test_an_answer_given_there_reaches_the_question_too(asking: Centre) -> None:
    await end_shift(asking)
    asked = next(iter(asking.sees().views))
    await asking.write("shift")
    again = [handle for handle, view in asking.sees().views.items() if view.text == ASKED][-1]
    zero = next(button for row in asking.sees().views[again].rows for button in row if button.label == "0")
    await asking.send(again, f"Counted:{zero.tap.shift.replace(':', '')}_0")  # type: ignore[union-attr]

    assert asking.sees().views[asked].text == asking.sees().views[again].text != ASKED


async def test_a_stranger_gets_silence(centre: Centre) -> None:
    await centre.write("shift", seat=STRANGER)

    assert centre.sees(STRANGER).calls == []


@pytest.mark.parametrize("carried", ["SoFar:2026-11-03T0731_2", "Fars:2026-11-03T0731_2"])
async def test_a_shift_that_never_was_is_refused(centre: Centre, carried: str) -> None:
    await centre.send(Handle(1), carried, seat=DUTY)

    assert centre.sees().notices == ["Denne knappen virker ikke lenger. Trykket er ikke lagret."]


@pytest.mark.parametrize("label", ["Oppdater", "Flere ›"])
async def test_of_a_shift_that_has_answered_no_number_is_told_that_would_differ_from_what_leaders_see_of_it(
    asking: Centre, label: str
) -> None:
    await asking.write("shift", seat=LEADER)
    if label == "Oppdater":
        await asking.tap("0", seat=LEADER)
    await end_shift(asking)
    await asking.tap("0", "Hopp over")
    before = dict(asking.sees(LEADER).views)

    await asking.tap(label, seat=LEADER)

    assert asking.sees(LEADER).alerts == ["Den vakten er over og besvart. Skriv /vakt for vakten som er nå."]
    assert asking.sees(LEADER).views == before


async def test_a_shift_that_is_still_asked_can_be_compared(asking: Centre) -> None:
    await asking.write("shift", seat=OTHER)
    await end_shift(asking)

    shown = await asking.tap("3", seat=OTHER)

    assert shown.text
    assert asking.sees(OTHER).alerts == []


async def test_it_tells_how_many_more_are_registered_than_the_telephone_shows(centre: Centre) -> None:
    await centre.write("shift")
    await centre.tap("0")
    await register(centre)

    told = (await centre.tap("Oppdater")).text.splitlines()[-1]

    assert told == "Det er ført 2 flere enn telefonen viser. Er noe ført to ganger?"
