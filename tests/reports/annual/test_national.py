"""The page of the national form: each figure that it asks for, with its rule and what differs."""

import pytest

from reports.analysis.period import Period
from reports.annual.national import national_report, national_section
from reports.annual.reading import NotAYear, check_national
from reports.documents import Grid
from reports.words.language import Code
from tests.example_forms import CALL
from tests.reports.houses import CHILD, STAY, TALK, Place
from tests.reports.outgoing import CONSULTATION
from tests.reports.summaries import CODES

FORMS = (CALL, CONSULTATION, STAY, CHILD, TALK)


async def _figures(house: Place, beds: int | None = 3) -> dict[str, str]:
    """Return what there is to type, by what is asked."""
    [grid] = national_section(await house.annual(forms=FORMS, beds=beds)).exhibits
    assert isinstance(grid, Grid)
    return {str(asked): str(figure).replace("\xa0", " ") for asked, figure, _, _ in grid.rows}


async def _filled(house: Place) -> None:
    await house.stay("2015-12-20", "2016-01-03", sex="woman", first_this_year="no")
    await house.stay("2016-07-01", "2016-07-11", sex="man", first_this_year="yes")
    await house.stay("2016-08-01", "2016-08-03", sex="man", first_this_year="no")
    await house.stay("2016-08-01", "2016-08-03", CHILD, first_this_year="yes")
    await house.stay("2016-08-05", "2016-08-06")
    for hour in ("10", "11", "12"):
        await house.record(TALK, f"2016-02-03T{hour}", first_this_year="yes" if hour == "10" else "no")
    await house.record(TALK, "2016-02-04T10", first_this_year="unknown", channel="telephone")
    await house.record(TALK, "2016-02")
    await house.record(CONSULTATION, "2016-03-01T10", user="woman")


async def test_every_figure_is_ready_to_type(house: Place) -> None:
    await _filled(house)

    assert await _figures(house) == {
        "Dagsamtaler": "5",
        "Av disse på telefon": "1",
        "Dagbrukere": "1",
        "Enesamtaler på telefon": "1",
        "Beboere": "1 kvinne, 1 mann og 1 barn",
        "Opphold": "2 kvinner, 2 menn og 1 barn",
        "Bodøgn": "17 (kvinner 3 · menn 12 · barn 2)",
        "Senger": "3",
        "Har senteret vært fullt?": "Nei",
    }


async def test_a_house_that_was_full_once_says_yes_and_one_without_beds_says_that_it_is_not_known(
    house: Place,
) -> None:
    await _filled(house)

    full, unknown = await _figures(house, beds=2), await _figures(house, beds=None)

    assert (full["Senger"], full["Har senteret vært fullt?"]) == ("2", "Ja")
    assert (unknown["Senger"], unknown["Har senteret vært fullt?"]) == ("ikke kjent", "ikke kjent")


async def test_what_nobody_was_asked_is_not_known(house: Place) -> None:
    await house.record(TALK, "2016-02-03T10", sex="woman")

    assert await _figures(house) == {"Dagsamtaler": "1", "Dagbrukere": "ikke kjent"}


async def test_where_no_register_is_in_use_that_it_asks_about_it_says_so(house: Place) -> None:
    await house.record(CALL, "2016-03-01T10", caller="woman")

    section = national_section(await house.annual())

    assert not section.exhibits
    assert section.paragraphs[-1] == "Ingen av registrene det spør om, er i bruk."


@pytest.mark.parametrize("code", CODES)
async def test_each_figure_stands_beside_its_rule_and_the_page_is_for_internal_use(
    house: Place, code: Code
) -> None:
    await _filled(house)

    page = national_report(await house.annual(forms=FORMS, code=code), "Krisesenteret")

    [grid] = page.introduction.exhibits
    assert isinstance(grid, Grid)
    assert all(asked and figure and rule for asked, figure, rule, _ in grid.rows)
    assert page.notice
    assert page.language == code


@pytest.mark.parametrize("name", ["2016-07", "2016-T2", "2016-Q1"])
def test_only_years_have_one(name: str) -> None:
    check_national(Period.named("2016"))

    with pytest.raises(NotAYear):
        check_national(Period.named(name))
