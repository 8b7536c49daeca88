import pytest

from tests.handlers.centre import DUTY, LEADER, OWNER, Centre

STRANGER = 99


@pytest.mark.parametrize(
    ("seat", "lines"),
    [
        (
            DUTY,
            [
                "Dette kan du gjøre her:",
                "/logg – registrer en samtale",
                "/siste – se, rett eller angre de siste samtalene",
                "/vakt – hva som er ført på vakten, og hva som gjenstår",
                "/stats – tall og diagram, også /stats 2025 eller /stats juli",
                "/personvern – hva som lagres, hvor og hvor lenge",
                "Trykk heller enn å skrive: alt annet slettes med en gang.",
            ],
        ),
        (
            LEADER,
            [
                "Dette kan du gjøre her:",
                "/logg – registrer en samtale",
                "/siste – se, rett eller angre de siste samtalene",
                "/vakter – se og rett det vaktene svarte",
                "/stats – tall og diagram, også /stats 2025 eller /stats juli",
                "/rapport – rapporten for forrige måned, eller for en måned, et tertial eller et år",
                "/personvern – hva som lagres, hvor og hvor lenge",
                "Trykk heller enn å skrive: alt annet slettes med en gang.",
            ],
        ),
    ],
)
async def test_each_role_sees_what_it_can_do(centre: Centre, seat: int, lines: list[str]) -> None:
    await centre.write("help", seat=seat)

    assert [text.splitlines() for text in centre.sees(seat).texts] == [lines]


async def test_an_administrator_sees_what_is_left_as_long_as_something_is(centre: Centre) -> None:
    await centre.write("help", seat=OWNER)
    before = centre.sees(OWNER).texts[1:]
    await centre.cases.stores.chats.make_code("code", by=None, now=centre.now)
    await centre.write("bind", "code", seat=OWNER)
    await centre.write("help", seat=OWNER)

    assert [text.splitlines()[0] for text in before] == ["Dette gjenstår:"]
    assert centre.sees(OWNER).newest.text.startswith("Dette kan du gjøre her:")


async def test_a_stranger_gets_silence(centre: Centre) -> None:
    await centre.write("help", seat=STRANGER)

    assert centre.sees(STRANGER).calls == []
