"""The folder that summaries are written to, for a leader without Telegram on the machine where she writes."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from handlers.summaries.prepare import PreparedSummary
from storage.whole_file import write_whole


@dataclass(frozen=True)
class SummaryFolder:
    """Writes `2026-10.png`, `2026-10.txt` and so on; a file is there whole or not at all."""

    folder: Path

    async def write(self, name: str, prepared: PreparedSummary) -> None:
        """Write a summary's pictures, text and documents. Raises `OSError`."""
        await asyncio.to_thread(self._write, name, prepared)

    def _write(self, name: str, prepared: PreparedSummary) -> None:
        for file in prepared.documents.files:
            write_whole(self.folder / file.name, file.content)
        told = (prepared.message.caption, prepared.message.rest, *(page.text for page in prepared.documents.pages))
        # The text comes last: where it stands, everything does.
        write_whole(self.folder / f"{name}.txt", "\n\n".join(filter(None, told)).encode() + b"\n")
