"""What the national form asks for, ready to type: each figure with its rule, and where rules differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.whole_house import WholeHouse
from reports.annual.annual_wording import AnnualWording
from reports.annual.house_prose import NIGHT
from reports.documents import Chapter, ChapterSection, Grid, GridColumn
from reports.words.house import HouseWording
from reports.words.language import Language
from reports.words.wording import Wording
from storage.fault import N_

CONSULTATION, FIRST_VISIT = "consultation", "first_this_year"
"""The form of the day consultations, and its question whether one is the person's first of the year."""
BY_TELEPHONE = "channel", "telephone"
"""Its question where a talk was, and the answer that it was no visit."""

REFUSERS = N_(
    "Where that is not known a person may be missing. Nationally it is also noted of those who did not want to be"
    " registered; here nothing is."
)


@dataclass(frozen=True)
class NationalLine:
    """One field of the national form: its figure, None where it is not known, its rule, and where that differs."""

    asked: str
    figure: str | None
    rule: str
    differs: str = ""


def national_report(told: AnnualWording, centre: str) -> Chapter:
    """Return the page of a year, by the ``centre``."""
    first = told.parts[0]
    return Chapter(
        made=first.summary.now.days.last,
        author=centre,
        language=first.language.code,
        notice=told.notice,
        introduction=national_section(told),
        sections=(),
    )


def national_section(told: AnnualWording) -> ChapterSection:
    """Return the figures as a table, or say that there are none."""
    first = told.parts[0]
    text = first.language.text
    lines = [*_talks(told, first.language), *_house(told, first.language)]
    headings = (text("The form asks for"), text("Figure to type"), text("How it is counted"), text("What differs"))
    columns = [GridColumn(heading=heading, kind="text") for heading in headings]
    rows = [(line.asked, line.figure or text("not known"), line.rule, line.differs) for line in lines]
    about = text(
        "The figures that the national form asks for, as they are counted here. That form describes people"
        " by their first stay or visit of the year. It is filled in by hand: nothing is sent from here."
    )
    nothing = text("No register is in use that it asks about.")
    return ChapterSection(
        heading=text("National reporting {when}", when=first.when_in_full),
        paragraphs=(about,) if lines else (about, nothing),
        exhibits=(Grid.of(text("Figures for the national form"), columns, rows),) if lines else (),
    )


def _talks(told: AnnualWording, language: Language) -> Iterator[NationalLine]:
    """Give the consultations, those who came to them, and the structured talks by telephone."""
    text = language.text
    visits = next((words for words in told.parts if words.summary.form.key == CONSULTATION), None)
    if visits:
        now = visits.summary.now
        yield NationalLine(
            text("Day consultations"),
            language.number(now.total + now.outcomes["declined"]),
            text("Every attendance, also of those who did not want to be registered."),
            text("Nationally a visit may be outside the centre too."),
        )
        if by_telephone := _answered(visits, language, *BY_TELEPHONE):
            yield NationalLine(
                text("Of these by telephone"),
                by_telephone,
                text("Consultations that are noted as held by telephone."),
                text("Nationally these are no visits: structured talks by telephone are counted apart."),
            )
        yield NationalLine(
            text("Day users"),
            _answered(visits, language, FIRST_VISIT, "yes"),
            text("Consultations that are noted as the person’s first of the year."),
            text(REFUSERS),
        )
    if planned := next((words for words in told.parts if words.summary.form.telephone == "planned"), None):
        yield NationalLine(
            text("Structured talks by telephone"),
            language.number(planned.summary.now.total + planned.summary.now.outcomes["declined"]),
            text("Every planned talk, equal to one in person, also with those who did not want to be registered."),
            text("Nationally counted since 2020, apart from the consultations."),
        )


def _answered(words: Wording, language: Language, question: str, option: str) -> str | None:
    """Say how many gave an answer; None where nobody was asked."""
    told = words.summary.now.questions.get(question)
    return language.number(told.options[option]) if told and told.asked and option in told.options else None


def _house(told: AnnualWording, language: Language) -> Iterator[NationalLine]:
    """Give the residents, their stays and nights, and the beds."""
    text = language.text
    house = told.house.whole if told.house else None
    if house is None:
        return
    words = HouseWording(house.residents, house.figures, language)
    persons = house.figures.persons
    yield NationalLine(
        text("Residents"),
        None if persons is None else words.counted(persons),
        text("Those in the house when the year began, and arrivals noted as the person’s first of the year."),
        text(REFUSERS),
    )
    yield NationalLine(
        text("Stays"),
        words.counted(house.figures.heads),
        text("Every stay with at least one night in the year; whoever comes back has a new one."),
        text("Nationally people are described by their first stay of the year; here every stay is described."),
    )
    yield NationalLine(
        text("Nights"),
        words.parted(house.figures.nights),
        text(NIGHT),
        text("The rule of Statistics Norway changed around 2007, so older figures may be counted otherwise."),
    )
    yield from _beds(house, language)


def _beds(house: WholeHouse, language: Language) -> Iterator[NationalLine]:
    text = language.text
    beds = [month.beds for month in house.full if month.beds]
    full = [month.full_days for month in house.full]
    yield NationalLine(
        text("Beds"),
        language.number(beds[-1]) if beds else None,
        text("As they were set in the latest month."),
        text("Nationally bedrooms and fixed beds are told apart."),
    )
    yield NationalLine(
        text("Was the house full at some time?"),
        None if not full or None in full else text("Yes") if any(full) else text("No"),
        text("Full is a night with as many people as beds, or more."),
    )
