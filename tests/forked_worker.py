"""Workers forked from a process that has their libraries imported, which takes a second each time otherwise.

`python -m tests.forked_worker SOCKET` forks one for whoever connects and sends its three streams, until its own
input ends.
"""

import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ASK = """
import socket, sys
with socket.socket(socket.AF_UNIX) as forking:
    forking.connect(sys.argv[1])
    socket.send_fds(forking, [b"."], [0, 1, 2])
    forking.recv(1)
"""
"""Asks for a worker, and lasts as long as that does."""


@contextmanager
def forking(at: Path) -> Iterator[tuple[str, ...]]:
    """Have workers forked meanwhile; gives the command that is one."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.bind(str(at))
        asked.listen()
        served = (sys.executable, "-m", "tests.forked_worker", str(asked.fileno()))
        forks = subprocess.Popen(
            served, stdin=subprocess.PIPE, pass_fds=[asked.fileno()], cwd=Path(__file__).parents[1]
        )
    with forks:
        yield (sys.executable, "-S", "-E", "-c", ASK, str(at))


def _serve(asked: socket.socket) -> None:
    """Fork a worker for each that asks."""
    from reports.html import write_html  # noqa: F401, PLC0415 - imported for whoever is forked
    from reports.papers import guide  # noqa: F401, PLC0415 - the same
    from reports.pdf import write_guide, write_paper, write_pdf  # noqa: F401, PLC0415 - the same
    from reports.pictures import draw_svg  # noqa: F401, PLC0415 - the same
    from reports.publication import protection  # noqa: F401, PLC0415 - the same
    from reports.worker import count_pairs  # noqa: F401, PLC0415 - the same
    from reports.worker.__main__ import main  # noqa: PLC0415 - whoever asks needs none of it

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while asked in select.select([asked, sys.stdin], [], [])[0]:
        asking, _ = asked.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _, streams, _, _ = socket.recv_fds(asking, 1, 3)
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            asked.close()
            # Who has been killed closes the connection, which is the end of this one as well.
            fcntl.fcntl(asking, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(asking, fcntl.F_SETFL, os.O_ASYNC)
            if not select.select([asking], [], [], 0)[0]:
                main()
            os._exit(0)
        asking.close()


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
