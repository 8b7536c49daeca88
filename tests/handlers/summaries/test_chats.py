import pytest

from handlers.conversation import NOBODY
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre

GROUP = 1001


@pytest.fixture
async def bound(centre: Centre) -> Centre:
    """Bind a group."""
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    await centre.write("bind", code, seat=OWNER, where=centre.shown.at(GROUP))
    return centre


async def test_a_code_binds_one_chat_once(bound: Centre) -> None:
    code = bound.sees(OWNER).newest.text.split("/bind ")[1]
    await bound.write("bind", code, seat=OWNER, where=bound.shown.at(GROUP + 1))

    assert bound.shown.at(GROUP).texts == ["Denne chatten får nå rapportene."]
    assert [chat.chat for chat in bound.cases.stores.chats.all] == [GROUP]


async def test_who_is_anonymous_is_asked_to_write_as_oneself(centre: Centre) -> None:
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    told = await centre.write("bind", code, seat=NOBODY, where=centre.shown.at(GROUP))

    assert told.text == "Skriv som deg selv, ikke anonymt, og prøv igjen."
    assert centre.cases.stores.chats.all == ()


@pytest.mark.parametrize("seat", [DUTY, LEADER])
async def test_only_an_administrator_gets_codes_and_lists(bound: Centre, seat: int) -> None:
    await bound.write("bind", seat=seat)
    await bound.write("chats", seat=seat)
    await bound.write("unbind", seat=seat, where=bound.shown.at(GROUP))

    assert bound.sees(seat).calls == []
    assert bound.cases.stores.chats.bound(GROUP)


async def test_kinds_and_language_are_switched_by_buttons(bound: Centre) -> None:
    await bound.write("chats", seat=OWNER)
    shown = await bound.tap("✓ Måned", "bokmål", seat=OWNER)

    assert [[button.label for button in row] for row in shown.rows] == [
        ["Måned", "✓ Tertial", "✓ År"],
        ["nynorsk", "Fjern"],
    ]
    [chat] = bound.cases.stores.chats.all
    assert (chat.language, dict(chat.reports)) == ("nn", {"monthly": False, "tertial": True, "annual": True})


async def test_a_chat_is_removed_from_the_list_or_from_within(bound: Centre) -> None:
    await bound.write("chats", seat=OWNER)
    gone = await bound.tap("Fjern", seat=OWNER)

    assert gone.text == "Denne chatten får ikke flere rapporter."
    assert (await bound.write("chats", seat=OWNER)).text == "Ingen chat får rapporter ennå. Skriv /bind."
