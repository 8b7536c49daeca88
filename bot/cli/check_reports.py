"""The line of `vaktlogg check` about reports: which come next, and which wait or could not be delivered."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.config.config import Config
from handlers.summaries.due import due_at_place, each_once, next_due
from reports.analysis.period import Period
from reports.words.language import Language
from reports.words.message import report_number
from reports.words.period_name import period_name
from storage.database.connection import Database
from storage.deliveries.chats import Chats
from storage.deliveries.deliveries import Deliveries, FailedDelivery
from storage.fault import N_, Fault
from storage.operations.restores import Restores


class UndeliveredReports(Fault):
    """Some reports could not be delivered."""


@dataclass(frozen=True)
class ReportsState:
    """How many chats get reports, what could not be delivered, whether a restore holds some back, and which."""

    chats: int = 0
    failed: Sequence[FailedDelivery] = ()
    held_back: bool = False
    held: Sequence[Period] = ()


async def reports_state(config: Config, database: Database) -> ReportsState:
    """Return how the reports of a database stand. Raises a `DatabaseFault`."""
    chats = Chats(database)
    await chats.load()
    deliveries, restore = Deliveries(database), await Restores(database).latest()
    held: list[Period] = []
    if restore is not None and restore.reports != "settled":
        for chat in chats.all:
            done = await deliveries.done(chat.number)
            waiting = due_at_place(chat, config.reports.timetable, done, by=restore.at)
            held += [period for report in waiting if config.reports.kinds[report] for period in waiting[report]]
    return ReportsState(
        len(chats.all),
        await deliveries.failed(),
        restore is not None and restore.reports == "asked",
        each_once(held),
    )


def reports_line(config: Config, language: Language, state: ReportsState, *, at_desk: bool = False) -> str:
    """Say which reports come next, and which wait since a restore. Raises `UndeliveredReports`."""
    text, now = language.text, config.now().replace(tzinfo=None)
    if state.failed:
        names = ", ".join(
            f"{period_name(Period.named(failure.period), language)} · {report_number(failure.number)}"
            for failure in state.failed
        )
        raise UndeliveredReports(N_("could not be delivered: {names}."), names=names)
    wanted = [report for report, wanted in config.reports.kinds.items() if wanted]
    coming = [next_due(report, config.reports.timetable, now) for report in wanted]
    parts = [
        text(
            "{period} on {day} at {time}",
            period=period_name(period, language),
            day=language.full_date(moment.date()),
            time=f"{moment:%H:%M}",
        )
        for period, moment in coming
    ]
    if at_desk:
        parts.append(text("they are shown at the desk"))
    if state.chats or not at_desk:
        parts.append(language.plural("{n} chat bound", "{n} chats bound", state.chats))
    if state.held:
        names = language.listed([period_name(period, language) for period in state.held])
        words = N_(
            "held back since the restore, until an administrator answers in the chat whether they came: {names}"
        )
        parts.append(text(words, names=names))
    elif state.held_back:
        parts.append(text("some are held back since the restore, until an administrator answers in the chat"))
    return "; ".join(parts)
