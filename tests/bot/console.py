"""A console in a folder, as an administrator has it."""

import os
import subprocess
import sys
from pathlib import Path

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
