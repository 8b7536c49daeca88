"""What publishing any report has in common: what may stand in its way, what it means, and the public folder."""

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path

from reports.publication.public_summary import RecordsMoved
from reports.publication.release import NotToBeReleased
from reports.publishing import NotWhole
from reports.report_files import File
from reports.words.language import Language
from reports.worker.client import NotRendered
from storage.fault import N_, why
from storage.releases.ledger import LedgerMoved
from storage.whole_file import write_whole

LOG = logging.getLogger(__name__)
REFUSALS = (NotWhole, NotToBeReleased, NotRendered, LedgerMoved, RecordsMoved)
COUNTS = N_(
    "Publish it only to show it to others: from then on it counts as read by everybody, and what is published"
    " later is protected against it."
)


async def written_publicly(folder: Path | None, files: Iterable[File], language: Language) -> list[str]:
    """Write files to the public folder where there is one, and say so, or why they could not be written."""
    if folder is None:
        return []
    try:
        for file in files:
            await asyncio.to_thread(write_whole, folder / file.name, file.content)
    except OSError as fault:
        LOG.error("The public folder cannot be written to: %s", why(fault))  # noqa: TRY400 - the sentence says it all
        return [
            language.text(
                "The files could not be written to {folder}: {reason}.", folder=folder, reason=why(fault)
            )
        ]
    return [language.text("The files are in {folder}.", folder=folder)]
