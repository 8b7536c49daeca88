"""What time it is by Telegram's answers."""

from datetime import UTC, datetime

import pytest

from bot.telegram.bot_api import BotApi
from bot.telegram.date_headers import PROMPT_SECONDS, DateHeaders
from bot.telegram.telegram_time import TelegramTime
from bot.telegram.transport import Timeouts, Transport
from handlers.operations.watched_clock import Reading
from tests.bot.telegram.http_server import OPEN_TOKEN, HttpServer, closed_port, response

DATE = b"Tue, 03 Nov 2026 13:20:00 GMT"
NOON = datetime(2026, 11, 3, 13, 20, tzinfo=UTC)


class Seconds:
    """Counts as a test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    """Begin to count."""
    return Seconds()


def telegram_time(server: HttpServer | None, seconds: Seconds, port: int = 0) -> TelegramTime:
    """Ask a server what time it is."""
    dates = DateHeaders(seconds)
    transport = Transport(Timeouts(pauses=()), None, dates)
    address = f"http://127.0.0.1:{server.port if server else port}/bot"
    return TelegramTime(dates, BotApi.at(address, OPEN_TOKEN, transport))


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (DATE, NOON),
        (b"Tuesday, 03-Nov-26 13:20:00 GMT", NOON),
        (b"Tue, 03 Nov 2026 14:20:00 +0100", NOON),
        (b"Tue, 03 Nov 2026 13:20:00 -0000", NOON),
        (b"soon", None),
        (b"", None),
        (b"Tue, 99 Nov 2026 13:20:00 GMT", None),
        (b"\xff\xfe", None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_one(seconds: Seconds, date: bytes, told: datetime | None) -> None:
    dates = DateHeaders(seconds)
    seconds.now = 5.0
    dates.heard(date, 4.9)

    assert dates.latest == (told and Reading(told, 5.0))


def test_a_date_that_cannot_be_read_leaves_the_one_before(seconds: Seconds) -> None:
    dates = DateHeaders(seconds)
    dates.heard(DATE, 0.0)
    assert dates.latest == dates.latest == Reading(NOON, 0.0)
    dates.heard(b"soon", 0.0)

    assert dates.latest == Reading(NOON, 0.0)


@pytest.mark.parametrize(("waited", "is_kept"), [(PROMPT_SECONDS, True), (PROMPT_SECONDS + 1, False)])
def test_an_answer_that_may_have_lain_here_for_long_tells_nothing(
    seconds: Seconds, waited: float, is_kept: bool
) -> None:
    dates = DateHeaders(seconds)
    seconds.now = waited
    dates.heard(DATE, 0.0)

    assert (dates.latest is not None) == is_kept


@pytest.mark.parametrize("status", [200, 401, 502])
async def test_every_answer_tells_the_time_a_refusal_too(
    server: HttpServer, seconds: Seconds, status: int
) -> None:
    server.will(response(b"{}", status, f"Date: {DATE.decode()}"))
    time = telegram_time(server, seconds)
    await time.api.transport.initialize()
    await time.ask()
    await time.api.transport.shutdown()

    assert (time.latest, time.source) == (Reading(NOON, 0.0), "Telegram")
    assert [request.method for request in server.requests] == ["getMe"]


async def test_an_answer_without_a_date_tells_nothing_though_the_one_before_had_one(
    server: HttpServer, seconds: Seconds
) -> None:
    time = telegram_time(server, seconds)
    await time.api.transport.initialize()
    server.will(response(b'{"ok":true,"result":{}}', 200, f"date: {DATE.decode()}"))
    server.will(response(b'{"ok":true,"result":{}}'))
    await time.ask()
    seconds.now = 60.0
    await time.ask()
    await time.api.transport.shutdown()

    assert time.latest == Reading(NOON, 0.0)


async def test_that_telegram_cannot_be_asked_is_logged(seconds: Seconds, caplog: pytest.LogCaptureFixture) -> None:
    with closed_port() as port:
        time = telegram_time(None, seconds, port)
        await time.api.transport.initialize()
        await time.ask()
        await time.api.transport.shutdown()

    assert time.latest is None
    [line] = [line for line in caplog.messages if line.startswith("Telegram could not be asked what time it is")]
    assert "cannot be reached" in line
