"""Rows of a file, made without one."""

from storage.imports.file_row import FileRow, Said
from storage.records.records import Draft, canonical


def file_row(draft: Draft) -> FileRow:
    """Return a finished call as a row of a file."""
    return FileRow(draft.kept_time, Said(draft.outcome, canonical(draft.form, draft.answers)))
