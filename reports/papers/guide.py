"""A guide of one page, to hang by the telephone or lie on a desk: steps and pictures."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from reports.job_part import JobPart
from reports.papers.paper import PaperFormat
from reports.pictures.chart import Chart
from reports.words.language import Code


class PictureChoice(JobPart):
    """One choice of a drawn screen: the key that is pressed for it, if any, and whether it stands out."""

    key: str
    label: str
    stands_out: bool = False


class PictureScreen(JobPart):
    """One screen of a drawn form."""

    name: str
    choices: tuple[PictureChoice, ...]


class FormPicture(JobPart):
    """A form's screens side by side, with the choices of each."""

    kind: Literal["form"] = "form"
    alternative: str
    screens: tuple[PictureScreen, ...]


class CardPicture(JobPart):
    """A card as people see it: lines of text, of which the first stands out, above rows of buttons."""

    kind: Literal["card"] = "card"
    alternative: str
    lines: tuple[str, ...]
    buttons: tuple[tuple[str, ...], ...]


class PagesPicture(JobPart):
    """The names of the desk's pages as they stand at the top of each, some of them marked."""

    kind: Literal["pages"] = "pages"
    alternative: str
    pages: tuple[PictureChoice, ...]


class CodePicture(JobPart):
    """A QR code: rows of 0 and 1, of light and dark squares, above a ``caption``."""

    kind: Literal["code"] = "code"
    alternative: str
    caption: str
    rows: tuple[str, ...]


class PicturePlace(JobPart):
    """Somewhere that something is kept: its name, and what is there."""

    name: str
    holds: str


class PlacesPicture(JobPart):
    """Where things are kept, from left to right; an arrow leads from the first place to the second."""

    kind: Literal["places"] = "places"
    alternative: str
    places: tuple[PicturePlace, ...]


class ChartPicture(JobPart):
    """A summary's picture, small; ``caption`` says that its figures are invented."""

    kind: Literal["chart"] = "chart"
    alternative: str
    caption: str
    chart: Chart


Drawn = FormPicture | CardPicture | PagesPicture | CodePicture | PlacesPicture
"""What the page's own typesetter draws."""
Picture = Annotated[Drawn | ChartPicture, Field(discriminator="kind")]


class GuideStep(JobPart):
    """One numbered step; what its text has between backticks is to be typed.

    A wide picture stands below the text, and another one beside it.
    """

    heading: str
    text: str
    picture: Picture | None = None

    @property
    def is_wide(self) -> bool:
        """Whether its picture needs the page's width."""
        return self.picture is not None and self.picture.kind in {"form", "pages", "places"}


class Guide(JobPart):
    """A whole guide, made on a day; ``beside`` stands along its steps, and ``closing`` below them."""

    title: str
    lead: str
    steps: Annotated[tuple[GuideStep, ...], Field(min_length=1)]
    beside: Picture | None = None
    closing: str
    byline: str
    author: str
    language: Code
    made: date


class GuideFile(JobPart):
    """A guide to be written in a format."""

    guide: Guide
    format: PaperFormat
