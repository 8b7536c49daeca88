"""The months of a register whose records stay open, in a chapter of its own, a workbook and at the desk."""

from datetime import date

from reports.chapter.chapter import chapter
from reports.documents import Grid
from reports.excel.workbook import workbook
from reports.figure_tables import figure_tables
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from tests.reports.houses import STAY, WAITING, Place


async def _told(house: Place) -> Wording:
    await house.stay("2015-12-30", "2016-01-03", sex="woman")
    await house.stay("2016-01-31", None)
    return await house.told(STAY, "2016-T1")


async def test_a_chapter_tells_nights_and_moves_a_month_and_that_they_add_up(house: Place) -> None:
    written = chapter(ReportWording("2016-T1-stay", await _told(house)), "")

    [section] = [one for one in written.sections if one.heading == "Måned for måned"]
    [grid] = section.exhibits
    assert section.paragraphs[0].startswith("Bodøgn: 93. Flyttet inn: 1.")
    assert isinstance(grid, Grid)
    assert [column.heading for column in grid.columns] == [
        "Måned",
        "Bodøgn",
        "Flyttet inn",
        "Flyttet ut",
        "På senteret ved slutten",
    ]
    assert grid.rows == (
        ("Januar", 3, 1, 1, 1),
        ("Februar", 29, 0, 0, 1),
        ("Mars", 31, 0, 0, 1),
        ("April", 30, 0, 0, 1),
        ("I alt", 93, 1, 1, 1),
    )


async def test_the_table_stands_in_the_workbook_and_at_the_desk_too(house: Place) -> None:
    words = await _told(house)

    [shown] = [grid for grid in figure_tables(words) if grid.heading.startswith("Bodøgn og flytting")]
    book = workbook(ReportWording("2016-T1-stay", words))

    assert shown in [sheet.grid for sheet in book.sheets]


async def test_months_before_the_register_began_are_gaps(house: Place) -> None:
    await house.stay("2016-03-30", None, WAITING, topic="anger")

    [grid] = [
        grid
        for grid in figure_tables(await house.told(WAITING, "2016-T1"))
        if grid.heading.startswith("Begynt og avsluttet")
    ]

    assert grid.rows[1:] == (
        ("Februar", None, None, None),
        ("Mars", 1, 0, 1),
        ("April", 0, 0, 1),
        ("I alt", 1, 0, 1),
    )


async def test_what_is_open_today_is_told_with_its_day(house: Place) -> None:
    await house.stay("2016-03-30", None, WAITING, topic="anger")

    words = await house.told(WAITING, "2016", today=date(2016, 4, 20))

    written = chapter(ReportWording("2016-waiting", words), "")
    [section] = [one for one in written.sections if one.heading == "Måned for måned"]
    assert "Da perioden begynte, var 0 åpne; 20. april 2016 1 (0 + 1 − 0 = 1)." in section.paragraphs[0].replace(
        "\xa0", " "
    )
