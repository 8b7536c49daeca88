"""The end of a shift: what is answered about how many calls the telephone shows, on every phone that was asked."""

import logging
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from handlers.chat import Tapped, together
from handlers.handover_words import COUNTED, OUT, HandoverWords, key_of, told
from handlers.register import Register
from handlers.tap import UnreadableTap
from storage.database import DatabaseFault
from storage.fault import N_
from storage.handovers import Handovers, Question
from storage.hour import Hour
from storage.shift import Shift

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Handing:
    """Keeps what is answered about a shift; the first answer settles it for all.

    ``outgoing`` tells whether calls out are asked for.
    """

    register: Register
    handovers: Handovers
    outgoing: bool

    async def words(self, shift: Shift) -> HandoverWords:
        """Return what is said of a shift now. Raises `UnreadableTap` where nobody was asked about it."""
        handover = await self.handovers.look(shift.key)
        if handover is None:
            raise UnreadableTap(N_("This button cannot be read."))
        late = await self.handovers.just_after(*self.after(shift)) if handover.step == "missing" else 0
        return HandoverWords(shift, handover, late, self.register.language)

    def after(self, shift: Shift) -> tuple[str, str]:
        """Return the following shift and its first hour: what was registered then may belong to the one before."""
        return self.register.shifts.at(shift.ended).key, str(Hour.of(shift.ended))

    def read(self, subject: str) -> tuple[Shift, str]:
        """Return the shift that a tap is about, and what it says besides. Raises `UnreadableTap`."""
        code, _, said = subject.partition("_")
        shift = self.register.shifts.named(key_of(code))
        if shift is None:
            raise UnreadableTap(N_("This button cannot be read."))
        return shift, said

    async def counted(self, tapped: Tapped, subject: str) -> None:
        """Keep how many calls in the telephone shows."""
        shift, said = self.read(subject)
        await self.words(shift)
        kept = await self.handovers.count(shift.key, told(said))
        await (self.show if kept else self.refuse)(tapped, shift)

    async def out(self, tapped: Tapped, subject: str) -> None:
        """Keep how many calls went out."""
        shift, said = self.read(subject)
        await self.words(shift)
        kept = await self.handovers.finish(shift.key, told(said))
        await (self.show if kept else self.refuse)(tapped, shift)

    async def again(self, tapped: Tapped, subject: str) -> None:
        """Ask again how many calls in the telephone shows, after a wrong tap."""
        shift, _ = self.read(subject)
        await self.words(shift)
        await self.handovers.reopen(shift.key)
        await self.show(tapped, shift)

    async def more(self, tapped: Tapped, subject: str) -> None:
        """Show exact numbers of calls in to choose from."""
        await self._numbers(tapped, subject, COUNTED, "incoming")

    async def outs(self, tapped: Tapped, subject: str) -> None:
        """Show exact numbers of calls out to choose from."""
        await self._numbers(tapped, subject, OUT, "outgoing")

    async def _numbers(self, tapped: Tapped, subject: str, verb: str, step: str) -> None:
        shift, said = self.read(subject)
        first, words = told(said), await self.words(shift)
        if first is None:
            raise UnreadableTap(N_("This button cannot be read."))
        if words.handover.step == step:
            await together(tapped.answer(), tapped.edit(words.text, words.numbers(verb, first)))
        else:
            await self.refuse(tapped, shift)

    async def step(self, tapped: Tapped, subject: str) -> None:
        """Show again what the shift is asked."""
        shift, _ = self.read(subject)
        await self.show(tapped, shift)

    async def show(self, tapped: Tapped, shift: Shift, notice: str | None = None) -> None:
        """Show every phone that was asked how far it has come, and answer the tap."""
        await self.handovers.move_on(shift.key)
        await self._pass_over(shift)
        words = await self.words(shift)
        here = tapped.edit(words.text, words.buttons)
        elsewhere = [
            self._edit(tapped.bot, question, words)
            for question in await self.handovers.questions(shift.key)
            if question.chat != tapped.chat
        ]
        await together(tapped.answer(notice and self.register.language.text(notice)), here, *elsewhere)

    async def refuse(self, tapped: Tapped, shift: Shift) -> None:
        """Say that somebody was first, or that the time for answers is over, and show how far it has come."""
        is_open = await self.handovers.questions(shift.key)
        over = N_("It is too late to answer for this shift.")
        await self.show(tapped, shift, N_("The shift is answered already.") if is_open else over)

    async def caught_up(self, bot: Bot, key: str) -> None:
        """Tell those who were asked about a shift that a call of it has been registered; failing is only noted."""
        try:
            await self._bring_up_to_date(bot, key)
        except DatabaseFault as fault:
            LOG.error("The question about a shift was not brought up to date: %s", fault)  # noqa: TRY400 - enough

    async def _bring_up_to_date(self, bot: Bot, key: str) -> None:
        shift, handover = self.register.shifts.named(key), await self.handovers.look(key)
        if shift is None or handover is None or handover.step not in {"incoming", "missing"}:
            return
        await self.handovers.move_on(key)
        await self._pass_over(shift)
        words = await self.words(shift)
        await together(*(self._edit(bot, question, words) for question in await self.handovers.questions(key)))

    async def _pass_over(self, shift: Shift) -> None:
        """Skip the calls out where a register of their own holds them."""
        if not self.outgoing:
            await self.handovers.finish(shift.key, None)

    async def _edit(self, bot: Bot, question: Question, words: HandoverWords) -> None:
        if not question.message:
            return
        try:
            await bot.edit_message_text(
                words.text, chat_id=question.chat, message_id=question.message, reply_markup=words.buttons
            )
        except TelegramError as error:
            LOG.info("The question about a shift was not brought up to date: %s", error)
