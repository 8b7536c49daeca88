"""The chapter of an annual report: a summary in sentences, with figures and tables."""

from collections.abc import Sequence

from reports.analysis.cross_table import CrossTable
from reports.chapter.explanation import explanation_of_total
from reports.chapter.introduction import introduction, register_title
from reports.chapter.sections import sections
from reports.documents import Chapter, ChapterSection
from reports.words.report_wording import ReportWording


def chapter(report: ReportWording, centre: str, crossed: Sequence[CrossTable] = ()) -> Chapter:
    """Return the chapter of a report and its cross tables, by the ``centre``; all its numbers are in these."""
    words = report.main
    return Chapter(
        made=words.summary.now.days.last,
        author=centre,
        language=words.language.code,
        notice=report.notice,
        introduction=ChapterSection(
            heading=register_title(words),
            paragraphs=tuple(filter(None, introduction(words))),
            explanation=explanation_of_total(words),
        ),
        sections=tuple(sections(report, crossed)),
    )
