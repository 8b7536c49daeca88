"""Public reports of calls made of few words, and everything that they print."""

from dataclasses import replace

from reports.analysis.trend import Trend
from reports.chapter.chapter import chapter
from reports.excel.workbook import workbook
from reports.pictures.album import album
from reports.pictures.card import card
from reports.publication.listing import Contents
from reports.words.caption import everything
from reports.words.language import Language
from reports.words.public_wording import public_wording
from reports.words.report_wording import ReportWording
from reports.words.table import table_text
from reports.words.wording import Wording
from tests.reports.publication.released import Calls, Releases, rows
from tests.reports.summaries import LIMITS, summary

ALL = Contents((("agency", "reason"),), months=True)


async def public_report(calls: Calls, *, late: int = 0) -> ReportWording:
    """Publish a report of 2025, beside 2024 where there are any calls of that year."""
    release = await Releases().release("2025", calls, ALL, before=any(month < "2025" for month in calls))
    told = replace(summary("2025", list(rows(calls))), late=late)
    words = await public_wording(Wording(told, Language("nb")), release)
    return ReportWording("2025-public", words, (), (release,))


def printed(report: ReportWording) -> list[str]:
    """Return all that a report's documents, pictures and texts print."""
    words = report.main
    pages = album(words, Trend((), ()), LIMITS, "Senteret")
    return [
        chapter(report, "Senteret").model_dump_json(),
        workbook(report, "Senteret").model_dump_json(),
        card(words, "Senteret").model_dump_json(),
        *(page.chart.model_dump_json() for page in pages),
        *(page.text for page in pages),
        everything(words, LIMITS),
        table_text(words, LIMITS),
        *report.hidden,
    ]
