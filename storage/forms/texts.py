"""The texts of a form: what they may hold, so that each is seen as it is written."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

NOT_SEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of controls, of what turns or joins letters, of half characters, and of line ends.

Blanks of all kinds may stand in a text, such as the no-break space; a soft hyphen may not.
"""


def _line(text: str) -> str:
    """Return the text. Raises the fault `unseen_character` where one of its characters is not seen."""
    for sign in text:
        if unicodedata.category(sign) in NOT_SEEN:
            raise PydanticCustomError("unseen_character", "unseen character", {"code": f"U+{ord(sign):04X}"})
    return text


def _lines(text: str) -> str:
    """Return a text of several lines, checked in the same way."""
    _line(text.replace("\n", ""))
    return text


_VISIBLE = StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)

Line = Annotated[str, AfterValidator(_line)]
"""A text on one line; it may be empty."""

VisibleLine = Annotated[str, _VISIBLE, AfterValidator(_line)]
"""A text on one line that is not empty: Telegram refuses an empty button or message."""

VisibleLines = Annotated[str, _VISIBLE, AfterValidator(_lines)]
"""The same on one line or several."""
