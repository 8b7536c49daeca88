"""Telling the service manager: datagrams to the socket that it names."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.host.notify import ALIVE, READY, Notifier

AWAY = "The service manager could not be told"


@pytest.fixture
def manager() -> Iterator[socket.socket]:
    """Listen as systemd does, at an address without a file."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0vaktlogg-test-{os.getpid()}")
        listening.settimeout(5)
        yield listening


def _address(listening: socket.socket) -> str:
    return f"@{listening.getsockname()[1:].decode()}"


def test_the_manager_is_told_states_and_one_line_of_status(manager: socket.socket) -> None:
    notifier = Notifier.of({"NOTIFY_SOCKET": _address(manager)})

    notifier.tell(READY, ALIVE, status="Alt\nvirker.")

    assert manager.recv(1000) == b"READY=1\nWATCHDOG=1\nSTATUS=Alt virker."


def test_an_address_can_be_a_file_with_an_at_sign_in_its_path(tmp_path: Path) -> None:
    path = tmp_path / "user@1"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(path))
        listening.settimeout(5)
        Notifier(str(path)).tell(READY)

        assert listening.recv(1000) == b"READY=1"


def test_without_a_manager_nobody_is_told(caplog: pytest.LogCaptureFixture) -> None:
    Notifier.of({}).tell(READY)

    assert caplog.text == ""


def test_a_manager_that_is_gone_is_a_line_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Notifier(str(tmp_path / "gone")).tell(READY)

    assert AWAY in caplog.text


def test_a_manager_that_reads_nothing_holds_nobody_up(
    manager: socket.socket, caplog: pytest.LogCaptureFixture
) -> None:
    notifier = Notifier(_address(manager))

    for _ in range(2000):
        notifier.tell(ALIVE, status="x" * 1000)

    assert AWAY in caplog.text
