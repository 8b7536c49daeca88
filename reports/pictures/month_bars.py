"""Drawing the months: a bar each with the highlighted part at its foot, last year's grey one beside it."""

from collections.abc import Iterator

from reports.pictures.chart import Month, Months
from reports.pictures.shapes import (
    GREY,
    HEADING,
    INK,
    LABEL,
    NAVY,
    NUMBER,
    ORANGE,
    PALE_GREY,
    SOFT_INK,
    WHITE,
    Box,
    Face,
    Measure,
    Shape,
    Text,
    hollowed,
)

BAR, THIN_BAR, WIDEST = 0.5, 0.22, 120
"""The two bars' widths, in parts of a month's width; and the widest that a month's bar becomes, in pixels."""

SQUARE, SPACE = 22, 14
ABOVE = HEADING.line + SPACE + NUMBER.line
"""The room for heading and numbers above the bars."""


def most_of(months: Months) -> int:
    """Return the number of the highest bar."""
    return max(max(month.total, month.before) for month in months.months)


def draw(months: Months, measure: Measure, box: Box, most: int | None = None) -> Iterator[Shape]:
    """Draw the months inside the box, so that a bar for ``most``, by default the highest, would fill it."""
    yield from _heading(months, measure, box)
    width = box.width / len(months.months)
    most = most_of(months) if most is None else most
    numbers_below = any(month.highlighted_text for month in months.months)
    below = LABEL.line + (SPACE + NUMBER.line if numbers_below else 0)
    per_call = (box.height - ABOVE - below) / max(1, most)
    floor = box.y + box.height - below
    for number, month in enumerate(months.months):
        slot = Box(box.x + number * width, floor, width, 0, INK)
        yield from _bars(month, slot, per_call)
        yield from _texts(month, measure, slot, per_call)
    yield Box(box.x, floor, box.width, 2, SOFT_INK)


def _heading(months: Months, measure: Measure, box: Box) -> Iterator[Shape]:
    """Place the heading, and what the colours stand for beside it."""
    yield Text(box.x, box.y, months.heading, HEADING)
    x = box.x + measure(months.heading, HEADING) + 2 * SPACE
    y = box.y + HEADING.line - LABEL.line - 1
    for word, colour in ((months.total, NAVY), (months.highlighted, ORANGE), (months.before, PALE_GREY)):
        end = x + SQUARE + SPACE / 2 + measure(word, LABEL)
        if word and end <= box.x + box.width:
            yield Box(x, y + (LABEL.line - SQUARE) / 2, SQUARE, SQUARE, colour)
            yield Text(x + SQUARE + SPACE / 2, y, word, colour=SOFT_INK)
            x = end + 2 * SPACE


def _bars(month: Month, slot: Box, per_call: float) -> Iterator[Shape]:
    left, wide, thin = _edges(slot)
    high, part, before = (per_call * n for n in (month.total, month.highlighted, month.before))
    yield Box(left, slot.y - before, thin, before, PALE_GREY)
    yield Box(left + thin, slot.y - high, wide, high, PALE_GREY if month.pale else GREY if month.grey else NAVY)
    if month.hollow:
        yield from hollowed(Box(left + thin, slot.y - high, wide, high, WHITE))
    yield Box(left + thin, slot.y - part, wide, part, ORANGE)


def _edges(slot: Box) -> tuple[float, float, float]:
    """Return the left edge of a month's two bars, and their widths."""
    wide = min(WIDEST, slot.width * BAR)
    thin = wide * THIN_BAR / BAR
    return slot.x + (slot.width - wide - thin) / 2, wide, thin


def _texts(month: Month, measure: Measure, slot: Box, per_call: float) -> Iterator[Shape]:
    left, wide, thin = _edges(slot)
    middle = left + thin + wide / 2
    yield Text(middle, slot.y + SPACE / 2, month.label, LABEL, INK, "center")
    if month.total_text:
        face = _fitting(month.total_text, slot.width, measure)
        yield Text(middle, slot.y - per_call * month.total - face.line, month.total_text, face, INK, "center")
    if month.highlighted_text:
        y, face = slot.y + LABEL.line + SPACE, _fitting(month.highlighted_text, slot.width, measure)
        width = max(wide, measure(month.highlighted_text, face) + SPACE / 2)
        yield Box(middle - width / 2, y, width, NUMBER.line, ORANGE)
        yield Text(middle, y, month.highlighted_text, face, INK, "center")


def _fitting(text: str, width: float, measure: Measure) -> Face:
    """Return the number's face, smaller only where five digits a month would run into each other."""
    room = width - SPACE / 2
    return Face(min(NUMBER.size, int(NUMBER.size * room / max(1, measure(text, NUMBER)))), bold=True)
