"""The files of a report: the card, the album's pages, the documents."""

from collections.abc import Awaitable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar, get_args

from reports.analysis.cross_table import CrossTable
from reports.analysis.summary_reading import reading_of
from reports.analysis.trend import Trend, trend_of
from reports.chapter.chapter import chapter
from reports.cross_tables import CrossTables
from reports.documents import ChapterFile
from reports.excel.workbook import workbook
from reports.pictures.album import album
from reports.pictures.album_page import AlbumChart
from reports.pictures.beside_page import beside_page
from reports.pictures.card import card
from reports.pictures.chart import Chart
from reports.pictures.drawing import Drawing
from reports.words.caption import everything
from reports.words.limits import Limits
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from reports.worker.client import NotRendered, WorkerClient
from storage.figures.counts import Counts

Document = Literal["xlsx", "docx", "pdf", "html"]
Format = Literal["png", "txt", "xlsx", "docx", "pdf", "html"]
DOCUMENTS: tuple[Document, ...] = get_args(Document)
FORMATS: tuple[Format, ...] = get_args(Format)
USUAL: tuple[Format, ...] = ("png", "txt", "xlsx")
"""The formats of a report where none is asked for."""

T = TypeVar("T")


@dataclass(frozen=True)
class File:
    """A file and its name."""

    name: str
    content: bytes


@dataclass(frozen=True)
class AlbumPage:
    """A picture of the album, and its caption."""

    file: File
    text: str


@dataclass
class ReportFiles:
    """The files of a report, what its pages say in words, and what could not be made.

    A month has no chapter, unless it is asked for.
    """

    card: File | None = None
    pages: list[AlbumPage] = field(default_factory=list)
    workbook: File | None = None
    chapters: list[File] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    failures: list[NotRendered] = field(default_factory=list)

    @property
    def files(self) -> list[File]:
        """All files, in the order of reading."""
        parts = (self.card, *(page.file for page in self.pages), self.workbook, *self.chapters)
        return [file for file in parts if file is not None]


@dataclass(frozen=True)
class ReportBuilder:
    """Builds the files of a report, the ``centre``'s name on them, their captions within the ``limits``."""

    counts: Counts
    worker: WorkerClient
    limits: Limits
    centre: str

    async def build(self, report: ReportWording, formats: Collection[Format] = ()) -> ReportFiles:
        """Make a report's files in these formats; failures are kept beside them. Raises a `DatabaseFault`.

        Without formats there are pictures and a workbook, and of a year the chapter as .docx. Cross tables that
        cannot be counted are left out of the documents, which is a failure too.
        """
        made, is_year = ReportFiles(), report.main.summary.period.kind == "year"
        chosen = formats or (*USUAL, *(("docx",) if is_year else ()))
        charts = await self._charts(report) if {"png", "txt"}.intersection(chosen) else []
        made.texts = [chart.text for chart in charts[1:]]
        if "png" in chosen:
            await self._draw(made, report, charts)
        documents = [kind for kind in DOCUMENTS if kind in chosen]
        crossed = (await self._tried(made, self._cross_tables(report.main)) or ()) if documents else ()
        for kind in documents:
            file = await self._tried(made, self._document(kind, report, crossed))
            if file and kind == "xlsx":
                made.workbook = file
            elif file:
                made.chapters.append(file)
        return made

    async def _draw(self, made: ReportFiles, report: ReportWording, charts: Sequence[AlbumChart]) -> None:
        """Draw the card and the pages."""
        first, *pages = charts
        made.card = await self._tried(made, self._drawn(f"{report.name}.png", first.chart))
        for number, page in enumerate(pages, 2):
            if file := await self._tried(made, self._drawn(f"{report.name}-{number}.png", page.chart)):
                made.pages.append(AlbumPage(file, page.text))

    async def wide(self, report: ReportWording) -> list[File]:
        """Draw every picture as a landscape for slides; raise `NotRendered` where that fails."""
        files = []
        for number, page in enumerate(await self._charts(report), 1):
            name = f"{report.name}-wide.png" if number == 1 else f"{report.name}-{number}-wide.png"
            files.append(await self._drawn(name, page.chart.model_copy(update={"wide": True})))
        return files

    async def card(self, words: Wording) -> bytes:
        """Draw the headline picture of one form; raise `NotRendered` where that fails."""
        return await self.worker.draw(card(words, self.centre))

    def card_drawing(self, words: Wording) -> Drawing:
        """Return the headline picture of one form with all that it shows in words, to be drawn as SVG."""
        return Drawing(picture=card(words, self.centre), description=everything(words, self.limits))

    async def page_drawings(self, report: ReportWording) -> list[Drawing]:
        """Return the album's pages after the headline picture, to be drawn as SVG. Raises a `DatabaseFault`."""
        _, *pages = await self._charts(report)
        return [Drawing(picture=page.chart, description=page.text) for page in pages]

    async def document(self, kind: Document, report: ReportWording) -> File:
        """Make one document; raise `NotRendered` where that fails."""
        return await self._document(kind, report, await self._cross_tables(report.main))

    async def _charts(self, report: ReportWording) -> list[AlbumChart]:
        """Return the card, the album's pages, and the picture of each form that is told besides."""
        words = report.main
        pages = album(words, await self._trend(words), self.limits, self.centre)
        beside = [] if words.summary.period.kind == "month" else report.beside
        others = (beside_page(other, words, self.limits, self.centre) for other in beside)
        return [AlbumChart(card(words, self.centre), ""), *pages, *others]

    async def _trend(self, words: Wording) -> Trend:
        """Count the months and tertials of a tertial's album; a year's shows none."""
        of = words.summary
        if of.period.kind != "tertial" or of.sent_in or of.public:
            return Trend((), ())
        return await trend_of(reading_of(self.counts, of.form, of.today), of.period, of.use)

    async def _document(self, kind: Document, report: ReportWording, crossed: Sequence[CrossTable]) -> File:
        if kind == "xlsx":
            made = await self.worker.write(workbook(report, self.centre, crossed))
        else:
            told = chapter(report, self.centre, crossed)
            made = await self.worker.write(ChapterFile(chapter=told, format=kind))
        return File(f"{report.name}.{kind}", made)

    async def _cross_tables(self, words: Wording) -> list[CrossTable]:
        """Count the tables that the form's file asks for."""
        form, period, today = words.summary.form, words.summary.period, words.summary.today
        if words.summary.sent_in or words.summary.public:  # kept with no report; released, not counted
            return []
        return await CrossTables(self.counts, self.worker).count(form, form.cross_pairs, period, today)

    async def _drawn(self, name: str, chart: Chart) -> File:
        return File(name, await self.worker.draw(chart))

    async def _tried(self, made: ReportFiles, making: Awaitable[T]) -> T | None:
        try:
            return await making
        except NotRendered as fault:
            made.failures.append(fault)
            return None
