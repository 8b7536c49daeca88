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
from handlers.chat import Tapped, together
from handlers.details import DETAILS, Details
from handlers.failure import Failure
from handlers.receipt import AGAIN, RESTORE, UNDO
from handlers.refusal import Refusal
from handlers.registration import OPEN, Registration
from handlers.report_now import ReportNow
from handlers.start import LAST_MONTH, NEW_CALL, Start
from handlers.statistics import FIGURES, STATISTICS, Statistics
from handlers.tap import Filling, OutdatedTap, Short, UnreadableTap, decode
from handlers.undo import Undo
from reports.language import Language
from storage.fault import N_
from storage.form import Form
from storage.staff import Role

Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True)
class Routes:
    """The handlers, and the way from an update to each."""

    forms: Mapping[str, Form]
    language: Language
    role: Callable[[int], Role | None]
    start: Start
    registration: Registration
    undo: Undo
    statistics: Statistics
    details: Details
    report_now: ReportNow
    binding: Binding
    refusal: Refusal
    failure: Failure

    def lead(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Tell the application every route, in the order they are tried."""
        private = filters.ChatType.PRIVATE
        new_call = private & filters.Text([self.language.text(NEW_CALL)])
        last_month = private & filters.Text([self.language.text(LAST_MONTH)])
        application.add_handler(CommandHandler("start", self._start, private))
        application.add_handler(CommandHandler(["log", "logg"], self._log, private))
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
        if update.message and self.role(update.message.chat.id) is not None:
            await self.refusal.refuse(context.bot, update.message)

    async def _tap(self, update: Update, context: Context) -> None:
        if update.callback_query is None:
            return
        tapped = Tapped(context.bot, update.callback_query, update.update_id)
        try:
            await self._dispatch(tapped, decode(update.callback_query.data or "", self.forms))
        except UnreadableTap:
            await tapped.answer(self.language.text("This button no longer works. Nothing is saved."))
        except OutdatedTap:
            await self._renew(tapped)

    async def _dispatch(self, tapped: Tapped, tap: Filling | Short) -> None:
        if isinstance(tap, Short) and tap.verb in DETAILS:
            await self.details.tell(tapped, tap.verb, tap.subject)
        elif self.role(tapped.seat) is None:
            # Somebody who gets the summaries in private, and is not on the list.
            raise UnreadableTap(N_("This button cannot be read."))
        elif isinstance(tap, Filling):
            await self.registration.tap(tapped, tap)
        elif answer := self._answers.get(tap.verb):
            await answer(tapped, tap.subject)
        elif tap.verb in {SWITCH, TURN_LANGUAGE, UNBIND}:
            await self.binding.tap(tapped, tap.verb, tap.subject)
        elif tap.verb == OPEN and tap.subject in self.forms:
            form = self.forms[tap.subject]
            await together(tapped.answer(), self.registration.open_form(tapped.bot, tapped.chat, form))
        else:
            raise UnreadableTap(N_("This button cannot be read."))

    @property
    def _answers(self) -> Mapping[str, Callable[[Tapped, str], Awaitable[None]]]:
        """What answers a tap that is about one thing, by its verb."""
        return {
            UNDO: self.undo.undo,
            RESTORE: self.undo.restore,
            AGAIN: self.registration.again,
            STATISTICS: self.statistics.turn,
            FIGURES: self.statistics.figures,
        }

    async def _renew(self, tapped: Tapped) -> None:
        text = self.language.text(
            "The form has changed since this button was made. The tap is not saved. Here is a fresh form."
        )
        await together(tapped.answer(), tapped.edit(text), self.registration.open(tapped.bot, tapped.chat))
