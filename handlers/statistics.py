"""Answering `/stats`: a picture with every figure in words, and buttons to look earlier, later, wider."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ChatAction

from handlers.button_rows import in_rows
from handlers.chat import Tapped, together
from handlers.sight import Sight
from handlers.tap import Short, UnreadableTap, encode
from reports.caption import Caption, caption
from reports.composition import compose
from reports.language import Language, capital
from reports.message import report_number
from reports.period import NotAPeriod, Period
from reports.period_words import understand
from reports.restatement import Restated, restated_mark
from reports.studio import NoPicture, Studio
from reports.summary import summary_of
from reports.wording import Wording
from storage.counts import Counts
from storage.deliveries import Deliveries
from storage.fault import N_
from storage.form import Form
from storage.staff import Role

LOG = logging.getLogger(__name__)
STATISTICS, FIGURES = "Stats", "Figures"
KINDS = {"month": N_("Month"), "tertial": N_("Tertial"), "year": N_("Year")}


@dataclass(frozen=True)
class Answer:
    """What is said about a period: a caption, a picture if it could be drawn, and where to look next."""

    told: Caption
    picture: bytes | None
    buttons: InlineKeyboardMarkup


@dataclass(frozen=True)
class Statistics:
    """Tells what the records say. ``clock`` is the local time, ``centre`` the name on the picture."""

    forms: Mapping[str, Form]
    counts: Counts
    deliveries: Deliveries
    studio: Studio
    language: Language
    clock: Callable[[], datetime]
    role: Callable[[int], Role | None]
    centre: str

    async def show(self, bot: Bot, chat: int, words: str) -> None:
        """Send the picture of the period that ``words`` mean, or the forms that work. Raises a `DatabaseFault`."""
        sight = self._sight(chat)
        try:
            period = sight.nearest(understand(words, today=sight.today))
        except NotAPeriod as fault:
            await bot.send_message(chat, fault.sentence(self.language.text))
            return
        await bot.send_chat_action(chat, ChatAction.UPLOAD_PHOTO)
        form = next(iter(self.forms.values()))
        answer = await self._answer(form, period, sight)
        if answer.picture is None:
            await bot.send_message(chat, self._without_picture(answer.told), reply_markup=answer.buttons)
        else:
            await bot.send_photo(
                chat, answer.picture, caption=answer.told.text, reply_markup=answer.buttons, filename="stats.png"
            )
        if answer.told.figures:
            await bot.send_message(chat, answer.told.figures)

    async def turn(self, tapped: Tapped, subject: str) -> None:
        """Show another period in the same message. Raises `UnreadableTap` for what is no period of a form."""
        form, period = self._subject(subject)
        await together(tapped.answer(), tapped.bot.send_chat_action(tapped.chat, ChatAction.UPLOAD_PHOTO))
        sight = self._sight(tapped.seat)
        answer = await self._answer(form, sight.nearest(period), sight, figures_on_request=True)
        if answer.picture is None:
            words = self._without_picture(answer.told)
            await tapped.bot.send_message(tapped.chat, words, reply_markup=answer.buttons)
        else:
            await tapped.edit_picture(answer.picture, answer.told.text, answer.buttons)

    async def figures(self, tapped: Tapped, subject: str) -> None:
        """Send every figure of a period in words. Raises `UnreadableTap` for what is no period of a form."""
        form, period = self._subject(subject)
        sight = self._sight(tapped.seat)
        period = sight.nearest(period)
        summary = await summary_of(self.counts, form, period, sight.as_of(period))
        words = Wording(summary, self.language)
        told = caption(words, await self._marks(words))
        await together(tapped.answer(), tapped.bot.send_message(tapped.chat, told.figures or told.text))

    def _sight(self, seat: int) -> Sight:
        return Sight.of(self.role(seat), self.clock().date())

    def _subject(self, subject: str) -> tuple[Form, Period]:
        key, _, name = subject.partition("-")
        try:
            return self.forms[key], Period.named(name)
        except (KeyError, NotAPeriod):
            raise UnreadableTap(N_("This button cannot be read.")) from None

    async def _answer(
        self, form: Form, period: Period, sight: Sight, *, figures_on_request: bool = False
    ) -> Answer:
        summary = await summary_of(self.counts, form, period, sight.as_of(period))
        words = Wording(summary, self.language)
        told = caption(words, await self._marks(words))
        rows = list(self._rows(form, period, sight))
        if figures_on_request and told.figures:
            rows.append([self._button(form, period, self.language.text("All the figures"), FIGURES)])
        try:
            picture = await self.studio.draw(compose(words, self.centre))
        except NoPicture as fault:
            LOG.error("A picture could not be drawn: %s", fault)  # noqa: TRY400 - the sentence says it all
            picture = None
        return Answer(told, picture, InlineKeyboardMarkup(rows))

    async def _marks(self, words: Wording) -> list[str]:
        """Say where a report has told other figures of the period."""
        reported = await self.deliveries.reported(words.summary.period.name)
        restated = Restated.of(words.summary.form, words.summary.now, reported.tally) if reported else None
        return [restated_mark(words, restated, report_number(reported.number))] if reported and restated else []

    def _without_picture(self, told: Caption) -> str:
        missing = self.language.text("The chart is missing. All the figures are here.")
        return f"{told.text}\n\n{missing}"

    def _rows(self, form: Form, period: Period, sight: Sight) -> Iterator[list[InlineKeyboardButton]]:
        around = [self._button(form, period.earlier, f"‹ {self._name(period.earlier)}")]
        if period.later.first <= sight.last:
            around.append(self._button(form, period.later, f"{self._name(period.later)} ›"))
        yield around
        last = min(period.days.last, max(sight.last, period.first))
        yield [
            self._button(form, Period.containing(last, kind), self.language.text(KINDS[kind]))
            for kind in ("month", "tertial", "year")
            if kind != period.kind
        ]
        others = [other for other in self.forms.values() if other != form]
        yield from in_rows([self._button(o, period, o.title.in_language(self.language.code)) for o in others])

    def _button(self, form: Form, period: Period, label: str, verb: str = STATISTICS) -> InlineKeyboardButton:
        tap = Short(verb, f"{form.key}-{period.name}")
        return InlineKeyboardButton(label, callback_data=encode(tap))

    def _name(self, period: Period) -> str:
        if period.kind == "month":
            return capital(self.language.month(period.name))
        if period.kind == "tertial":
            return self.language.text("Tertial {n} {year}", n=period.tertial, year=period.first.year)
        return period.name
