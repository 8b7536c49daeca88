"""Drawing months as bars, with the highlighted part at the foot and the year before in grey beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reports.pictures.chart import Month, Months
from reports.pictures.month_frame import SPACE, MonthScale, fitting, headed
from reports.pictures.shapes import LABEL, NUMBER, Box, Colour, Measure, Shape, Text, hatched, hollowed

BAR, THIN_BAR, WIDEST = 0.56, 0.22, 120
"""The two bars' widths, in parts of a month's width; and the widest that a month's bar becomes, in pixels."""


def most_of(months: Months) -> int:
    """Return the number of the highest bar."""
    return max(max(month.total, month.before) for month in months.months)


def draw(months: Months, measure: Measure, box: Box, most: int | None = None) -> Iterator[Shape]:
    """Draw the months inside the box; a bar for ``most``, by default the highest, fills its height."""
    heading, room = headed(months.heading, months.legend, measure, box)
    yield from heading
    numbers_below = any(month.highlighted_text for month in months.months)
    below = LABEL.line + SPACE / 2 + (NUMBER.line if numbers_below else 0)
    scale = MonthScale.filling(room, len(months.months), most_of(months) if most is None else most, below)
    for place, month in enumerate(months.months):
        yield from _bars(month, _foot(months, place, scale), scale)
    yield Box(box.x, scale.floor, box.width, 2, Colour.SOFT_INK)
    yield from _texts(months, measure, scale)


def _foot(months: Months, place: int, scale: MonthScale) -> Box:
    """Return the foot of a month's wide bar; a thin one has room to its left where any month has one."""
    wide = min(WIDEST, scale.slot * BAR)
    thin = wide * THIN_BAR / BAR if any(month.before for month in months.months) else 0
    return Box(scale.middle(place) + (thin - wide) / 2, scale.floor, wide, 0, Colour.NAVY)


def _bars(month: Month, bar: Box, scale: MonthScale) -> Iterator[Shape]:
    """Draw a month's bars; ``bar`` is the foot of the wide one."""
    thin = bar.width * THIN_BAR / BAR
    high, part, before = (scale.per_call * n for n in (month.total, month.highlighted, month.before))
    own = replace(bar, y=bar.y - high, height=high, colour=_colour(month))
    yield Box(bar.x - thin, bar.y - before, thin, before, Colour.GREY)
    yield own
    if month.unknown:
        yield from hollowed(own, Colour.UNKNOWN)
    elif month.hollow:
        yield from hollowed(own)
    if month.part:
        yield from hatched(own)
    yield replace(bar, y=bar.y - part, height=part, colour=Colour.ORANGE)


def _colour(month: Month) -> Colour:
    if month.pale or month.hollow or month.unknown:
        return Colour.GREY
    if month.highlight:
        return Colour.ORANGE
    return Colour.PLUM if month.clear else Colour.NAVY


def _texts(months: Months, measure: Measure, scale: MonthScale) -> Iterator[Shape]:
    """Write names below the floor, numbers above the bars and highlighted ones below the names, where they fit."""
    y = scale.floor + SPACE / 2
    names, below, above = list[Text](), list[Text](), list[Text]()
    bars = [bar for place in range(len(months.months)) for bar in _bars_of(months, place, scale)]
    for place, month in enumerate(months.months):
        names.append(Text(scale.middle(place), y, month.label, align="center"))
        number = Text(scale.middle(place), y + LABEL.line, month.highlighted_text, NUMBER, align="center")
        below.append(number)
        above.append(_number(months, place, measure, scale))
    yield from fitting(names, (), measure, scale)
    yield from fitting(sorted(above, key=_telling(above)), bars, measure, scale)
    for text in fitting(below, (), measure, scale):
        wide = measure(text.text, text.face) + SPACE / 2
        yield Box(text.x - wide / 2, text.y, wide, text.height, Colour.ORANGE)
        yield text


def _number(months: Months, place: int, measure: Measure, scale: MonthScale) -> Text:
    """Write a month's number above its bar, and above last year's where it would run into that."""
    month, bar = months.months[place], _foot(months, place, scale)
    wide = bar.width >= measure(month.total_text, NUMBER)
    top = scale.height(month.total if wide else max(month.total, month.before)) - NUMBER.line
    ink = Colour.SOFT_INK if month.pale or month.hollow or month.unknown else Colour.INK
    return Text(bar.x + bar.width / 2, top, month.total_text, NUMBER, ink, "center")


def _bars_of(months: Months, place: int, scale: MonthScale) -> Iterator[Box]:
    """Give the bars of a month, from its upper edges to the floor."""
    shapes = _bars(months.months[place], _foot(months, place, scale), scale)
    return (shape for shape in shapes if isinstance(shape, Box) and shape.height)


def _telling(numbers: Sequence[Text]) -> Callable[[Text], tuple[bool, float]]:
    """Order numbers by what they tell: the highest, the lowest and the latest first, then the later ones."""
    ends = [n for n in numbers if n.text] or list(numbers)
    first = {min(ends, key=lambda n: n.y), max(ends, key=lambda n: n.y), ends[-1]}
    return lambda number: (number not in first, -number.x)
