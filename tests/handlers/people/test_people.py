import pytest

from handlers.conversation import Handle, NotShown, Refused
from handlers.tap.actions import Action
from handlers.tap.codec import encode
from handlers.tap.people_actions import (
    AskRemoval,
    ChooseName,
    GiveRole,
    ListSeats,
    NameSeat,
    OpenSeat,
    RemoveSeat,
    Renew,
)
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, invited, seated
from tests.handlers.shown import labels
from tests.storage.binding import bind

HEAD = "Disse har tilgang:"
CONFIG = [
    "1 · Ansatt · fra oppsettfilen · brukt i dag",
    "2 · Ansatt · fra oppsettfilen · brukt i dag",
    "3 · Leder · fra oppsettfilen · brukt i dag",
    "4 · Administrator · fra oppsettfilen · brukt i dag",
]


async def test_an_administrator_sees_who_has_access_with_the_names_that_are_asked_for_then(centre: Centre) -> None:
    await seated(centre)
    await invited(centre, "Leder", NEWCOMER + 1)
    centre.shown.names |= {NEWCOMER: "Kari Nordmann @kari", DUTY: "Vakt"}
    centre.sees(LEADER).trouble = NotShown("away")

    shown = await centre.write("people", seat=OWNER)

    assert shown.text.splitlines() == [
        HEAD,
        f"{CONFIG[0]} · hos Telegram: Vakt",
        *CONFIG[1:],
        "5 · Ansatt · brukt i dag · hos Telegram: Kari Nordmann @kari",
        "6 · Leder · venter på å bli sluppet inn",
    ]
    assert labels(shown) == [
        ["Nr. 1", "Nr. 2", "Nr. 3"],
        ["Nr. 4", "Nr. 5", "Nr. 6"],
        ["Oppdater"],
        ["Inviter"],
    ]
    content = centre.database.path.read_bytes()
    assert b"Nordmann" not in content


async def test_a_long_list_has_pages(centre: Centre) -> None:
    for account in range(100, 108):
        await seated(centre, account=account)

    first = await centre.write("people", seat=OWNER)
    second = await centre.tap("Eldre ›", seat=OWNER)

    assert len(first.text.splitlines()) == 11
    assert [line.split(" ")[0] for line in second.text.splitlines()[1:]] == ["11", "12"]


async def test_it_says_how_often_strangers_tried(centre: Centre) -> None:
    for _ in range(3):
        centre.cases.people.strangers.knocked()

    told = await centre.write("people", seat=OWNER)
    centre.move(days=1)
    later = await centre.write("people", seat=OWNER)

    assert told.text.splitlines()[-1] == "I dag har noen uten tilgang prøvd seg 3 ganger."
    assert len(later.text.splitlines()) == 5


async def test_open_invitations_are_told_and_taken_back_together(centre: Centre) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Ansatt", "Leder", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/start ")[1]

    before = await centre.write("people", seat=OWNER)
    after = await centre.tap("Trekk invitasjoner", seat=OWNER)
    await centre.write("start", code, seat=NEWCOMER)

    assert before.text.splitlines()[-1] == "2 invitasjoner er åpne."
    assert (labels(before)[-1], labels(after)[-1]) == (["Inviter", "Trekk invitasjoner"], ["Inviter"])
    assert centre.sees(NEWCOMER).calls == []


async def test_a_seat_gets_another_role_and_is_told(centre: Centre) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)

    shown = await centre.tap("Nr. 5", "Leder", seat=OWNER)

    assert shown.text == "5 · Leder · brukt i dag"
    assert labels(shown)[0] == ["Ansatt", "✓ Leder", "Administrator"]
    told = centre.sees(NEWCOMER).newest
    assert told.text == "Du har fått en annen rolle: leder. /hjelp viser hva du kan gjøre."
    assert told.menu == ["📞 Ny samtale", "📊 Forrige måned"]
    assert centre.cases.stores.seats.role(5) == "leader"


async def test_that_its_holder_could_not_be_told_is_said(centre: Centre) -> None:
    await seated(centre)
    centre.sees(NEWCOMER).trouble = Refused("blocked")
    await centre.write("people", seat=OWNER)

    await centre.tap("Nr. 5", "Leder", seat=OWNER)

    assert centre.sees(OWNER).newest.text == "Den det gjelder, fikk ikke beskjed."


async def test_a_seat_gets_a_name_that_says_what_the_place_is(centre: Centre) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)

    named = await centre.tap("Nr. 5", "Navn", "Vakttelefon", seat=OWNER)
    unnamed = await centre.tap("Navn", "Uten navn", seat=OWNER)

    assert named.text == "5 · Vakttelefon · ansatt · brukt i dag"
    assert unnamed.text == "5 · Ansatt · brukt i dag"


