"""Keeps a database as today's program leaves it: `python -m tests.upgrades`, once migrations have been added."""

import asyncio
import functools
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.assembly import Intervals, assembled
from bot.config.config import Config
from bot.config.forms import forms_of
from bot.demo.telegram.chats import Kind
from bot.demo.telegram.person import Person, Shown
from reports.analysis.period import Period
from reports.analysis.summary import summary_json
from reports.analysis.summary_reading import summary_of
from storage.database.connection import Database
from storage.database.migration import MIGRATIONS
from storage.figures.counts import Counts
from storage.forms.form import telephone_of
from tests.bot.chat_desk import DUTY, LEADER, OWNER, Clock, Desk, pretend_telegram, until
from tests.bot.tapping import answer_to, opened, tap
from tests.reports.quick_worker import QuickWorker
from tests.upgrades.kept import KeptDatabase, kept_databases

GROUP = -1001
NEWEST = len(list(MIGRATIONS.glob("*.sql")))
CALLS = (("NAV", "Oppfølging", "Nei"), ("Kvinne – seg selv", "KRISE – vold", "Ja"), ("Taus samtale",))


async def figures_of(database: Database, config: Config, today: date) -> dict[str, dict[str, Any]]:
    """Count this year and the one before in each form, as `stats --json` prints it."""
    forms = forms_of(config)
    counts = Counts(database, telephone_of(forms).key)
    return {
        key: {
            str(year): summary_json(await summary_of(counts, form, Period.named(str(year)), today))
            for year in (today.year - 1, today.year)
        }
        for key, form in forms.items()
    }


def main() -> None:
    """Live a day and a report with the newest database of an earlier schema, and keep it as that of today's."""
    last = [kept for kept in kept_databases() if kept.version < NEWEST][-1]
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_keep(last, Path(folder)))


async def _keep(last: KeptDatabase, folder: Path) -> None:
    clock = Clock(last.now)
    async with pretend_telegram(clock) as telegram:
        config = last.config(folder)
        worker = functools.partial(assembled, worker=QuickWorker())
        desk = Desk(folder, telegram, clock, access=config.access, assemble=worker, forms=config.forms)
        desk.reports, desk.intervals = config.reports, Intervals(ask=0.1)
        last.restore(folder / "vaktlogg.db")
        telegram.group(GROUP, "Ledelse", Kind.SUPERGROUP)
        await _live(desk)
    async with Database.open(folder / "vaktlogg.db") as database:
        figures = await figures_of(database, config, clock.now.date())
    told: dict[str, Any] = {
        "name": f"{NEWEST:02}",
        "moment": clock.now.replace(tzinfo=None),
        "figures": figures,
    }
    last.model_copy(update=told).write(folder / "vaktlogg.db")


async def _live(desk: Desk) -> None:
    """Register, correct, undo and decline calls, invite somebody, and deliver what falls due in the next month."""
    desk.take_moved_clock_for_time_gone_by()
    desk.clock.move(days=1)
    duty, owner, leader = desk.person(DUTY), desk.person(OWNER), desk.person(LEADER)
    async with desk.open():
        receipts = [await _registered(duty, *answers) for answers in CALLS]
        await tap(duty, receipts[0].id, "Angre")
        await tap(duty, receipts[1].id, "Endre", "Hva", "Vold")
        await _registered(duty, "Vil ikke registreres")
        await _registered(leader, "Politi", "Vold", "Ikke kjent")
        roles = await answer_to(owner, "/inviter", "Hvem skal inviteres?")
        await opened(owner, roles.id, "Ansatt")
        # Who is not seen to use it for long would be let in no more.
        used = "SELECT used_on FROM seat WHERE number < 4"
        await until(lambda: set(desk.rows(used)) == {(str(desk.clock.now.date()),)})
    following = desk.clock.now + timedelta(days=31)
    desk.clock.now = datetime(following.year, following.month, 3, 8, 10, tzinfo=following.tzinfo)
    await desk.deliver_due()


async def _registered(person: Person, *answers: str) -> Shown:
    choice = await answer_to(person, "/log", "Ny samtale ut")
    form = await opened(person, choice.id, "Ny samtale")
    return await tap(person, form.id, *answers)


if __name__ == "__main__":
    main()
