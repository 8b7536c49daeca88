"""A desk where a shift is about to end, and those who are asked about it."""

from dataclasses import replace

from bot.config.sections import Access, ShiftsSection
from bot.demo.telegram.person import Person, Shown
from tests.bot.chat_desk import DUTY, LEADER, OWNER, Desk
from tests.bot.tapping import answer_to, fresh, newest

OTHER = 14
STAFF = Access(owners=[OWNER], leaders=[LEADER], staff=[DUTY, OTHER])
QUESTION = "Hvor mange besvarte anrop inn viser telefonen?"
SHIFT = "SELECT began, step, counted, outgoing FROM shift"


def ask_at_once(desk: Desk) -> None:
    """Ask at handovers at once, and take a moved clock for time gone by."""
    desk.intervals = replace(desk.intervals, ask=0.1)
    desk.take_moved_clock_for_time_gone_by()
    desk.shifts = ShiftsSection()


async def on_duty(desk: Desk, seat: int = DUTY) -> Person:
    """Greet the bot, and wait until it knows since when to ask."""
    person = desk.person(seat)
    await answer_to(person, "/start", "Ny samtale")
    while not desk.rows("SELECT since FROM shifts_since"):
        await fresh(person)
    return person


async def asked_about(desk: Desk, person: Person, **later: float) -> Shown:
    """Let the day shift end, and return the question."""
    before = newest(person)
    desk.clock.move(**(later or {"minutes": 45}))
    return await person.wait_for(lambda m: m.id > before and m.text.startswith("Vakten"))
