"""The textbook's way, to compare with: hide the smallest other figure of the table until everything is safe."""

from reports.publication.audit import Audit, Gap
from reports.publication.problem import Problem, Suppression
from reports.publication.protection import Protection


class Greedy(Protection):
    """Hides the same figures for their own sake, and the smallest others beside them."""

    def _close(self, audit: Audit, gap: Gap) -> bool:
        others = [place for place in self._beside(gap.place) if self._can_hide(place, audit)]
        others = others or [place for place in self._opened if self._can_hide(place, audit)]
        if others:
            audit.hide(min(others, key=lambda place: (self._problem.figures[place].value, place)))
        return bool(others)

    def _shown_again(self, audit: Audit) -> Audit:
        return audit

    def _can_hide(self, place: int, audit: Audit) -> bool:
        return self._problem.figures[place].cost is not None and place not in audit.hidden | self._never

    def _beside(self, place: int) -> list[int]:
        """Return the figures that are part of the smallest sum that a figure is part of as well."""
        sums = [frozenset(number for number, _ in figure.terms) for figure in self._problem.figures]
        around = sorted((whole for whole in sums if whole > sums[place]), key=len)
        return [other for other in self._opened if around and other != place and sums[other] < around[0]]


def greedy(problem: Problem) -> Suppression:
    """Hide what the textbook's way hides."""
    return Greedy(problem).suppression()
