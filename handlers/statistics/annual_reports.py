"""The whole annual report and the page of the national form as files, for leaders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from handlers.commands import LEADERS
from reports.analysis.period import Period
from reports.annual.files import annual_files, national_files
from reports.annual.reading import AskedReport, annual_wording, check_national
from reports.documents import ChapterFormat
from reports.report_files import Document, File
from reports.words.language import Language
from reports.worker.client import WorkerClient
from storage.fault import N_, NotAllowed
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.people.seat import Role

WHOLE: tuple[Document, ...] = ("docx", "pdf", "html", "xlsx")
"""The formats of the whole report."""

NATIONAL: tuple[ChapterFormat, ...] = ("pdf", "html")
"""The formats of the national form's page."""


@dataclass(frozen=True)
class AnnualFile:
    """A file that is asked for: the whole report of a period, or the national form's page."""

    what: Literal["annual", "national"]
    kind: str
    period: Period

    @property
    def document(self) -> Document | None:
        """The format of the report; None where there is no such file of it."""
        return next((kind for kind in WHOLE if kind == self.kind), None) if self.what == "annual" else None

    @property
    def page(self) -> ChapterFormat | None:
        """The format of the national form's page; None where there is no such file of it."""
        return next((kind for kind in NATIONAL if kind == self.kind), None) if self.what == "national" else None


@dataclass(frozen=True)
class AnnualReports:
    """Makes the files at the wish of a leader; the house has so many ``beds``."""

    forms: Mapping[str, Form]
    counts: Counts
    worker: WorkerClient
    centre: str
    beds: int | None
    language: Language
    today: Callable[[], date]
    role: Callable[[int], Role | None]

    async def periods(self) -> Sequence[Period]:
        """Return the years since the first record of any register, latest first, each with its tertials.

        Raises a `DatabaseFault`.
        """
        first = [month for form in self.forms if (month := await self.counts.since(form))]
        found, today = list[Period](), self.today()
        if not first:
            return found
        year = Period.containing(today, "year")
        while year.first.year >= int(min(first)[:4]):
            tertials = (Period.named(f"{year.name}-T{number}") for number in (3, 2, 1))
            found += [year, *(tertial for tertial in tertials if tertial.first <= today)]
            year = year.earlier
        return found

    def asked(self, period: Period) -> AskedReport:
        """Return what is asked for of a period today."""
        return AskedReport(period, self.today(), self.language, self.beds)

    async def file(self, seat: int, asked: AnnualFile) -> File | None:
        """Make one; None where there is no such file.

        Raises `NotAllowed` for others than leaders, `NothingToTell`, `NotAYear`, `NotRendered`, and a
        `DatabaseFault`.
        """
        if self.role(seat) not in LEADERS:
            raise NotAllowed(N_("Only leaders can have the figures as a file."))
        if asked.page:
            check_national(asked.period)
        if not (asked.document or asked.page):
            return None
        told = await annual_wording(self.counts, self.forms, self.asked(asked.period))
        if asked.document:
            [file] = await annual_files(self.worker, told, self.centre, [asked.document])
        elif asked.page:
            [file] = await national_files(self.worker, told, self.centre, [asked.page])
        return file
