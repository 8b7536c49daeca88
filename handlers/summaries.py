"""Making a summary ready to be sent: counted, told in the place's language, and drawn."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.tap import Short, encode
from reports.composition import compose
from reports.due import KINDS
from reports.language import Code, Language
from reports.message import Circumstances, Message, message
from reports.period import Period
from reports.restatement import Restated, as_reported
from reports.studio import NoPicture, Studio
from reports.summary import summary_of
from reports.tally import tally
from reports.wording import Wording
from storage.chats import Report
from storage.counts import Counts
from storage.fault import N_
from storage.form import Form

LOG = logging.getLogger(__name__)
TABLE, PROSE, ABOUT = "Table", "Prose", "About"
BUTTONS: Mapping[str, str] = {TABLE: N_("Table"), PROSE: N_("Text"), ABOUT: N_("About the figures")}
LOOKED_BACK = 12
"""So many reported periods are looked at for figures that have changed since."""


@dataclass(frozen=True)
class Letter:
    """A summary ready to be sent; ``tally`` and ``missed`` (by period) are what it tells, `as_reported`."""

    message: Message
    picture: bytes | None
    buttons: InlineKeyboardMarkup
    tally: str
    missed: Mapping[str, str]
    restated: Sequence[Restated]


@dataclass(frozen=True)
class Summaries:
    """Makes summaries of one form. ``language`` reads a language's catalogue once."""

    form: Form
    counts: Counts
    studio: Studio
    language: Callable[[Code], Language]
    centre: str

    async def letter(
        self,
        periods: Sequence[Period],
        code: Code,
        circumstances: Circumstances,
        *,
        today: date,
        said: Mapping[str, str],
    ) -> Letter:
        """Make the summary of the last of ``periods``, with a line for each older one.

        ``said`` are the tallies as reported before, by period. Raises a `DatabaseFault`.
        """
        *older, newest = periods
        missed = [await summary_of(self.counts, self.form, period, today) for period in older]
        restated = await self._restated(circumstances.report, newest, said)
        words = Wording(await summary_of(self.counts, self.form, newest, today), self.language(code))
        told = message(words, replace(circumstances, missed=missed, restated=restated))
        return Letter(
            message=told,
            picture=await self._picture(words),
            buttons=self._buttons(newest, words.language),
            tally=as_reported(words.summary.now),
            missed={summary.period.name: as_reported(summary.now) for summary in missed},
            restated=restated,
        )

    async def _restated(self, report: Report, newest: Period, said: Mapping[str, str]) -> list[Restated]:
        periods = [newest.earlier]
        while len(periods) < LOOKED_BACK:
            periods.append(periods[-1].earlier)
        reported = [period for period in reversed(periods) if period.name in said and period.kind == KINDS[report]]
        if not reported:
            return []
        rows = await self.counts.between(self.form.key, reported[0].first, reported[-1].after)
        changed = (Restated.of(tally(self.form, period, rows), said[period.name]) for period in reported)
        return list(filter(None, changed))

    async def _picture(self, words: Wording) -> bytes | None:
        try:
            return await self.studio.draw(compose(words, self.centre))
        except NoPicture as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            return None

    def _buttons(self, period: Period, language: Language) -> InlineKeyboardMarkup:
        subject = f"{self.form.key}-{period.name}"
        return InlineKeyboardMarkup(
            [
                [
                    InlineKeyboardButton(language.text(label), callback_data=encode(Short(verb, subject)))
                    for verb, label in BUTTONS.items()
                ]
            ]
        )
