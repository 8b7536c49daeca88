"""One page of an album: a picture, and a caption with all its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.pictures.chart import Chart, Month, Months
from reports.words.language import Language
from reports.words.limits import Limits, cut
from reports.words.wording import Wording


@dataclass(frozen=True)
class AlbumBar:
    """One bar: the ``name`` of its period, the ``label`` under it, its count, and the count a year ``before``.

    ``highlighted`` are those among them, None where that is not shown. A ``pale`` bar is outside the album's
    period, a ``hollow`` one is typed in from an earlier report, a ``grey`` one counts "not known". ``now`` is None
    where the question could not be answered: a gap.
    """

    name: str
    label: str
    now: int | None
    before: int | None = None
    highlighted: int | None = None
    pale: bool = False
    hollow: bool = False
    grey: bool = False

    def drawn(self, language: Language) -> Month:
        """Return the bar as the picture shows it."""
        return Month(
            label=self.label,
            total=self.now or 0,
            total_text="" if self.now is None else language.number(self.now),
            highlighted=self.highlighted or 0,
            highlighted_text="" if self.highlighted is None else language.number(self.highlighted),
            before=self.before or 0,
            pale=self.pale,
            hollow=self.hollow,
            grey=self.grey,
        )

    def told(self, language: Language) -> str:
        """Say `jul 98 (90)`, with the highlighted ones `jul 98/12`."""
        highlighted = "" if self.highlighted is None else f"/{language.number(self.highlighted)}"
        before = "" if self.before is None else f" ({language.number(self.before)})"
        return f"{self.name} {language.number(self.now or 0)}{highlighted}{before}"


@dataclass(frozen=True)
class Legend:
    """What the colours mean in the picture, and the parentheses in its caption; both may be empty."""

    drawn: str = ""
    told: str = ""


@dataclass(frozen=True)
class AlbumChart:
    """A picture and the caption under it."""

    chart: Chart
    text: str


@dataclass(frozen=True)
class AlbumComposer:
    """Makes the pages of one album, with the ``centre``'s name at their foot."""

    words: Wording
    limits: Limits
    centre: str

    def small_multiples(
        self, title: str, legend: Legend, answers: Sequence[tuple[str, Sequence[AlbumBar]]]
    ) -> AlbumChart | None:
        """Draw each answer's bars separately, all on one scale; None where all are zero."""
        if not any(bar.now for _, bars in answers for bar in bars):
            return None
        smalls = tuple(self._months(label, bars) for label, bars in answers)
        lines = [f"{label}: {self._listed(bars)}" for label, bars in answers]
        return self._page(title, legend, lines, multiples=smalls)

    def single_row(
        self, title: str, legend: Legend, bars: Sequence[AlbumBar], highlighted: str = ""
    ) -> AlbumChart | None:
        """Draw one row of bars across the page; None where all are zero."""
        if not any(bar.now for bar in bars):
            return None
        return self._page(title, legend, [self._listed(bars)], months=self._months("", bars, highlighted))

    def _page(
        self,
        title: str,
        legend: Legend,
        lines: list[str],
        months: Months | None = None,
        multiples: tuple[Months, ...] = (),
    ) -> AlbumChart:
        text = self.words.language.text
        reservation = text("The figures are not verified. Small numbers swing.")
        chart = Chart(
            title=title,
            subtitle="",
            legend=legend.drawn,
            months=months,
            panels=(),
            multiples=multiples,
            more=text("and {n} more"),
            more_panels=text("and {n} more"),
            footer=" · ".join(filter(None, [self.centre, reservation])),
            cropped=True,
        )
        told = [title, *filter(None, [legend.told]), "", *lines]
        return AlbumChart(chart, cut(told, self.limits.caption, self.words.language))

    def _months(self, heading: str, bars: Sequence[AlbumBar], highlighted: str = "") -> Months:
        months = tuple(bar.drawn(self.words.language) for bar in bars)
        return Months(heading=heading, total="", highlighted=highlighted, before="", months=months)

    def _listed(self, bars: Sequence[AlbumBar]) -> str:
        return " · ".join(bar.told(self.words.language) for bar in bars if bar.now is not None)
