"""The program under test: `vaktlogg run` as a process of its own, started again whenever it ends."""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

RESTART_SECONDS = 10.0
"""How long the program stays off when it has ended by itself, as with the unit that is printed."""
STOP_SECONDS = 15.0
KIBIBYTES = 1024
MODES_HOLD = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--")
"""Takes from the system's administrator the right to write what is read-only."""


def run_command(config: Path) -> Sequence[str]:
    """Return the command that a centre starts."""
    return (sys.executable, "-m", "bot", "run", "--config", str(config))


def _as_anybody(command: Sequence[str]) -> Sequence[str]:
    return (*MODES_HOLD, *command) if os.getuid() == 0 and shutil.which(MODES_HOLD[0]) else command


@dataclass(eq=False)
class Program:
    """Keeps the command running from `start` to `stop`; ``starts`` counts how often. ``log`` gets what it says."""

    command: Sequence[str]
    log: Path
    starts: int = 0
    _process: Process | None = None
    _watching: asyncio.Task[None] | None = None
    _wanted: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        """Start it, and from now on again whenever it ends."""
        self._wanted.set()
        await self._launch()
        self._watching = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Ask it to stop, and wait; one that does not is killed."""
        self._wanted.clear()
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._process is not None and self._process.returncode is None:
            self._signal(signal.SIGCONT)
            self._signal(signal.SIGTERM)
            try:
                async with asyncio.timeout(STOP_SECONDS):
                    await self._process.wait()
            except TimeoutError:
                self._signal(signal.SIGKILL)
                await self._process.wait()

    async def kill(self) -> None:
        """Kill it, and start it again at once."""
        before, process = self.starts, self._process
        self._signal(signal.SIGKILL)
        if process is not None:
            await process.wait()
        while self.starts == before:  # noqa: ASYNC110 - the watch starts it
            await asyncio.sleep(0.01)

    def pause(self) -> None:
        """Let it stand still, as a machine that is put to sleep."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    @property
    def pid(self) -> int:
        """The number of the process that runs now, or ran last."""
        return self._process.pid if self._process else 0

    @property
    def resident(self) -> float:
        """How much memory it holds, in MiB; nan where that is not known."""
        with contextlib.suppress(OSError, ValueError):
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
            [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
            return int(line.split()[1]) / KIBIBYTES
        return float("nan")

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(number)

    async def _launch(self) -> None:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *_as_anybody(self.command), stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log
            )
        self.starts += 1

    async def _watch(self) -> None:
        while self._wanted.is_set() and self._process is not None:
            code = await self._process.wait()
            if code != -signal.SIGKILL:
                await asyncio.sleep(RESTART_SECONDS)
            await self._launch()
