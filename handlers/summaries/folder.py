"""The folder that summaries are written to, for a leader without Telegram on the machine where she writes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from handlers.summaries.prepare import Letter
from storage.whole_file import put


@dataclass(frozen=True)
class Archive:
    """Writes `2026-10.png`, `2026-10.txt` and so on; a file is there whole or not at all."""

    folder: Path

    async def write(self, name: str, letter: Letter) -> None:
        """Write a summary's pictures, text and documents. Raises `OSError`."""
        await asyncio.to_thread(self._write, name, letter)

    def _write(self, name: str, letter: Letter) -> None:
        for file in letter.dossier.files:
            put(self.folder / file.name, file.content)
        told = (letter.message.caption, letter.message.rest, *(page.text for page in letter.dossier.pages))
        # The text comes last: where it stands, everything does.
        put(self.folder / f"{name}.txt", "\n\n".join(filter(None, told)).encode() + b"\n")
