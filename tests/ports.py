"""Ports for what has to be told one before it listens there."""

import contextlib
import os
import socket

from bot.demo.inhouse import BESIDE, HOST

FIRST, OF_A_WORKER = 20_000, 1_000
"""Below those that a system gives away by itself, to whoever asks for any."""


def practice_port() -> int:
    """Return a free port whose desk's is free as well, and stays so: no other of these workers uses either."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = FIRST + worker % 12 * OF_A_WORKER
    ports = range(first, first + OF_A_WORKER, 2 * BESIDE)
    return next(port for port in ports if _is_free(port) and _is_free(port + BESIDE))


def _is_free(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_server((HOST, port)):
        return True
    return False
