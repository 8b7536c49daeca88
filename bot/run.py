"""Running the bot: starting with or without a connection, polling through failures, stopping in time."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.assembly import Assemble, Parts, assembled
from bot.config.config import Clock, Config
from bot.first_code import FirstCode
from bot.host.polls import Polls
from bot.schedule import Work, regularly
from bot.settings_audit import note_changed_settings
from bot.telegram.errors import seconds_wanted
from bot.telegram.named_bot import RefusedToken
from storage.audit.settings import Settings
from storage.database.file_lock import held_token
from storage.database.kept_copies import remove_old_copies
from storage.fault import N_, Fault
from storage.hour import Hour
from storage.records.retention import forget

LOG = logging.getLogger(__name__)
STOP_SECONDS = 2.0
PATIENCE = 3
PATIENCE_ONCE_POLLING = 12
"""How many conflicts or refusals in a row we bear before we stop; one that has just started bears fewer."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
WEBHOOK = "webhook is active"


class SecondBot(Fault):
    """Another program fetches updates with the same token."""


async def run(
    config: Config,
    *,
    say: Callable[[str], None],
    stop: asyncio.Event,
    clock: Clock,
    assemble: Assemble = assembled,
) -> None:
    """Run the bot until ``stop`` is set; ``say`` tells the person at the console what to do.

    Raises `RefusedToken`, `SecondBot`, `AlreadyRunning`, and the faults of config, forms and database.
    """
    async with assemble(config, config.token(), clock) as parts:
        await note_changed_settings(config, parts.people.stores, Settings(parts.database), Hour.of(parts.clock()))
        watching = asyncio.create_task(parts.operations.host.watch())
        working = asyncio.create_task(_work(parts, say))
        waiting = asyncio.create_task(stop.wait())
        tasks = (working, watching, waiting)
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


async def run_until_stopped(config: Config, say: Callable[[str], None]) -> None:
    """Run the bot until Ctrl-C or SIGTERM."""
    search_for_garbage_seldom()
    stop = asyncio.Event()
    with held_token(config.token(), config.telegram.api_url), stopped_by_signals(stop):
        await run(config, say=say, stop=stop, clock=config.now)


def search_for_garbage_seldom() -> None:
    """Let memory be searched for what refers to itself less often, and only what is made from now on.

    The modules stay as long as the program, and a year's figures free themselves; a search can hold up a tap
    for 15 ms.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@contextlib.contextmanager
def stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    """Set ``stop`` on SIGINT and SIGTERM."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


async def _work(parts: Parts, say: Callable[[str], None]) -> None:
    async with _started(parts, say):
        say(parts.language.text("Vaktlogg is running. Stop it with Ctrl-C."))
        try:
            await parts.intake.resume()
            await _poll(parts)
        finally:
            await parts.intake.stop(STOP_SECONDS)


@contextlib.asynccontextmanager
async def _started(parts: Parts, say: Callable[[str], None]) -> AsyncIterator[None]:
    polls = parts.operations.polls
    await _patiently(parts.bot.initialize, polls)
    await _patiently(lambda: parts.bot.delete_webhook(drop_pending_updates=False), polls)

    async def forget_old() -> None:
        await forget(parts.database, parts.retention, now=Hour.of(parts.clock()))
        await stores.invites.forget_expired(parts.clock())
        await stores.chats.forget_expired(parts.clock())
        days = parts.retention.coarsen_days
        await asyncio.to_thread(remove_old_copies, parts.database.path, parts.clock(), days)

    await parts.doubtful_reports.begin()
    first_code = FirstCode(parts.people, say)
    await first_code.say_if_needed()

    intervals, stores = parts.intervals, parts.people.stores
    only_trusted = parts.operations.clock_watch.only_trusted
    works: Mapping[Work, float] = {
        only_trusted(forget_old): intervals.forget,
        only_trusted(parts.delivery.deliver_due): intervals.deliver,
        only_trusted(parts.doubtful_reports.ask): intervals.ask,
        parts.people.readmission.ask: intervals.ask,
        only_trusted(parts.questions.due): intervals.ask,
        only_trusted(parts.clearing.due): intervals.clear,
        parts.menus.refresh: intervals.ask,
        first_code.say_if_needed: intervals.ask,
        only_trusted(stores.seats.keep_use): intervals.ask,
        only_trusted(parts.people.lapse.warn): intervals.forget,
        parts.operations.clock_watch.check: intervals.watch_clock,
        **parts.operations.works,
    }
    async with regularly(works):
        yield


async def _patiently(call: Callable[[], Awaitable[object]], polls: Polls) -> None:
    """Repeat a call until it succeeds; wait longer each time Telegram cannot be reached."""
    pause = 1.0
    while True:
        try:
            await call()
        except InvalidToken:
            raise RefusedToken from None
        except TelegramError as error:
            LOG.warning("Telegram cannot be reached, trying again: %s", error)
            polls.failed(_pause(error, pause))
            await asyncio.sleep(_pause(error, pause))
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            polls.answered()
            return


def _pause(error: TelegramError, pause: float) -> float:
    return max(pause, seconds_wanted(error) or 0.0)


async def _poll(parts: Parts) -> None:
    conflicts, refusals, patience, pause = 0, 0, PATIENCE, FIRST_PAUSE
    polls = parts.operations.polls
    while True:
        try:
            await parts.intake.poll()
        except Conflict as conflict:
            conflicts += 1
            polls.answered()
            await _give_way(parts, conflict, patience - conflicts)
        except TelegramError as error:
            refusals += isinstance(error, InvalidToken)
            if refusals >= patience:
                raise RefusedToken from None
            LOG.warning("Polling failed, trying again: %s", error)
            polls.failed(_pause(error, pause))
            await asyncio.sleep(_pause(error, pause))
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            polls.answered()
            conflicts, refusals, patience, pause = 0, 0, PATIENCE_ONCE_POLLING, FIRST_PAUSE


async def _give_way(parts: Parts, conflict: Conflict, patience: int) -> None:
    if patience <= 0:
        raise SecondBot(
            N_("Another program uses the bot's token, so this one stops. Let only one Vaktlogg run at a time.")
        ) from None
    LOG.warning("Telegram says that the updates go elsewhere: %s", conflict)
    if WEBHOOK in conflict.message:
        polls = parts.operations.polls
        await _patiently(lambda: parts.bot.delete_webhook(drop_pending_updates=False), polls)
    else:
        await asyncio.sleep(1)
