import struct
import sys
import zipfile
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio

from reports.analysis.grouped_answers import PairCounts
from reports.analysis.period import Period
from reports.cross_count import CrossCount
from reports.documents import ChapterFile, Workbook
from reports.report_files import DOCUMENTS, AlbumPage, Document, File, Format, ReportBuilder, ReportFiles
from reports.words.language import Language
from reports.words.wording import Wording
from reports.words.wording_reading import wording_of
from reports.worker.client import NotRendered, WorkerClient
from storage.database.connection import Database
from storage.fault import N_
from storage.figures.counts import Counts
from storage.hour import Hour
from storage.records.records import Draft, Records
from tests.example_forms import CALL
from tests.reports.quick_worker import QuickWorker
from tests.reports.summaries import LIMITS, TODAY, reported

ANSWERS = {"caller": "woman", "behalf": "self", "reason": "guidance", "crisis": "yes", "minority": "no"}
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
ONLY_TEXT: tuple[Format, ...] = ("txt",)
DEAD = (sys.executable, "-c", "")
ONLY_CHARTS = """
import json, sys
for line in sys.stdin:
    refused = "multiples" not in json.loads(line)
    print(json.dumps({"fault": "no documents"} if refused else {"length": 1}), end="\\n" if refused else "\\nP")
    sys.stdout.flush()
"""


@pytest_asyncio.fixture
async def counts(tmp_path: Path) -> AsyncIterator[Counts]:
    """Register two crisis calls in every month of two years."""
    drafts = [
        Draft(CALL, f"{month}-{day}", "registered", ANSWERS, f"{month}.{day}")
        for month in MONTHS
        for day in ("01", "28")
    ]
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        await Records(database).save_all(drafts, now=Hour(TODAY, 12))
        yield Counts(database)


async def _words(counts: Counts, name: str) -> Wording:
    return await wording_of(counts, CALL, Period.named(name), TODAY, Language("nb"))


async def _built(counts: Counts, name: str, worker: WorkerClient) -> ReportFiles:
    builder = ReportBuilder(counts, worker, LIMITS, "Krisesenteret")
    try:
        return await builder.build(reported(await _words(counts, name)))
    finally:
        await worker.close()


def _kind(content: bytes) -> str:
    """Tell what a file is from what stands in it."""
    for begins, kind in ((b"\x89PNG\r\n", "picture"), (b"%PDF", "PDF"), (b"<!DOCTYPE html>", "page")):
        if content.startswith(begins):
            return kind
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return "workbook" if "xl/workbook.xml" in parts.namelist() else "chapter"


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("2025-10", {"2025-10.png": "picture", "2025-10-2.png": "picture", "2025-10.xlsx": "workbook"}),
        (
            "2025-T2",
            {
                "2025-T2.png": "picture",
                "2025-T2-2.png": "picture",
                "2025-T2-3.png": "picture",
                "2025-T2-4.png": "picture",
                "2025-T2-5.png": "picture",
                "2025-T2.xlsx": "workbook",
            },
        ),
        (
            "2025",
            {
                "2025.png": "picture",
                "2025-2.png": "picture",
                "2025-3.png": "picture",
                "2025.xlsx": "workbook",
                "2025.docx": "chapter",
            },
        ),
    ],
)
async def test_a_period_has_these_files_in_the_order_of_reading(
    counts: Counts, name: str, files: dict[str, str]
) -> None:
    made = await _built(counts, name, WorkerClient())

    assert [(file.name, _kind(file.content)) for file in made.files] == list(files.items())
    assert made.failures == []


async def test_a_page_stands_with_its_own_caption(counts: Counts) -> None:
    made = await _built(counts, "2025", WorkerClient((sys.executable, "-c", ONLY_CHARTS)))

    answers, years = made.pages
    assert answers.text.startswith("Minoritetsspråklig bakgrunn, 2025\n")
    assert years.text == "Samtaler per år, 2024–2025\n\n2024: 24/24 · 2025: 24/24"


