"""Taps that no button of ours makes: cut, changed, joined, repeated, and invented from nothing."""

import random
import string
from collections.abc import Iterator, Sequence

from handlers.tap.codec import VERBS, encode
from tests.handlers.centre import Centre

SIGNS = string.ascii_letters + string.digits + "-_.:<!=?(*+@{}\0\n\u202e😀"


def all_taps(centre: Centre) -> list[str]:
    """Return what every button carries that anybody has been shown."""
    views = (view for place in centre.shown.places.values() for view in place.views.values())
    return sorted({encode(button.tap) for view in views for row in view.rows for button in row})


def mutated(taps: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield, without end, taps that are known, and what can be made of them."""
    verbs = [written.split(":")[0] for written in VERBS]
    while True:
        tap = chance.choice(taps)
        place = chance.randrange(len(tap) + 1)
        yield chance.choice(
            (
                tap,
                tap[:place],
                tap[:place] + chance.choice(SIGNS) + tap[place + 1 :],
                tap[:place] + chance.choice(taps)[place:],
                f"{chance.choice(verbs)}:{tap.partition(':')[2]}",
                f"{chance.choice(verbs)}:{chance.randrange(12)}{chance.choice(('', '-administrator', '-nav'))}",
                "".join(chance.choices(SIGNS, k=chance.randrange(70))),
            )
        )
