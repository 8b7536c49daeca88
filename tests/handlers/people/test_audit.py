import pytest

from handlers.conversation import Handle
from handlers.tap.codec import encode
from handlers.tap.people_actions import TurnAudit
from storage.hour import Hour
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, invited
from tests.handlers.shown import labels


async def test_the_life_of_an_access_is_told_with_who_did_what(centre: Centre) -> None:
    await invited(centre)
    await centre.tap("Slipp inn", seat=OWNER)
    await centre.write("people", seat=OWNER)
    await centre.tap("Nr. 5", "Leder", "Navn", "Kontor", "Forny", "Fjern", "Ja, fjern", seat=OWNER)

    told = (await centre.write("audit", seat=OWNER)).text.splitlines()

    assert told == [
        "Hvem gjorde hva:",
        "2026-11-03 kl. 14 · nr. 4 · fjernet tilgang nr. 5",
        "2026-11-03 kl. 14 · nr. 4 · fornyet tilgang nr. 5",
        "2026-11-03 kl. 14 · nr. 4 · kalte tilgang nr. 5 Kontor",
        "2026-11-03 kl. 14 · nr. 4 · ga tilgang nr. 5 rollen Leder",
        "2026-11-03 kl. 14 · nr. 4 · slapp inn tilgang nr. 5",
        "2026-11-03 kl. 14 · nr. 5 · brukte en invitasjon",
        "2026-11-03 kl. 14 · nr. 4 · inviterte: Ansatt (invitasjon 1)",
    ]


async def test_what_becomes_of_a_chat_is_told(centre: Centre) -> None:
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    group = centre.shown.at(1001)
    await centre.write("bind", code, seat=OWNER, where=group)
    await centre.write("chats", seat=OWNER)
    await centre.tap("✓ Måned", "bokmål", seat=OWNER)
    await centre.write("unbind", seat=OWNER, where=group)

    told = (await centre.write("audit", seat=OWNER)).text.splitlines()

    assert [line.split(" · ")[2] for line in told[1:]] == [
        "stanset rapportene til chat nr. 1",
        "endret hva chat nr. 1 får",
        "endret hva chat nr. 1 får",
        "lot en chat få rapportene",
    ]


async def test_a_rejection_and_an_invitation_that_is_taken_back_are_told(centre: Centre) -> None:
    await invited(centre)
    await centre.tap("Avvis", seat=OWNER)
    await centre.write("invite", seat=OWNER)
    await centre.tap("Leder", seat=OWNER)
    handle, button = centre.sees(OWNER).button("Trekk tilbake")
    await centre.send(handle, encode(button.tap), seat=OWNER)

    told = (await centre.write("audit", seat=OWNER)).text.splitlines()

    assert [line.split(" · ")[2] for line in told[1:4]] == [
        "trakk tilbake invitasjon 2",
        "inviterte: Leder (invitasjon 2)",
        "avviste tilgang nr. 5",
    ]


async def test_a_leader_who_corrects_what_the_duty_phone_registered_is_told_of_by_the_day(centre: Centre) -> None:
    await centre.write("log")
    await centre.tap("NAV", "Vold", "Ja")
    await centre.write("last", seat=LEADER)
    await centre.tap("1", "Angre", seat=LEADER)

    told = (await centre.write("audit", seat=OWNER)).text.splitlines()

    assert told[1:] == ["2026-11-03 · nr. 3 · rettet noe en annen tilgang har ført"]


async def test_a_long_audit_has_pages(centre: Centre) -> None:
    for number in range(45):
        await centre.cases.stores.audit.note("removed", number, by=4, now=Hour.of(centre.now))
    first = await centre.write("audit", seat=OWNER)
    last = await centre.tap("Eldre ›", "Eldre ›", seat=OWNER)

    assert len(first.text.splitlines()) == 21
    assert len(last.text.splitlines()) == 6
    assert labels(last) == [["‹ Nyere", "Oppdater"]]


async def test_an_empty_one_says_so(centre: Centre) -> None:
    assert (await centre.write("audit", seat=OWNER)).text == "Ingenting er notert."


@pytest.mark.parametrize("account", [DUTY, LEADER, NEWCOMER])
async def test_nobody_but_an_administrator_sees_it(centre: Centre, account: int) -> None:
    await centre.cases.stores.audit.note("removed", 5, by=4, now=Hour.of(centre.now))
    await centre.write("audit", seat=account)
    await centre.send(Handle(1), encode(TurnAudit(0)), seat=account)

    assert not any("fjernet" in text for text in centre.sees(account).texts)
