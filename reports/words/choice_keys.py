"""The keys that choose an answer on a screen: digits first, then letters."""

KEYS = "1234567890abcdefghijklmnopqrstuvwxyz"


def key_of(place: int) -> str:
    """Return the key of the choice at this place; empty past the last letter."""
    return KEYS[place] if place < len(KEYS) else ""
