"""Handing a file to the browser, which keeps it under its name."""

from aiohttp import web

from reports.report_files import File

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
}
"""The kind of a file by the end of its name."""
IN_UTF8 = frozenset({"html", "csv", "json", "svg", "txt"})


def kind_of(file: File) -> str:
    """Return a file's kind, by the end of its name."""
    return TYPES[file.name.rpartition(".")[2]]


def as_file(file: File) -> web.Response:
    """Return an answer that is kept as a file, and never shown as a page of ours."""
    ending = file.name.rpartition(".")[2]
    return web.Response(
        body=file.content,
        content_type=kind_of(file),
        charset="utf-8" if ending in IN_UTF8 else None,
        headers={"Content-Disposition": f'attachment; filename="vaktlogg-{file.name}"'},
    )
