"""One page of an album: a picture, and the text that tells every figure in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.pictures.chart import Chart, Month, Months
from reports.words.limits import Limits, cut
from reports.words.wording import Wording


@dataclass(frozen=True)
class AlbumBar:
    """One bar: the full name of its time and the short one under it, and how many; ``before`` a year earlier.

    ``highlighted`` are those among them; None is not told. A ``pale`` one is no part of the album's period, a
    ``hollow`` one is typed in from an earlier report, a ``grey`` one counts what is not known. ``now`` is None
    where nothing could be answered: a gap.
    """

    name: str
    label: str
    now: int | None
    before: int | None = None
    highlighted: int | None = None
    pale: bool = False
    hollow: bool = False
    grey: bool = False


@dataclass(frozen=True)
class Legend:
    """What the colours stand for in the picture, and what the figures do in its text; both may be empty."""

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
        """Draw each answer's counts for themselves, all on one scale; None where all are zero."""
        if not any(count.now for _, counts in answers for count in counts):
            return None
        smalls = tuple(self._months(label, counts) for label, counts in answers)
        lines = [f"{label}: {self._listed(counts)}" for label, counts in answers]
        return self._page(title, legend, lines, smalls=smalls)

    def single_row(
        self, title: str, legend: Legend, counts: Sequence[AlbumBar], highlighted: str = ""
    ) -> AlbumChart | None:
        """Draw one row of counts across the page; None where all are zero."""
        if not any(count.now for count in counts):
            return None
        return self._page(title, legend, [self._listed(counts)], row=self._months("", counts, highlighted))

    def _page(
        self,
        title: str,
        legend: Legend,
        lines: list[str],
        *,
        row: Months | None = None,
        smalls: tuple[Months, ...] = (),
    ) -> AlbumChart:
        text = self.words.language.text
        chart = Chart(
            title=title,
            subtitle="",
            legend=legend.drawn,
            months=row,
            panels=(),
            multiples=smalls,
            more=text("and {n} more"),
            more_panels=text("and {n} more"),
            footer=" · ".join(
                filter(None, [self.centre, text("The figures are not verified. Small numbers swing.")])
            ),
            cropped=True,
        )
        told = [title, *filter(None, [legend.told]), "", *lines]
        return AlbumChart(chart, cut(told, self.limits.caption, self.words.language))

    def _months(self, heading: str, counts: Sequence[AlbumBar], highlighted: str = "") -> Months:
        months = tuple(self._month(count) for count in counts)
        return Months(heading=heading, total="", highlighted=highlighted, before="", months=months)

    def _month(self, count: AlbumBar) -> Month:
        number = self.words.language.number
        return Month(
            label=count.label,
            total=count.now or 0,
            total_text="" if count.now is None else number(count.now),
            highlighted=count.highlighted or 0,
            highlighted_text="" if count.highlighted is None else number(count.highlighted),
            before=count.before or 0,
            pale=count.pale,
            hollow=count.hollow,
            grey=count.grey,
        )

    def _listed(self, counts: Sequence[AlbumBar]) -> str:
        return " · ".join(self._told(count, count.now) for count in counts if count.now is not None)

    def _told(self, count: AlbumBar, now: int) -> str:
        number = self.words.language.number
        told = f"{count.name} {number(now)}"
        told += "" if count.highlighted is None else f"/{number(count.highlighted)}"
        return told if count.before is None else f"{told} ({number(count.before)})"
