"""Publishing months one by one, but noted together: each is protected as if those before it were released."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from reports.analysis.period import Period
from reports.publication.release import NotToBeReleased
from reports.publishing import Publisher, ReleaseDraft
from storage.fault import N_
from storage.forms.form import Form


@dataclass(frozen=True)
class MonthDrafts:
    """Protected months, in order, and those of them that are not in the ledger as they stand there already."""

    drafts: tuple[ReleaseDraft, ...]
    new: tuple[ReleaseDraft, ...]


async def month_drafts(publisher: Publisher, form: Form, months: Iterable[Period], today: date) -> MonthDrafts:
    """Protect each month, without the year before; nothing is noted.

    Raises a `Fault`, as `Publisher.draft` does.
    """
    drafts: list[ReleaseDraft] = []
    for month in months:
        draft = await _drafted(publisher, form, month, today)
        drafts.append(draft)
        if not await publisher.is_noted(draft):
            publisher = replace(publisher, drafted=(*publisher.drafted, draft))
    return MonthDrafts(tuple(drafts), publisher.drafted)


async def _drafted(publisher: Publisher, form: Form, month: Period, today: date) -> ReleaseDraft:
    try:
        return await publisher.draft(form, month, today, before=False)
    except NotToBeReleased:
        if not publisher.drafted:
            raise
    # Whoever asks is told of the months beside it alone where without them it could be published.
    await replace(publisher, drafted=()).draft(form, month, today, before=False)
    words = N_(
        "{period} cannot be published beside the other months of this file: with what was released before"
        " they would give small counts away, whatever is hidden. Choose fewer months."
    )
    raise NotToBeReleased(words, period=month)
