"""A console in a folder, as an administrator has it."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from typer.testing import CliRunner, Result

from bot.cli.app import app, main
from reports.words.language import Code, Language
from reports.worker import client
from tests.bot.chat_desk import until

CONFIG = '[telegram]\ntoken = "1:x"\napi_url = "http://127.0.0.1:9/bot"\n'
IMPORTED = [
    "bot.cli.app",
    "bot.cli.check",
    "bot.run",
    "bot.desk_parts",
    "bot.telegram_parts",
    "bot.demo.desk",
    __name__,
]
STREAMS = ("stdin", "stdout", "stderr")


def vaktlogg(folder: Path, *words: str, typed: str = "") -> CompletedProcess[str]:
    """Run the command in a process of its own with an empty home; what is ``typed`` comes through a file.

    The process is forked from one that has the program imported, which takes longer than most commands.
    """
    with TemporaryDirectory() as directory:
        streams = Path(directory)
        (streams / "stdin").write_text(typed, encoding="utf-8")
        process = _started(folder, words, streams)
        process.join()
        said, told = ((streams / name).read_text(encoding="utf-8") for name in STREAMS[1:])
    return CompletedProcess(words, process.exitcode or 0, said, told)


@asynccontextmanager
async def serving(folder: Path, *words: str) -> AsyncIterator[str]:
    """Run such a command that goes on until Ctrl-C, which it ends cleanly on; give the first line it prints."""
    with TemporaryDirectory() as directory:
        stdin, stdout, stderr = (Path(directory) / name for name in STREAMS)
        for stream in (stdin, stdout, stderr):
            stream.touch()
        process = _started(folder, words, Path(directory))
        try:
            await until(lambda: "\n" in stdout.read_text("utf-8") or not process.is_alive(), timeout=20)
            yield stdout.read_text("utf-8").partition("\n")[0]
        finally:
            if process.pid and process.is_alive():
                os.kill(process.pid, signal.SIGINT)
            await asyncio.to_thread(process.join, 10)
        assert (process.exitcode, stderr.read_text("utf-8")) == (0, "")


def started_anew(folder: Path, *words: str) -> CompletedProcess[str]:
    """Run the command in a process that shares nothing with others: there, sets have another order."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def begun_anew(folder: Path, *words: str) -> subprocess.Popen[str]:
    """Begin the command in a process that shares nothing with others."""
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.Popen(command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, text=True)


def _environment(folder: Path) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(home),
        "PYTHONWARNINGS": "error",
        "LANG": "C.UTF-8",
    }


def _started(folder: Path, words: tuple[str, ...], streams: Path) -> ForkServerProcess:
    context: ForkServerContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    arguments = (folder, words, _environment(folder), streams, client.WORKER)
    process = context.Process(target=_command, args=arguments)
    process.start()
    return process


def _command(
    folder: Path, words: tuple[str, ...], environment: dict[str, str], streams: Path, worker: Sequence[str]
) -> None:
    """Become the command, with its own folder, environment and streams, and every warning an error."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, name in enumerate(STREAMS):
        stream = os.open(streams / name, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - streams have no path, nor an end
        for number, mode in enumerate("rww")
    )
    warnings.simplefilter("error")
    sys.argv = ["vaktlogg", *words]
    client.WORKER = worker
    main()


async def invoked(folder: Path, *words: str, typed: str = "", language: Code = "nb") -> Result:
    """Run a command in this process, while a pretend Telegram goes on answering."""
    config = ("--config", str(folder / "config.toml"))
    runner = CliRunner()
    return await asyncio.to_thread(runner.invoke, app, [*words, *config], input=typed, obj=Language(language))


def code_in(printed: str) -> str:
    """Return the one-time code that was printed as a command."""
    return printed.split("/start ")[1].split(maxsplit=1)[0]
