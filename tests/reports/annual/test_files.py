"""The files of an annual report: every format has the levels of its headings and a list of its figures."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pikepdf
from pdfua import validate

from reports.annual.files import annual_files, national_files
from reports.report_files import Document
from reports.worker.client import WorkerClient
from tests.reports.houses import STAY, TALK, Place


async def _filled(house: Place) -> None:
    for month in ("05", "06", "07"):
        await house.stay(f"2016-{month}-01", f"2016-{month}-20", sex="woman", age="a30_39", violence=("threats",))
        await house.stay(f"2016-{month}-21", f"2016-{month}-28", sex="man", age="a30_39", violence=("threats",))
    await house.record(TALK, "2016-02-03T10", sex="woman")
    await house.typed(STAY, "2014", heads_woman=60, nights_woman=1200)


async def _made(house: Place, *kinds: Document) -> list[bytes]:
    """Make the report in these formats."""
    worker = WorkerClient()
    try:
        files = await annual_files(worker, await house.annual(forms=(STAY, TALK)), "Krisesenteret", kinds)
    finally:
        await worker.close()
    return [file.content for file in files]


async def test_the_web_page_has_its_levels_and_a_list_that_leads_to_every_figure(house: Place) -> None:
    await _filled(house)

    [content] = await _made(house, "html")

    page = content.decode()

    assert re.findall(r"<h1>(.*)</h1>", page) == ["Årsstatistikk 2016"]
    assert "<h2>Botilbudet i\xa02016</h2>" in page
    assert "<h3>Inn- og utflytting</h3>" in page
    listed = page[page.index("<h2>Figurer og tabeller</h2>") :]
    assert re.findall(r'<a href="#(figure\d+)">', listed) == re.findall(r'<figure id="(figure\d+)"', page)
    assert '<figure id="figure1" class="full">' in page


async def test_the_document_has_its_levels_and_a_list_that_word_makes(house: Place) -> None:
    await _filled(house)

    [content] = await _made(house, "docx")

    document = docx.Document(BytesIO(content))
    styles = {
        paragraph.text.replace("\xa0", " "): paragraph.style.name
        for paragraph in document.paragraphs
        if paragraph.style
    }
    assert styles["Årsstatistikk 2016"] == "Heading 1"
    assert styles["Botilbudet i 2016"] == "Heading 2"
    assert styles["Inn- og utflytting"] == "Heading 3"
    assert "TOC" in document.element.xml


async def test_the_pdf_can_be_read_aloud_by_its_three_levels(house: Place, tmp_path: Path) -> None:
    file = tmp_path / "2016-annual.pdf"
    await _filled(house)

    [content] = await _made(house, "pdf")

    file.write_bytes(content)

    with pikepdf.open(file) as read:
        tags = {str(one.S) for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one}
    assert {"/H1", "/H2", "/H3"} <= tags
    assert validate(str(file)).findings == ()


async def test_the_workbook_has_the_tables_of_the_house(house: Place) -> None:
    await _filled(house)

    [content] = await _made(house, "xlsx")

    with ZipFile(BytesIO(content)) as book:
        said = book.read("xl/sharedStrings.xml").decode()

    for name in ("Bodøgn per år, 2014 til 2016", "Inn- og utflytting i\xa02016", "Bodøgn og flytting i\xa02016"):
        assert name in said


async def test_the_same_records_give_the_same_bytes(house: Place) -> None:
    await _filled(house)
    worker = WorkerClient()
    try:
        pages = [
            await national_files(worker, await house.annual(forms=(STAY, TALK)), "", ["html", "docx", "pdf"])
            for _ in range(2)
        ]
    finally:
        await worker.close()

    assert await _made(house, "html", "xlsx") == await _made(house, "html", "xlsx")
    assert pages[0] == pages[1]
    assert [file.name for file in pages[0]] == [f"2016-national.{kind}" for kind in ("html", "docx", "pdf")]
