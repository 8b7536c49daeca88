import pytest

from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER, invited

STRANGER = 98
WELCOME = (
    "Velkommen. Registrer hver samtale når du har lagt på: tre trykk, ingen navn.\n"
    "/hjelp viser hva annet du kan gjøre her."
)


async def test_who_is_on_the_list_is_greeted_and_gets_the_first_screen(centre: Centre) -> None:
    await centre.write("start")

    welcome, first = centre.sees(DUTY).views.values()
    assert (welcome.text, welcome.menu) == (WELCOME, ["📞 Ny samtale"])
    assert first.text.startswith("Ny samtale")


async def test_leaders_have_last_month_at_hand_too(centre: Centre) -> None:
    for seat in (LEADER, OWNER):
        await centre.write("start", seat=seat)

        welcome, *_ = centre.sees(seat).views.values()
        assert welcome.menu == ["📞 Ny samtale", "📊 Forrige måned"]


async def test_a_stranger_gets_silence_without_a_code_and_with_a_wrong_one_and_is_counted(centre: Centre) -> None:
    await centre.write("start", seat=STRANGER)
    await centre.write("start", "0123456789ab", seat=STRANGER)

    assert centre.sees(STRANGER).calls == []
    assert centre.cases.people.strangers.today == 2


async def test_a_right_code_opens_a_seat_that_waits_and_works_once(centre: Centre) -> None:
    code = await invited(centre)
    await centre.write("start", code, seat=STRANGER)
    await centre.write("log", seat=NEWCOMER)

    told = "Takk. Administratoren må slippe deg inn først; da skriver jeg til deg her."
    assert centre.sees(NEWCOMER).texts[0] == told
    assert centre.cases.stores.seats.role(centre.number(NEWCOMER)) is None
    assert centre.sees(STRANGER).calls == []


async def test_the_same_code_again_is_neither_asked_about_nor_noted_again(centre: Centre) -> None:
    code = await invited(centre)
    asked = len(centre.sees(OWNER).views)

    await centre.write("start", code, seat=NEWCOMER)

    assert len(centre.sees(OWNER).views) == asked
    assert [entry.act for entry in await centre.cases.stores.audit.entries()] == ["opened", "invited"]


@pytest.mark.parametrize("words", ["{code} x", "x {code}", "{code}{code}"])
async def test_a_right_code_among_other_words_opens_nothing(centre: Centre, words: str) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Ansatt", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("?start=")[1].split()[0]

    await centre.write("start", words.format(code=code), seat=STRANGER)

    assert centre.sees(STRANGER).calls == []
    assert centre.number(STRANGER) == 0


async def test_the_tenth_wrong_code_of_an_hour_is_the_last_that_is_looked_at(centre: Centre) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Ansatt", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("?start=")[1].split()[0]
    for guess in range(10):
        await centre.write("start", f"guess{guess}", seat=STRANGER)

    await centre.write("start", code, seat=STRANGER)
    silent = list(centre.sees(STRANGER).calls)
    centre.move(hours=1)
    await centre.write("start", code, seat=STRANGER)

    assert silent == []
    assert centre.sees(STRANGER).newest.text.startswith("Takk.")


async def test_the_tenth_counts_codes_for_chats_too(centre: Centre) -> None:
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    for guess in range(10):
        await centre.write("start", f"guess{guess}", seat=STRANGER)

    await centre.write("bind", code, seat=STRANGER)

    assert centre.cases.stores.chats.all == ()


async def test_who_has_a_seat_spends_no_invitation(centre: Centre) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Administrator", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("?start=")[1].split()[0]

    await centre.write("start", code)

    assert centre.sees().texts[0].startswith("Den koden virker ikke her.")
    assert centre.cases.stores.seats.accounts[DUTY] == "staff"


async def test_a_code_that_does_not_work_is_refused_to_who_is_on_the_list(centre: Centre) -> None:
    await centre.write("start", "Kari Nordmann")

    refused, welcome, _ = centre.sees().texts
    assert refused.startswith("Den koden virker ikke her.")
    assert welcome == WELCOME
