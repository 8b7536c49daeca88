"""What a stay is found again by while it is open: the number of a room, never a name."""

import re

from storage.fault import N_, Fault

LONGEST = 12
WRITTEN = re.compile(r"(?:[^\W_]|[ -])*")
WORD = re.compile(r"[^\W\d_]+")
LONGEST_WORD, LONGEST_ALONE, MOST_LETTERS = 4, 2, 6
"""Letters in a row at most, where there is no digit, and altogether."""


class NotALabel(Fault):
    """A label could be a name, or is too long."""


def label_in(written: str) -> str:
    """Return a label as it is kept. Raises `NotALabel` for what looks like anything but a short code."""
    label = " ".join(written.split())
    most = LONGEST_WORD if any(sign.isdecimal() for sign in label) else LONGEST_ALONE
    words = WORD.findall(label)
    is_code = WRITTEN.fullmatch(label) and all(len(word) <= most for word in words)
    if not is_code or len(label) > LONGEST or len("".join(words)) > MOST_LETTERS:
        raise NotALabel(
            N_(
                "Write the number of the room, or a short code with a number: 12, B4, Rom 3."
                " Never a name. Nothing is saved yet."
            )
        )
    return label
