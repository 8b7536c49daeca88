"""The sections on the house: who stayed there, their nights, moving in and out, and how full it was."""

from collections.abc import Iterator

from reports.analysis.whole_house import WholeHouse
from reports.annual.house_exhibits import HouseExhibits
from reports.annual.house_prose import HouseProse
from reports.documents import ChapterSection
from reports.words.wording import Wording


def heads_section(house: WholeHouse, words: Wording) -> ChapterSection:
    """Tell who stayed in the house, this year and before; ``words`` are those of the first register in it."""
    said = HouseProse(house, words.language).heads(words.when_in_full)
    return ChapterSection(
        heading=words.language.text("Women, men and children"),
        level=3,
        paragraphs=(" ".join(said),),
        exhibits=tuple(HouseExhibits(house, words).heads()),
    )


def house_sections(house: WholeHouse, words: Wording) -> Iterator[ChapterSection]:
    """Tell the nights, the moves, the children's nights, and how full the house was."""
    shown, told = HouseExhibits(house, words), HouseProse(house, words.language)
    text = words.language.text
    yield ChapterSection(
        heading=text("Nights in the house {when}", when=words.when_in_full),
        paragraphs=tuple(filter(None, [" ".join(told.nights()), told.words.extremes(shown.nights_of_months)])),
        exhibits=(*shown.nights(), *shown.nights_by_month(), *shown.children()),
    )
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
