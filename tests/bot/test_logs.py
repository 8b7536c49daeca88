"""Logs never hold the token."""

import asyncio
import io
import logging
import sys
from asyncio.subprocess import PIPE, STDOUT

import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.logs import OnceAMinute, keep_log
from tests.bot.desk import DUTY, TOKEN, Desk


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


async def test_a_whole_run_through_every_trouble_never_prints_the_token(desk: Desk) -> None:
    methods = ("getUpdates", "sendMessage", "editMessageText")
    faults = [desk.telegram.faults.add(InjectedFault(trouble, every=3, methods=methods)) for trouble in Trouble]
    config = desk.folder / "config.toml"
    config.write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{desk.telegram.api_url}"\n[access]\nstaff = [{DUTY}]\n',
        encoding="utf-8",
    )
    desk.person().send("/log")
    desk.person().send("/stats")
    desk.telegram.push({"message": {"from": {"id": DUTY}, "chat": {"id": DUTY, "type": "private"}}})
    command = (sys.executable, "-m", "bot", "run", "--config", str(config))
    bot = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=STDOUT)
    assert bot.stdout
    async with asyncio.timeout(60):
        while any(fault.struck < 3 for fault in faults):
            desk.person().send("/log")  # a poll with nothing to bring would wait
            await asyncio.sleep(0.2)
    await desk.telegram.stop()
    printed = await asyncio.wait_for(bot.stdout.readuntil(b"Telegram cannot be reached"), 30)
    bot.terminate()
    rest, _ = await asyncio.wait_for(bot.communicate(), 10)

    assert b"Polling failed" in printed
    assert TOKEN.split(":")[1].encode() not in printed + rest


def test_strangers_leave_a_line_a_minute_that_says_how_many_there_were() -> None:
    once = OnceAMinute()
    lines = []
    for second in (100, 101, 159, 160, 161, 20):
        record = logging.makeLogRecord({"msg": "failed: %s", "args": ("ValueError",)})
        record.created = float(second)
        if once.filter(record):
            lines.append(record.getMessage())

    assert lines == [
        "failed: ValueError (1 since the last such line)",
        "failed: ValueError (3 since the last such line)",
        "failed: ValueError (2 since the last such line)",
    ]
