"""What an annual report says of the house: its nights, the moves, and how full it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.analysis.whole_house import WholeHouse
from reports.words.house import HouseWording
from reports.words.language import Language, upper_first
from storage.fault import N_

NIGHT = N_(
    "A night is a midnight that somebody was in the house: the day of arrival counts, the day of leaving does not."
)
MOVES = N_("Those who were in the house when the period began are not among the arrivals.")
HEAD = N_("Whoever comes back has a new stay, and is counted once more.")

FEW = 5
"""A mean over fewer people would tell of single ones."""


@dataclass(frozen=True)
class HouseProse:
    """Sentences on a house in one language."""

    house: WholeHouse
    language: Language

    @property
    def words(self) -> HouseWording:
        """What is said of its figures in short."""
        return HouseWording(self.house.residents, self.house.figures, self.language)

    def heads(self, when: str) -> Iterator[str]:
        """Say who stayed there ``when``, and how many people these were."""
        text, figures = self.language.text, self.house.figures
        heads = self.words.counted(figures.heads)
        yield text("{when}, {heads} stayed in the house.", when=upper_first(when), heads=heads)
        yield text(HEAD)
        if figures.persons is not None and any(figures.persons.values()):
            persons = self.words.counted(figures.persons)
            yield text(
                "By their first stay of the year, as far as that is noted, they were {heads}.", heads=persons
            )

    def nights(self) -> Iterator[str]:
        """Say who lived in the house, for how many nights, and what that is on average."""
        text, figures, language = self.language.text, self.house.figures, self.language
        nights = sum(figures.nights.values())
        if not nights:
            yield text("Nobody stayed in the house.")
            return
        told = [
            text(
                "{nights} for {heads}",
                nights=language.number(figures.nights[resident.key]),
                heads=self.words.so_many(resident, figures.heads[resident.key]),
            )
            for resident in self.house.residents
            if figures.nights.get(resident.key) and figures.heads.get(resident.key)
        ]
        yield text(
            "{heads} stayed in the house, for {nights} in all: {told}.",
            heads=upper_first(self.words.adults_and_children(figures.heads)),
            nights=self.words.nights(nights),
            told=language.listed(told),
        )
        if known := self.house.known_nights:
            yield text("That is {n} people a night on average.", n=language.ratio(nights / known))
        yield from self._means()
        yield text(NIGHT)

    def _means(self) -> Iterator[str]:
        """Say `Per opphold er det i snitt 27,9 for kvinner og 22,7 for barn.`."""
        text, figures, language = self.language.text, self.house.figures, self.language
        means = [
            text(
                "{n} for {persons}",
                n=language.ratio(figures.nights[resident.key] / heads),
                persons=resident.spoken.in_language(language.code),
            )
            for resident in self.house.residents
            if (heads := figures.heads.get(resident.key, 0)) >= FEW and not resident.unknown
        ]
        if means:
            yield text("Per stay that is {means} on average.", means=language.listed(means))

    def moves(self) -> Iterator[str]:
        """Say who moved in and out, who was there at both ends, and that the sums agree."""
        text, figures, words = self.language.text, self.house.figures, self.words
        start, end = sum(figures.at_start.values()), sum(figures.at_end.values())
        came, left = sum(figures.arrivals.values()), sum(figures.departures.values())
        yield text(
            "{came} moved in, and {left} moved out.",
            came=upper_first(words.adults_and_children(figures.arrivals)),
            left=words.adults_and_children(figures.departures),
        )
        facts = {
            "start": words.adults_and_children(figures.at_start),
            "end": words.adults_and_children(figures.at_end),
            "sum": f"{start} + {came} \u2212 {left} = {end}",
        }
        if self.house.running:
            day = self.language.full_date(self.house.today)
            yield text(
                "When the period began, {start} lived in the house; on {day}, {end} ({sum}).", day=day, **facts
            )
        else:
            yield text("When the period began, {start} lived in the house; when it ended, {end} ({sum}).", **facts)
        yield text(MOVES)

    def used(self) -> Iterator[str]:
        """Say what part of the beds' nights was in use, where their number is known."""
        if beds := self.house.beds_nights:
            share = self.language.percent(sum(self.house.figures.nights.values()) / beds)
            yield self.language.text("{share} of the beds’ nights were in use.", share=share)

    def fullness(self) -> Iterator[str]:
        """Say what part of the beds was in use, on how many days all were, and how many were there at most."""
        house, language = self.house, self.language
        highest = max((month.highest for month in house.full), default=0)
        if house.beds_nights:
            yield from self.used()
            yield language.plural(
                "On {n} day the house was full: as many people as beds, or more.",
                "On {n} days the house was full: as many people as beds, or more.",
                sum(month.full_days or 0 for month in house.full),
            )
        else:
            yield language.text("How many beds there are is not known, so it is not said how full the house was.")
        if highest:
            yield language.plural(
                "At most {n} person was there in one night.",
                "At most {n} people were there in one night.",
                highest,
            )
