"""Every route of the bot: which message or tap goes to whom."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from handlers.binding import SWITCH, TURN_LANGUAGE, UNBIND, Binding
from handlers.catching_up import CatchingUp
from handlers.chat import Tapped, together
from handlers.correction import Correction
from handlers.details import DETAILS, Details
from handlers.failure import Failure
from handlers.handover import Handing
from handlers.handover_words import AFTER, ASIDE, COUNTED, MORE, NOW, OUT, OUTS, PLAIN, RECOUNT, SKIP, STEP
from handlers.last import LAST, SHOW, Last
from handlers.receipt import AGAIN, ASK, CHANGE, RECEIPT, RESTORE, UNDO
from handlers.refusal import Refusal
from handlers.register import NotYours, Register
from handlers.registration import OPEN, Registration
from handlers.report_now import ReportNow
from handlers.start import LAST_MONTH, NEW_CALL, Start
from handlers.statistics import FIGURES, STATISTICS, Statistics
from handlers.tap import TIMING, Filling, OutdatedTap, Short, UnreadableTap, decode
from handlers.timing import Timing
from handlers.undo import Undo
from storage.fault import N_

Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True)
class Routes:
    """The handlers, and the way from an update to each."""

    register: Register
    start: Start
    registration: Registration
    undo: Undo
    correction: Correction
    timing: Timing
    last: Last
    handing: Handing
    catching_up: CatchingUp
    statistics: Statistics
    details: Details
    report_now: ReportNow
    binding: Binding
    refusal: Refusal
    failure: Failure

    def lead(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Tell the application every route, in the order they are tried."""
        private = filters.ChatType.PRIVATE
        new_call = private & filters.Text([self.register.language.text(NEW_CALL)])
        last_month = private & filters.Text([self.register.language.text(LAST_MONTH)])
        application.add_handler(CommandHandler("start", self._start, private))
        application.add_handler(CommandHandler(["log", "logg"], self._log, private))
        application.add_handler(CommandHandler(["last", "siste"], self._last, private))
        application.add_handler(CommandHandler("stats", self._stats, private))
        application.add_handler(CommandHandler("report", self._report, private))
        application.add_handler(CommandHandler("bind", self._bind))
        application.add_handler(CommandHandler("unbind", self._unbind))
        application.add_handler(CommandHandler("chats", self._chats, private))
        application.add_handler(MessageHandler(new_call, self._log))
        application.add_handler(MessageHandler(last_month, self._report))
        application.add_handler(MessageHandler(private, self._refuse))
        application.add_handler(CallbackQueryHandler(self._tap))
        application.add_error_handler(self.failure.tell)

    async def _start(self, update: Update, context: Context) -> None:
        if update.message:
            code = context.args[0] if context.args else None
            await self.start.start(context.bot, update.message, code)

    async def _log(self, update: Update, context: Context) -> None:
        if update.message:
            await self.registration.open(context.bot, update.message.chat.id)

    async def _last(self, update: Update, context: Context) -> None:
        if update.message:
            await self.last.send(context.bot, update.message.chat.id)

    async def _stats(self, update: Update, context: Context) -> None:
        if update.message:
            words = " ".join(context.args or ())
            await self.statistics.show(context.bot, update.message.chat.id, words)

    async def _report(self, update: Update, context: Context) -> None:
        if update.message:
            await self.report_now.send(context.bot, update.message, " ".join(context.args or ()))

    async def _bind(self, update: Update, context: Context) -> None:
        if update.message:
            await self.binding.bind(context.bot, update.message, context.args[0] if context.args else None)

    async def _unbind(self, update: Update, context: Context) -> None:
        if update.message:
            await self.binding.unbind(context.bot, update.message)

    async def _chats(self, update: Update, context: Context) -> None:
        if update.message:
            await self.binding.list(context.bot, update.message)

    async def _refuse(self, update: Update, context: Context) -> None:
        if update.message and self.register.role(update.message.chat.id) is not None:
            await self.refusal.refuse(context.bot, update.message)

    async def _tap(self, update: Update, context: Context) -> None:
        if update.callback_query is None:
            return
        tapped = Tapped(context.bot, update.callback_query, update.update_id)
        try:
            await self._dispatch(tapped, decode(update.callback_query.data or "", self.register.forms))
        except UnreadableTap:
            await tapped.answer(self.register.language.text("This button no longer works. Nothing is saved."))
        except NotYours as fault:
            await tapped.answer(fault.sentence(self.register.language.text), alert=True)
        except OutdatedTap as outdated:
            if self.register.role(tapped.seat) is None:
                await tapped.answer(self.register.language.text("This button no longer works. Nothing is saved."))
            else:
                await self._renew(tapped, outdated.nonce)

    async def _dispatch(self, tapped: Tapped, tap: Filling | Short) -> None:
        if isinstance(tap, Short) and tap.verb in DETAILS:
            await self.details.tell(tapped, tap.verb, tap.subject)
        elif self.register.role(tapped.seat) is None:
            # Somebody who gets the summaries in private, and is not on the list.
            raise UnreadableTap(N_("This button cannot be read."))
        elif isinstance(tap, Filling):
            await self._fill(tapped, tap)
        elif answer := self._answers.get(tap.verb):
            await answer(tapped, tap.subject)
        elif tap.verb in {SWITCH, TURN_LANGUAGE, UNBIND}:
            await self.binding.tap(tapped, tap.verb, tap.subject)
        elif tap.verb == OPEN and tap.subject in self.register.forms:
            form = self.register.forms[tap.subject]
            await together(tapped.answer(), self.registration.open_form(tapped.bot, tapped.chat, form))
        else:
            raise UnreadableTap(N_("This button cannot be read."))

    async def _fill(self, tapped: Tapped, tap: Filling) -> None:
        if tap.revision is not None:
            await self.correction.tap(tapped, tap)
        elif tap.press in TIMING:
            await self.timing.tap(tapped, tap)
        else:
            await self.registration.tap(tapped, tap)

    @property
    def _answers(self) -> Mapping[str, Callable[[Tapped, str], Awaitable[None]]]:
        """What answers a tap that is about one thing, by its verb."""
        return {
            UNDO: self.undo.undo,
            RESTORE: self.undo.restore,
            AGAIN: self.registration.again,
            CHANGE: self.correction.choose,
            ASK: self.correction.ask,
            RECEIPT: self.correction.receipt,
            LAST: self.last.turn,
            SHOW: self.last.show,
            COUNTED: self.handing.counted,
            MORE: self.handing.more,
            OUT: self.handing.out,
            OUTS: self.handing.outs,
            STEP: self.handing.step,
            RECOUNT: self.handing.again,
            NOW: self.catching_up.now,
            PLAIN: self.catching_up.plain,
            ASIDE: self.catching_up.aside,
            AFTER: self.catching_up.after,
            SKIP: self.catching_up.skip,
            STATISTICS: self.statistics.turn,
            FIGURES: self.statistics.figures,
        }

    async def _renew(self, tapped: Tapped, nonce: str) -> None:
        record = await self.register.records.find(nonce)
        if record is not None and record.form in self.register.forms:
            await self.register.show(tapped, nonce, N_("The form has changed since this button was made."))
            return
        text = self.register.language.text(
            "The form has changed since this button was made. The tap is not saved. Here is a fresh form."
        )
        await together(tapped.answer(), tapped.edit(text), self.registration.open(tapped.bot, tapped.chat))
