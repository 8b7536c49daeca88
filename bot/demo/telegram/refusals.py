"""The errors of the Bot API, in its published words."""

from collections.abc import Mapping


class RefusedError(Exception):
    """A call was refused: the published code and sentence, and the parameters that a client may act on."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})


def bad_request(sentence: str) -> RefusedError:
    """Return the refusal of a call that cannot be carried out."""
    return RefusedError(400, f"Bad Request: {sentence}")


def conflict(sentence: str) -> RefusedError:
    """Return the refusal of a poll that another client or a webhook prevents."""
    return RefusedError(409, f"Conflict: {sentence}")


def blocked() -> RefusedError:
    """Return the refusal to write to a person who has blocked the bot."""
    return RefusedError(403, "Forbidden: bot was blocked by the user")


def not_a_member() -> RefusedError:
    """Return the refusal to write to a group that the bot has left."""
    return RefusedError(403, "Forbidden: bot is not a member of the group chat")


def moved(chat_id: int) -> RefusedError:
    """Return the refusal that tells which supergroup a group has become."""
    sentence = "Bad Request: group chat was upgraded to a supergroup chat"
    return RefusedError(400, sentence, {"migrate_to_chat_id": chat_id})


def too_many_requests(seconds: int) -> RefusedError:
    """Return the refusal that asks the client to wait so many seconds."""
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
