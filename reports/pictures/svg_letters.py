"""The letters of a drawing as shapes, so that they look alike where the typeface is not installed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from matplotlib.font_manager import get_font
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path

from reports.pictures.draw_png import ASCENT, DPI, RIM, file_of, width
from reports.pictures.shapes import Colour, Text

EM = 1000
"""The size at which the shapes of letters are drawn; every text scales them."""

COMMANDS = {int(Outline.MOVETO): "M", int(Outline.LINETO): "L", int(Outline.CURVE3): "Q", int(Outline.CURVE4): "C"}
POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3}
BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass
class Letters:
    """The letters that a drawing has, each drawn once, and referred to from its texts."""

    outlines: dict[tuple[bool, str], str] = field(default_factory=dict)

    def draw(self, text: Text) -> Iterator[str]:
        """Give a text's elements: its white edge, if it has one, and its letters."""
        scale = text.face.size / EM
        left = round(text.x) - BEFORE[text.align] * (width(text.text, text.face) if text.align != "left" else 0)
        base = round(text.y + text.face.size * ASCENT)
        letters = "".join(self._letters(text))
        place = f'transform="translate({left:.2f} {base}) scale({scale:g} {-scale:g})"'
        if text.rim:
            edge = f'stroke="{Colour.WHITE}" stroke-width="{RIM / scale:.0f}" stroke-linejoin="round"'
            yield f'<g {place} fill="{Colour.WHITE}" {edge}>{letters}</g>'
        yield f'<g {place} fill="{text.colour}">{letters}</g>'

    @property
    def definitions(self) -> str:
        """The shapes of the letters that were drawn."""
        shapes = (f'<path id="l{n}" d="{drawn}"/>' for n, drawn in enumerate(self.outlines.values()))
        return f"<defs>{''.join(shapes)}</defs>"

    def _letters(self, text: Text) -> Iterator[str]:
        font = get_font(file_of(text.face))
        font.set_size(EM, DPI)
        placed, outlines, _ = text_to_path.get_glyphs_with_font(font, text.text)
        for name, (points, codes) in outlines.items():
            self.outlines.setdefault((text.face.bold, name), _outline(points, codes))
        numbers = {key: number for number, key in enumerate(self.outlines)}
        for name, x, _, _ in placed:
            if self.outlines[text.face.bold, name]:
                yield f'<use href="#l{numbers[text.face.bold, name]}" x="{x:.0f}"/>'


def _outline(points: Iterable[tuple[float, float]], codes: Iterable[int]) -> str:
    """Write an outline as the data of a path; empty for a blank."""
    parts, left = list[str](), 0
    for (x, y), code in zip(points, codes, strict=True):
        if left:
            parts.append(f" {x:.0f} {y:.0f}")
            left -= 1
        elif command := COMMANDS.get(int(code)):
            parts.append(f"{command}{x:.0f} {y:.0f}")
            left = POINTS[command] - 1
        else:
            parts.append("Z")
    return "".join(parts)
