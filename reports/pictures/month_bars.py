"""Drawing months as bars, with the highlighted part at the foot and the year before in grey beside it."""

from collections.abc import Iterator
from dataclasses import replace

from reports.pictures.chart import Month, Months
from reports.pictures.month_frame import SPACE, MonthScale, heading, square
from reports.pictures.shapes import LABEL, NUMBER, Box, Colour, Face, Measure, Shape, Text, hatched, hollowed

BAR, THIN_BAR, WIDEST = 0.5, 0.22, 120
"""The two bars' widths, in parts of a month's width; and the widest that a month's bar becomes, in pixels."""


def most_of(months: Months) -> int:
    """Return the number of the highest bar."""
    return max(max(month.total, month.before) for month in months.months)


def draw(months: Months, measure: Measure, box: Box, most: int | None = None) -> Iterator[Shape]:
    """Draw the months inside the box; a bar for ``most``, by default the highest, fills its height."""
    legend = ((months.total, Colour.NAVY), (months.highlighted, Colour.ORANGE), (months.before, Colour.PALE_GREY))
    yield from heading(months.heading, [(word, [square(colour)]) for word, colour in legend], measure, box)
    numbers_below = any(month.highlighted_text for month in months.months)
    below = LABEL.line + (SPACE + NUMBER.line if numbers_below else 0)
    scale = MonthScale.filling(box, len(months.months), most_of(months) if most is None else most, below)
    wide = min(WIDEST, scale.slot * BAR)
    for place, month in enumerate(months.months):
        bar = Box(scale.middle(place) + wide * (THIN_BAR / BAR - 1) / 2, scale.floor, wide, 0, Colour.NAVY)
        yield from _bars(month, bar, scale)
        yield from _texts(month, measure, bar, scale)
    yield Box(box.x, scale.floor, box.width, 2, Colour.SOFT_INK)


def _bars(month: Month, bar: Box, scale: MonthScale) -> Iterator[Shape]:
    """Draw a month's bars; ``bar`` is the foot of the wide one."""
    thin = bar.width * THIN_BAR / BAR
    high, part, before = (scale.per_call * n for n in (month.total, month.highlighted, month.before))
    colour = Colour.PALE_GREY if month.pale else Colour.GREY if month.grey else Colour.NAVY
    own = replace(bar, y=bar.y - high, height=high, colour=colour)
    yield Box(bar.x - thin, bar.y - before, thin, before, Colour.PALE_GREY)
    yield own
    if month.hollow:
        yield from hollowed(own)
    if month.part:
        yield from hatched(own)
    yield replace(bar, y=bar.y - part, height=part, colour=Colour.ORANGE)


def _texts(month: Month, measure: Measure, bar: Box, scale: MonthScale) -> Iterator[Shape]:
    middle = bar.x + bar.width / 2
    yield Text(middle, bar.y + SPACE / 2, month.label, LABEL, Colour.INK, "center")
    if month.total_text:
        face = _fitting(month.total_text, scale.slot, measure)
        yield Text(middle, scale.height(month.total) - face.line, month.total_text, face, Colour.INK, "center")
    if month.highlighted_text:
        y, face = bar.y + LABEL.line + SPACE, _fitting(month.highlighted_text, scale.slot, measure)
        width = max(bar.width, measure(month.highlighted_text, face) + SPACE / 2)
        yield Box(middle - width / 2, y, width, NUMBER.line, Colour.ORANGE)
        yield Text(middle, y, month.highlighted_text, face, Colour.INK, "center")


def _fitting(text: str, width: float, measure: Measure) -> Face:
    """Return the face for a number, smaller where neighbouring numbers would overlap."""
    room = width - SPACE / 2
    return Face(min(NUMBER.size, int(NUMBER.size * room / max(1, measure(text, NUMBER)))), bold=True)
