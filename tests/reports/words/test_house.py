"""The house in words: who it is, nights and moves, and what begins and ends where nobody lives."""

import pytest

from reports.analysis.house import HouseFigures
from reports.analysis.residents import residents_of
from reports.words.caption import everything
from reports.words.house import HouseWording, house_lines, moves_line
from reports.words.language import Code, Language
from reports.words.limits import Limits
from reports.words.table import table_text
from storage.stays.nights import HouseMonth
from tests.reports.houses import CHILD, STAY, WAITING, Place

NOBODY = HouseFigures(is_house=True, months={}, heads={}, at_start={}, at_end={})
ROOMY = Limits(caption=100_000, text=100_000)


def _words(code: Code = "nb", *, children: bool = True) -> HouseWording:
    forms = [STAY, CHILD] if children else [STAY]
    return HouseWording(residents_of(forms), NOBODY, Language(code))


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ({"woman": 73, "man": 2, "child": 47}, "73 kvinner, 2 menn og 47 barn"),
        ({"woman": 1, "man": 1, "child": 1}, "1 kvinne, 1 mann og 1 barn"),
        ({"other": 2, "unknown": 3}, "2 personer av annet kjønn og 3 der kjønn ikke er kjent"),
        ({"woman": 0}, "ingen"),
    ],
)
def test_those_who_were_none_are_not_named(heads: dict[str, int], said: str) -> None:
    assert _words().counted(heads).replace("\xa0", " ") == said


@pytest.mark.parametrize(("code", "said"), [("nb", "1 barn"), ("nn", "1 barn"), ("en", "1 child")])
def test_one_is_called_as_one_is(code: Code, said: str) -> None:
    assert _words(code).counted({"child": 1}).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ({"woman": 3}, "3 voksne og ingen barn"),
        ({"man": 1, "unknown": 1, "child": 1}, "2 voksne og 1 barn"),
        ({}, "ingen voksne og ingen barn"),
    ],
)
def test_adults_of_every_kind_are_told_together_and_children_apart(heads: dict[str, int], said: str) -> None:
    assert _words().adults_and_children(heads).replace("\xa0", " ") == said


def test_a_house_for_adults_alone_says_nothing_of_children() -> None:
    assert _words(children=False).adults_and_children({"woman": 2}).replace("\xa0", " ") == "2 voksne"


def test_months_alike_have_no_highest_and_months_unknown_are_none_of_the_lowest() -> None:
    words = _words()

    assert words.extremes({"2016-01": 3, "2016-02": 3}) == ""
    assert words.extremes({"2016-01": None, "2016-02": 3}) == ""
    assert words.extremes({"2016-01": None, "2016-02": 3, "2016-03": 4}) == (
        "Det var flest bodøgn i mars (4), færrest i februar (3)."
    )


async def test_the_lines_of_a_register_tell_nights_moves_and_heads(house: Place) -> None:
    await house.stay("2016-06-30", "2016-07-11", sex="woman")
    await house.stay("2016-07-01", None, sex="man")

    words = await house.told(STAY, "2016-07")

    lines = [line.replace("\xa0", " ") for line in house_lines(words)]
    assert lines == [
        "Bodøgn: 41 (kvinner 10 · menn 31)",
        "Flyttet inn: 1",
        "Flyttet ut: 1",
        "På senteret ved begynnelsen: 1",
        "På senteret ved slutten: 1",
    ]
    for text in (everything(words, ROOMY), table_text(words, ROOMY)):
        assert set(lines) <= set(text.replace("\xa0", " ").splitlines())


async def test_a_waiting_list_tells_what_began_what_ended_and_what_is_open(house: Place) -> None:
    await house.stay("2016-06-02", None, WAITING, topic="anger")
    await house.stay("2016-07-02", "2016-07-02", WAITING, topic="split")

    words = await house.told(WAITING, "2016-07")

    assert list(house_lines(words)) == [
        "Begynt: 1",
        "Avsluttet: 1",
        "Åpne ved begynnelsen: 1",
        "Åpne ved slutten: 1",
    ]
    figures = words.summary.now.house
    assert figures is not None
    assert moves_line(figures, words.language) == "1 begynt, 1 avsluttet, 1 åpne"


def test_a_line_beside_a_report_tells_nights_and_moves() -> None:
    month = HouseMonth("2016-07")
    month.nights.update(woman=2036, man=29)
    month.arrivals.update(woman=72)
    figures = HouseFigures(is_house=True, months={"2016-07": month}, heads={}, at_start={}, at_end={})

    assert moves_line(figures, Language("nb")).replace("\xa0", " ") == "2 065 bodøgn, 72 flyttet inn, 0 ut"
