import pytest

from handlers.cards import CardConversation
from handlers.conversation import Handle, NotShown, Refused, Uncertain
from handlers.view import View
from storage.cards.cards import Cards
from tests.handlers.centre import Centre
from tests.handlers.shown import Shown


class OutOfReach(Shown):
    """A chat in which nothing that stands there can be changed."""

    async def replace(self, message: Handle, view: View) -> None:
        """Raise the trouble."""
        del message, view
        assert self.trouble is not None
        raise self.trouble


@pytest.fixture
def cards(centre: Centre) -> Cards:
    """Keep the cards of a seat."""
    return Cards(centre.database, centre.today)


async def said(cards: Cards) -> list[tuple[int, str]]:
    """Return the numbers and the texts of the cards."""
    return [(card.message, card.text) for card in await cards.of(1)]


@pytest.mark.parametrize("trouble", [NotShown("later"), Refused("never"), Uncertain("maybe")])
async def test_a_card_says_what_its_chat_cannot_be_made_to_say(cards: Cards, trouble: NotShown) -> None:
    chat = OutOfReach(7)
    conversation = CardConversation(1, cards, chat)
    message = await conversation.show(View("Spørsmålet"))
    chat.trouble = trouble

    await conversation.replace(message, View("Neste spørsmål"))

    assert await said(cards) == [(message, "Neste spørsmål")]


async def test_what_stands_in_the_chat_alone_is_not_taken_for_changed(cards: Cards) -> None:
    conversation = CardConversation(1, cards, OutOfReach(7, trouble=NotShown("later")))

    with pytest.raises(NotShown):
        await conversation.replace(Handle(5), View("Neste spørsmål"))

    assert await said(cards) == []
