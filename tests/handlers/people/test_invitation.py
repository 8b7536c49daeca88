import pytest

from handlers.tap.codec import encode
from handlers.tap.people_actions import Invite, OpenInvitation, Revoke
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import NEWCOMER
from tests.handlers.shown import labels

PNG = b"\x89PNG"


async def test_an_invitation_is_a_link_and_its_picture_for_a_role(centre: Centre) -> None:
    asked = await centre.write("invite", seat=OWNER)
    await centre.tap("Leder", seat=OWNER)
    shown = centre.sees(OWNER).newest

    role, link, rule, instead = shown.text.splitlines()
    code = link.removeprefix("https://t.me/bot?start=")
    assert labels(asked) == [["Ansatt"], ["Leder"], ["Administrator"]]
    assert role == "Invitasjon: leder"
    assert rule == "Den slipper inn én, innen 24 timer, når du har sagt ja. Gi den ikke til noen andre."
    assert instead.endswith(f"/start {code}")
    assert len(code) == 22
    assert shown.picture is not None
    assert shown.picture.content.startswith(PNG)


async def test_two_invitations_are_never_the_same(centre: Centre) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Leder", "Leder", seat=OWNER)

    assert len({view.text for view in centre.sees(OWNER).views.values()}) == 3


async def test_one_that_is_taken_back_lets_nobody_in(centre: Centre) -> None:
    await centre.write("invite", seat=OWNER)
    await centre.tap("Ansatt", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/start ")[1]

    handle, button = centre.sees(OWNER).button("Trekk tilbake")
    await centre.send(handle, encode(button.tap), seat=OWNER)
    await centre.write("start", code, seat=NEWCOMER)

    assert handle not in centre.sees(OWNER).views
    assert centre.sees(OWNER).newest.text == "Invitasjonen er trukket tilbake."
    assert centre.sees(NEWCOMER).calls == []


@pytest.mark.parametrize("seat", [DUTY, LEADER])
async def test_only_an_administrator_invites_and_others_are_told_so(centre: Centre, seat: int) -> None:
    told = await centre.write("invite", seat=seat)
    handle = next(iter(centre.sees(seat).views))
    for tap in (Invite("administrator"), OpenInvitation(), Revoke(1)):
        await centre.send(handle, encode(tap), seat=seat)

    assert told.text == "Det kan bare administratoren gjøre."
    assert await centre.rows("SELECT * FROM invite") == []


async def test_a_stranger_who_asks_gets_silence(centre: Centre) -> None:
    await centre.write("invite", seat=NEWCOMER)

    assert centre.sees(NEWCOMER).calls == []
