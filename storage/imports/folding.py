"""Texts that people write in different ways."""

import unicodedata


def folded(text: str) -> str:
    """Return a text without case, accents and blanks at its ends, every run of blanks inside as one."""
    bare = text if text.isascii() else _without_accents(text)
    return " ".join(bare.casefold().split())


def _without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
