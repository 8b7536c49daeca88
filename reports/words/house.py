"""The house in words: heads, nights and moves; and what begins and ends where nobody lives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.house import Heads, HouseFigures
from reports.analysis.residents import Resident, residents_of
from reports.words.language import Language, lower_first
from reports.words.wording import Wording


@dataclass(frozen=True)
class HouseWording:
    """What is said of the figures of a house, by its ``residents``, in one language."""

    residents: Sequence[Resident]
    figures: HouseFigures
    language: Language

    def counted(self, heads: Heads) -> str:
        """Say `73 kvinner, 2 menn og 47 barn`, without those who were none; `ingen` where nobody was."""
        told = [self.so_many(resident, n) for resident in self.residents if (n := heads.get(resident.key, 0))]
        return self.language.listed(told) if told else self.language.text("nobody")

    def so_many(self, resident: Resident, n: int) -> str:
        """Say `73 kvinner`, `1 kvinne`, or `2 der kjønn ikke er kjent`."""
        code, number = self.language.code, self.language.number(n)
        if resident.unknown:
            question = resident.unknown.in_language(code).lower()
            return self.language.text("{n} whose {question} is not known", n=number, question=question)
        named = resident.label.in_language(code).lower() if n == 1 else resident.spoken.in_language(code)
        return f"{number}\u00a0{named}"

    def adults_and_children(self, heads: Heads) -> str:
        """Say `3 voksne og ingen barn`, of a house for adults alone `3 voksne`."""
        plural, text, told = self.language.plural, self.language.text, list[str]()
        for is_adult in (True, False):
            kinds = [resident.key for resident in self.residents if resident.is_adult is is_adult]
            if not kinds:
                continue
            n = sum(heads.get(kind, 0) for kind in kinds)
            if is_adult:
                told.append(plural("{n} adult", "{n} adults", n) if n else text("no adults"))
            else:
                told.append(plural("{n} child", "{n} children", n) if n else text("no children"))
        return self.language.listed(told)

    def nights(self, n: int) -> str:
        """Say `3 133 bodøgn`."""
        return self.language.plural("{n} night", "{n} nights", n)

    def short_lines(self) -> Iterator[str]:
        """Give a line each on nights, moves, and who was in the house at both ends."""
        text, figures = self.language.text, self.figures
        for name, heads in (
            (text("Nights"), figures.nights),
            (text("Moved in"), figures.arrivals),
            (text("Moved out"), figures.departures),
            (text("In the house at the beginning"), figures.at_start),
            (text("In the house at the end"), figures.at_end),
        ):
            yield f"{name}: {self.parted(heads)}"

    def parted(self, heads: Heads) -> str:
        """Say `3 133 (kvinner 2 036 · menn 29 · barn 1 068)`, or the sum alone where there is one kind."""
        number, total, code = self.language.number, sum(heads.values()), self.language.code
        told = [
            f"{lower_first(resident.spoken.in_language(code))} {number(heads[resident.key])}"
            for resident in self.residents
            if heads.get(resident.key)
        ]
        return f"{number(total)} ({' · '.join(told)})" if len(told) > 1 else number(total)

    def extremes(self, nights: Mapping[str, int | None]) -> str:
        """Say `Flest bodøgn var det i juli (412), færrest i mars (90).`; empty where all months are alike."""
        known = {month: n for month, n in nights.items() if n is not None}
        if len(set(known.values())) <= 1:
            return ""
        return self.language.text(
            "There were most nights in {most}, fewest in {fewest}.",
            most=self._months(known, max(known.values())),
            fewest=self._months(known, min(known.values())),
        )

    def _months(self, nights: Mapping[str, int], n: int) -> str:
        names = [self.language.month(month, year=False) for month, counted in nights.items() if counted == n]
        return f"{self.language.listed(names)} ({self.language.number(n)})"


def house_lines(words: Wording) -> Iterator[str]:
    """Give the lines of a register whose records stay open: nights, moves and heads, or what began and ended.

    None where the figures are not of whole months.
    """
    house, language = words.summary.now.house, words.language
    if house and house.is_house:
        yield from HouseWording(residents_of([words.summary.form]), house, language).short_lines()
    elif house:
        for name, told in (
            (language.text("Begun"), house.arrivals),
            (language.text("Ended"), house.departures),
            (language.text("Open at the beginning"), house.at_start),
            (language.text("Open at the end"), house.at_end),
        ):
            yield f"{name}: {language.number(sum(told.values()))}"


def moves_line(figures: HouseFigures, language: Language) -> str:
    """Say `2 065 bodøgn, 72 flyttet inn, 70 ut`, or where nobody lives `34 begynt, 28 avsluttet, 12 åpne`."""
    number = language.number
    came, left = number(sum(figures.arrivals.values())), number(sum(figures.departures.values()))
    if not figures.is_house:
        there = number(sum(figures.at_end.values()))
        return language.text("{came} begun, {left} ended, {there} open", came=came, left=left, there=there)
    nights = language.plural("{n} night", "{n} nights", sum(figures.nights.values()))
    return language.text("{nights}, {came} moved in, {left} out", nights=nights, came=came, left=left)
