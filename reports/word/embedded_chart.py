"""Putting a native chart into a Word document, with the workbook that holds its numbers."""

from datetime import date

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length
from docx.text.paragraph import Paragraph

from reports.documents import NativeChart
from reports.excel.native_chart import drawn

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"

END = b"</c:chartSpace>"
LINKED = b'<c:externalData r:id="%s"><c:autoUpdate val="0"/></c:externalData>'
"""Where a chart says which workbook its numbers are edited in: at its end, but before the print settings."""

FRAME = """
<w:drawing {namespaces}>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="{width}" cy="{height}"/>
    <wp:docPr id="{number}" name="{name}" descr=""/>
    <wp:cNvGraphicFramePr/>
    <a:graphic>
      <a:graphicData uri="{charts}"><c:chart xmlns:c="{charts}" r:id="{relation}"/></a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>
"""

WIDTH, FIRST = Length(Cm(16)), 100
"""How wide a chart is, and where the numbers of frames begin, so that no other has the same."""

BAR, COLUMNS, AROUND = Cm(0.6), Cm(6.5), Cm(1.2)
"""How high a lying bar is with its room, standing columns are, and what is above and below bars."""


def add_chart(document: Document, paragraph: Paragraph, chart: NativeChart, described: str, made: date) -> None:
    """Draw a chart in a paragraph, with what it shows in words for those who cannot see it."""
    package, told = document.part.package, drawn(chart, made)
    number = 1 + sum("/charts/" in part.partname for part in package.iter_parts())
    numbers = Part(PackURI(f"/word/embeddings/numbers{number}.xlsx"), WORKBOOK_TYPE, told.workbook, package)
    part = _ChartPart(PackURI(f"/word/charts/chart{number}.xml"), CHART_TYPE, b"", package)
    part.show(told.xml, part.relate_to(numbers, f"{RELATION}/package"))
    frame = parse_xml(
        FRAME.format(
            namespaces=nsdecls("w", "wp", "a", "r"),
            width=WIDTH,
            height=_height(chart),
            number=FIRST + number,
            name=f"chart {number}",
            charts=CHARTS,
            relation=document.part.relate_to(part, f"{RELATION}/chart"),
        )
    )
    frame[0][1].set("descr", described)
    paragraph.add_run()._r.append(frame)  # noqa: SLF001 - the library has no name for it


class _ChartPart(Part):
    """A chart's part of the package, which names another part inside."""

    def show(self, xml: bytes, relation: str) -> None:
        """Draw this, with the numbers of the related part."""
        before = b"<c:printSettings>" if b"<c:printSettings>" in xml else END
        self._blob = xml.replace(before, LINKED % relation.encode() + before)


def _height(chart: NativeChart) -> int:
    if chart.kind == "columns":
        return COLUMNS
    return AROUND + BAR * len(chart.categories) * max(1, len(chart.series))
