"""Routing updates: each becomes a request that knows no Telegram, and goes to what answers it."""

import functools
from collections.abc import Sequence
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

from bot.telegram.chat import TelegramChat
from bot.telegram.polling_gap import Backlog
from handlers.conversation import NOBODY, Handle, Request
from handlers.dispatch import Dispatch
from handlers.people.unhandled import Unhandled
from handlers.routes import Command

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
PRIVATE = filters.ChatType.PRIVATE
ANONYMOUS = 1087968824
"""The id that stands for a group's anonymous administrators."""


@dataclass(frozen=True)
class TelegramUpdates:
    """Hands each update to its use case."""

    commands: Sequence[Command]
    dispatch: Dispatch
    unhandled: Unhandled
    backlog: Backlog

    def register(self, application: App) -> None:
        """Add the handlers to the application, in the order they are tried."""
        for command in self.commands:
            callback = functools.partial(self._command, command)
            where = None if command.anywhere else PRIVATE
            application.add_handler(CommandHandler(command.names, callback, where))
            if command.label:
                application.add_handler(MessageHandler(PRIVATE & filters.Text([command.label]), callback))
        application.add_handler(MessageHandler(PRIVATE, self._refuse))
        application.add_handler(CallbackQueryHandler(self._tap))
        application.add_error_handler(self._fail)

    async def _command(self, command: Command, update: Update, context: Context) -> None:
        if request := self._request(update, context):
            await command.answer(request, " ".join(context.args or ()))

    async def _refuse(self, update: Update, context: Context) -> None:
        if request := self._request(update, context):
            await self.unhandled.refuse(request)

    async def _tap(self, update: Update, context: Context) -> None:
        if (request := self._request(update, context)) and update.callback_query:
            await self.dispatch.answer(request, update.callback_query.data or "")

    async def _fail(self, update: object, context: Context) -> None:
        request = self._request(update, context) if isinstance(update, Update) else None
        await self.unhandled.tell_failure(request, context.error)

    def _request(self, update: Update, context: Context) -> Request | None:
        """Return the request that an update is; None if there is no message to answer on."""
        query = update.callback_query
        message = query.message if query else update.message
        if message is None:
            return None
        user = query.from_user if query else update.message and update.message.from_user
        return Request(
            seat=NOBODY if user is None or user.id == ANONYMOUS else user.id,
            conversation=TelegramChat(context.bot, message.chat.id, query),
            origin=Handle(message.message_id),
            private=message.chat.type == message.chat.PRIVATE,
            since=self.backlog.since(update.update_id),
        )
