from pathlib import Path

from handlers.summaries.prepared import PreparedSummary
from reports.report_files import AlbumPage, File, ReportFiles
from reports.words.message import SummaryMessage

CARD, PAGE, WORKBOOK = File("2026-T2.png", b"card"), File("2026-T2-2.png", b"page"), File("2026-T2.xlsx", b"book")


def prepared(
    documents: ReportFiles, rest: str | None = "the rest", *, with_workbook: bool = True
) -> PreparedSummary:
    """Return a summary with these documents."""
    return PreparedSummary(
        "2026-T2", SummaryMessage("the caption", rest), documents, with_workbook, (), "", {}, ()
    )


def test_an_album_is_followed_by_the_text_that_did_not_fit_and_the_workbook() -> None:
    documents = ReportFiles(CARD, [AlbumPage(PAGE, "the page")], WORKBOOK)
    album, rest, workbook = prepared(documents).views

    assert (album.text, album.picture, list(album.album)) == ("the caption", CARD, documents.pages)
    assert rest.text == "the rest"
    assert workbook.file == WORKBOOK


def test_without_a_card_there_is_no_album_and_without_a_workbook_one_message() -> None:
    assert [view.album for view in prepared(ReportFiles(None, [AlbumPage(PAGE, "")], WORKBOOK), None).views] == [
        (),
        (),
    ]
    assert len(prepared(ReportFiles(CARD), None).views) == 1
    assert len(prepared(ReportFiles(CARD, [], WORKBOOK), None, with_workbook=False).views) == 1


async def test_a_folder_gets_every_file_and_the_whole_text(tmp_path: Path) -> None:
    await prepared(ReportFiles(CARD, [AlbumPage(PAGE, "the page")], WORKBOOK)).write_to(tmp_path / "new")

    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {
        "2026-T2.png": b"card",
        "2026-T2-2.png": b"page",
        "2026-T2.xlsx": b"book",
        "2026-T2.txt": b"the caption\n\nthe rest\n\nthe page\n",
    }
