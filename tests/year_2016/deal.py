"""Dealing answers out to records: each exactly as often as it is counted, and nothing left to chance."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from storage.forms.question import Answer
from tests.year_2016.counts import Answered

T = TypeVar("T")


def strewn(answered: Answered, stride: int) -> list[str]:
    """Strew the answers to a question that has one, also the unknown ones, evenly over as many records."""
    counts = {**answered.options, **({"unknown": answered.unknown} if answered.unknown else {})}
    return strewed([option for option, count in counts.items() for _ in range(count)], stride)


def strewn_several(answered: Answered, stride: int) -> list[Answer]:
    """Strew the answers to a question that has several: each record gets one at least, and none twice."""
    # Laid around a ring, one answer after the other: neighbours differ, and the next round adds to the first.
    ring: list[tuple[str, ...]] = [()] * answered.known
    place = 0
    for option, count in answered.options.items():
        for _ in range(count):
            ring[place % len(ring)] += (option,)
            place += 1
    if place < len(ring) or max(answered.options.values()) > len(ring):
        raise ValueError("so many answers do not go round")
    return strewed([*ring, *[("unknown",)] * answered.unknown], stride)


def strewed(ring: Sequence[T], stride: int) -> list[T]:
    """Read a ring in strides; one that shares a factor with its length is lengthened until it skips nothing."""
    while math.gcd(stride, len(ring)) > 1:
        stride += 1
    return [ring[place * stride % len(ring)] for place in range(len(ring))]


def settled(answers: Sequence[T], fits: Callable[[int, T], bool]) -> list[T]:
    """Swap answers until each fits the record at its place. Raises `ValueError` where that cannot be."""
    places = list(answers)
    for place, answer in enumerate(places):
        if fits(place, answer):
            continue
        for other, wanted in enumerate(places):
            if fits(place, wanted) and fits(other, answer):
                places[place], places[other] = wanted, answer
                break
        else:
            raise ValueError(f"{answer!r} fits nowhere")
    return places


def shared(answered: Mapping[T, int], families: Sequence[int], first: int = 0) -> list[T]:
    """Give each family one answer for all its children, so that so many children have it.

    ``families`` are their sizes; dealing begins with the one at the place ``first``.
    """
    given: dict[int, T] = {}
    waiting = [(first + place) % len(families) for place in range(len(families))]
    for answer, children in sorted(answered.items(), key=lambda one: one[1]):
        left = children
        for family in list(waiting):
            if families[family] <= left:
                given[family] = answer
                waiting.remove(family)
                left -= families[family]
        if left:
            raise ValueError(f"{answer!r} is left over for {left}")
    return [given[family] for family in range(len(families))]


def remaining(answered: Answered, taken: Sequence[str]) -> Iterator[str]:
    """Yield the answers that are left when some are taken. Raises `ValueError` where too many are."""
    left = Counter(answered.options)
    left["unknown"] = answered.unknown
    left.subtract(taken)
    if min(left.values()) < 0:
        raise ValueError(f"more are taken than there are: {left}")
    yield from left.elements()
