"""What the worker is asked to make: a picture, a workbook or a chapter, as strings and numbers alone."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from reports.documents import Chapter, Workbook
from reports.pictures.chart import Chart


class _Job(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PictureJob(_Job):
    """A chart that is to become a PNG picture."""

    make: Literal["picture"] = "picture"
    chart: Chart


class WorkbookJob(_Job):
    """A workbook that is to become an .xlsx file."""

    make: Literal["workbook"] = "workbook"
    workbook: Workbook


class ChapterJob(_Job):
    """A chapter that is to become a .docx file."""

    make: Literal["chapter"] = "chapter"
    chapter: Chapter


Job = PictureJob | WorkbookJob | ChapterJob
JOB: TypeAdapter[Job] = TypeAdapter(Annotated[Job, Field(discriminator="make")])
"""Reads a job from JSON."""
