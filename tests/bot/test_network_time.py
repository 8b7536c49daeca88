"""What a time server says, and who is believed to be one."""

import asyncio
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.network_time import EPOCH, ERA, NetworkTime, moment_of
from handlers.operations.watched_clock import Reading

COOKIE = b"8 bytes!"
NOON = datetime(2026, 11, 3, 13, 20, tzinfo=UTC)
Answer = Callable[[bytes], bytes]


def told(moment: datetime, question: bytes, *, first: int = 0b00_100_100, stratum: int = 2) -> bytes:
    """Return what a server says to a question."""
    seconds = int((moment - EPOCH).total_seconds()) % ERA
    return bytes([first, stratum]) + bytes(22) + question[40:48] + bytes(8) + struct.pack("!II", seconds, 0)


@asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[int]:
    """Serve on a free port of this machine."""

    class Serving(asyncio.DatagramProtocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = transport

        def datagram_received(self, data: bytes, asking: tuple[str, int]) -> None:
            self.transport.sendto(b"noise", asking)  # type: ignore[attr-defined]
            self.transport.sendto(answer(data), asking)  # type: ignore[attr-defined]

    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(Serving, local_addr=("127.0.0.1", 0))
    yield transport.get_extra_info("sockname")[1]
    transport.close()


@pytest.mark.parametrize("moment", [NOON, datetime(2036, 2, 8, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)])
async def test_a_server_tells_the_time_also_once_its_seconds_start_anew(moment: datetime) -> None:
    async with server(lambda question: told(moment, question)) as port:
        time = NetworkTime("127.0.0.1", lambda: 7.0, lambda: COOKIE, port)
        await time.ask()

    assert time.latest == Reading(moment, 7.0)
    assert time.source == "127.0.0.1"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda _: told(NOON, bytes(48)), id="of another question"),
        pytest.param(lambda question: told(NOON, question, stratum=0), id="a refusal"),
        pytest.param(lambda question: told(NOON, question, stratum=16), id="of one that does not know"),
        pytest.param(lambda question: told(NOON, question, first=0b00_100_011), id="of a client"),
        pytest.param(lambda question: told(NOON, question)[:47], id="cut short"),
    ],
)
async def test_anything_else_is_no_answer(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.network_time.ANSWER_SECONDS", 0.05)
    async with server(answer) as port:
        time = NetworkTime("127.0.0.1", lambda: 7.0, lambda: COOKIE, port)
        await time.ask()

    assert time.latest is None


async def test_a_server_that_is_not_there_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    time = NetworkTime("no.such.host.invalid", lambda: 7.0, lambda: COOKIE)
    await time.ask()

    assert time.latest is None
    assert [line for line in caplog.messages if line.startswith("The time server did not say what time it is")]


@given(st.binary(max_size=100))
def test_whatever_comes_is_a_moment_or_nothing(answer: bytes) -> None:
    assert moment_of(answer, COOKIE) is None or answer[24:32] == COOKIE
