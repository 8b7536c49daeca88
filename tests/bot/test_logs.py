"""Logs never hold the token, a number of somebody's, or what anybody wrote."""

import asyncio
import io
import logging
import sys
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Callable

import pytest

from bot.demo.telegram.faults import InjectedFault, Trouble
from bot.logs import OnceAMinute, Redacting, keep_log
from tests.bot.chat_desk import DUTY, TOKEN, Desk


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


def _logged(log: Callable[[logging.Logger], None]) -> str:
    """Return what a log keeps of what is logged."""
    stream, logger = io.StringIO(), logging.getLogger("bot.telegram.chat")
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting())
    logger.addHandler(handler)
    try:
        log(logger)
    finally:
        logger.removeHandler(handler)
    return stream.getvalue()


@pytest.mark.parametrize(
    "number", ["7123456789", "-1001234567890", "99887766", "123456"], ids=["person", "group", "telephone", "short"]
)
def test_nobodys_number_is_logged(number: str) -> None:
    line = _logged(lambda log: log.warning("Group migrated to supergroup. New chat id: %s", number))

    assert number.strip("-") not in line
    assert line.endswith("New chat id: …\n")


def test_times_and_reports_are_logged_as_they_are() -> None:
    said = "Report 2026-10 · A7 will be tried again at 2026-11-03T08:00:15, line 12345"

    assert said in _logged(lambda log: log.warning(said))


def test_of_an_error_is_logged_where_it_came_from_and_never_what_it_says() -> None:
    written = "Kari 998 87 766"

    def fail(log: logging.Logger) -> None:
        try:
            try:
                int(written)
            except ValueError as error:
                raise LookupError(written) from error
        except LookupError:
            log.exception("An update failed")

    line = _logged(fail)

    assert "Kari" not in line
    assert line.index("int(written)") < line.index("ValueError\n") < line.index("LookupError\n")


def test_an_error_whose_cause_is_hidden_is_logged_alone() -> None:
    def fail(log: logging.Logger) -> None:
        try:
            try:
                int("x")
            except ValueError:
                raise LookupError from None
        except LookupError:
            log.exception("An update failed")

    assert _logged(fail).count("Traceback") == 1


def test_an_error_raised_from_itself_is_logged_once() -> None:
    def fail(log: logging.Logger) -> None:
        error = LookupError()
        try:
            raise error from error
        except LookupError:
            log.exception("An update failed")

    assert _logged(fail).count("Traceback") == 1
