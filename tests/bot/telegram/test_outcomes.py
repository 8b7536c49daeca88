"""Each of the library's errors is one of our own outcomes, and says the same."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.errors import NeverSent, Unanswered
from bot.telegram.outcomes import our_outcomes
from handlers.conversation import Gone, Moved, NotShown, Refused, Uncertain


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("bot was blocked by the user"), Refused),
        (BadRequest("Chat not found"), Refused),
        (BadRequest("Message to edit not found"), Gone),
        (BadRequest("Message can't be edited"), Gone),
        (BadRequest("There is no media in the message to edit"), Gone),
        (ChatMigrated(-1002), Moved),
        (TimedOut(), Uncertain),
        (Unanswered("the connection broke"), Uncertain),
        (NeverSent("cannot be reached"), NotShown),
        (NetworkError("answered with something else"), NotShown),
        (RetryAfter(60), NotShown),
        (Conflict("two at once"), NotShown),
    ],
)
def test_every_error_has_its_outcome(error: TelegramError, outcome: type[NotShown]) -> None:
    with pytest.raises(NotShown) as raised, our_outcomes():
        raise error

    assert type(raised.value) is outcome
    assert str(raised.value) == error.message


def test_a_chat_that_moved_tells_where_to() -> None:
    with pytest.raises(Moved) as raised, our_outcomes():
        raise ChatMigrated(-1002)

    assert raised.value.place == -1002
