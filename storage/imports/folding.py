"""Texts that people write now so, now so."""

import unicodedata


def folded(text: str) -> str:
    """Return a text without case, accents and blanks at its ends, every run of blanks inside as one."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())
