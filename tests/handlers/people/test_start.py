from tests.handlers.centre import DUTY, LEADER, OWNER, Centre

STRANGER = 99
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


async def test_a_stranger_gets_silence_without_a_code_and_with_a_wrong_one(centre: Centre) -> None:
    await centre.write("start", seat=STRANGER)
    await centre.write("start", "0123456789ab", seat=STRANGER)

    assert centre.sees(STRANGER).calls == []


async def test_a_right_code_makes_its_sender_the_administrator_and_works_once(centre: Centre) -> None:
    await centre.cases.stores.staff.invite("0123456789ab")
    await centre.write("start", "0123456789ab", seat=STRANGER)
    await centre.write("start", "0123456789ab", seat=STRANGER + 1)

    assert centre.sees(STRANGER).texts[:2] == ["Du er nå administrator.", WELCOME]
    assert centre.sees(STRANGER).texts[2].startswith("Dette gjenstår:")
    assert centre.sees(STRANGER + 1).calls == []


async def test_a_code_that_does_not_work_is_refused_to_who_is_on_the_list(centre: Centre) -> None:
    await centre.write("start", "Kari Nordmann")

    refused, welcome, _ = centre.sees().texts
    assert refused.startswith("Den koden virker ikke her.")
    assert welcome == WELCOME
