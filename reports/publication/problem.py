"""The question whether figures give a small count away, as numbers only: what the worker is asked to solve."""

from typing import Literal

from reports.job_part import JobPart

Terms = tuple[tuple[int, int], ...]
"""Unknown counts by their numbers, and how often each is added (or taken off)."""

Status = Literal["known", "certain", "hidden", "open", "derived"]
"""Shown in an earlier release; known to everybody with this one; hidden earlier; to be published; computable."""


class Relation(JobPart):
    """A sum of unknown counts that lies within bounds by the form's own rules; without ``most`` it has none."""

    terms: Terms
    least: int
    most: int | None


class FigureRow(JobPart):
    """A figure as a sum of unknown counts.

    ``value`` is what it shows, where that is known or open. ``small`` tells whether it is 1 to k - 1: every such
    value must stay possible; any other hidden figure needs ``k`` possible values. Where ``small`` is None the true
    value is not at hand: it needs ``k`` possible values, or none from 1 to k - 1.

    An open one that ``must_hide`` is hidden for its own sake; others at a ``cost``, and where that is None never.
    Of the figures of one of the ``tables`` none or at least two are hidden.
    """

    terms: Terms
    status: Status
    k: int
    value: int = 0
    most: int | None = None
    small: bool | None = None
    must_hide: bool = False
    cost: float | None = None
    tables: tuple[int, ...] = ()


class Problem(JobPart):
    """So many ``unknowns``, whole numbers from 0 on, what is certain of them, and the figures that show them."""

    unknowns: int
    relations: tuple[Relation, ...]
    figures: tuple[FigureRow, ...]


class Suppression(JobPart):
    """Which open figures are to be hidden, by their places; or the figure that cannot be protected.

    ``contradiction`` tells that the figures cannot all be true.
    """

    hidden: tuple[int, ...] = ()
    unprotected: int | None = None
    contradiction: bool = False
