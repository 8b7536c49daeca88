"""Public counts: tidy counts with everything that is hidden in its place as `:`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal, TypeVar

from reports.analysis.baseline import Baseline
from reports.publication.printed import shows_printed
from reports.publication.release import Release
from reports.statements.tidy_counts import Share, TidyCount
from storage.forms.question import Option, Question

Hidden = Literal[":"]
HIDDEN: Hidden = ":"
"""Stands in place of every figure that is hidden."""

PER_CENT = Decimal("0.01")

T = TypeVar("T")


@dataclass(frozen=True)
class PublicCount:
    """A tidy count as it may be published; shares are in whole per cent, as fractions of 1."""

    period: str
    question: str
    option: str
    count: int | Hidden | None
    base: int | Hidden | None
    share: Decimal | Hidden | None
    share_before: Decimal | Hidden | None
    clear: bool | Hidden | None


def public_counts(rows: Iterable[TidyCount], release: Release, earlier: Baseline | None) -> Iterator[PublicCount]:
    """Hide what a release hides, and of the year before, of which ``earlier`` is known, what is not to be told."""
    keys = {question.key: question for question in release.form.crossable}
    for row in rows:
        if not row.question:
            yield _total(row, release, earlier)
        elif row.question in keys:
            question = keys[row.question]
            yield _answer(row, release, earlier, (question, question.option(row.option)))


def _total(row: TidyCount, release: Release, earlier: Baseline | None) -> PublicCount:
    # Without records the total is an earlier report's, which no release has protected.
    shown = release.now.shows_total and not 0 < (row.count or 0) < release.k
    if earlier is not None and earlier.typed:
        told = shown and (earlier.total or 0) >= release.k
    else:
        told = shown and release.before is not None and release.before.shows_total
    return PublicCount(
        row.period, "", "", _or_hidden(row.count, shown), None, None, None, _or_hidden(row.clear, told)
    )


def _answer(
    row: TidyCount, release: Release, earlier: Baseline | None, answer: tuple[Question, Option]
) -> PublicCount:
    (question, option), now = answer, release.now
    share = now.shows_share(question, option)
    if earlier is not None and earlier.typed:
        before = shows_printed(release.form, earlier, question, release.k)
    else:
        before = release.before is not None and release.before.shows_share(question, option)
    return PublicCount(
        row.period,
        row.question,
        row.option,
        count=_or_hidden(row.count, now.shows_answer(question, option)),
        base=_or_hidden(row.base, now.shows_base(question, option)),
        share=_or_hidden(_rounded(row.share), share),
        share_before=_or_hidden(_rounded(row.share_before), before),
        clear=_or_hidden(row.clear, share and before),
    )


def _or_hidden(figure: T | None, shown: bool) -> T | Hidden | None:  # noqa: FBT001 - what is asked of every figure
    return None if figure is None else figure if shown else HIDDEN


def _rounded(share: Share | None) -> Decimal | None:
    return None if share is None else Decimal(share).quantize(PER_CENT, rounding=ROUND_HALF_EVEN)
