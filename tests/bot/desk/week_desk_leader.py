"""What the leader does in the week that is played at the desk."""

from tests.bot.desk.inhouse import Browser
from tests.bot.desk.shift_parts import opened, row, sources
from tests.bot.week_coverage import numbers
from tests.bot.week_notes import Notes


async def take_back_oldest(leader: Browser, notes: Notes) -> None:
    """Take back the oldest call of this shift's list that counts, if there is one."""
    listed = sources(await opened(leader, "/shift"))
    calls = {notes.sources.get(id(call)): call for call in notes.week.calls if not call.voided}
    for source in reversed([source for source in listed if source in calls]):
        leader.page = row(await opened(leader, f"/shift?call={source}"), source)
        await leader.press("Angre")
        notes.taken_back(calls[source])
        return


async def printed_coverage(leader: Browser, month: str) -> tuple[int, ...]:
    """Return the numbers of the line on coverage that a leader reads."""
    return numbers((await opened(leader, f"/figures?period={month}")).text)