async def test_a_seat_is_removed_after_a_question_and_its_private_chat_gets_no_more_reports(
    centre: Centre,
) -> None:
    await seated(centre, "leader")
    await bind(centre.cases.stores.chats, NEWCOMER, "2026-11-03T14:00")
    await centre.write("people", seat=OWNER)

    asked = await centre.tap("Nr. 5", "Fjern", seat=OWNER)
    assert centre.number(NEWCOMER) == 5
    gone = await centre.tap("Ja, fjern", seat=OWNER)

    assert asked.text.splitlines()[1] == (
        "Fjerne denne tilgangen? Den slutter å virke fra neste trykk, for godt,"
        " og den det gjelder, får ingen beskjed."
    )
    assert gone.text == "Tilgang nr. 5 er fjernet."
    assert centre.number(NEWCOMER) == 0
    assert centre.cases.stores.chats.all == ()


async def test_who_says_no_removes_nobody(centre: Centre) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)

    shown = await centre.tap("Nr. 5", "Fjern", "Nei", seat=OWNER)

    assert shown.text == "5 · Ansatt · brukt i dag"
    assert centre.number(NEWCOMER) == 5


async def test_one_that_the_config_names_can_be_named_and_nothing_else(centre: Centre) -> None:
    await centre.write("people", seat=OWNER)
    shown = await centre.tap("Nr. 1", seat=OWNER)

    assert labels(shown) == [["Navn"], ["‹ Tilbake"]]


@pytest.mark.parametrize("tap", [RemoveSeat(4), GiveRole(4, "staff")])
async def test_a_button_that_would_change_it_all_the_same_says_where_it_stands(
    centre: Centre, tap: Action
) -> None:
    await centre.write("people", seat=OWNER)

    await centre.send(next(iter(centre.sees(OWNER).views)), encode(tap), seat=OWNER)

    assert centre.sees(OWNER).alerts == ["Denne tilgangen står i oppsettfilen, under [access]: endre den der."]
    assert centre.cases.stores.seats.role(4) == "administrator"


async def test_a_seat_that_waits_gets_no_role_by_a_button(centre: Centre) -> None:
    await invited(centre)

    await centre.send(next(iter(centre.sees(OWNER).views)), encode(GiveRole(5, "administrator")), seat=OWNER)

    seat = centre.cases.stores.seats.find(5)
    assert seat is not None
    assert (seat.role, seat.waiting) == ("staff", True)


async def test_a_lapsed_seat_is_renewed_by_one_tap(centre: Centre) -> None:
    await seated(centre)
    centre.move(days=90)
    await centre.write("people", seat=OWNER)

    lapsed = await centre.tap("Nr. 5", seat=OWNER)
    renewed = await centre.tap("Forny", seat=OWNER)

    assert lapsed.text == "5 · Ansatt · utløpt"
    assert renewed.text == "5 · Ansatt · brukt i dag"
    assert centre.cases.stores.seats.role(5) == "staff"


TAPS: list[Action] = [
    ListSeats(0),
    OpenSeat(5),
    GiveRole(5, "administrator"),
    ChooseName(5),
    NameSeat(5, "office"),
    Renew(5),
    AskRemoval(5),
    RemoveSeat(5),
]


@pytest.mark.parametrize("account", [DUTY, LEADER, NEWCOMER, 98])
async def test_nobody_but_an_administrator_sees_or_changes_anything(centre: Centre, account: int) -> None:
    await seated(centre)
    before = await centre.rows("SELECT * FROM seat")

    for tap in TAPS:
        await centre.send(Handle(1), encode(tap), seat=account)

    assert await centre.rows("SELECT * FROM seat") == before
    assert not any(HEAD in text or " · " in text for text in centre.sees(account).texts)


async def test_a_seat_that_is_gone_cannot_be_acted_on(centre: Centre) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)
    await centre.tap("Nr. 5", "Fjern", "Ja, fjern", seat=OWNER)
    before = await centre.rows("SELECT * FROM seat")

    for tap in TAPS[1:]:
        await centre.send(next(iter(centre.sees(OWNER).views)), encode(tap), seat=OWNER)

    assert await centre.rows("SELECT * FROM seat") == before


async def test_a_name_that_is_not_offered_is_refused(centre: Centre) -> None:
    await seated(centre)
    await centre.write("people", seat=OWNER)

    await centre.send(next(iter(centre.sees(OWNER).views)), encode(NameSeat(5, "kari")), seat=OWNER)

    assert await centre.rows("SELECT name FROM seat WHERE number = 5") == [("",)]
