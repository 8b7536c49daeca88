"""How the cells of a workbook are written: their font, and numbers, shares and days in the workbook's language."""

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format

from reports.documents import GridColumn, Workbook
from reports.pictures.shapes import Colour
from reports.words.language import Code

FONT = {"font_name": "Calibri", "font_size": 11, "font_color": Colour.INK}
HALF = 0.5
NUMBERS = {"count": "#,##0", "points": "+0;\u22120;0", "day": "yyyy-mm-dd"}
"""How counts, percentage points and days are written."""

MONTH, SHORT_MONTH = "mmmm yyyy", "mmm yy"
LOCALES: dict[Code, str] = {"nb": "414", "nn": "814", "en": "809"}
"""The languages as number formats name them."""

LEFT = frozenset({"group", "text", "day", "month"})
"""The kinds of columns that begin at the left."""


class CellFormats:
    """The formats of one book, each made once."""

    def __init__(self, book: Book, workbook: Workbook) -> None:
        """Make formats in ``book``, as the ``workbook`` writes them."""
        self._book, self._workbook = book, workbook
        self._made = dict[tuple[tuple[str, object], ...], Format]()

    def of(self, **more: object) -> Format:
        """Return a format with the book's font, and these properties."""
        key = tuple(more.items())
        if key not in self._made:
            self._made[key] = self._book.add_format({**FONT, **more})
        return self._made[key]

    def side(self, column: GridColumn, place: int) -> dict[str, object]:
        """Return on which side of a column its words stand, clear of the numbers of the column before."""
        return {"align": "left", "indent": int(place > 0)} if column.kind in LEFT else {"align": "right"}

    def month(self, shown: str) -> str:
        """Return the number format of a month, its name in the workbook's language."""
        return f"[$-{LOCALES[self._workbook.language]}]{shown}"

    def number(self, column: GridColumn, value: float) -> str:
        """Return the number format of a number or a day."""
        if column.kind == "share":
            return self._workbook.shares[value >= HALF]
        return self.month(MONTH) if column.kind == "month" else NUMBERS[column.kind]

    def printed_share(self, decimals: int) -> str:
        """Return the number format of a share that is printed with so many decimals of a per cent."""
        whole = self._workbook.shares[0].rpartition(";")[2]
        return whole.replace("0", f"0.{'0' * decimals}") if decimals > 0 else whole
