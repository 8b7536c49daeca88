"""A place in a Word document to write in: a control whose text is replaced by the first letter that is typed."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def make_writable(paragraph: Paragraph, title: str) -> None:
    """Turn a paragraph into a place to write in, with a title that assistive technology reads."""
    control, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    for name in ("alias", "tag"):
        told = OxmlElement(f"w:{name}")
        told.set(qn("w:val"), title)
        properties.append(told)
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    control.append(properties)
    paragraph._p.addprevious(control)  # noqa: SLF001 - the library has no name for it
    content.append(paragraph._p)  # noqa: SLF001 - the same
    control.append(content)
