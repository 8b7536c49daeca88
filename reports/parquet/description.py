"""What an exported Parquet file says of itself, in its schema's metadata under the key `vaktlogg`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from reports.excel.code_list import COLUMNS as CODE_COLUMNS
from reports.excel.code_list import code_list
from storage.forms.form import Form
from storage.forms.words import Label
from storage.records.export import Stretch, time_columns

KEY = "vaktlogg"

RecordColumn = Literal["time", "month", "day", "hour", "outcome", "one", "several", "count", "number"]
CountColumn = Literal["form", "month", "outcome", "question", "option", "flag", "figure"]

FROM_TIME: Mapping[str, RecordColumn] = {"_month": "month", "_day": "day", "_hour": "hour"}
"""The columns that are worked out of the first one that tells a time; no question's key begins with `_`."""

COUNT_COLUMNS: Mapping[str, CountColumn] = {
    "form": "form",
    "month": "month",
    "outcome": "outcome",
    "question": "question",
    "option": "option",
    "unknown": "flag",
    "count": "figure",
}
HIDDEN_COLUMN: Mapping[str, CountColumn] = {"hidden": "flag"}
"""What a published file of counts has besides."""


class DescribedForm(BaseModel):
    """The form that a file is of."""

    model_config = ConfigDict(frozen=True)

    key: str
    fingerprint: str
    title: Label


class FileDescription(BaseModel):
    """What a file says of itself; ``first`` and ``until`` are the days that were asked for, None where open.

    ``columns`` tells each column's kind, in order; ``codes`` is the code list, a row an option, as it stands in
    its CSV file. ``rows`` and ``counts_sha256`` are known once the file is written.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    version: Literal[1] = Field(default=1, alias="schema")
    program: str
    kind: Literal["records", "counts"]
    centre: str
    form: DescribedForm
    first: date | None = Field(alias="from")
    until: date | None
    rows: int = 0
    counts_sha256: str = ""
    columns: Mapping[str, RecordColumn | CountColumn]
    codes: tuple[Mapping[str, str], ...]

    @property
    def json_text(self) -> str:
        """The description as it stands in a file."""
        return self.model_dump_json(by_alias=True)


@dataclass(frozen=True)
class FileOrigin:
    """Where a file comes from: the ``program``'s version, the centre, the form, and the days asked for."""

    program: str
    centre: str
    form: Form
    stretch: Stretch

    def of_records(self) -> FileDescription:
        """Describe a file with a row a record."""
        form, times = self.form, time_columns(self.form)
        made = {"_month": FROM_TIME["_month"]} if form.stays_open else FROM_TIME
        columns: dict[str, RecordColumn | CountColumn] = {**dict.fromkeys(times, "time"), **made}
        asked = {question.key: question.kind for question in form.questions if question.kind != "day"}
        return self._described("records", {**columns, "outcome": "outcome", **asked})

    def of_counts(self, *, public: bool) -> FileDescription:
        """Describe a file of counts by month."""
        return self._described("counts", {**COUNT_COLUMNS, **(HIDDEN_COLUMN if public else {})})

    def _described(
        self, kind: Literal["records", "counts"], columns: Mapping[str, RecordColumn | CountColumn]
    ) -> FileDescription:
        form, stretch = self.form, self.stretch
        return FileDescription(
            program=self.program,
            kind=kind,
            centre=self.centre,
            form=DescribedForm(key=form.key, fingerprint=form.fingerprint, title=form.title),
            first=None if stretch.first == date.min else stretch.first,
            until=None if stretch.last == date.max else stretch.last,
            columns=columns,
            codes=tuple(dict(zip(CODE_COLUMNS, row, strict=True)) for row in code_list(form)),
        )
