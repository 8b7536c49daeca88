"""The whole annual report: every register in use in its order, and what is said of it."""

import json
from dataclasses import replace

import pytest

from reports.annual.annual_report import annual_report
from reports.annual.reading import NothingToTell
from reports.documents import Grid
from reports.words.language import Code
from tests.example_forms import CALL
from tests.reports.annual.annual_reports import fill, headings, said, section_of
from tests.reports.houses import CHILD, STAY, TALK, WAITING, Place
from tests.reports.outgoing import CONSULTATION, OUTGOING
from tests.reports.summaries import CODES


async def test_registers_stand_in_the_order_of_the_seed_s_report_and_the_house_after_those_in_it(
    house: Place,
) -> None:
    await fill(house)

    report = annual_report(await house.annual(forms=(TALK, CHILD, STAY, OUTGOING, CALL)), "Krisesenteret")

    chapters = [heading for level, heading in headings(report) if level == 2]
    assert chapters == [
        "Telefontjenesten i 2016",
        "Botilbudet i 2016",
        "Barn på krisesenteret i 2016",
        "Bodøgn i 2016",
        "Samtaletilbudet i 2016",
        "Nasjonal rapportering i 2016",
        "Om tallene",
    ]
    below = [heading for level, heading in headings(report) if level == 3]
    assert below[below.index("Samtaler ut") + 1] == "Antall kvinner, menn og barn"
    assert below[below.index("Inn- og utflytting") + 1] == "Hvor fullt senteret var"


async def test_it_opens_with_uncertainty_consent_and_a_place_to_write(house: Place) -> None:
    await fill(house)

    opening = annual_report(await house.annual(), "Krisesenteret").introduction

    assert opening.heading == "Årsstatistikk 2016"
    assert "Denne rapporten forteller hvordan Krisesenteret ble brukt." in said(opening)
    assert "Dagsamtaler: 2 i alt, og 1 av dem er ført med opplysninger." in said(opening)
    assert "Opphold: 3 i alt, og 2 av dem er ført med opplysninger." in said(opening)
    assert opening.explanation


async def test_it_says_that_it_is_for_internal_use_also_without_a_telephone(house: Place) -> None:
    await fill(house)

    report = annual_report(await house.annual(forms=(STAY,)), "")

    assert report.notice.startswith("Til internt bruk.")
    assert headings(report)[0] == (2, "Botilbudet i 2016")


async def test_who_declined_is_told_to_be_counted_without_answers(house: Place) -> None:
    await fill(house)

    notes = said(annual_report(await house.annual(), "").sections[-1])

    assert "Opphold: 1 ville ikke registreres: talt med, men uten svar." in notes
    assert "1 person ville ikke registreres og er ikke med i tallene." in notes


async def test_a_tertial_has_no_years_and_no_national_form(house: Place) -> None:
    await fill(house)

    report = annual_report(await house.annual("2016-T2"), "")

    assert report.introduction.heading.replace("\xa0", " ") == "Statistikk for 2. tertial 2016"
    assert not any(heading.startswith("Nasjonal") for _, heading in headings(report))
    assert said(section_of(report, "Antall")).startswith("I 2. tertial 2016 bodde 1 mann på senteret.")


async def test_a_register_that_stays_open_but_is_no_house_says_what_began_and_ended(house: Place) -> None:
    await house.stay("2015-11-02", "2016-01-20", WAITING, topic="anger")
    await house.stay("2016-04-01", None, WAITING, topic="split")

    report = annual_report(await house.annual(forms=(WAITING,)), "")

    section = section_of(report, "Måned for måned")
    assert said(section) == (
        "1 ble begynt, og 1 ble avsluttet. Da perioden begynte, var 1 åpne; da den var omme, 1 (1 + 1 − 1 = 1)."
    )
    [grid] = section.exhibits
    assert isinstance(grid, Grid)
    assert [column.heading for column in grid.columns] == ["Måned", "Begynt", "Avsluttet", "Åpne ved slutten"]
    assert not any(heading.startswith("Bodøgn") for _, heading in headings(report))


async def test_calls_out_alone_are_told_where_nothing_came_in(house: Place) -> None:
    await house.record(OUTGOING, "2016-03-01T10", to="nav")
    await house.stay("2016-07-01", "2016-08-01", sex="man")

    told = annual_report(await house.annual(forms=(STAY, CALL, OUTGOING)), "")
    alone = annual_report(await house.annual(forms=(STAY, OUTGOING)), "")

    assert "Samtaler ut" in [heading for _, heading in headings(told)]
    assert [heading for level, heading in headings(alone) if level == 2][:2] == [
        "Samtaler ut i 2016",
        "Botilbudet i 2016",
    ]


async def test_every_table_has_a_name_of_its_own_though_registers_ask_the_same(house: Place) -> None:
    await fill(house)

    report = annual_report(await house.annual(), "")

    names = [part.heading for section in report.sections for part in section.exhibits if isinstance(part, Grid)]
    assert {"Kjønn i\u00a02016 (opphold)", "Samtaler per måned i\u00a02016"} <= set(names)
    assert len(names) == len(set(names))


async def test_a_period_of_which_nothing_is_known_has_no_report(house: Place) -> None:
    await fill(house)

    with pytest.raises(NothingToTell):
        await house.annual("2014")


async def test_planned_talks_are_told_with_the_telephone(house: Place) -> None:
    await fill(house)
    await house.record(CONSULTATION, "2016-03-01T10", user="woman")

    told = await house.annual(forms=(CALL, CONSULTATION))

    assert told.telephone is not None
    assert [words.summary.form.key for words in told.parts] == ["call", "phone_consultation"]


@pytest.mark.parametrize("code", CODES)
async def test_every_language_has_its_own_words_and_the_same_numbers(house: Place, code: Code) -> None:
    await fill(house)

    report = annual_report(await house.annual(code=code), "")

    titles = {"nb": "Bodøgn i 2016", "nn": "Budøgn i 2016", "en": "Nights in the house in 2016"}
    grids = [part for section in report.sections for part in section.exhibits if isinstance(part, Grid)]
    assert titles[code] in [heading for _, heading in headings(report)]
    assert any(row[-1] == 59 for grid in grids for row in grid.rows)
    assert "{" not in json.dumps([section.paragraphs for section in report.sections])


async def test_the_same_records_give_the_same_report(house: Place) -> None:
    await fill(house)

    first, second = [annual_report(await house.annual(), "") for _ in range(2)]

    assert first == second
    assert replace(await house.annual(), house=None).parts
