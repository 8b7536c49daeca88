"""The sections on the house: who stayed there, their nights, moving in and out, and how full it was."""

from collections.abc import Iterator

from reports.annual.house_exhibits import HouseExhibits
from reports.annual.house_prose import HouseProse
from reports.annual.told_house import ToldHouse
from reports.documents import ChapterFigure, ChapterSection, Grid
from reports.words.wording import Wording


def heads_section(house: ToldHouse, words: Wording) -> ChapterSection:
    """Tell who stayed in the house, this year and before; ``words`` are those of the first register in it."""
    said = HouseProse(house.whole, words.language).heads(words.when_in_full)
    return ChapterSection(
        heading=words.language.text("Women, men and children"),
        level=3,
        paragraphs=(" ".join(said),),
        exhibits=tuple(HouseExhibits(house.whole, words).heads()),
    )


def house_sections(house: ToldHouse, words: Wording) -> Iterator[ChapterSection]:
    """Tell the nights, the moves, the children's nights, and how full the house was."""
    text = words.language.text
    yield ChapterSection(
        heading=text("Nights in the house {when}", when=words.when_in_full),
        paragraphs=tuple(filter(None, _nights_said(house, words))),
        exhibits=tuple(_nights_shown(house, words)),
    )
    if house.in_full:
        shown, told = HouseExhibits(house.whole, words), HouseProse(house.whole, words.language)
        yield ChapterSection(
            heading=text("Moving in and out"),
            level=3,
            paragraphs=(" ".join(told.moves()),),
            exhibits=tuple(shown.moves()),
        )
        yield ChapterSection(
            heading=text("How full the house was"),
            level=3,
            paragraphs=(" ".join(told.fullness()),),
            exhibits=tuple(shown.fullness()),
        )


def _nights_said(house: ToldHouse, words: Wording) -> Iterator[str]:
    """Say how many nights there were, and in which months most and fewest."""
    told = HouseProse(house.whole, words.language)
    used = told.used() if house.beds and not house.in_full else ()
    yield " ".join([*told.nights(), *used])
    if house.months:
        yield told.words.extremes(HouseExhibits(house.months, words).nights_of_months)


def _nights_shown(house: ToldHouse, words: Wording) -> Iterator[ChapterFigure | Grid]:
    """Show the nights of each year, and those of each month."""
    yield from HouseExhibits(house.whole, words).nights()
    if house.months:
        months = HouseExhibits(house.months, words)
        yield from (*months.nights_by_month(), *months.children())


def house_tables(house: ToldHouse, words: Wording) -> Iterator[Grid]:
    """Give all tables of a house."""
    whole = HouseExhibits(house.whole, words)
    shown = [*whole.heads(), *whole.nights()]
    if house.months:
        shown += HouseExhibits(house.months, words).nights_by_month()
    if house.in_full:
        shown += [*whole.moves(), *whole.fullness()]
    return (exhibit for exhibit in shown if isinstance(exhibit, Grid))
