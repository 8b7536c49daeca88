"""Fields in a Word document: numbers, references and page numbers that the program keeps right by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field, such as `SEQ Figur`, that shows this until it is updated."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Begin a field whose shown text follows."""
    _mark(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001 - the library has no name for it
    _mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    """End a field."""
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 - the same


@contextmanager
def bookmark(paragraph: Paragraph, name: str, number: int) -> Iterator[None]:
    """Mark what is added inside by a name that references use; ``number`` is its own in the document."""
    paragraph._p.append(_bookmark("w:bookmarkStart", number, name))  # noqa: SLF001 - the same
    yield
    paragraph._p.append(_bookmark("w:bookmarkEnd", number))  # noqa: SLF001 - the same


def _bookmark(tag: str, number: int, name: str = "") -> BaseOxmlElement:
    mark = OxmlElement(tag)
    mark.set(qn("w:id"), str(number))
    if name:
        mark.set(qn("w:name"), name)
    return mark


def add_link(paragraph: Paragraph, name: str, text: str) -> None:
    """Add a text that leads to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    paragraph._p.append(link)  # noqa: SLF001 - the same
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001 - the same
