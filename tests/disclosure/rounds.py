"""One random history of releases, attacked, and beside it the same one protected in the textbook's way."""

from dataclasses import dataclass

from reports.publication.problem import Problem, Suppression
from reports.publication.protection import protect
from tests.disclosure.attacker import Attacker, Printed
from tests.disclosure.greedy import greedy
from tests.disclosure.histories import ReleaseHistory, random_history
from tests.disclosure.printing import HIDDEN
from tests.disclosure.utility import Hidden, hidden_in


@dataclass(frozen=True)
class Round:
    """What an attack on a history found, and how much is hidden, by us and in the textbook's way."""

    pinned: tuple[str, ...]
    releases: int
    refused: int
    hidden: Hidden
    greedy: Hidden


async def solved(problem: Problem) -> Suppression:
    """Protect a problem here and now."""
    return protect(problem)


async def solved_greedily(problem: Problem) -> Suppression:
    """Protect a problem in the textbook's way."""
    return greedy(problem)


async def attacked(seed: int) -> tuple[str, ...]:
    """Return the hidden figures of a random history that give themselves away."""
    return pinned_in(await random_history(seed, solved))


async def one_round(seed: int) -> Round:
    """Play a history both ways, and attack ours."""
    ours, theirs = await random_history(seed, solved), await random_history(seed, solved_greedily)
    return Round(pinned_in(ours), len(ours.shown), ours.refused, hidden_in(ours), hidden_in(theirs))


def pinned_in(history: ReleaseHistory) -> tuple[str, ...]:
    """Return the hidden figures of a history that give themselves away, with its releases all put together."""
    years = sorted({shown.period.period.first.year for shown in history.shown})
    # No figure is about two years.
    attackers = [
        Attacker(history.form, [shown for shown in history.shown if shown.period.period.first.year == year])
        for year in years
    ]
    return tuple(
        figure.name
        for attacker in attackers
        for figure, true in attacker.with_truth()
        if figure.text == HIDDEN and _is_pinned(attacker, figure, true)
    )


def _is_pinned(attacker: Attacker, figure: Printed, true: int) -> bool:
    if 0 < true < figure.k:
        return any(attacker.excludes(figure, value) for value in range(1, figure.k))
    return attacker.has_fewer(figure, figure.k)
