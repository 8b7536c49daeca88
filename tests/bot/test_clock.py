"""A machine whose clock goes wrong, with the real bot: nothing is sent or forgotten for it, and all is saved."""

import functools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.assembly import Intervals, assembled
from bot.demo.telegram.server import PretendTelegram
from storage.deliveries.chats import REPORTS
from tests.bot.chat_desk import NOON, OSLO, OWNER, TOKEN, Clock, Desk, bot_of, until
from tests.bot.leadership import bind_group, group_of, shown, texts_of
from tests.bot.tapping import call, fresh, labels, tap
from tests.reports.quick_worker import QuickWorker

YEAR, DAY = timedelta(days=365), timedelta(days=1)
OFTEN = Intervals(forget=0.1, deliver=0.1, ask=0.1, clear=0.1, watch_clock=0.1)
DOUBT, AGAIN = "Klokka på maskinen er ikke til å stole på", "Klokka er riktig igjen."
KEPT = "SELECT length(recorded_at), recorded_by IS NOT NULL, occurred_at FROM record WHERE recorded_by IS NOT NULL"
REPORT = datetime(2026, 11, 3, 9, tzinfo=OSLO)


@dataclass
class WrongClock(Clock):
    """A machine's clock, which may be beside the true one."""

    off_by: timedelta = timedelta()

    def __call__(self) -> datetime:  # noqa: D102 - a clock tells the time
        return self.now + self.off_by


@dataclass
class Machine:
    """A desk, and the clock of the machine that it stands on."""

    desk: Desk
    clock: WrongClock

    @property
    def told(self) -> list[str]:
        """What the administrator has been told."""
        return [message.text for message in self.desk.person(OWNER).messages if message.from_bot]

    async def doubted(self, off_by: timedelta) -> None:
        """Let the clock leap, and wait until the administrator knows."""
        self.clock.off_by = off_by
        await until(lambda: any(text.startswith(DOUBT) for text in self.told))

    async def set_right(self) -> None:
        """Set the clock right, and wait until the administrator knows."""
        self.clock.off_by = timedelta()
        await until(lambda: any(text.startswith(AGAIN) for text in self.told))


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    """Bind a group on the evening before the day of report; Telegram's clock is always right."""
    clock = WrongClock()
    telegram = PretendTelegram(token=TOKEN, clock=lambda: clock.now)
    await telegram.start()
    desk = Desk(tmp_path, telegram, clock, intervals=OFTEN, clears=True)
    desk.assemble = functools.partial(assembled, worker=QuickWorker())
    await bind_group(desk)
    yield Machine(desk, clock)
    await telegram.stop()


async def test_while_the_clock_is_a_year_ahead_nothing_is_sent_or_forgotten_and_calls_get_the_hour_that_is_said(
    machine: Machine,
) -> None:
    desk, person = machine.desk, machine.desk.person()
    async with desk.open():
        await call(person)
        kept = desk.rows(KEPT)
        await machine.doubted(YEAR)
        asked = await tap(person, (await fresh(person)).id, "Politi")
        assert asked.text.startswith("Når var samtalen?")
        assert labels(asked) == ["20–21", "19–20", "18–19", "17–18"]
        receipt = await tap(person, asked.id, "18–19", "Vold", "Nei")
        await machine.set_right()

        assert receipt.text.endswith("Mandag 2. november, kl.\u00a018–19")
        assert desk.rows(KEPT)[:1] == kept == [(13, 1, "2026-11-02T20")]
        assert desk.rows("SELECT occurred_at FROM record ORDER BY id DESC LIMIT 1") == [("2026-11-02T18",)]
        assert desk.rows("SELECT * FROM delivery") == []
        assert not any("rapport for" in text for text in texts_of(group_of(desk)))
        for day, heading in ((REPORT, "oktober 2026"), (datetime(2026, 12, 3, 9, tzinfo=OSLO), "november 2026")):
            machine.clock.now = day
            await shown(group_of(desk), f"Månedsrapport for {heading}")

    assert sum("Månedsrapport" in text for text in texts_of(group_of(desk))) == 2


async def test_a_clock_that_is_set_back_a_day_lets_calls_be_saved_in_the_present(machine: Machine) -> None:
    desk, person = machine.desk, machine.desk.person()
    async with desk.open():
        await machine.doubted(-DAY)
        asked = await tap(person, (await fresh(person)).id, "Politi")
        await tap(person, asked.id, "20–21", "Vold", "Nei")
        await machine.set_right()

    assert desk.rows("SELECT occurred_at FROM record ORDER BY id DESC LIMIT 1") == [("2026-11-02T20",)]


async def test_after_a_week_off_without_a_network_reports_and_forgetting_wait_until_telegram_answers(
    machine: Machine,
) -> None:
    desk = machine.desk
    desk.clock.now = REPORT + 7 * DAY
    address = desk.config
    await desk.telegram.stop()
    async with desk.assemble(address, TOKEN, desk.clock, intervals=OFTEN) as parts:
        await bot_of(parts)._request[1].initialize()
        deliver = parts.operations.clock_watch.only_trusted(parts.delivery.deliver_due)
        await deliver()
        before = desk.rows("SELECT * FROM delivery")
        assert (parts.clock.state, parts.clock()) == ("unconfirmed", desk.clock.now)
        await desk.telegram.start(int(address.telegram.api_url.rpartition(":")[2].partition("/")[0]))
        parts.operations.clock_watch._watching.asked_at = None  # it would be asked again in some seconds
        await deliver()

    assert before == []
    assert desk.rows("SELECT period, state FROM delivery") == [("2026-10", "sent")]


async def test_reports_that_a_wrong_clock_has_marked_as_sent_come_in_their_time(machine: Machine) -> None:
    desk = machine.desk
    async with desk.assemble(desk.config, TOKEN, desk.clock) as parts:
        for report, period in zip(REPORTS, ("2026-11", "2026-T3", "2026"), strict=True):
            await parts.database.write(
                "INSERT INTO delivery (report, period, chat, state, tally) VALUES (?, ?, 1, 'sent', '{}')",
                (report, period),
            )
    machine.clock.now = REPORT
    async with desk.open():
        await shown(group_of(desk), "Månedsrapport for oktober 2026")
        await until(lambda: any("Merket som sendt før periodene var over: 3" in text for text in machine.told))
        machine.clock.now = datetime(2027, 1, 3, 9, tzinfo=OSLO)
        await shown(group_of(desk), "Årsrapport for 2026")

    assert [
        (period, state) for period, state in desk.rows("SELECT period, state FROM delivery") if state != "sent"
    ] == []


async def test_a_restart_beside_a_note_of_the_future_trusts_telegram_and_notes_the_present(
    machine: Machine,
) -> None:
    desk = machine.desk
    async with desk.assemble(desk.config, TOKEN, desk.clock) as parts:
        await parts.database.write("UPDATE polling SET last_seen = '2027-11-03T08:00+01:00'")
    machine.clock.now = NOON
    async with desk.open():
        await call(desk.person())
        await until(lambda: desk.rows("SELECT last_seen FROM polling") == [("2026-11-03T14:20+01:00",)])

    assert not any(text.startswith(DOUBT) for text in machine.told)
