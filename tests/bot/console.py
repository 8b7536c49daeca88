"""A console in a folder, as an administrator has it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli.app import app
from reports.words.language import Code, Language

CONFIG = '[telegram]\ntoken = "1:x"\napi_url = "http://127.0.0.1:9/bot"\n'


def vaktlogg(folder: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command with an empty home; what is ``typed`` comes through a pipe."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(home),
        "PYTHONWARNINGS": "error",
        "LANG": "C.UTF-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


async def invoked(folder: Path, *words: str, typed: str = "", language: Code = "nb") -> Result:
    """Run a command in this process, while a pretend Telegram goes on answering."""
    config = ("--config", str(folder / "config.toml"))
    runner = CliRunner()
    return await asyncio.to_thread(runner.invoke, app, [*words, *config], input=typed, obj=Language(language))


def code_in(printed: str) -> str:
    """Return the one-time code that was printed as a command."""
    return printed.split("/start ")[1].split(maxsplit=1)[0]
