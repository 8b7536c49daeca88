"""The library's errors as our own outcomes."""

import contextlib
from collections.abc import Iterator

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError, TimedOut

from bot.telegram.errors import Unanswered
from handlers.conversation import Gone, Moved, NotShown, Refused, Uncertain

GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "no media in the message")


@contextlib.contextmanager
def our_outcomes(*no_errors: str) -> Iterator[None]:
    """Raise `NotShown`, or one of its kinds, for the library's errors.

    A request that is refused with one of the words ``no_errors`` counts as done.
    """
    try:
        yield
    except ChatMigrated as moved:
        raise Moved(moved.message, moved.new_chat_id) from moved
    except (Forbidden, BadRequest) as refusal:
        reason = refusal.message.lower()
        if isinstance(refusal, BadRequest) and any(words in reason for words in no_errors):
            return
        gone = any(words in reason for words in GONE)
        raise (Gone if gone else Refused)(refusal.message) from refusal
    except (TimedOut, Unanswered) as doubt:
        raise Uncertain(doubt.message) from doubt
    except TelegramError as trouble:
        raise NotShown(trouble.message) from trouble
