"""Posting a summary at a place, part by part."""

from handlers.conversation import Conversation, NotShown, Refused, Uncertain
from handlers.summaries.prepare import PreparedSummary


class HalfSent(Uncertain):
    """The first message has arrived, one that follows has not."""


async def post(conversation: Conversation, prepared: PreparedSummary) -> None:
    """Show a summary. Raises `NotShown`, and `HalfSent` where what follows may still arrive.

    What is refused for good is raised as it is: sending all of it again would be refused again.
    """
    first, *others = prepared.views
    await conversation.show(first)
    try:
        for view in others:
            await conversation.show(view)
    except Refused:
        raise
    except NotShown as error:
        raise HalfSent(str(error)) from error
