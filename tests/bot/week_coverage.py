"""The line on coverage, as leaders read it."""

import re

COVERAGE = "Registreringsgrad"
LINE = re.compile(rf"{COVERAGE}: (?:\d+\s%\s– )?(\d+) av (\d+) anrop .* \((\d+) av (\d+) vakter svarte\)")


def numbers(text: str) -> tuple[int, ...]:
    """Return how many were registered of how many, and how many shifts answered of how many."""
    found = LINE.search(text)
    assert found is not None, text
    return tuple(map(int, found.groups()))
