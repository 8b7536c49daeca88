"""The figures and tables of the house: heads a year, nights a year and a month, moves, and how full it was."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from reports.analysis.house import Heads
from reports.analysis.house_years import HouseYear
from reports.analysis.residents import Resident
from reports.analysis.whole_house import WholeHouse
from reports.annual.house_charts import HouseCharts
from reports.documents import ChapterFigure, ChartSeries, Grid, GridColumn, Value
from reports.words.language import upper_first
from reports.words.wording import Wording
from reports.words.years import year_name, years_from_reports
from storage.stays.nights import HouseMonth

FEWEST_YEARS = 2

Monthly = Mapping[str, int | None]
"""A number of each month (`2016-07`); None where nothing is known."""


class HouseExhibits:
    """The exhibits of a house."""

    def __init__(self, house: WholeHouse, words: Wording) -> None:
        """Show ``house``; ``words`` are those of the first register in it."""
        self.house, self.words = house, words
        self.language, self.when = words.language, words.when_in_full
        self.charts = HouseCharts(house, words)

    @property
    def nights_of_months(self) -> Monthly:
        """The nights of each month."""
        return self._sums(lambda month: month.nights, self.house.residents)

    def heads(self) -> Iterator[ChapterFigure | Grid]:
        """Show who stayed in the house, a year at a time."""
        yield from self._years(self.language.text("Who stayed in the house"), lambda year: year.heads)

    def nights(self) -> Iterator[ChapterFigure | Grid]:
        """Show the nights of each year."""
        yield from self._years(self.language.text("Nights a year"), lambda year: year.nights)

    def nights_by_month(self) -> Iterator[ChapterFigure | Grid]:
        """Show the nights of each month, by person."""
        name, nights = self.language.text("Nights a month {when}", when=self.when), self.nights_of_months
        yield self.charts.months(
            name, [ChartSeries(name=self.house.period.name, values=tuple(nights.values()))], nights
        )
        months = self.house.figures.months
        by_person = {
            self._label(resident): {
                month: self.house.told(told.nights, month)[resident.key] for month, told in months.items()
            }
            for resident in self.house.residents
        }
        shown = {label: told for label, told in by_person.items() if any(told.values())}
        apart = shown if len(self.house.residents) > 1 else {}
        yield self._grid(name, apart | {self.language.text("In all"): nights})

    def moves(self) -> Iterator[ChapterFigure | Grid]:
        """Show who moved in and out in each month, adults and children apart."""
        text, told = self.language.text, dict[str, Monthly]()
        adults = [resident for resident in self.house.residents if resident.is_adult]
        children = [resident for resident in self.house.residents if not resident.is_adult]
        for residents, came, left in (
            (adults, text("Adults in"), text("Adults out")),
            (children, text("Children in"), text("Children out")),
        ):
            if residents:
                told[came] = self._sums(lambda month: month.arrivals, residents)
                told[left] = self._sums(lambda month: month.departures, residents)
        name = text("Moving in and out {when}", when=self.when)
        series = [
            ChartSeries(name=what, values=tuple(monthly.values()), hue=place)
            for place, (what, monthly) in enumerate(told.items())
        ]
        yield self.charts.months(name, series)
        yield self._grid(name, told)

    def children(self) -> Iterator[ChapterFigure | Grid]:
        """Show the children's nights of each month, beside those of the year before."""
        children = [resident for resident in self.house.residents if not resident.is_adult]
        if not children:
            return
        now = self._sums(lambda month: month.nights, children)
        series = [ChartSeries(name=self.house.period.name, values=tuple(now.values()))]
        earlier = self.house.period.a_year_before
        known = (self.house.nights_before.get(name) for name in earlier.months[: len(now)])
        before = dict(zip(now, (_sum(heads, self.house.children) for heads in known), strict=True))
        if self.house.running:  # a month that is not over is not compared with a whole one
            before[list(before)[-1]] = None
        if any(before.values()):
            series.append(ChartSeries(name=earlier.name, values=tuple(before.values()), pale=True))
        name = self.language.text("Children’s nights a month {when}", when=self.when)
        yield self.charts.months(name, series, now)

    def fullness(self) -> Iterator[Grid]:
        """Show how full the house was in each month."""
        text, nights = self.language.text, self.nights_of_months
        beds = any(month.beds for month in self.house.full)
        columns = (
            GridColumn(heading=text("Month"), kind="text"),
            GridColumn(heading=text("Beds"), kind="count") if beds else None,
            GridColumn(heading=text("Part of the beds in use"), kind="share") if beds else None,
            GridColumn(heading=text("Full days"), kind="count") if beds else None,
            GridColumn(heading=text("Most people in one night"), kind="count"),
        )
        rows: list[Sequence[Value]] = []
        for month in self.house.full:
            room = (month.beds or 0) * self.house.nights_in(month.month)
            used = (nights[month.month] or 0) / room if room else None
            known = bool(self.house.nights_in(month.month))
            counted = (month.full_days, month.highest) if known else (None, None)
            rows.append((self.charts.month(month.month), month.beds, used, *counted))
        if rows:
            yield Grid.of(text("How full the house was {when}", when=self.when), columns, rows)

    def _sums(self, what: Callable[[HouseMonth], Heads], residents: Collection[Resident]) -> Monthly:
        """Add up what each month tells of some kinds of persons, as far as it is known."""
        sums: dict[str, int | None] = {}
        for name, month in self.house.figures.months.items():
            told = self.house.told(what(month), name)
            known = [n for resident in residents if (n := told[resident.key]) is not None]
            sums[name] = sum(known) if known else None
        return sums

    def _years(self, name: str, told: Callable[[HouseYear], Heads]) -> Iterator[ChapterFigure | Grid]:
        """Show a figure of each year by person, where two years are known."""
        years = [year for year in self.house.years if told(year)]
        if len(years) < FEWEST_YEARS:
            return
        shown = [r for r in self.house.residents if any(told(year).get(r.key) for year in years)]
        first, last = years[0].period.name, years[-1].period.name
        caption = self.language.text("{name}, {first} to {last}", name=name, first=first, last=last)
        yield self.charts.years(caption, [(year, told(year)) for year in years], shown)
        columns = [GridColumn(heading="", kind="text")]
        columns += [GridColumn(heading=year_name(self.words, year), kind="count") for year in years]
        rows: list[tuple[Value, ...]] = [
            (self._label(r), *(told(year).get(r.key) for year in years)) for r in shown
        ]
        total: tuple[Value, ...] = (
            self.language.text("In all"),
            *(_total(told(year), shown) for year in years),
        )
        note = years_from_reports(self.words, years)
        yield Grid.of(caption, columns, [*rows, total], f"{note}." if note else "")

    def _label(self, resident: Resident) -> str:
        return upper_first(resident.spoken.in_language(self.language.code))

    def _grid(self, name: str, told: Mapping[str, Monthly]) -> Grid:
        """Put the months under each other, and their sums."""
        columns = [GridColumn(heading=self.language.text("Month"), kind="text")]
        columns += [GridColumn(heading=what, kind="count") for what in told]
        rows: list[tuple[Value, ...]] = [
            (self.charts.month(month), *(monthly[month] for monthly in told.values()))
            for month in self.house.figures.months
        ]
        sums = (sum(n or 0 for n in monthly.values()) for monthly in told.values())
        return Grid.of(name, columns, [*rows, (self.language.text("In all"), *sums)])


def _total(heads: Heads, residents: Sequence[Resident]) -> int | None:
    """Add up the heads of a year; None where nothing is known of one of the registers."""
    known = {resident.form for resident in residents if resident.key in heads}
    return sum(heads.values()) if known == {resident.form for resident in residents} else None


def _sum(heads: Heads | None, persons: Collection[str]) -> int | None:
    """Add up the heads of some persons; None where nothing is known of them."""
    told = [n for person, n in heads.items() if person in persons] if heads else []
    return sum(told) if told else None