class CountsNoPairs(QuickWorker):
    """Draws and writes; it was ``asked`` to count so often in vain, and has ``written`` these documents."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.asked = 0
        self.written: list[Workbook | ChapterFile] = []

    async def count(self, job: CrossCount) -> PairCounts:
        """Refuse."""
        del job
        self.asked += 1
        raise NotRendered(N_("The chart could not be drawn: {reason}."), reason="no counts")

    async def write(self, document: Workbook | ChapterFile) -> bytes:
        """Note the document."""
        self.written.append(document)
        return await super().write(document)


async def test_cross_tables_that_cannot_be_counted_are_missing_in_documents_that_come_all_the_same(
    counts: Counts,
) -> None:
    worker = CountsNoPairs()

    made = await _built(counts, "2025", worker)

    assert made.workbook
    assert made.chapters
    assert [str(failure) for failure in made.failures] == ["The chart could not be drawn: no counts."]
    assert (len(worker.written), worker.asked) == (2, 1)


async def test_what_cannot_be_made_is_kept_as_a_failure_beside_the_rest(counts: Counts) -> None:
    made = await _built(counts, "2025", WorkerClient((sys.executable, "-c", ONLY_CHARTS)))

    assert [file.name for file in made.files] == ["2025.png", "2025-2.png", "2025-3.png"]
    assert [str(failure) for failure in made.failures] == ["The chart could not be drawn: no documents."] * 3


@pytest.mark.parametrize(("name", "failures"), [("2025-10", 4), ("2025-T2", 7), ("2025", 6)])
async def test_where_nothing_can_be_made_there_is_a_failure_for_each_file_and_for_the_cross_tables(
    counts: Counts, name: str, failures: int
) -> None:
    made = await _built(counts, name, WorkerClient(DEAD))

    assert made.files == []
    assert len(made.failures) == failures


async def test_every_picture_can_be_had_as_a_landscape_besides(counts: Counts) -> None:
    worker = WorkerClient()

    made = await ReportBuilder(counts, worker, LIMITS, "").wide(reported(await _words(counts, "2025")))

    assert [file.name for file in made] == ["2025-wide.png", "2025-2-wide.png", "2025-3-wide.png"]
    assert {struct.unpack(">II", file.content[16:24]) for file in made} == {(1920, 1080)}
    await worker.close()


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        (("pdf",), {"2025-10.pdf": "PDF"}),
        (("html", "docx"), {"2025-10.docx": "chapter", "2025-10.html": "page"}),
        (("png", "txt"), {"2025-10.png": "picture", "2025-10-2.png": "picture"}),
        (("txt",), {}),
    ],
)
async def test_only_the_formats_that_are_asked_for_are_made(
    counts: Counts, formats: tuple[Format, ...], files: dict[str, str]
) -> None:
    worker = WorkerClient()

    made = await ReportBuilder(counts, worker, LIMITS, "").build(
        reported(await _words(counts, "2025-10")), formats
    )
    await worker.close()

    assert {file.name: _kind(file.content) for file in made.files} == files
    assert made.failures == []


async def test_what_the_pages_say_is_there_also_where_they_are_not_drawn(counts: Counts) -> None:
    builder = ReportBuilder(counts, QuickWorker(), LIMITS, "")

    made = await builder.build(reported(await _words(counts, "2025")), ONLY_TEXT)

    assert (made.pages, len(made.texts)) == ([], 2)


@pytest.mark.parametrize(
    ("kind", "what"), [("xlsx", "workbook"), ("docx", "chapter"), ("pdf", "PDF"), ("html", "page")]
)
async def test_one_document_can_be_had_alone(counts: Counts, kind: Document, what: str) -> None:
    worker = WorkerClient()

    file = await ReportBuilder(counts, worker, LIMITS, "").document(
        kind, reported(await _words(counts, "2025-10"))
    )

    assert (file.name, _kind(file.content)) == (f"2025-10.{kind}", what)
    await worker.close()


async def test_a_single_file_that_cannot_be_made_is_a_named_fault(counts: Counts) -> None:
    builder, words = ReportBuilder(counts, WorkerClient(DEAD), LIMITS, ""), await _words(counts, "2025-10")

    for file in (builder.card(words), *(builder.document(kind, reported(words)) for kind in DOCUMENTS)):
        with pytest.raises(NotRendered, match="has died"):
            await file


def test_files_that_were_not_made_are_not_among_the_files() -> None:
    page, chapter = AlbumPage(File("2025-2.png", b"page"), "the page"), File("2025.docx", b"chapter")

    assert ReportFiles().files == []
    assert ReportFiles(None, [page], None, [chapter]).files == [page.file, chapter]
