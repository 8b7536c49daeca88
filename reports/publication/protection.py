"""Deciding what is hidden, so that no hidden figure can be worked out; only the worker imports this."""

from collections.abc import Iterator

from reports.publication.audit import Audit, Gap
from reports.publication.problem import Problem, Suppression
from reports.publication.repair import Repair


def protect(problem: Problem) -> Suppression:
    """Return what to hide of a problem's open figures: as little as is found to do, and the same every time."""
    return Protection(problem).suppression()


class Protection:
    """Hides what must be hidden for its own sake, and then the cheapest others that protect it."""

    def __init__(self, problem: Problem) -> None:
        """Take up a problem."""
        self._problem = problem
        self._repair = Repair(problem)
        self._must = {place for place, figure in enumerate(problem.figures) if figure.must_hide}
        self._opened = [place for place, figure in enumerate(problem.figures) if figure.status == "open"]
        self._never = {place for place in self._must if not problem.figures[place].value and self._is_known(place)}
        self._must -= self._never

    def suppression(self) -> Suppression:
        """Return what is to be hidden."""
        if not Audit(self._problem, ()).is_consistent():
            return Suppression(contradiction=True)
        for place, figure in enumerate(self._problem.figures):
            if figure.status == "known" and figure.must_hide and figure.value:
                return Suppression(unprotected=place)
        while (found := self._attempt()) is None:
            pass
        return found

    def _attempt(self) -> Suppression | None:
        """Return what is to be hidden; None where a figure was chosen that cannot be, and another is to be."""
        audit = Audit(self._problem, self._must)
        if not audit.is_consistent():
            return Suppression(contradiction=True)
        unprotected = self._mended(audit)
        if unprotected is None:
            return Suppression(hidden=tuple(sorted(self._shown_again(audit).hidden)))
        if unprotected in audit.hidden - self._must:
            self._never.add(unprotected)
            return None
        return Suppression(unprotected=unprotected)

    def _mended(self, audit: Audit) -> int | None:
        """Hide what is needed; return a figure that cannot be protected."""
        while True:
            before = len(audit.hidden)
            for gap in audit.gaps():
                if not self._close(audit, gap):
                    if not self._is_lost(gap):
                        return gap.place
                    audit.ignored.add(gap.place)
            lone = next(self._lone(audit), None)
            if lone is not None:
                audit.hide(lone)
            elif len(audit.hidden) == before:
                return None

    def _close(self, audit: Audit, gap: Gap) -> bool:
        found = [self._repair.cheapest(gap.place, value, audit.hidden, self._never) for value in gap.wanted]
        ways = [way for way in found if way is not None]
        if not ways:
            return False
        _, places, counts = min(ways, key=lambda way: way[0])
        for place in places:
            audit.hide(place)
        audit.note(counts)
        return True

    def _is_lost(self, gap: Gap) -> bool:
        """Tell whether a figure was given away before, so that no restraint of this release can help it."""
        if self._problem.figures[gap.place].status == "open":
            return False
        return next(self._before().gaps(gap.place), None) is not None

    def _before(self) -> Audit:
        """Return an audit of what earlier releases show."""
        figures = self._problem.figures
        opened = [f.model_copy(update={"status": "open"}) if f.status == "certain" else f for f in figures]
        problem = self._problem.model_copy(update={"figures": tuple(opened)})
        audit = Audit(problem, [place for place, figure in enumerate(opened) if figure.status == "open"])
        if not audit.is_consistent():
            raise AssertionError
        return audit

    def _is_known(self, place: int) -> bool:
        """Tell whether earlier releases leave a figure one value only."""
        return self._before().has_one_value(place)

    def _lone(self, audit: Audit) -> Iterator[int]:
        """Give the cheapest figure to be hidden beside one that is hidden alone in its table."""
        figures = self._problem.figures
        for table in sorted({table for figure in figures for table in figure.tables}):
            members = [place for place, figure in enumerate(figures) if table in figure.tables]
            hidden = [place for place in members if figures[place].status == "hidden" or place in audit.hidden]
            others = [
                (cost, place)
                for place in members
                if (cost := figures[place].cost) is not None
                and figures[place].status == "open"
                and place not in audit.hidden | self._never
            ]
            if len(hidden) == 1 and others:
                yield min(others)[1]

    def _shown_again(self, audit: Audit) -> Audit:
        """Show again what need not be hidden after all, the largest first."""
        figures = self._problem.figures
        for place in sorted(audit.hidden - self._must, key=lambda place: (-figures[place].value, place)):
            seen = audit.show(place)
            if next(self._lone(audit), None) is not None or next(audit.gaps(), None) is not None:
                audit.hide(place)
                audit.recall(seen)
        return audit
