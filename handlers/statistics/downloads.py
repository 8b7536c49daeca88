"""The figures of a period as a file, for leaders: the formats of a report, and those for other programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from handlers.commands import LEADERS
from reports.analysis.period import Period
from reports.pictures.drawing import Drawing
from reports.report_files import DOCUMENTS, File, Format, ReportBuilder
from reports.report_text import report_text
from reports.reported_forms import ReportedForms
from reports.tidy_files import figures_csv, figures_json
from reports.words.language import Language
from reports.words.report_wording import ReportWording
from reports.words.wording_reading import wording_of
from storage.fault import N_, NotAllowed
from storage.figures.counts import Counts
from storage.forms.form import Form
from storage.people.seat import Role

Download = Format | Literal["svg", "csv", "json"]
DOWNLOADS: tuple[Download, ...] = ("docx", "pdf", "html", "xlsx", "csv", "json", "png", "svg", "txt")


@dataclass(frozen=True)
class Downloads:
    """Makes a file of a period's figures at the wish of a leader; the leading form's holds those told with it."""

    forms: Mapping[str, Form]
    counts: Counts
    builder: ReportBuilder
    language: Language
    today: Callable[[], date]
    role: Callable[[int], Role | None]

    async def file(self, seat: int, kind: Download, form: Form, period: Period) -> File:
        """Make one. Raises `NotAllowed` for others than leaders, `NotRendered`, and a `DatabaseFault`."""
        report = await self._report(seat, form, period)
        if kind in DOCUMENTS:
            return await self.builder.document(kind, report)
        name = f"{report.name}.{kind}"
        match kind:
            case "png":
                return File(name, await self.builder.card(report.main))
            case "svg":
                return File(name, await self.builder.worker.draw_svg(self.builder.card_drawing(report.main)))
            case "csv":
                return File(name, figures_csv(report.main.summary).encode() + b"\n")
            case "json":
                return File(name, figures_json(report.main.summary).encode() + b"\n")
        return await self._text(report)

    async def drawings(self, seat: int, form: Form, period: Period) -> list[Drawing]:
        """Return the pages that a report has after its headline picture. Raises as `file` does."""
        return await self.builder.page_drawings(await self._report(seat, form, period))

    async def _report(self, seat: int, form: Form, period: Period) -> ReportWording:
        if self.role(seat) not in LEADERS:
            raise NotAllowed(N_("Only leaders can have the figures as a file."))
        wording = partial(wording_of, self.counts, period=period, today=self.today(), language=self.language)
        return await ReportedForms.led_by(form, self.forms).read(period, wording)

    async def _text(self, report: ReportWording) -> File:
        wanted: tuple[Format, ...] = ("txt",)
        made = await self.builder.build(report, wanted)
        return report_text(report, made, self.builder.limits)
