"""The annual report as it may be published: k holds over all registers, the house, and the years together."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from reports.annual.annual_report import annual_report
from reports.annual.annual_wording import AnnualWording
from reports.annual.files import annual_files
from reports.annual.public_annual import PublicAnnualDraft
from reports.documents import Grid
from reports.excel.workbook import workbook
from reports.publishing import NotWhole
from reports.worker.client import WorkerClient
from tests.reports.annual.annual_reports import headings, said, section_of
from tests.reports.houses import CHILD, STAY, TALK, Place

Came = Mapping[str, int]
"""How many came of each kind of person, and of `declined` women."""


async def fill(house: Place, came: Came, *, year: int = 2016, nights: int = 20, apart: int = 11) -> None:
    """Keep stays that begin some days after each other, so that every month has a few."""
    arrived = date(year, 1, 1)
    for kind, number in came.items():
        for place in range(number):
            days = arrived + timedelta(days=apart * place), arrived + timedelta(days=apart * place + nights)
            first, last = (str(day) for day in days)
            if kind == "child":
                await house.stay(first, last, CHILD, age="a0_2", first_this_year="yes")
            elif kind == "declined":
                await house.stay(first, last)
            else:
                await house.stay(first, last, sex=kind, age="a30_39", children="0", first_this_year="yes")


def printed(told: AnnualWording) -> str:
    """Return all that the documents of a report print."""
    assert told.published
    book = workbook(told.as_report("2016-annual-public"))
    return annual_report(told, "Senteret").model_dump_json() + book.model_dump_json()


def heads_said(draft: PublicAnnualDraft) -> str:
    """Return the first sentence on who stayed in the house."""
    return said(section_of(annual_report(draft.told, ""), "Antall")).split(". ")[0]


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ({"woman": 12, "man": 6, "child": 5}, "I 2016 bodde 18 voksne og 5 barn på senteret"),
        ({"woman": 10, "man": 2, "child": 5}, "I 2016 bodde 12 voksne og 5 barn på senteret"),
        ({"woman": 10, "declined": 2, "child": 5}, "I 2016 bodde 12 voksne og 5 barn på senteret"),
        ({"woman": 12, "man": 6, "child": 3}, "I 2016 bodde 18 voksne på senteret"),
        ({"woman": 3, "child": 8}, "I 2016 bodde 8 barn på senteret"),
    ],
    ids=["many of all", "few men", "few declined", "few children", "few adults"],
)
async def test_of_the_house_the_totals_of_its_registers_are_told(house: Place, came: Came, told: str) -> None:
    await fill(house, came)

    assert heads_said(await house.public()) == told


async def test_two_houses_that_differ_in_what_is_hidden_alone_give_the_same_report(house: Place) -> None:
    reports = []
    for women in (10, 9):
        for place in range(12):
            day = date(2016, 1, 1) + timedelta(days=25 * place)
            sex = "woman" if place < women else "man"
            await house.stay(str(day), str(day + timedelta(days=30)), sex=sex, age="a30_39")
        reports.append(printed((await house.public()).told))
        await house.database.write("DELETE FROM stay")
        await house.database.write("DELETE FROM record")

    assert reports[0] == reports[1]


async def test_a_register_of_few_is_left_out_and_so_is_what_the_house_has_of_it(house: Place) -> None:
    await fill(house, {"woman": 12, "man": 6, "child": 3})

    draft = await house.public()

    report = annual_report(draft.told, "")
    assert [words.summary.form.key for words in draft.told.parts] == ["stay"]
    assert "i til sammen 360 bodøgn: 360 for 18 voksne" in said(section_of(report, "Bodøgn"))
    assert "barn" not in said(section_of(report, "Bodøgn"))
    assert not any(heading.startswith("Hvor fullt") for _, heading in headings(report))


async def test_how_many_children_adults_brought_is_hidden_since_the_children_have_a_register(house: Place) -> None:
    await fill(house, {"woman": 12, "child": 8})

    draft = await house.public()

    [stays] = [words for words in draft.told.parts if words.summary.form.key == "stay"]
    [told] = [told for told in stays.statements.questions if told.question.key == "children"]
    assert all(answer.hidden for answer in told.answers)


@pytest.mark.parametrize(
    ("came", "apart", "columns"),
    [
        ({"woman": 70, "child": 70}, 5, ["Voksne", "Barn", "I alt"]),
        ({"woman": 52, "child": 12}, 7, ["I alt"]),
        ({"woman": 12, "child": 8}, 25, []),
    ],
    ids=["many of each", "many together", "few"],
)
async def test_months_are_told_of_registers_apart_of_all_together_or_not_at_all(
    house: Place, came: Came, apart: int, columns: list[str]
) -> None:
    await fill(house, came, nights=25, apart=apart)

    nights = section_of(annual_report((await house.public()).told, ""), "Bodøgn")

    grids = [exhibit for exhibit in nights.exhibits if isinstance(exhibit, Grid)]
    assert [column.heading for grid in grids for column in grid.columns[1:]] == columns
    assert ("Det var flest bodøgn" in said(nights)) == bool(columns)


async def test_who_came_and_left_and_when_it_was_full_is_not_told(house: Place) -> None:
    await fill(house, {"woman": 40, "child": 40})

    draft = await house.public(beds=20)

    report = annual_report(draft.told, "")
    told = [heading for _, heading in headings(report)]
    assert not {"Inn- og utflytting", "Hvor fullt senteret var"} & set(told)
    assert "% av sengedøgnene var i bruk" in said(section_of(report, "Bodøgn"))
    assert draft.told.published
    assert draft.told.published.hidden[-1].startswith("Om dem som bodde på senteret")
    assert draft.told.published.hidden[-1] in workbook(draft.told.as_report("")).about


async def test_of_earlier_years_the_one_before_and_safe_ones_of_reports_are_told(house: Place) -> None:
    await fill(house, {"woman": 12, "child": 5})
    for year, women, men, total in (
        ("2011", 59, 0, 62),
        ("2012", 60, 3, 63),
        ("2013", 60, 0, 60),
        ("2014", 3, 0, 3),
        ("2015", 59, 8, 67),
    ):
        await house.typed(STAY, year, heads_woman=women, heads_man=men, total=total)
        await house.typed(CHILD, year, heads_child=30)

    [_, grid] = section_of(annual_report((await house.public()).told, ""), "Antall").exhibits

    assert isinstance(grid, Grid)
    assert [column.heading for column in grid.columns[1:]] == ["2012", "2013", "2015", "2016"]
    assert [row[0] for row in grid.rows] == ["Voksne", "Barn", "I alt"]
    assert grid.rows[0][1:] == (63, 60, 67, 12)


async def test_a_year_whose_heads_say_what_its_printed_kinds_leave_out_is_not_told(house: Place) -> None:
    await fill(house, {"woman": 12, "child": 5})
    await house.typed(STAY, "2015", heads_woman=59, heads_man=3, sex_woman=59)

    report = annual_report((await house.public()).told, "")

    assert not section_of(report, "Antall").exhibits


async def test_a_counted_year_before_is_told_as_its_release_tells_it(house: Place) -> None:
    await fill(house, {"woman": 12, "man": 6, "child": 5}, year=2015, apart=29)
    await fill(house, {"woman": 14, "man": 7, "child": 9}, apart=25)

    told = (await house.public()).told.house

    assert told
    assert [dict(year.heads) for year in told.whole.years] == [
        {"stay_all": 18, "child": 5},
        {"stay_all": 21, "child": 9},
    ]


async def test_it_is_no_internal_report_and_has_no_page_of_the_national_form(house: Place) -> None:
    await fill(house, {"woman": 12})
    for _ in range(6):
        await house.record(TALK, "2016-02-03T10", sex="woman", first_this_year="yes")

    internal, public = await house.annual(), (await house.public()).told

    assert annual_report(internal, "").notice
    report = annual_report(public, "")
    assert not report.notice
    assert not any(heading.startswith("Nasjonal") for _, heading in headings(report))
    assert "første opphold" not in said(section_of(report, "Antall"))


async def test_tertials_of_stays_are_not_published(house: Place) -> None:
    await fill(house, {"woman": 12})

    with pytest.raises(NotWhole, match="whole years alone"):
        await house.public("2016-T1", today=date(2016, 6, 1))


async def test_the_files_are_named_as_public(house: Place) -> None:
    await fill(house, {"woman": 12, "child": 6})
    told, worker = (await house.public()).told, WorkerClient()

    files = await annual_files(worker, told, "", ["html", "xlsx"])
    await worker.close()

    assert [file.name for file in files] == ["2016-annual-public.html", "2016-annual-public.xlsx"]
