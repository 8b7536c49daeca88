"""Numbers as forms and addresses carry them: whoever sends them may write anything."""

LONGEST = 9


def number_in(written: str, longest: int = LONGEST) -> int | None:
    """Return a whole number of at most so many digits; None for anything else."""
    digits = written.removeprefix("-")
    return int(written) if digits.isascii() and digits.isdecimal() and len(digits) <= longest else None
