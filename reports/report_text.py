"""A report as one text: all that its pictures show, in words."""

from reports.report_files import File, ReportFiles
from reports.words.caption import everything
from reports.words.limits import Limits
from reports.words.report_wording import ReportWording, beside_line


def report_text(report: ReportWording, made: ReportFiles, limits: Limits) -> File:
    """Write the text of a report, with what its pages say."""
    beside = "\n".join(beside_line(words, report.main) for words in report.beside)
    told = (everything(report.main, limits), beside, *made.texts, "\n".join(report.hidden))
    parts = filter(None, (*told, report.notice))
    return File(f"{report.name}.txt", "\n\n".join(parts).encode() + b"\n")
