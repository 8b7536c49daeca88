"""How the sheets of a workbook are printed: A4, as wide as the paper, with numbered pages."""

from dataclasses import dataclass
from math import ceil

from xlsxwriter.worksheet import Worksheet

from reports.documents import Workbook

A4 = 9
ON_A_PAGE = 40
"""So many rows are printed on one page with their chart, on an upright one where the two are higher than this."""

ACROSS = 180
"""So many characters beside each other can still be read on a page; a wider table goes over several."""

LONGEST = 255
"""A line at the head or foot of a page has at most so many characters."""


@dataclass(frozen=True)
class PageSetup:
    """What stands at the head of each page, on the left and on the right, and at its foot."""

    title: str
    author: str
    page: str

    @classmethod
    def of(cls, workbook: Workbook) -> "PageSetup":
        """Return the set-up of a workbook's pages."""
        return cls(workbook.title, workbook.author, workbook.page.format(page="&P", pages="&N"))

    def apply(self, paper: Worksheet, rows: tuple[int, int], width: int, repeated: int | None = None) -> None:
        """Set up a sheet of so many rows, with a chart as high as so many more, and so many characters wide.

        The ``repeated`` row stands on each of its pages.
        """
        across, listed = max(1, ceil(width / ACROSS)), rows[0] > ON_A_PAGE
        paper.set_paper(A4)
        if listed or sum(rows) <= ON_A_PAGE:
            paper.set_landscape()
        paper.fit_to_pages(across, 0 if listed else 1)
        paper.set_header(f"&L{_plain(self.title)}&R{_plain(self.author)}"[:LONGEST])
        paper.set_footer(f"&L&A&R{self.page}"[:LONGEST])
        if repeated is not None:
            paper.repeat_rows(repeated)
        if across > 1:
            paper.repeat_columns(0)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
