"""The worker that draws, writes and counts, a process of its own: `python -m reports.worker`.

One `Job` a line of JSON on standard input; for each a header line of JSON on standard output, then the file, of a
count its `PairCounts` and of figures to be published their `Suppression` as JSON: `{"length": 12345}` and so many
bytes, or `{"fault": "…"}` and nothing. It ends at the end of its input.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import matplotlib as mpl
from pydantic import TypeAdapter

from reports.analysis.grouped_answers import PairCounts
from reports.cross_count import CrossCount
from reports.documents import ChapterFile, Job, Workbook
from reports.excel.write_xlsx import xlsx
from reports.papers.guide import GuideFile
from reports.papers.paper import PaperFile
from reports.pictures.chart import Chart
from reports.pictures.cross_chart import CrossChart
from reports.pictures.draw_png import png
from reports.pictures.drawing import Drawing
from reports.publication.problem import Problem
from reports.word.write_docx import docx

JOB: TypeAdapter[Job] = TypeAdapter(Job)
COUNTED = TypeAdapter(PairCounts)
LOW_PRIORITY = 10
"""The worker gives way to the bot, which answers taps."""

LONGEST_FAULT = 300
"""Characters of an error that are passed on."""


def serve(jobs: BinaryIO, files: BinaryIO) -> None:
    """Do one job after the other until the input ends; a job that fails does not stop the next."""
    for job in jobs:
        header, file = _answer(job)
        files.write(json.dumps(header).encode() + b"\n" + file)
        files.flush()


def _answer(job: bytes) -> tuple[dict[str, int | str], bytes]:
    try:
        file = _file(JOB.validate_json(job))
    except (ValueError, LookupError, ArithmeticError, RuntimeError) as fault:
        return {"fault": f"{type(fault).__name__}: {fault}"[:LONGEST_FAULT]}, b""
    return {"length": len(file)}, file


def _file(job: Job) -> bytes:
    match job:
        case ChapterFile():
            return _written(job)
        case PaperFile() | GuideFile():
            return _paper(job)
        case Workbook():
            return xlsx(job)
        case CrossCount():
            return _counted(job)
        case Problem():
            return _protected(job)
    return _picture(job)


def _written(job: ChapterFile) -> bytes:
    match job.format:
        case "docx":
            return docx(job.chapter)
        case "html":
            from reports.html.write_html import html  # noqa: PLC0415 - a picture needs no templates

            return html(job.chapter)
        case "pdf":
            from reports.pdf.write_pdf import pdf  # noqa: PLC0415 - the same

            return pdf(job.chapter)


def _picture(job: Chart | CrossChart | Drawing) -> bytes:
    if isinstance(job, Drawing):
        from reports.pictures.draw_svg import picture_svg  # noqa: PLC0415 - a chat needs no drawings

        return picture_svg(job)
    return png(job)


def _paper(job: PaperFile | GuideFile) -> bytes:
    match job:
        case PaperFile(format="docx"):
            from reports.word.write_paper import paper_docx  # noqa: PLC0415 - a picture needs no papers

            return paper_docx(job.paper)
        case PaperFile():
            from reports.pdf.write_paper import paper_pdf  # noqa: PLC0415 - the same

            return paper_pdf(job.paper)
        case GuideFile(format="docx"):
            from reports.word.write_guide import guide_docx  # noqa: PLC0415 - the same

            return guide_docx(job.guide)
        case GuideFile():
            from reports.pdf.write_guide import guide_pdf  # noqa: PLC0415 - the same

            return guide_pdf(job.guide)


def _counted(job: CrossCount) -> bytes:
    from reports.worker.count_pairs import pair_counts  # noqa: PLC0415 - a picture needs no pandas

    return COUNTED.dump_json(pair_counts(job))


def _protected(job: Problem) -> bytes:
    from reports.publication.protection import protect  # noqa: PLC0415 - a picture needs no solver

    return protect(job).model_dump_json().encode()


@contextmanager
def _answers() -> Iterator[BinaryIO]:
    """Keep standard output for the answers alone meanwhile: the solver's library prints its name there."""
    output = sys.stdout.fileno()
    with os.fdopen(os.dup(output), "wb") as answers, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), output)
        try:
            yield answers
        finally:
            os.dup2(answers.fileno(), output)


def _without_arrow() -> None:
    """Keep a library out that pandas would import by itself, though nothing here needs it: 40 MB, 60 ms."""
    sys.modules.setdefault("pyarrow", None)  # type: ignore[arg-type] # None: it cannot be imported


def main() -> None:
    """Serve standard input and output, giving way to other processes, whatever the user's matplotlib settings."""
    with suppress(PermissionError):  # where that is forbidden too, pictures are drawn all the same
        os.nice(LOW_PRIORITY)
    mpl.rcdefaults()
    _without_arrow()
    try:
        with _answers() as answers:
            serve(sys.stdin.buffer, answers)
    except BrokenPipeError:
        # The bot has ended and nobody waits for the file; without this, closing standard output would fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
