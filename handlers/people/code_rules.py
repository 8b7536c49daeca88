"""What an unlock code has to be: short enough to type after a call, and not the first that anybody would try."""

import itertools
import unicodedata

from storage.fault import N_, NotAllowed

SHORTEST, LONGEST = 4, 12
FIRST_TRIED = frozenset({"1212", "1313", "2580", "0852", "1004", "1122", "2001", "6969", "qwer", "qwerty", "asdf"})
FIRST_WORDS = ("passord", "password", "vaktlogg", "vakt", "krise", "kode", "code", "admin")


class UnfitCode(NotAllowed):
    """A code cannot be used; nothing is changed."""


def normalised(code: str) -> str:
    """Return a code as it is compared: capitals and the ways to write a letter make no difference."""
    return unicodedata.normalize("NFKC", code.strip()).casefold()


def check_code(code: str, again: str) -> str:
    """Return a code that was typed twice as it is compared. Raises `UnfitCode`."""
    chosen = normalised(code)
    if not (SHORTEST <= len(chosen) <= LONGEST and chosen.isalnum()):
        raise UnfitCode(N_("A code has 4 to 12 digits or letters. Nothing is changed."))
    if is_obvious(chosen):
        raise UnfitCode(N_("That code is among the first that anybody would try. Choose another."))
    if chosen != normalised(again):
        raise UnfitCode(N_("The two codes are not the same. Type them once more."))
    return chosen


def is_obvious(code: str) -> bool:
    """Tell whether a code is one character, a short run repeated, a sequence, or a word that lies near."""
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(code)}
    repeated = any(code == code[:length] * (len(code) // length) for length in (1, 2))
    return repeated or steps in ({1}, {-1}) or code in FIRST_TRIED or code.rstrip("0123456789") in FIRST_WORDS
