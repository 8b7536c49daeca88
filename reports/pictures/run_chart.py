"""Drawing a run chart: a line of monthly totals with their limits, the highlighted calls as bars at the foot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reports.pictures.chart import Run, RunPoint
from reports.pictures.month_frame import SPACE, MonthScale, fitting, headed
from reports.pictures.shapes import LABEL, NUMBER, Box, Colour, Dot, Face, Line, Measure, Shape, Text

BAR, WIDEST = 0.44, 40
"""A bar's width, in parts of a month's, and the widest it becomes, in pixels."""

SMALL, LARGE, RIM = 12, 26, 4
"""How wide dots are, and the white around the large ones, in pixels."""

ABOVE = LARGE / 2 + RIM
"""The room between the highest month and its number."""

BELOW = 2 * LABEL.line + SPACE
"""The room for months and years below the line."""

COLOURS = {"plain": Colour.NAVY, "own": Colour.NAVY, "before": Colour.GREY, "outside": Colour.PLUM}


def draw(run: Run, measure: Measure, box: Box) -> Iterator[Shape]:
    """Draw the months inside the box."""
    most = max(max(point.total or 0, point.usual[1] if point.usual else 0) for point in run.points)
    heading, room = headed(run.heading, run.legend, measure, box)
    yield from heading
    room = replace(room, y=room.y + ABOVE, height=room.height - ABOVE)
    scale = MonthScale.filling(room, len(run.points), most, BELOW)
    yield from _usual(run.points, scale)
    yield from _centre(run.points, scale)
    yield from _bars(run.points, scale)
    yield from _lines(run.points, scale)
    yield from _dots(run.points, scale)
    yield from _numbers(run.points, measure, scale)
    yield Box(box.x, scale.floor, box.width, 2, Colour.SOFT_INK)
    yield from _names(run.points, measure, scale)


def _usual(points: Sequence[RunPoint], scale: MonthScale) -> Iterator[Shape]:
    """Draw the band between the limits of each month, with a line along each."""
    for place, point in enumerate(points):
        if point.usual:
            low, high = (scale.height(calls) for calls in point.usual)
            yield Box(scale.left + place * scale.slot, high, scale.slot, low - high, Colour.BAND)
    for limited, stretch in groupby(enumerate(points), key=lambda month: month[1].usual is not None):
        months = list(stretch)
        for limit in (0, 1) if limited else ():
            steps = (
                (scale.left + (place + side) * scale.slot, scale.height(point.usual[limit] if point.usual else 0))
                for place, point in months
                for side in (0, 1)
            )
            yield Line(tuple(steps), Colour.RULE, 2)


def _centre(points: Sequence[RunPoint], scale: MonthScale) -> Iterator[Shape]:
    """Draw the centre line, a step a month."""
    for place, point in enumerate(points):
        if point.centre is not None:
            left = scale.left + place * scale.slot
            yield Box(left, scale.height(point.centre) - 1.5, scale.slot, 3, Colour.RULE)


def _bars(points: Sequence[RunPoint], scale: MonthScale) -> Iterator[Shape]:
    wide = min(WIDEST, scale.slot * BAR)
    for place, point in enumerate(points):
        high = point.highlighted * scale.per_call
        yield Box(scale.middle(place) - wide / 2, scale.floor - high, wide, high, Colour.ORANGE)


def _lines(points: Sequence[RunPoint], scale: MonthScale) -> Iterator[Shape]:
    """Join the whole months, but not across a gap; one that is not whole would look like a fall."""
    for whole, months in groupby(enumerate(points), key=lambda month: month[1].whole):
        joined = tuple((scale.middle(place), scale.height(point.total or 0)) for place, point in months)
        if whole and len(joined) > 1:
            yield Line(joined, Colour.NAVY, 4)


def _dots(points: Sequence[RunPoint], scale: MonthScale) -> Iterator[Shape]:
    for place, point in enumerate(points):
        if point.total is None:
            continue
        sizes = [(SMALL, Colour.NAVY)]
        if point.standing != "plain":
            sizes = [(LARGE + 2 * RIM, Colour.WHITE), (LARGE, COLOURS[point.standing])]
        for size, colour in sizes:
            yield Dot(scale.middle(place) - size / 2, scale.height(point.total) - size / 2, size, colour)


def _numbers(points: Sequence[RunPoint], measure: Measure, scale: MonthScale) -> Iterator[Text]:
    """Write the numbers, the latest first; leave out those that would overlap another."""
    texts = list[Text]()
    for place, point in reversed(list(enumerate(points))):
        if point.total is not None:
            face, ink = (LABEL, Colour.SOFT_INK) if point.standing == "before" else (NUMBER, Colour.INK)
            y = _upper_edge(point, face, scale)
            texts.append(Text(scale.middle(place), y, point.text, face, ink, "center", rim=True))
    return fitting(texts, (), measure, scale)


def _upper_edge(point: RunPoint, face: Face, scale: MonthScale) -> float:
    """Put a number above its dot, or below it where the month is below its limits and there is room."""
    total = point.total or 0
    middle, away = scale.height(total), ABOVE
    low = point.usual is not None and total < point.usual[0]
    if low and middle + away + face.line <= scale.height(point.highlighted):
        return middle + away
    return middle - away - face.line


def _names(points: Sequence[RunPoint], measure: Measure, scale: MonthScale) -> Iterator[Shape]:
    """Name some of the months, and each year below its months."""
    y = scale.floor + SPACE / 2
    for place, point in enumerate(points):
        if point.label:
            ink = Colour.INK if point.standing in {"own", "before"} else Colour.SOFT_INK
            middle = min(scale.middle(place), scale.right - measure(point.label, LABEL) / 2)
            yield Text(middle, y, point.label, LABEL, ink, "center")
    start = 0
    for year, months in groupby(points, key=lambda point: point.year):
        count = len(list(months))
        if start:
            yield Box(scale.left + start * scale.slot - 1, y + LABEL.line, 2, LABEL.line, Colour.RULE)
        if measure(year, LABEL) + SPACE <= count * scale.slot:
            middle = scale.left + (start + count / 2) * scale.slot
            yield Text(middle, y + LABEL.line, year, LABEL, Colour.SOFT_INK, "center")
        start += count
