"""The house as it may be published: heads and nights of whole registers, and of months in which many stayed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reports.analysis.baseline import Baseline
from reports.analysis.house import Heads
from reports.analysis.house_years import HouseYear
from reports.analysis.period import Period
from reports.analysis.regrouped_house import ResidentGroup, regrouped, summed
from reports.analysis.residents import Resident
from reports.analysis.whole_house import WholeHouse
from reports.annual.told_house import ToldHouse
from reports.publication.public_baseline import is_safe
from reports.publication.release import Release
from reports.words.language import Language
from storage.fault import N_
from storage.forms.house import House
from storage.forms.words import Label

ADULTS, CHILDREN, EVERYBODY = N_("adults"), N_("children"), N_("people")


@dataclass(frozen=True)
class PublicRegister:
    """What is shown of a register whose records are stays, and what earlier reports print of it, by year."""

    release: Release
    printed: Mapping[Period, Baseline]


@dataclass(frozen=True)
class PublicHouse:
    """What may be told of a house over a year, beside its registers, by form.

    Heads are those of the registers' own totals, and nights are told of the same people, so that neither gives
    anybody away whom the registers hide. Who came and left is not told: with the heads of two years it would say
    how few did. ``monthly`` are the heads of each month, which are not told themselves.
    """

    house: WholeHouse
    registers: Mapping[str, PublicRegister]
    monthly: Mapping[str, Heads]
    k: int

    def told(self) -> ToldHouse | None:
        """Return what may be told; None where no register's total may."""
        if not self._groups:
            return None
        years = [year for year in self.house.years if self._tells(year)]
        whole = regrouped(replace(self.house, years=years), self._groups)
        return ToldHouse(whole, self._months(whole), beds=not self._left_out, in_full=False)

    @cached_property
    def _groups(self) -> Sequence[ResidentGroup]:
        """The residents of each register whose total is shown, as one kind of people."""
        shown = [form for form, register in self.registers.items() if register.release.now.shows_total]
        return [
            _together([resident for resident in self.house.residents if resident.form == form]) for form in shown
        ]

    @property
    def _left_out(self) -> bool:
        """Whether anybody stayed in the house who is not told of."""
        told = frozenset[str]().union(*(group.members for group in self._groups))
        return any(n for person, n in self.house.figures.heads.items() if person not in told)

    def _tells(self, year: HouseYear) -> bool:
        """Tell whether a year may be told of: this one, the one before as it is released, or as it was printed."""
        if year.period == self.house.period:
            return True
        if year.counted:
            before = [self.registers[group.resident.form].release.before for group in self._groups]
            is_before = year.period == self.house.period.a_year_before
            return is_before and not year.typed and all(told and told.shows_total for told in before)
        return all(self._tells_printed(year, group) for group in self._groups)

    def _tells_printed(self, year: HouseYear, group: ResidentGroup) -> bool:
        """Tell whether heads of an earlier report differ from what else it prints by nobody or by many."""
        heads = summed(year.heads, [group])
        if not heads:
            return not summed(year.nights, [group])
        register = self.registers[group.resident.form]
        others = [0, *_others(register.printed.get(year.period), register.release.form.house)]
        return all(is_safe(abs(heads.total() - other), self.k) for other in others)

    def _months(self, house: WholeHouse) -> WholeHouse | None:
        """Return a house whose months may be told: register by register, else of all together, else not."""
        heads = [summed(told, self._groups) for told in self.monthly.values()]
        if all(is_safe(n, self.k) for told in heads for n in told.values()):
            return house
        return _of_all(house) if all(is_safe(told.total(), self.k) for told in heads) else None


def _others(printed: Baseline | None, house: House | None) -> Iterator[int]:
    """Give what an earlier report prints of who stayed besides heads: the total, and all whose kind is printed."""
    if printed and printed.total is not None:
        yield printed.total
    kinds = [f.count for (key, _), f in printed.answers.items() if house and key == house.by] if printed else []
    if kinds:
        yield sum(count or 0 for count in kinds)


def _together(residents: Sequence[Resident]) -> ResidentGroup:
    """Make one kind of people of all of a register."""
    first, members = residents[0], frozenset(resident.key for resident in residents)
    label = _label(ADULTS if first.is_adult else CHILDREN)
    together = Resident(f"{first.form}_all", first.form, label, label, is_adult=first.is_adult)
    return ResidentGroup(first if len(residents) == 1 else together, members)


def _of_all(house: WholeHouse) -> WholeHouse:
    """Make one kind of people of everybody."""
    first, label = house.residents[0], _label(EVERYBODY)
    everybody = Resident("everybody", first.form, label, label, is_adult=True)
    return regrouped(house, [ResidentGroup(everybody, frozenset(resident.key for resident in house.residents))])


def _label(message: str) -> Label:
    return Label(nb=Language("nb").text(message), nn=Language("nn").text(message), en=Language("en").text(message))
