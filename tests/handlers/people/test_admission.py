import pytest

from handlers.conversation import NotShown
from handlers.tap.codec import encode
from handlers.tap.people_actions import Admit, Reject
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, invited, seated
from tests.handlers.shown import labels


async def test_the_administrator_is_told_who_used_an_invitation(centre: Centre) -> None:
    centre.shown.names[NEWCOMER] = "Kari Nordmann @kari"
    await invited(centre, "Leder")

    asked = centre.sees(OWNER).newest
    assert asked.text == (
        "En invitasjon er brukt: tilgang nr. 5, leder.\n"
        "hos Telegram: Kari Nordmann @kari\n"
        "Forsikre deg først om at det er riktig person."
    )
    assert labels(asked) == [["Slipp inn", "Avvis"]]
    assert [centre.sees(seat).calls for seat in (LEADER, DUTY)] == [[], []]


async def test_a_name_that_cannot_be_asked_is_left_out(centre: Centre) -> None:
    centre.sees(NEWCOMER).trouble, centre.sees(NEWCOMER).spared = NotShown("away"), 1
    await invited(centre)

    assert len(centre.sees(OWNER).newest.text.splitlines()) == 2


async def test_who_is_let_in_is_greeted_and_can_register_at_once(centre: Centre) -> None:
    await invited(centre)

    said = await centre.tap("Slipp inn", seat=OWNER)
    await centre.tap("NAV", "Vold", "Ja", seat=NEWCOMER)

    assert said.text == "Tilgang nr. 5 er sluppet inn."
    assert centre.sees(NEWCOMER).texts[1].startswith("Velkommen.")
    assert await centre.rows("SELECT recorded_by FROM record") == [(5,)]


async def test_who_cannot_be_greeted_is_let_in_all_the_same(centre: Centre) -> None:
    await invited(centre)
    centre.sees(NEWCOMER).trouble = NotShown("away")

    await centre.tap("Slipp inn", seat=OWNER)

    assert centre.cases.stores.seats.role(5) == "staff"


async def test_who_is_rejected_is_a_stranger_whose_code_is_spent(centre: Centre) -> None:
    code = await invited(centre)

    said = await centre.tap("Avvis", seat=OWNER)
    before = len(centre.sees(NEWCOMER).calls)
    await centre.write("start", code, seat=NEWCOMER)

    assert said.text == "Avvist. Invitasjonen kan ikke brukes igjen."
    assert centre.number(NEWCOMER) == 0
    assert len(centre.sees(NEWCOMER).calls) == before


@pytest.mark.parametrize("tap", [Admit(5), Reject(5)])
async def test_a_second_answer_changes_nothing(centre: Centre, tap: Admit | Reject) -> None:
    await invited(centre)
    handle, _ = centre.sees(OWNER).button("Slipp inn")
    await centre.tap("Slipp inn", seat=OWNER)

    await centre.send(handle, encode(tap), seat=OWNER)

    assert centre.sees(OWNER).views[handle].text == "Tilgang nr. 5 er alt sluppet inn."
    assert centre.cases.stores.seats.role(5) == "staff"


@pytest.mark.parametrize("account", [DUTY, LEADER, NEWCOMER])
@pytest.mark.parametrize("tap", [Admit(5), Reject(5)])
async def test_nobody_but_an_administrator_lets_in_or_rejects(
    centre: Centre, account: int, tap: Admit | Reject
) -> None:
    await invited(centre)
    handle, _ = centre.sees(OWNER).button("Slipp inn")

    await centre.send(handle, encode(tap), seat=account)

    seat = centre.cases.stores.seats.find(5)
    assert seat is not None
    assert seat.waiting


async def test_what_is_about_a_seat_that_is_gone_cannot_be_read(centre: Centre) -> None:
    await invited(centre)
    await centre.tap("Avvis", seat=OWNER)
    number = await seated(centre)

    await centre.send(next(iter(centre.sees(OWNER).views)), encode(Reject(5)), seat=OWNER)

    assert number == 6
    assert centre.cases.stores.seats.role(6) == "staff"
