"""What an answer of the Bot API is: a result, or which of the library's errors."""

import json
from datetime import timedelta

import pytest
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

from bot.telegram.errors import NothingDone, Unanswered, is_granted, refusal_of, result_of


def answer(**fields: object) -> bytes:
    """Return a body."""
    return json.dumps({"ok": False, "description": "Because", **fields}).encode()


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, answer(), BadRequest),
        (401, answer(), InvalidToken),
        (403, answer(), Forbidden),
        (404, answer(), InvalidToken),
        (409, answer(), Conflict),
        (418, answer(), NetworkError),
        (429, answer(), NothingDone),
        (429, answer(parameters={"retry_after": 3}), RetryAfter),
        (400, answer(parameters={"migrate_to_chat_id": -100}), ChatMigrated),
        (500, b"<html>", NothingDone),
        (502, b"", NothingDone),
        (504, b"", Unanswered),
        (200, b"<html>", NetworkError),
        (200, b"[" * 100_000, NetworkError),
        (200, answer(), NetworkError),
        (404, b"<html>", NetworkError),
    ],
)
def test_the_status_decides_the_kind_of_refusal(status: int, body: bytes, kind: type[TelegramError]) -> None:
    assert type(refusal_of(status, body)) is kind


@pytest.mark.parametrize(
    "wanted", ['"soon"', "NaN", "Infinity", "-Infinity", "-1", "1e300", "1" + "0" * 400, "[1]", "{}"]
)
def test_a_wait_that_is_no_number_of_seconds_is_a_failure_like_any_other(wanted: str) -> None:
    body = b'{"ok":false,"parameters":{"retry_after":' + wanted.encode() + b"}}"

    assert type(refusal_of(429, body)) is NothingDone


def test_a_wait_is_as_long_as_telegram_says() -> None:
    refusal = refusal_of(429, answer(parameters={"retry_after": 7}))

    assert isinstance(refusal, RetryAfter)
    assert refusal.retry_after in {7, timedelta(seconds=7)}


@pytest.mark.parametrize(
    ("status", "body", "granted"),
    [
        (200, b'{"ok":true,"result":true}', True),
        (200, b'{ "ok" : true, "result" : [] }', True),
        (200, b'{"ok":false}', False),
        (200, b"<html>", False),
        (500, b'{"ok":true,"result":true}', False),
    ],
)
def test_a_call_is_granted_where_status_and_body_both_say_so(status: int, body: bytes, *, granted: bool) -> None:
    assert is_granted(status, body) is granted


def test_a_result_is_read_and_anything_else_is_refused() -> None:
    with pytest.raises(NetworkError):
        result_of(b'{"ok":true,')

    assert result_of(b'{"ok":true,"result":[1]}') == [1]
