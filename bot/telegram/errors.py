"""What the Bot API answers, as a result or as one of the library's errors; ours say whether anything was sent."""

import json
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

GRANTED = b'{"ok":true,'
LONGEST_FLOOD = 86_400.0
"""Telegram never asks anybody to wait longer, in seconds; what is no such number is no request to wait."""
KINDS: dict[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
}
FINAL = (BadRequest, InvalidToken, Forbidden, Conflict, ChatMigrated)
"""Refusals that another attempt would meet with again."""


class NeverSent(NetworkError):
    """The request never left this machine, so it is safe to repeat."""


class Unanswered(NetworkError):
    """The connection broke; the request may or may not have been carried out."""


class NothingDone(NetworkError):
    """Telegram failed or had too much to do, and carried nothing out, so it is safe to repeat."""


def is_granted(status: int, body: bytes) -> bool:
    """Tell whether a call was carried out; the result itself is not read."""
    return status == HTTPStatus.OK and (body.startswith(GRANTED) or "result" in _answer(body))


def result_of(body: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return the result of a call that was granted. Raises `Unanswered` where it ends too early: it is done."""
    answer = _answer(body)
    if "result" not in answer:
        raise Unanswered("Telegram's answer ends too early")
    return answer["result"]


def refusal_of(status: int, body: bytes) -> TelegramError:
    """Return the error that a refusal is; ``status`` decides its kind, and the body may be anything."""
    answer = _answer(body)
    reason = sound(str(answer.get("description", f"Telegram answered {status}")))
    parameters = answer.get("parameters")
    given = parameters if isinstance(parameters, dict) else {}
    moved_to, seconds = given.get("migrate_to_chat_id"), given.get("retry_after")
    if isinstance(moved_to, int):
        return ChatMigrated(moved_to)
    if isinstance(seconds, int | float) and 0 <= seconds <= LONGEST_FLOOD:
        return RetryAfter(timedelta(seconds=seconds))
    if status == HTTPStatus.GATEWAY_TIMEOUT or (status == HTTPStatus.OK and not answer and body.startswith(b"{")):
        return Unanswered(reason)
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return NothingDone(reason)
    if status == HTTPStatus.OK or not answer:
        return NetworkError(f"Telegram's address answered {status} with something else than the Bot API does")
    return KINDS.get(status, NetworkError)(reason)


def seconds_wanted(error: TelegramError) -> float | None:
    """Return how many seconds Telegram asks to wait; None for any other error."""
    if not isinstance(error, RetryAfter):
        return None
    wanted = error.retry_after
    return wanted.total_seconds() if isinstance(wanted, timedelta) else float(wanted)


def sound(text: str) -> str:
    """Return the text with a question mark for each half character, which JSON can hold but no file can."""
    return text.encode(errors="replace").decode()


def _answer(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}
