"""Who gets the reports, at the desk: kinds, language, removal; and the latest acts beside them."""

from tests.bot.desk.inviting import Office
from tests.storage.binding import bind

GROUP = -1001


async def test_a_place_gets_the_kinds_and_the_language_that_are_chosen(office: Office) -> None:
    assert office.inhouse.parts is not None
    chats = office.inhouse.parts.people.stores.chats
    await bind(chats, GROUP, "2026-11-03T14:00")
    page = await office.owner.open("/people")
    fields = dict(page.form("/people/place").fields)

    chosen = [("token", fields["token"]), ("place", fields["place"]), ("annual", "1"), ("language", "en")]
    page = await office.owner.send("/people/place", chosen)

    [bound] = chats.all
    assert (dict(bound.reports), bound.language) == ({"monthly": False, "tertial": False, "annual": True}, "en")
    assert "Det som sendes dit, er slik du valgte." in page.text
    assert ("chat", str(bound.number)) in office.acts()


async def test_a_place_that_is_removed_gets_no_more(office: Office) -> None:
    assert office.inhouse.parts is not None
    chats = office.inhouse.parts.people.stores.chats
    await bind(chats, GROUP, "2026-11-03T14:00")
    page = await office.owner.open("/people")

    unbind = ("tap", f"Unbind:chat-{chats.all[0].number}")
    await office.owner.send("/people/tap", [*page.form("/people/place").fields, unbind])

    assert chats.all == ()
    assert office.acts()[0][0] == "unbound"


async def test_the_latest_acts_stand_there_in_words(office: Office) -> None:
    async with office.member():
        page = await office.owner.open("/people")

    assert "nr. 1 · slapp inn tilgang nr. 2" in page.text
