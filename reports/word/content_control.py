"""Controls in a Word document: a place to write in, and a box to check."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

BOX = """
<w:sdt {namespaces} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
  <w:sdtPr>
    <w:alias w:val=""/>
    <w14:checkbox>
      <w14:checked w14:val="0"/>
      <w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
      <w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>
    </w14:checkbox>
  </w:sdtPr>
  <w:sdtContent>
    <w:r>
      <w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>
      <w:t>\N{BALLOT BOX}</w:t>
    </w:r>
  </w:sdtContent>
</w:sdt>
"""


def make_writable(paragraph: Paragraph, title: str) -> None:
    """Turn a paragraph into a place to write in, with a title that assistive technology reads.

    Its text is replaced by the first letter that is typed.
    """
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


def add_box(paragraph: Paragraph, title: str) -> None:
    """Add a box that is checked by a click, with a title that assistive technology reads."""
    control = parse_xml(BOX.format(namespaces=nsdecls("w")))
    control[0][0].set(qn("w:val"), title)
    paragraph._p.append(control)  # noqa: SLF001 - the library has no name for it
