"""Years of invented calls in which nothing changes but by chance: the seed year's answers and seasons."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

from storage.figures.counts import AnswerCount, GivenAnswers
from tests.seed_year import CALLS_BY_MONTH, CRISES_BY_MONTH, MINORITY, REASON, WHO

CRISES = sum(CRISES_BY_MONTH) / sum(CALLS_BY_MONTH)
CRISIS = (("yes", CRISES), ("no", 1 - CRISES))


@dataclass(frozen=True)
class Bunches:
    """How many calls are about one case: of so many ``sizes``, each as likely as another."""

    sizes: tuple[int, ...]

    @property
    def mean(self) -> float:
        """How many calls a case has."""
        return sum(self.sizes) / len(self.sizes)

    @property
    def dispersion(self) -> float:
        """How much more the number of calls swings than that of cases: E(size²) / E(size)."""
        return sum(size**2 for size in self.sizes) / sum(self.sizes)


ALONE, ONE_OR_TWO, TWO = Bunches((1,)), Bunches((1, 2)), Bunches((2,))


class Register:
    """A register with so many calls a year."""

    def __init__(self, calls: int, bunches: Bunches, chance: Random) -> None:
        """Let ``chance`` decide."""
        self._cases, self._bunches, self._chance = calls / bunches.mean, bunches, chance
        self._answers, weights = zip(*_answers(), strict=True)
        self._weights = list(accumulate(weights))

    def year(self, year: int) -> Iterator[AnswerCount]:
        """Give a year's calls, each bunch with one and the same answers, in one month."""
        whole = sum(CALLS_BY_MONTH)
        for month, part in enumerate(CALLS_BY_MONTH, start=1):
            cases = self._poisson(self._cases * part / whole)
            counted = Counter[int]()
            places = range(len(self._answers))
            for case in self._chance.choices(places, cum_weights=self._weights, k=cases):
                counted[case] += self._chance.choice(self._bunches.sizes)
            for case, calls in counted.items():
                yield AnswerCount(f"{year}-{month:02}", "registered", self._answers[case], calls)

    def _poisson(self, mean: float) -> int:
        """Count how many exponential waits fit into the mean."""
        count, time = 0, self._chance.expovariate(1)
        while time < mean:
            count += 1
            time += self._chance.expovariate(1)
        return count


def _answers() -> Iterator[tuple[GivenAnswers, float]]:
    for (who, n), (reason, m), (crisis, share), (minority, k) in product(WHO, REASON, CRISIS, MINORITY):
        caller, behalf, agency = who
        asked = {"caller": caller, "behalf": behalf, "agency": agency}
        answers = {**asked, "reason": reason, "crisis": crisis, "minority": minority}
        yield {key: answer for key, answer in answers.items() if answer}, n * m * share * k
