"""The folder that summaries are written to, for a leader without Telegram on the machine where she writes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from handlers.summaries import Letter
from storage.whole_file import put


@dataclass(frozen=True)
class Archive:
    """Writes `2026-10.png` and `2026-10.txt`; a file is there whole or not at all."""

    folder: Path

    async def write(self, name: str, letter: Letter) -> None:
        """Write a summary's picture and text. Raises `OSError`."""
        await asyncio.to_thread(self._write, name, letter)

    def _write(self, name: str, letter: Letter) -> None:
        text = "\n\n".join(part for part in (letter.message.caption, letter.message.rest) if part)
        if letter.picture is not None:
            put(self.folder / f"{name}.png", letter.picture)
        put(self.folder / f"{name}.txt", f"{text}\n".encode())
