import pytest

from handlers.conversation import NOBODY
from handlers.summaries.letters import MAILBOXES
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre

GROUP, STRANGER = 1001, 99


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

    next_report = "Neste rapport gjelder november 2026 og kommer torsdag 3. desember kl.\u00a008:00."
    assert bound.shown.at(GROUP).texts == [f"Denne chatten får nå rapportene.\n{next_report}"]
    assert [chat.address for chat in bound.cases.stores.chats.all] == [GROUP]


async def test_who_is_anonymous_is_asked_to_write_as_oneself(centre: Centre) -> None:
    await centre.write("bind", seat=OWNER)
    code = centre.sees(OWNER).newest.text.split("/bind ")[1]
    told = await centre.write("bind", code, seat=NOBODY, where=centre.shown.at(GROUP))

    assert told.text == "Skriv som deg selv, ikke anonymt, og prøv igjen."
    assert centre.cases.stores.chats.all == ()


@pytest.mark.parametrize("seat", [DUTY, LEADER])
async def test_only_an_administrator_gets_codes_and_lists_and_others_are_told_so(bound: Centre, seat: int) -> None:
    await bound.write("bind", seat=seat)
    await bound.write("chats", seat=seat)
    await bound.write("unbind", seat=seat, where=bound.shown.at(GROUP))

    assert bound.sees(seat).texts == ["Det kan bare administratoren gjøre."]
    assert bound.shown.at(GROUP).newest.text == "Det kan bare administratoren gjøre."
    assert bound.cases.stores.chats.bound(GROUP)


async def test_strangers_get_silence(bound: Centre) -> None:
    before = list(bound.shown.at(GROUP).calls)
    for seat in (STRANGER, NOBODY):
        for command, words in [("bind", ""), ("bind", "wrong"), ("unbind", ""), ("chats", "")]:
            await bound.write(command, words, seat=seat, where=bound.shown.at(GROUP))

    assert bound.shown.at(GROUP).calls == before


async def test_a_wrong_code_is_refused_to_who_is_on_the_list(bound: Centre) -> None:
    told = await bound.write("bind", "wrong", where=bound.shown.at(GROUP + 1))

    assert told.text.startswith("Den koden virker ikke her. Administratoren får en ny med /bind.")
    assert not bound.cases.stores.chats.bound(GROUP + 1)


async def test_an_administrator_is_told_to_ask_for_a_code_in_private(centre: Centre) -> None:
    told = await centre.write("bind", seat=OWNER, where=centre.shown.at(GROUP))

    assert told.text == "Skriv /bind til meg alene: der får du en kode for denne chatten."


async def test_unbinding_what_is_not_bound_is_said_so(centre: Centre) -> None:
    told = await centre.write("unbind", seat=OWNER, where=centre.shown.at(GROUP))

    assert told.text == "Denne chatten får ingen rapporter."


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

    assert gone.text == "Chat 1 får ikke flere rapporter."
    assert (await bound.write("chats", seat=OWNER)).text == "Ingen chat får rapporter. Skriv /bind."


async def test_a_mailbox_is_switched_like_a_chat_but_removed_in_the_config(centre: Centre) -> None:
    chats = centre.cases.stores.chats
    await chats.bind_only([MAILBOXES.start], MAILBOXES, language="nb", now="2026-11-03T08:00")

    await centre.write("chats", seat=OWNER)
    shown = await centre.tap("✓ År", seat=OWNER)

    assert [[button.label for button in row] for row in shown.rows] == [["✓ Måned", "✓ Tertial", "År"], ["bokmål"]]
