"""Ways into a seat: one more by a link, in the chat or at the desk, and browsers that are removed."""

from dataclasses import replace

import pytest

from handlers.conversation import Handle
from handlers.people.entrances import Entrances
from handlers.tap.actions import Action
from handlers.tap.codec import encode
from handlers.tap.people_actions import InviteTo, RemoveBrowser
from storage.people.invites import Redeemed
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import invited
from tests.handlers.shown import labels

DESK, CHAT = "https://desk.example.org/enter/{}".format, "https://t.me/bot?start={}".format
BOTH = Entrances(DESK, CHAT)


async def open_seat(centre: Centre, number: int) -> list[str]:
    """Show a seat in the chat; return its buttons."""
    await centre.write("people", seat=OWNER)
    return [label for row in labels(await centre.tap(f"Nr. {number}", seat=OWNER)) for label in row]


async def by_browser(centre: Centre, seat: int, cookie: str) -> Redeemed | None:
    """Let a browser into a seat."""
    stores = centre.cases.stores
    await stores.invites.make(cookie, "staff", by=None, now=centre.now, seat=seat)
    opened = await stores.invites.redeem_at_desk(cookie, cookie, "Firefox, Windows", now=centre.now)
    await stores.devices.load()
    return opened


async def acts(centre: Centre) -> list[tuple[object, ...]]:
    """Return what was noted, the latest first."""
    return list(await centre.rows("SELECT act, about FROM audit ORDER BY number DESC"))


async def test_in_the_chat_alone_there_is_no_other_way_in(centre: Centre) -> None:
    assert "Én nettleser til" not in await open_seat(centre, centre.number(DUTY))


@pytest.mark.parametrize("alone", [True, False])
async def test_it_is_said_of_a_link_whether_it_works_on_this_machine_alone(centre: Centre, *, alone: bool) -> None:
    centre.cases = replace(centre.cases, entrances=replace(BOTH, here_alone=alone))
    await open_seat(centre, centre.number(DUTY))

    await centre.tap("Én nettleser til", seat=OWNER)

    assert ("Lenken virker bare på denne maskinen." in centre.sees(OWNER).newest.text) is alone


async def test_a_seat_that_has_its_account_is_opened_at_the_desk_alone(centre: Centre) -> None:
    centre.cases = replace(centre.cases, entrances=BOTH)
    seat = centre.number(DUTY)
    await open_seat(centre, seat)

    await centre.tap("Én nettleser til", seat=OWNER)
    shown = centre.sees(OWNER).newest

    code = shown.text.split("/enter/")[1].split()[0]
    assert "https://t.me/" not in shown.text
    assert "/start" not in shown.text
    opened = await centre.cases.stores.invites.redeem_at_desk(code, "cookie", "Firefox", now=centre.now)
    assert opened == Redeemed(seat, "staff", waiting=False)
    assert (await acts(centre))[0] == ("one_more", f"1:{seat}")


async def test_a_seat_without_an_account_is_opened_in_the_chat_too(centre: Centre) -> None:
    centre.cases = replace(centre.cases, entrances=BOTH)
    stores = centre.cases.stores
    await stores.invites.make("code", "staff", by=None, now=centre.now)
    opened = await stores.invites.redeem_at_desk("code", "cookie", "Firefox", now=centre.now)
    assert opened is not None
    await stores.seats.admit(opened.seat)

    await centre.send(Handle(1), encode(InviteTo(opened.seat)), seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("?start=")[1].split()[0]
    await centre.write("start", code, seat=4711)

    assert centre.number(4711) == opened.seat
    assert stores.seats.role(opened.seat) == "staff"


async def test_a_browser_that_is_removed_is_known_no_more(centre: Centre) -> None:
    seat = centre.number(DUTY)
    await by_browser(centre, seat, "cookie")
    [device] = centre.cases.stores.devices.of(seat)

    await centre.send(Handle(1), encode(RemoveBrowser(device.number)), seat=OWNER)

    assert centre.cases.stores.devices.find("cookie") is None
    assert (await acts(centre))[0] == ("browser_removed", str(seat))


async def test_an_administrator_who_has_a_chat_may_remove_the_only_browser(centre: Centre) -> None:
    seat = centre.number(OWNER)
    await by_browser(centre, seat, "cookie")
    [device] = centre.cases.stores.devices.of(seat)

    await centre.send(Handle(1), encode(RemoveBrowser(device.number)), seat=OWNER)

    assert centre.cases.stores.devices.all == ()


async def test_where_the_chat_is_not_served_the_only_browser_stays(centre: Centre) -> None:
    centre.cases = replace(centre.cases, entrances=Entrances(DESK))
    seat = centre.number(OWNER)
    await by_browser(centre, seat, "cookie")
    [device] = centre.cases.stores.devices.of(seat)

    await centre.send(Handle(1), encode(RemoveBrowser(device.number)), seat=OWNER)

    assert centre.cases.stores.devices.all == (device,)
    assert await acts(centre) == []


async def test_a_seat_that_waits_gets_no_other_way_in(centre: Centre) -> None:
    centre.cases = replace(centre.cases, entrances=BOTH)
    await invited(centre)
    before = await acts(centre)

    await centre.send(Handle(1), encode(InviteTo(5)), seat=OWNER)

    assert await acts(centre) == before


@pytest.mark.parametrize("tap", [InviteTo(1), InviteTo(99), RemoveBrowser(1), RemoveBrowser(99)])
@pytest.mark.parametrize("seat", [DUTY, LEADER])
async def test_they_are_for_administrators_alone(centre: Centre, tap: Action, seat: int) -> None:
    centre.cases = replace(centre.cases, entrances=BOTH)
    await by_browser(centre, centre.number(DUTY), "cookie")

    await centre.send(Handle(1), encode(tap), seat=seat)

    assert len(centre.cases.stores.devices.all) == 1
    assert await acts(centre) == []
