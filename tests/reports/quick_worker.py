"""A worker that draws nothing, at once."""

from reports.documents import Chapter, Workbook
from reports.pictures.chart import Chart
from reports.worker.client import WorkerClient

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fea735"
    "81840000000049454e44ae426082"
)


class QuickWorker(WorkerClient):
    """Makes the smallest picture of everything."""

    async def draw(self, chart: Chart) -> bytes:
        """Return it."""
        del chart
        return PIXEL

    async def write(self, document: Workbook | Chapter) -> bytes:
        """Return it."""
        del document
        return PIXEL
