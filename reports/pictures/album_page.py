"""One page of an album: a picture, and a caption with all its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.pictures.chart import Chart, Key, Month, Months
from reports.pictures.footer import footer
from reports.words.language import Language
from reports.words.limits import Limits, cut
from reports.words.wording import Wording


@dataclass(frozen=True)
class AlbumBar:
    """One bar: the ``name`` of its period, the ``label`` under it, its count, and the count a year ``before``.

    ``highlighted`` are those among them, None where that is not shown. A ``pale`` bar is outside the album's
    period, a ``hollow`` one is typed in from an earlier report, an ``unknown`` one counts "not known", a
    ``clear`` one has clearly changed, a ``part`` is not over, a ``highlight`` counts highlighted calls alone.
    ``now`` is None where the question could not be answered: a gap. ``text`` stands in for the number, also of one
    that is hidden.
    """

    name: str
    label: str
    now: int | None
    before: int | None = None
    highlighted: int | None = None
    pale: bool = False
    hollow: bool = False
    unknown: bool = False
    clear: bool = False
    part: bool = False
    highlight: bool = False
    text: str = ""

    def drawn(self, language: Language) -> Month:
        """Return the bar as the picture shows it."""
        return Month(
            label=self.label,
            total=self.now or 0,
            total_text=self._said(language),
            highlighted=self.highlighted or 0,
            highlighted_text="" if self.highlighted is None else language.number(self.highlighted),
            before=self.before or 0,
            pale=self.pale,
            hollow=self.hollow,
            unknown=self.unknown,
            clear=self.clear,
            part=self.part,
            highlight=self.highlight,
        )

    def told(self, language: Language) -> str:
        """Say `jul 98 (90)`, with the highlighted ones `jul 98/12`."""
        highlighted = "" if self.highlighted is None else f"/{language.number(self.highlighted)}"
        before = "" if self.before is None else f" ({language.number(self.before)})"
        return f"{self.name} {self._said(language)}{highlighted}{before}"

    def _said(self, language: Language) -> str:
        return self.text or ("" if self.now is None else language.number(self.now))


@dataclass(frozen=True)
class AlbumChart:
    """A picture and the caption under it."""

    chart: Chart
    text: str


@dataclass(frozen=True)
class AlbumBars:
    """The bars of one page: rows under their labels, all on one scale, or one ``across`` the page without a label.

    ``finding`` is what they show, in place of their plain ``title``. The ``legend`` tells of the picture, ``told``
    of the figures in the caption.
    """

    title: str
    rows: Sequence[tuple[str, Sequence[AlbumBar]]]
    legend: Sequence[Key] = ()
    finding: str = ""
    told: str = ""
    across: bool = False

    @property
    def empty(self) -> bool:
        """Whether all bars are zero."""
        return not any(bar.now for _, bars in self.rows for bar in bars)

    def page(self, words: Wording, limits: Limits, centre: str) -> AlbumChart:
        """Draw the bars, with the ``centre``'s name at the foot, and list their figures."""
        text = words.language.text
        title, subtitle = (self.finding, self.title) if self.finding else (self.title, "")
        months = tuple(
            Months(heading=label, months=tuple(bar.drawn(words.language) for bar in bars))
            for label, bars in self.rows
        )
        chart = Chart(
            title=title,
            subtitle=subtitle,
            legend=tuple(key for key in self.legend if key.text),
            months=months[0] if self.across else None,
            multiples=() if self.across else months,
            more=text("and {n} more"),
            more_panels=text("and {n} more"),
            footer=footer(words.language, centre, words.summary),
        )
        lines = [_listed(label, bars, words.language) for label, bars in self.rows]
        told = [title, *filter(None, [subtitle, self.told]), "", *lines]
        return AlbumChart(chart, cut(told, limits.caption, words.language))


def _listed(label: str, bars: Sequence[AlbumBar], language: Language) -> str:
    told = " · ".join(bar.told(language) for bar in bars if bar.now is not None or bar.text)
    return f"{label}: {told}" if label else told
