"""The nights and moves of one register whose records stay open, or what began and ended in it: by month."""

from collections.abc import Iterator

from reports.analysis.house import Heads, HouseFigures
from reports.documents import ChapterSection, Grid, GridColumn, Value
from reports.words.house import house_lines
from reports.words.language import upper_first
from reports.words.wording import Wording


def moves_sections(words: Wording) -> Iterator[ChapterSection]:
    """Give the section of months; none where records do not stay open, or the months are not whole."""
    house, text = words.summary.now.house, words.language.text
    if house is None:
        return
    said = [f"{line}." for line in house_lines(words)] if house.is_house else _begun_and_ended(words, house)
    yield ChapterSection(
        heading=text("Month by month"), paragraphs=(" ".join(said),), exhibits=tuple(moves_grids(words))
    )


def moves_grids(words: Wording) -> Iterator[Grid]:
    """Give a table of the months: nights, who came, who left, and who was there at the end."""
    house, text = words.summary.now.house, words.language.text
    if house is None:
        return
    if house.is_house:
        name = text("Nights and moves {when}", when=words.when_in_full)
        headings = (text("Nights"), text("Moved in"), text("Moved out"), text("In the house at the end"))
    else:
        name = text("Begun and ended {when}", when=words.when_in_full)
        headings = ("", text("Begun"), text("Ended"), text("Open at the end"))
    columns = [GridColumn(heading=heading, kind="count") if heading else None for heading in headings]
    sums = _counts(house.nights, house.arrivals, house.departures)
    total: tuple[Value, ...] = (text("In all"), *sums, sum(house.at_end.values()))
    yield Grid.of(name, [GridColumn(heading=text("Month"), kind="text"), *columns], [*_rows(words, house), total])


def _rows(words: Wording, house: HouseFigures) -> Iterator[tuple[Value, ...]]:
    ends = house.ends()
    for name, month in house.months.items():
        told: tuple[Value, ...] = (*_counts(month.nights, month.arrivals, month.departures), ends[name])
        known = told if words.summary.known(name) else (None,) * len(told)
        yield upper_first(words.language.month(name, year=False)), *known


def _counts(*parts: Heads) -> Iterator[int]:
    return (sum(part.values()) for part in parts)


def _begun_and_ended(words: Wording, house: HouseFigures) -> Iterator[str]:
    """Say how many began and ended, how many are open, and that the sums agree."""
    text, number = words.language.text, words.language.number
    came, left, start, end = _counts(house.arrivals, house.departures, house.at_start, house.at_end)
    yield text("{came} were begun, and {left} ended.", came=number(came), left=number(left))
    facts = {
        "start": number(start),
        "end": number(end),
        "sum": f"{number(start)} + {number(came)} \u2212 {number(left)} = {number(end)}",
    }
    if words.summary.running:
        day = words.language.full_date(words.summary.today)
        yield text("When the period began, {start} were open; on {day}, {end} ({sum}).", day=day, **facts)
    else:
        yield text("When the period began, {start} were open; when it ended, {end} ({sum}).", **facts)
