"""The charts of the house: columns a month, and columns a year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.analysis.house import Heads
from reports.analysis.house_years import HouseYear
from reports.analysis.residents import Resident
from reports.analysis.whole_house import WholeHouse
from reports.documents import ChapterFigure, ChartSeries, NativeChart
from reports.words.house import HouseWording
from reports.words.language import Language, lower_first, upper_first
from reports.words.wording import Wording
from reports.words.years import year_name


@dataclass(frozen=True)
class HouseCharts:
    """Draws what is told of a house; ``words`` are those of the first register in it."""

    house: WholeHouse
    words: Wording

    def month(self, month: str) -> str:
        """Name a month in a table: `Juli`, of one that is not over `November, til 23. nov.`."""
        name = upper_first(self._language.month(month, year=False))
        return f"{name}, {self.words.until}" if self._is_running(month) else name

    def months(
        self, name: str, series: Sequence[ChartSeries], told: Mapping[str, int | None] | None = None
    ) -> ChapterFigure:
        """Draw columns a month; the caption names the highest and lowest of what is ``told``."""
        whole = {month: n for month, n in (told or {}).items() if not self._is_running(month)}
        said = HouseWording(self.house.residents, self.house.figures, self._language).extremes(whole)
        months = list(self.house.figures.months)
        return ChapterFigure(
            chart=_columns([self._short(month) for month in months], series),
            alternative=f"{name}. {'; '.join(self._in_words(one, months) for one in series)}.",
            caption=f"{name}: {lower_first(said)}" if said else f"{name}.",
        )

    def years(
        self, name: str, told: Sequence[tuple[HouseYear, Heads]], residents: Sequence[Resident]
    ) -> ChapterFigure:
        """Draw columns a year for each kind of person."""
        counted = HouseWording(self.house.residents, self.house.figures, self._language).counted
        series = [
            ChartSeries(
                name=upper_first(resident.spoken.in_language(self._language.code)),
                values=tuple(heads.get(resident.key) for _, heads in told),
                hue=place,
            )
            for place, resident in enumerate(residents)
        ]
        alternative = "; ".join(f"{year_name(self.words, year)}: {counted(heads)}" for year, heads in told)
        return ChapterFigure(
            chart=_columns([year_name(self.words, year) for year, _ in told], series),
            alternative=f"{name}. {alternative}.",
            caption=f"{name}.",
        )

    def _is_running(self, month: str) -> bool:
        return f"{self.house.today:%Y-%m}" == month

    @property
    def _language(self) -> Language:
        return self.words.language

    def _short(self, month: str) -> str:
        return self.words.until if self._is_running(month) else self._language.month_short(month)

    def _in_words(self, series: ChartSeries, months: Sequence[str]) -> str:
        return f"{series.name}: {', '.join(self._known(series, months))}"

    def _known(self, series: ChartSeries, months: Sequence[str]) -> Iterator[str]:
        for month, value in zip(months, series.values, strict=True):
            if value is not None:
                yield f"{self._language.month(month, year=False)} {self._language.number(round(value))}"


def _columns(categories: Sequence[str], series: Sequence[ChartSeries]) -> NativeChart:
    return NativeChart(
        kind="columns", shares=False, marked_name="", categories=tuple(categories), series=tuple(series)
    )
