"""Logs never hold the token."""

import io
import logging

import pytest

from bot.logs import keep_log
from tests.bot.desk import TOKEN


@pytest.fixture
def stream() -> io.StringIO:
    """Keep a log in memory for one test."""
    return io.StringIO()


@pytest.mark.parametrize("secret", [TOKEN, ""])
def test_message_argument_and_traceback_are_redacted_from_any_logger(stream: io.StringIO, secret: str) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    root.handlers.clear()
    try:
        keep_log(logging.DEBUG, secret, stream)
        logging.getLogger("some.child").debug("asked %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
        try:
            int(f"no route to bot{TOKEN}")
        except ValueError:
            logging.getLogger("another").exception("failed at %r", {"token": TOKEN})
    finally:
        root.handlers[:] = before
        root.setLevel(level)

    assert "asked" in stream.getvalue()
    assert "Traceback" in stream.getvalue()
    assert TOKEN.split(":")[1] not in stream.getvalue()
