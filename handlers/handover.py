"""The end of a shift: asking once how many calls the telephone shows, and catching up with what is missing."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers.chat import Tapped, together
from handlers.handover_words import COUNTED, MOST, OUT, HandoverWords, key_of
from handlers.register import Register
from handlers.tap import UnreadableTap
from storage.database import DatabaseFault
from storage.fault import N_
from storage.handovers import Handover, Handovers, Question
from storage.shift import Shift
from storage.staff import Role

LOG = logging.getLogger(__name__)
STALE = timedelta(hours=24)
JUST_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Handing:
    """Asks at handovers and keeps what is answered; the first answer settles it for all.

    ``ask`` tells whether anything is asked at all, ``outgoing`` whether calls out are asked for.
    """

    register: Register
    handovers: Handovers
    roles: Callable[[], Mapping[int, Role]]
    ask: bool
    outgoing: bool

    async def ask_due(self, bot: Bot) -> None:
        """Ask about the shift that has ended, and take away what nobody answered. Raises a `DatabaseFault`."""
        if not self.ask:
            return
        now = self.register.clock().replace(tzinfo=None)
        ended = self.register.shifts.before(self.register.shifts.at(now))
        if ended.until > await self.handovers.since(f"{now:%Y-%m-%dT%H:%M}"):
            await self.handovers.ask(ended.key, await self._whom(ended))
        for key in await self.handovers.unfinished():
            shift = self.register.shifts.named(key)
            if shift is None or shift.ended + STALE <= now:
                await self._take_away(bot, key)
            else:
                await self._send(bot, shift)

    async def _whom(self, shift: Shift) -> set[int]:
        staff = {seat for seat, role in self.roles().items() if role == "staff"}
        return staff & await self.handovers.seats(shift.key) or staff

    async def _send(self, bot: Bot, shift: Shift) -> None:
        unsent = [question for question in await self.handovers.questions(shift.key) if question.message is None]
        for question in unsent:
            words = await self.words(shift)
            try:
                message = await bot.send_message(question.chat, words.text, reply_markup=words.buttons)
            except (Forbidden, BadRequest) as refusal:
                LOG.warning("Somebody could not be asked about a shift: %s", refusal)
                await self.handovers.drop(question)
            except TelegramError as error:
                LOG.warning("The question about a shift was not sent, and will be: %s", error)
            else:
                await self.handovers.sent(question, message.message_id)

    async def _take_away(self, bot: Bot, key: str) -> None:
        for question in await self.handovers.questions(key):
            try:
                if question.message is not None:
                    await bot.delete_message(question.chat, question.message)
            except TelegramError as error:
                LOG.warning("A question about a shift long past could not be taken away: %s", error)
        await self.handovers.close(key)

    async def words(self, shift: Shift) -> HandoverWords:
        """Return what is said of a shift now. Raises `UnreadableTap` where nobody was asked about it."""
        handover = await self.handovers.look(shift.key)
        if handover is None:
            raise UnreadableTap(N_("This button cannot be read."))
        late = len(await self.late(shift)) if handover.step == "missing" else 0
        return HandoverWords(shift, handover, late, self.register.language)

    async def late(self, shift: Shift) -> list[str]:
        """Return the sources of the calls registered just after the handover."""
        following = self.register.shifts.at(shift.ended)
        return await self.handovers.after(following.key, f"{shift.ended + JUST_AFTER:%Y-%m-%dT%H}")

    def read(self, subject: str) -> tuple[Shift, str]:
        """Return the shift that a tap is about, and what it says besides. Raises `UnreadableTap`."""
        code, _, said = subject.partition("_")
        shift = self.register.shifts.named(key_of(code))
        if shift is None or (said.isdecimal() and int(said) > MOST):
            raise UnreadableTap(N_("This button cannot be read."))
        return shift, said

    async def counted(self, tapped: Tapped, subject: str) -> None:
        """Keep how many calls in the telephone shows."""
        shift, said = self.read(subject)
        await self.words(shift)
        kept = await self.handovers.count(shift.key, int(said) if said.isdecimal() else None)
        await self.show(tapped, shift, None if kept else N_("The shift is answered already."))

    async def out(self, tapped: Tapped, subject: str) -> None:
        """Keep how many calls went out."""
        shift, said = self.read(subject)
        await self.words(shift)
        kept = await self.handovers.finish(shift.key, int(said) if said.isdecimal() else None)
        await self.show(tapped, shift, None if kept else N_("The shift is answered already."))

    async def more(self, tapped: Tapped, subject: str) -> None:
        """Show exact numbers of calls in to choose from."""
        await self._numbers(tapped, subject, COUNTED, "incoming")

    async def outs(self, tapped: Tapped, subject: str) -> None:
        """Show exact numbers of calls out to choose from."""
        await self._numbers(tapped, subject, OUT, "outgoing")

    async def _numbers(self, tapped: Tapped, subject: str, verb: str, step: str) -> None:
        shift, first = self.read(subject)
        words = await self.words(shift)
        if words.handover.step != step:
            await self.show(tapped, shift, N_("The shift is answered already."))
        elif first.isdecimal():
            await together(tapped.answer(), tapped.edit(words.text, words.numbers(verb, int(first))))
        else:
            raise UnreadableTap(N_("This button cannot be read."))

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
        if question.message is None:
            return
        try:
            await bot.edit_message_text(
                words.text, chat_id=question.chat, message_id=question.message, reply_markup=words.buttons
            )
        except TelegramError as error:
            LOG.info("The question about a shift was not brought up to date: %s", error)


def is_missing(handover: Handover) -> bool:
    """Tell whether something is still to be done about missing calls."""
    return handover.step == "missing" and handover.missing > 0
