"""A summary ready to be sent, and the two ways it goes: into a conversation, and into a folder."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handlers.conversation import Conversation, NotShown, Refused, Uncertain
from handlers.view import Rows, View
from reports.analysis.restatement import Restatement
from reports.report_files import ReportFiles
from reports.words.message import SummaryMessage
from storage.whole_file import write_whole


class HalfSent(Uncertain):
    """The first message has arrived, one that follows has not."""


@dataclass(frozen=True)
class PreparedSummary:
    """A summary ready to be sent; ``name`` begins the names of its files.

    ``tally`` and ``lines`` (by period) are what it tells, `as_reported`. It is sent ``with_workbook``, except for
    a month, whose workbook a button gives.
    """

    name: str
    message: SummaryMessage
    documents: ReportFiles
    with_workbook: bool
    rows: Rows
    tally: str
    lines: Mapping[str, str]
    restated: Sequence[Restatement]

    @property
    def views(self) -> Sequence[View]:
        """Picture or album, the text that did not fit, the workbook; the buttons stand under the last."""
        caption, documents = self.message.caption, self.documents
        rest = [View(self.message.rest)] if self.message.rest else []
        if not self.with_workbook or documents.workbook is None:
            return [View(caption, self.rows, documents.card), *rest]
        album = documents.pages if documents.card else ()
        return [View(caption, (), documents.card, album), *rest, View(rows=self.rows, file=documents.workbook)]

    async def show_in(self, conversation: Conversation) -> None:
        """Show it part by part. Raises `NotShown`, and `HalfSent` where what follows may still arrive.

        A refusal is raised as it is: sending everything again would be refused again.
        """
        first, *others = self.views
        await conversation.show(first)
        try:
            for view in others:
                await conversation.show(view)
        except Refused:
            raise
        except NotShown as error:
            raise HalfSent(str(error)) from error

    async def write_to(self, folder: Path) -> None:
        """Write `2026-10.png`, `2026-10.txt` and so on, each whole or not at all. Raises `OSError`."""
        await asyncio.to_thread(self._write, folder)

    def _write(self, folder: Path) -> None:
        for file in self.documents.files:
            write_whole(folder / file.name, file.content)
        texts = (self.message.caption, self.message.rest, *(page.text for page in self.documents.pages))
        # The text comes last: where it stands, everything does.
        write_whole(folder / f"{self.name}.txt", "\n\n".join(filter(None, texts)).encode() + b"\n")
