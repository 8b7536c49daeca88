"""A release: what is shown of a period, of its year before, and of cross tables, once everything is protected."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reports.analysis.period import Period
from reports.publication.cells import LACKING, TOTAL
from reports.publication.counting import CountedMonths, months_of
from reports.publication.listing import Contents, ListedFigure, Listing
from reports.publication.problem import Problem, Suppression
from reports.publication.protected import ProtectedFigure, ProtectedPeriod
from reports.publication.rows import Place
from reports.publication.structure import Structure
from reports.publication.year_problem import ReleasedFigure, YearProblem, YearSetup
from storage.fault import N_, Fault
from storage.forms.form import Form

Solve = Callable[[Problem], Awaitable[Suppression]]


class NotToBeReleased(Fault):
    """A release would give away small counts, whatever it hides."""


@dataclass(frozen=True)
class ReleaseRequest:
    """A release to be made of a form's period; ``before`` tells whether the year before is shown beside it.

    Of the year before it shows no cross tables. ``states`` has a digest of each month's records, of the year
    before as well; ``released`` is what all earlier releases of the form show.
    """

    form: Form
    period: Period
    counted: CountedMonths
    states: Mapping[str, str]
    released: Sequence[ReleasedFigure]
    k: int
    contents: Contents = field(default_factory=Contents)
    before: bool = True


@dataclass(frozen=True)
class Release:
    """A protected release: the period, and the year before, of which nothing may be shown where it is None.

    ``stands_in_the_way`` tells that an earlier release is why. ``contents`` are what it shows of each.
    """

    form: Form
    k: int
    contents: Contents
    now: ProtectedPeriod
    before: ProtectedPeriod | None
    stands_in_the_way: bool = False

    @property
    def figures(self) -> list[ProtectedFigure]:
        """All figures of it."""
        return [*self.now.figures, *(self.before.figures if self.before else ())]


async def protected(request: ReleaseRequest, solve: Solve) -> Release:
    """Decide what a release hides. Raises `NotToBeReleased`, and a `Fault` where tables are too large."""
    now = await _protected_period(request, request.period, solve)
    earlier = replace(request, contents=replace(request.contents, pairs=()))
    try:
        before = await _protected_period(earlier, request.period.a_year_before, solve) if request.before else None
    except NotToBeReleased:
        before = None
    in_the_way = request.before and before is None
    return Release(request.form, request.k, request.contents, now, before, stands_in_the_way=in_the_way)


async def _protected_period(request: ReleaseRequest, period: Period, solve: Solve) -> ProtectedPeriod:
    listing = Listing(request.counted, request.states, request.k, request.contents)
    listed = listing.figures(months_of(request.form, period))
    for setup in _setups(request, period, listed):
        told = setup.problem()
        if any(place is None and figure.value for figure, place in zip(listed, told.listed, strict=True)):
            continue  # the records hold what by the form no record can
        verdict = await solve(told.problem)
        if verdict.unprotected is not None:
            raise _refusal(told.places[verdict.unprotected], request, period)
        if not verdict.contradiction:
            return ProtectedPeriod(request.form, period, tuple(_protected_figures(listed, told, verdict)))
    raise NotToBeReleased(
        N_("{period} cannot be published: an earlier release contradicts what the records are."),
        period=period,
    )


def _setups(request: ReleaseRequest, period: Period, listed: Sequence[ListedFigure]) -> Iterator[YearSetup]:
    """Give what is to be solved, each taking less for granted about the records than the one before."""
    released = list(_touching(request.released, frozenset(months_of(request.form, period))))
    cells = {*(figure.cell for figure in released), *(figure.cell for figure in listed)}
    pairs = {tuple(part.question for part in cell) for cell in cells if len(cell) > 1}
    crossed = frozenset((rows, columns) for rows, columns in pairs)
    lacking = request.counted.lacking | {
        f.cell[0].question for f in released if f.value and f.cell[0].answer == LACKING
    }
    ways = [(True, False), (False, False), (False, True)]
    for buttons, loose in ways[2:] if request.counted.breaks_rules else ways:
        structure = Structure(request.form, crossed, lacking, buttons=buttons, loose=loose)
        setup = YearSetup(structure, request.counted, listed, released, request.k, grows=True)
        yield setup
        if setup.has_changed:
            yield replace(setup, grows=False)


def _touching(released: Sequence[ReleasedFigure], months: frozenset[str]) -> Iterator[ReleasedFigure]:
    """Give the figures of earlier releases that tell anything of these months, by way of others as well."""
    told = {figure: frozenset(state.month for state in figure.records) for figure in released}
    while more := frozenset().union(*(other for other in told.values() if other & months)) - months:
        months |= more
    yield from (figure for figure, other in told.items() if other & months)


def _protected_figures(
    listed: Sequence[ListedFigure], told: YearProblem, verdict: Suppression
) -> Iterator[ProtectedFigure]:
    for figure, place in zip(listed, told.listed, strict=True):
        row = None if place is None else told.problem.figures[place]
        hidden = row is not None and (place in verdict.hidden or row.status == "hidden")
        small = hidden and row is not None and bool(row.small)
        yield ProtectedFigure(figure.records, figure.cell, None if hidden else figure.value, small, figure.certain)


def _refusal(place: Place, request: ReleaseRequest, period: Period) -> NotToBeReleased:
    """Say why a release cannot be made: late entries could be told apart, or an earlier one tells too much."""
    if place.release is not None and place.cell == TOTAL:
        return NotToBeReleased(
            N_(
                "{period} cannot be published: since release {release} only a few calls were added or taken away,"
                " and the two together would tell what they were about. Publish it when more have come, or"
                " withdraw release {release} if nobody outside has seen it."
            ),
            period=period,
            release=place.release,
        )
    months = {state.month for state in place.records}
    touching = [f.release for f in request.released if months.intersection(state.month for state in f.records)]
    return NotToBeReleased(
        N_(
            "{period} cannot be published: together with release {release} it would give small counts away,"
            " whatever it hides. Publish another period, or withdraw release {release} if nobody outside has seen"
            " it."
        ),
        period=period,
        release=max(touching, default=0),
    )
