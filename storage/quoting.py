"""Quoting what somebody else wrote, in a sentence about it.

Of a cell no more is said than helps to find it, beside its line and its column: a file of calls may hold names,
numbers and whole stories. A cell of at most thirty characters and three words stands as it is, as every answer
of the forms that ship is; of a longer one only the length is told. Where it has seven digits or more, in whatever
script and whatever stands between them, each is a `#`: it may be a telephone number, and a day still shows how it
is written. What is not seen, or would turn or break the line, is escaped. A heading is quoted in the same way,
since a file without headings has a call in its first line; one that is too long is named by its column's number.
"""

from storage.fault import N_, Fault

MOST_CHARACTERS, MOST_WORDS = 30, 3
LONGEST_LABEL, MOST_OF_LABEL = 40, 6
"""Characters and words of what an answer may be called."""
FEWEST_DIGITS = 7
"""A telephone number of a Nordic country has as many or more, but for the shortest ones."""

ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\\": r"\\"}


def quoted(cell: str) -> Fault:
    """Return a cell in quotation marks, or what kind of text it is, to be one of the facts of a `Fault`."""
    return _as_it_stands(cell) if _is_short(cell) else Fault(N_("a text of {count} characters"), count=len(cell))


def quoted_heading(heading: str, place: int) -> Fault:
    """Return a heading in quotation marks, or else the number of its column; ``place`` is counted from 0."""
    return _as_it_stands(heading) if _is_short(heading) else Fault(N_("column {number}"), number=place + 1)


def is_label(text: str) -> bool:
    """Say whether a text may be what an answer is called, and no story or number."""
    return len(text) <= LONGEST_LABEL and len(text.split()) <= MOST_OF_LABEL and _without_number(text) == text


def escaped(text: str) -> str:
    r"""Return a text whose every character is seen: what is not is written as `\n` or `\u{202e}`."""
    return "".join(map(_seen, text))


def _is_short(cell: str) -> bool:
    words = (part for part in cell.split() if any(map(str.isalpha, part)))
    return len(cell) <= MOST_CHARACTERS and sum(1 for _ in words) <= MOST_WORDS


def _as_it_stands(cell: str) -> Fault:
    text = escaped(_without_number(cell))
    cut = f"{text[:MOST_CHARACTERS]}…" if len(text) > MOST_CHARACTERS else text
    return Fault(N_("“{text}”"), text=cut)


def _seen(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    return character if character.isprintable() else rf"\u{{{ord(character):x}}}"


def _without_number(cell: str) -> str:
    digits = sum(map(str.isnumeric, cell))
    return "".join("#" if sign.isnumeric() else sign for sign in cell) if digits >= FEWEST_DIGITS else cell
