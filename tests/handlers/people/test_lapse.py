"""A seat that nobody uses ends, after it was said."""

from handlers.conversation import Handle, Refused, Request
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, seated
from tests.handlers.shown import labels


async def test_the_administrators_and_its_holder_are_told_a_week_before_and_once(centre: Centre) -> None:
    await seated(centre)
    told = []
    for days in (82, 1, 1):
        centre.move(days=days)
        await centre.cases.people.lapse.warn()
        told.append((len(centre.sees(OWNER).views), len(centre.sees(NEWCOMER).views)))

    assert told == [(0, 0), (1, 1), (1, 1)]
    asked = centre.sees(OWNER).newest
    assert asked.text == ("Denne tilgangen er ikke brukt på lenge, og utløper mandag 1. februar:\n5 · Ansatt")
    assert labels(asked) == [["Forny", "Fjern"]]
    assert centre.sees(NEWCOMER).newest.text == (
        "Tilgangen din er ikke brukt på lenge, og utløper mandag 1. februar."
        " Trykk på en hvilken som helst knapp for å beholde den."
    )
    assert [centre.sees(seat).calls for seat in (DUTY, LEADER)] == [[], []]


async def test_where_no_administrator_could_be_told_it_is_tried_again(centre: Centre) -> None:
    await seated(centre)
    centre.move(days=83)
    centre.sees(OWNER).trouble = Refused("blocked")
    await centre.cases.people.lapse.warn()
    centre.sees(OWNER).trouble = None

    await centre.cases.people.lapse.warn()

    assert len(centre.sees(OWNER).views) == 1


async def test_it_is_renewed_by_one_tap_on_what_was_said(centre: Centre) -> None:
    await seated(centre)
    centre.move(days=83)
    await centre.cases.people.lapse.warn()

    shown = await centre.tap("Forny", seat=OWNER)
    centre.move(days=80)

    assert shown.text == "5 · Ansatt · brukt i dag"
    assert centre.cases.stores.seats.role(5) == "staff"


async def test_whose_seat_has_lapsed_is_told_so_and_the_administrators_are_told_once(centre: Centre) -> None:
    await seated(centre)
    centre.move(days=90)
    seen = centre.sees(NEWCOMER)
    for _ in range(2):
        assert await centre.cases.people.lapse.refuses(Request(5, seen, Handle(1)))

    ended = (
        "Tilgangen din er utløpt, fordi den ikke er brukt på lenge."
        " Ingenting er lagret. Administratoren kan fornye den."
    )
    assert seen.texts == [ended]
    assert seen.alerts == [ended, ended]
    assert centre.sees(OWNER).texts == ["Noen prøver å bruke en tilgang som er utløpt:\n5 · Ansatt"]


async def test_in_a_group_whose_seat_has_lapsed_is_told_nothing(centre: Centre) -> None:
    await seated(centre)
    centre.move(days=90)
    group = centre.shown.at(1001)

    assert await centre.cases.people.lapse.refuses(Request(5, group, Handle(1), private=False))
    assert group.calls == []


async def test_others_are_let_through(centre: Centre) -> None:
    for seat in (centre.number(DUTY), 0, 99):
        assert not await centre.cases.people.lapse.refuses(Request(seat, centre.sees(), Handle(1)))

    assert centre.sees().calls == []
