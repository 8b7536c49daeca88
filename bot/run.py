"""Running Vaktlogg: every way in that is served, and the regular work, until it is stopped."""

import asyncio
import contextlib
import functools
import gc
import signal
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

from bot.assembly import Assemble, Parts, assembled
from bot.config.config import Clock, Config
from bot.first_code import FirstCode
from bot.schedule import Work, regularly
from bot.settings_audit import note_changed_settings
from bot.telegram.polling import connect, poll
from handlers.operations.findings import Checks
from storage.audit.settings import Settings
from storage.database.file_lock import held_token
from storage.database.kept_copies import remove_old_copies
from storage.fault import N_, Fault
from storage.hour import Hour


class ForgottenToken(Fault):
    """There are people in Telegram, and no token to answer them with."""


async def run(
    config: Config,
    *,
    say: Callable[[str], None],
    stop: asyncio.Event,
    clock: Clock,
    assemble: Assemble = assembled,
) -> None:
    """Serve until ``stop`` is set; ``say`` tells the person at the console what to do.

    Raises `RefusedToken`, `SecondBot`, `AlreadyRunning`, `AddressTaken`, `ForgottenToken`, and the faults of
    config, forms and database.
    """
    async with assemble(config, config.served().token, clock) as parts:
        _refuse_to_drop_the_chat(config, parts)
        await note_changed_settings(config, parts.people.stores, Settings(parts.database), Hour.of(parts.clock()))
        working = (_work(parts, say), parts.operations.host.watch(), stop.wait())
        tasks = [asyncio.create_task(work) for work in working]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result


def _refuse_to_drop_the_chat(config: Config, parts: Parts) -> None:
    """Raise `ForgottenToken` where a chat would go without answers that nobody has given up."""
    if parts.telegram is None and config.desk is None and parts.people.stores.seats.accounts:
        raise ForgottenToken(
            N_(
                "Some use Vaktlogg in Telegram, and there is no token: set it again, or write [desk] into the"
                " config to go on at the desk alone."
            )
        )


async def run_until_stopped(config: Config, say: Callable[[str], None], checks: Checks | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM; administrators at the desk may have the ``checks`` done."""
    search_for_garbage_seldom()
    stop, token = asyncio.Event(), config.served().token
    with contextlib.ExitStack() as stack:
        if token is not None:
            stack.enter_context(held_token(token, config.telegram.api_url))
        stack.enter_context(stopped_by_signals(stop))
        assemble = functools.partial(assembled, checks=checks)
        await run(config, say=say, stop=stop, clock=config.now, assemble=assemble)


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
    """Serve the desk from the first moment, and the chat once Telegram is reached; neither waits for the other."""
    async with contextlib.AsyncExitStack() as stack:
        if parts.desk:
            say(
                parts.language.text(
                    "The desk is open at {url}", url=await stack.enter_async_context(parts.desk.open())
                )
            )
        if parts.telegram is None:
            await stack.enter_async_context(_at_work(parts, say))
            say(parts.language.text("Vaktlogg is running. Stop it with Ctrl-C."))
            await asyncio.Event().wait()
            return
        if parts.desk is None:
            await connect(parts.telegram, parts.operations.polls)
            await stack.enter_async_context(_at_work(parts, say))
        else:
            await stack.enter_async_context(_at_work(parts, say))
            await connect(parts.telegram, parts.operations.polls)
        say(parts.language.text("Vaktlogg is running. Stop it with Ctrl-C."))
        await poll(parts.telegram, parts.operations.polls)


@contextlib.asynccontextmanager
async def _at_work(parts: Parts, say: Callable[[str], None]) -> AsyncIterator[None]:
    """Do the regular work meanwhile."""
    await parts.doubtful_reports.begin()
    first_code = FirstCode(parts.people, say)
    await first_code.say_if_needed()
    async with regularly(_works(parts, first_code)):
        yield


def _works(parts: Parts, first_code: FirstCode) -> Mapping[Work, float]:
    """Return what is done regularly, each with its seconds in between."""
    intervals, stores = parts.intervals, parts.people.stores
    only_trusted = parts.operations.clock_watch.only_trusted

    async def forget_old() -> None:
        await parts.forgetting.forget(parts.database, now=Hour.of(parts.clock()))
        await stores.invites.forget_expired(parts.clock())
        await stores.chats.forget_expired(parts.clock())
        await stores.cards.forget_old()
        days = parts.forgetting.retention.coarsen_days
        await asyncio.to_thread(remove_old_copies, parts.database.path, parts.clock(), days)

    of_telegram: Mapping[Work, float] = (
        {parts.telegram.menus.refresh: intervals.ask} if parts.telegram else {parts.gap.polled: intervals.ask}
    )
    of_desk: Mapping[Work, float] = {parts.desk.desk.visitors.lock_idle: intervals.ask} if parts.desk else {}
    return {
        only_trusted(forget_old): intervals.forget,
        only_trusted(parts.delivery.deliver_due): intervals.deliver,
        only_trusted(parts.doubtful_reports.ask): intervals.ask,
        parts.people.readmission.ask: intervals.ask,
        only_trusted(parts.questions.due): intervals.ask,
        only_trusted(parts.clearing.due): intervals.clear,
        first_code.say_if_needed: intervals.ask,
        only_trusted(stores.seats.keep_use): intervals.ask,
        only_trusted(stores.devices.keep_use): intervals.ask,
        only_trusted(parts.people.lapse.warn): intervals.forget,
        parts.operations.clock_watch.check: intervals.watch_clock,
        **of_telegram,
        **of_desk,
        **parts.operations.works,
    }
