"""The house in the annual report: heads, nights and moves, the years, and how full it was."""

from datetime import date

from reports.annual.annual_report import annual_report
from reports.documents import ChapterFigure, Grid
from tests.reports.annual.annual_reports import fill, headings, said, section_of
from tests.reports.houses import CHILD, STAY, Place


async def test_heads_persons_nights_and_moves_are_told_and_agree(house: Place) -> None:
    await fill(house)

    report = annual_report(await house.annual(), "")

    assert said(section_of(report, "Antall")) == (
        "I 2016 bodde 2 kvinner, 1 mann og 1 barn på senteret."
        " Den som kommer tilbake, får et nytt opphold og telles en gang til."
        " Regnet etter årets første opphold, så langt det er ført, var det 1 kvinne, 1 mann og 1 barn."
    )
    nights = said(section_of(report, "Bodøgn"))
    assert "3 voksne og 1 barn bodde på senteret, i til sammen 59 bodøgn: 18 for 2 kvinner" in nights
    assert "Det var flest bodøgn i juli (31), færrest i" in nights
    assert (
        "bodde 1 voksen og 1 barn på senteret; da den var omme, 1 voksen og ingen barn (2 + 2 − 3 = 1)."
        in said(section_of(report, "Inn- og utflytting"))
    )


async def test_how_full_the_house_was_is_told_of_its_beds(house: Place) -> None:
    await fill(house)

    full = annual_report(await house.annual(beds=1), "")
    unknown = annual_report(await house.annual(beds=None), "")

    assert "63 % av sengedøgnene var i bruk. I 49 døgn var senteret fullt" in said(section_of(full, "Hvor fullt"))
    assert "Det er ikke oppgitt hvor mange senger senteret har" in said(section_of(unknown, "Hvor fullt"))


async def test_the_figures_of_years_stand_where_earlier_reports_are_typed_in(house: Place) -> None:
    await fill(house)
    for year, women, children in (("2013", 62, 56), ("2014", 61, 42), ("2015", 59, 39)):
        await house.typed(STAY, year, heads_woman=women, heads_man=0, nights_woman=women * 20)
        await house.typed(CHILD, year, heads_child=children)

    section = section_of(annual_report(await house.annual(), ""), "Antall")

    figure, grid = section.exhibits
    assert isinstance(figure, ChapterFigure)
    assert isinstance(grid, Grid)
    assert figure.chart.categories == ("2013", "2014", "2015", "2016")
    assert figure.chart.is_wide
    assert grid.rows == (
        ("Kvinner", 62, 61, 59, 2),
        ("Menn", 0, 0, 0, 1),
        ("Barn", 56, 42, 39, 1),
        ("I alt", 118, 103, 98, 4),
    )
    assert grid.note == "Fra tidligere årsrapporter: 2013, 2014 og 2015."


async def test_a_sum_is_left_out_where_a_register_tells_nothing_of_a_year(house: Place) -> None:
    await fill(house)
    await house.typed(STAY, "2015", heads_woman=59)

    [_, grid] = section_of(annual_report(await house.annual(), ""), "Antall").exhibits

    assert isinstance(grid, Grid)
    assert [row[1] for row in grid.rows] == [59, None, None, None]


async def test_a_year_that_is_not_over_is_told_up_to_its_day(house: Place) -> None:
    await fill(house)
    await house.typed(STAY, "2015", heads_woman=59)

    report = annual_report(await house.annual(today=date(2016, 7, 20)), "")

    assert report.introduction.heading == "Årsstatistikk 2016, til og med 20. juli"
    _, grid = section_of(report, "Antall").exhibits
    assert isinstance(grid, Grid)
    assert [column.heading for column in grid.columns][1:] == ["2015", "til 20. juli 2016"]
    assert "20. juli 2016 1 voksen og ingen barn (2 + 1 − 2 = 1)." in said(section_of(report, "Inn- og"))
    months = next(part for part in section_of(report, "Bodøgn").exhibits if isinstance(part, Grid))
    assert [row[0] for row in months.rows][-2:] == ["Juli, til 20. juli", "I alt"]
    assert months.rows[-2][-1] == 19


async def test_months_before_a_register_began_are_gaps(house: Place) -> None:
    await house.stay("2016-03-30", "2016-04-02", sex="woman")
    await house.stay("2016-06-30", "2016-07-02", CHILD, age="a0_2")
    await house.stay("2016-05-30", "2016-12-31", sex="woman")

    report = annual_report(await house.annual(), "")

    months = next(part for part in section_of(report, "Bodøgn").exhibits if isinstance(part, Grid))
    assert [column.heading for column in months.columns] == ["Måned", "Kvinner", "Barn", "I alt"]
    assert months.rows[:6] == (
        ("Januar", None, None, None),
        ("Februar", None, None, None),
        ("Mars", 2, None, 2),
        ("April", 1, None, 1),
        ("Mai", 2, None, 2),
        ("Juni", 30, 1, 31),
    )


async def test_a_house_without_children_for_a_year_says_so(house: Place) -> None:
    await fill(house)
    await house.stay("2015-01-01", "2016-12-31", sex="woman")
    await house.stay("2015-03-01", "2015-03-02", CHILD, age="a0_2")

    report = annual_report(await house.annual("2016-T2"), "")

    assert "2 voksne og ingen barn bodde på senteret" in said(section_of(report, "Bodøgn"))
    assert not any(heading.startswith("Barn på") for _, heading in headings(report))
