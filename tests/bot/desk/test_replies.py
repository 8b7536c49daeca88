"""What a use case shows at the desk, until the next page."""

from bot.desk.replies import DeskConversation
from handlers.conversation import Handle
from handlers.view import View
from tests.handlers.shown import Shown


async def test_what_was_shown_is_taken_away_where_it_was_shown_and_nowhere_else() -> None:
    first, second = DeskConversation(Shown(0)), DeskConversation(Shown(0))
    making, _ = await first.show(View("making")), await first.show(View("made"))
    await second.show(View("another"))

    for conversation in (first, second):
        await conversation.remove(making)

    assert [view.text for view in (*first.reply.views, *second.reply.views)] == ["made", "another"]


async def test_a_view_in_the_place_of_what_was_tapped_is_shown() -> None:
    conversation = DeskConversation(Shown(0))

    await conversation.replace(Handle(0), View("instead"))

    assert [view.text for view in conversation.reply.views] == ["instead"]
