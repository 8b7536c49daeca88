"""The files of a whole annual report."""

from collections.abc import Iterable

from reports.annual.annual_report import annual_report
from reports.annual.annual_wording import AnnualWording
from reports.annual.house_section import house_tables
from reports.annual.national import national_report
from reports.documents import ChapterFile, ChapterFormat
from reports.excel.workbook import workbook
from reports.report_files import Document, File
from reports.worker.client import WorkerClient


async def annual_files(
    worker: WorkerClient, told: AnnualWording, centre: str, formats: Iterable[Document]
) -> list[File]:
    """Write the report in these formats: `2016-annual.docx`, `2016-annual-public.docx`.

    Raises `NotRendered` where that fails.
    """
    name = f"{told.parts[0].summary.period.name}-annual{'-public' if told.published else ''}"
    report, files = annual_report(told, centre), []
    for kind in formats:
        if kind == "xlsx":
            besides = tuple(house_tables(told.house, told.at_home[0])) if told.house and told.at_home else ()
            book = workbook(told.as_report(name), centre, besides=besides)
            files.append(File(f"{name}.xlsx", await worker.write(book)))
        else:
            files.append(File(f"{name}.{kind}", await worker.write(ChapterFile(chapter=report, format=kind))))
    return files


async def national_files(
    worker: WorkerClient, told: AnnualWording, centre: str, formats: Iterable[ChapterFormat]
) -> list[File]:
    """Write the page of the national form in these formats: `2016-national.pdf`. Raises `NotRendered`."""
    name, page = f"{told.parts[0].summary.period.name}-national", national_report(told, centre)
    return [File(f"{name}.{kind}", await worker.write(ChapterFile(chapter=page, format=kind))) for kind in formats]
