"""Bands of a number: `0`, `1-2`, `5+`, each an option that reports show."""

from collections.abc import Sequence

LARGEST = 999
"""The largest number that is an answer."""


def band_keys(bands: Sequence[int]) -> tuple[str, ...]:
    """Return the keys of the bands that begin at these numbers: `0`, `1-2`, and of the last one `5+`."""
    if not bands:
        return ()
    ends = [after - 1 for after in bands[1:]]
    closed = [str(first) if first == last else f"{first}-{last}" for first, last in zip(bands, ends, strict=False)]
    return (*closed, f"{bands[-1]}+")


def band_words(key: str) -> dict[str, str]:
    """Return what a band is called in each language."""
    if key.endswith("+"):
        first = key.removesuffix("+")
        return {"nb": f"{first} eller flere", "nn": f"{first} eller fleire", "en": f"{first} or more"}
    return {"nb": key.replace("-", "–")}


def band_of(bands: Sequence[int], answer: str) -> str:
    """Return the key of the band that a number lies in, or that is named; every other answer as it is."""
    if not answer.isdecimal():
        return answer
    number = int(answer)
    place = sum(first <= number for first in bands)
    return band_keys(bands)[place - 1] if place else answer
