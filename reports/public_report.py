"""A report as it may be published: each register's release protected, told of, and noted together."""

from dataclasses import dataclass
from datetime import date

from reports.publication.listing import Contents, Pair
from reports.publication.release import NotToBeReleased
from reports.publication.structure import NotCrossable, TooManyCombinations
from reports.publishing import Publisher, ReleaseDraft, check_whole
from reports.words.public_wording import public_wording
from reports.words.report_wording import ReportWording
from reports.words.wording import Wording
from storage.fault import N_, Fault


@dataclass(frozen=True)
class PublicDraft:
    """A public report that is not noted yet; ``without_tables`` says why it has no cross tables, if that is so."""

    report: ReportWording
    drafts: tuple[ReleaseDraft, ...]
    without_tables: Fault | None = None

    @property
    def said(self) -> list[str]:
        """Say what the report hides, and why it has no cross tables, if that is so."""
        text, fault = self.report.main.language.text, self.without_tables
        return [*self.report.hidden, *([fault.sentence(text)] if fault else [])]


@dataclass(frozen=True)
class PublicReports:
    """Makes reports that may be published."""

    publisher: Publisher

    async def draft(self, report: ReportWording, today: date) -> PublicDraft:
        """Protect all that a report tells of; nothing is noted. Raises a `Fault`, as `Publisher.draft` does.

        It is `NotToBeReleased` as well where even the leading register's total has to be hidden. Another register
        is left out then.
        """
        check_whole(report.main.summary.period, today)
        first, fault = await self._leading(report.main, today)
        others = [await self._draft(words, (), today) for words in report.beside]
        drafts = (first, *others)
        main, *beside = [
            await public_wording(words, draft.release) for words, draft in zip(report.parts, drafts, strict=True)
        ]
        if main.summary.hides_total:
            words = N_("{period} cannot be published: there are so few {many} that even the total is hidden.")
            raise NotToBeReleased(words, period=main.summary.period, many=main.many)
        told = tuple(words for words in beside if not words.summary.hides_total)
        releases = tuple(draft.release for draft in drafts)
        return PublicDraft(ReportWording(f"{report.name}-public", main, told, releases), drafts, fault)

    async def note(self, draft: PublicDraft) -> list[int]:
        """Note a report's releases, which then count as read by everybody. Raises a `Fault`."""
        return await self.publisher.note(*draft.drafts)

    async def note_new(self, draft: PublicDraft) -> list[int]:
        """Note what of a report is not in the ledger as it stands there already. Raises a `Fault`."""
        new = [one for one in draft.drafts if not await self.publisher.is_noted(one)]
        return await self.publisher.note(*new) if new else []

    async def _leading(self, words: Wording, today: date) -> tuple[ReleaseDraft, Fault | None]:
        """Protect the leading register, of a year with its cross tables, unless they cannot be published.

        Beside a month or a tertial they would hide too much of what is told without them.
        """
        told = words.summary.form.cross_pairs if words.summary.period.kind == "year" else ()
        pairs = tuple((rows.key, columns.key) for rows, columns in told)
        try:
            return await self._draft(words, pairs, today), None
        except (NotCrossable, TooManyCombinations) as fault:
            return await self._draft(words, (), today), fault

    async def _draft(self, words: Wording, pairs: tuple[Pair, ...], today: date) -> ReleaseDraft:
        """Protect a register, and the year before where its records tell of it, not an earlier report."""
        period, before = words.summary.period, words.summary.before
        contents = Contents(pairs, months=period.kind != "month")
        counted = before is not None and not before.typed
        return await self.publisher.draft(words.summary.form, period, today, contents, before=counted)
