"""What happens in a week at the centre, by whatever way in it is played, and how what it leaves is checked."""

import os
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Protocol

from bot.config.sections import Privacy
from reports.analysis.period import Period
from reports.analysis.tally import tally
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.reader import OWN_FORMS, read_form
from tests.bot.chat_desk import OSLO
from tests.bot.week_model import ALSO, BACKGROUND, SCREENS, WHAT, WHO, Call, Week
from tests.bot.week_notes import ENDS, WITHOUT_MORE, hours_back
from tests.storage.rows import rows

BEGINNING = datetime(2026, 10, 28, 7, 40, tzinfo=OSLO)
MONTHS = ("2026-10", "2026-11")
SHIFTS = 21
SEEDS = range(1, int(os.environ.get("VAKTLOGG_SEEDS", "1")) + 1)
PRIVACY = Privacy(coarsen_days=30)
"""All hours are kept for as long as the week lasts: the model cuts none."""
FORM = read_form(OWN_FORMS / "call.toml")


class WeekPlayer(Protocol):
    """Plays the duty seat and the leader by one of the ways in, and keeps the ``week`` beside.

    A handover is what `hand_over` has returned.
    """

    @property
    def week(self) -> Week:
        """What ought to come of it."""

    @property
    def now(self) -> datetime:
        """The time on the wall."""

    @property
    def own(self) -> list[Call]:
        """The latest calls that may be corrected."""

    async def start(self) -> None:
        """Start the program, or start it again."""

    async def stop(self) -> None:
        """Stop the program."""

    def wait(self, minutes: int) -> None:
        """Let time pass."""

    async def repeat(self) -> None:
        """Do once more what was done last."""

    async def call(self, who: str, what: str, background: str, back: datetime | None = None) -> Call:
        """Register a call, of now or of an earlier hour; or one that ends at once."""

    async def slip(self, who: str) -> None:
        """Begin a call, and think better of it."""

    async def again(self, call: Call, background: str) -> Call:
        """Register one more like a call."""

    async def correct(self, call: Call, screen: str, label: str) -> None:
        """Ask a screen of a call again."""

    async def decline(self, call: Call) -> None:
        """Correct a call to one who did not want to be registered."""

    async def mention(self, call: Call, label: str) -> None:
        """Say what else was mentioned, or take it away again."""

    async def move(self, call: Call, hour: datetime) -> None:
        """Say when a call was."""

    async def void(self, call: Call, *, voided: bool) -> None:
        """Take a call back, or bring it back."""

    async def leader_voids(self) -> None:
        """Let the leader take a call back."""

    async def hand_over(self) -> int:
        """Let time pass until the shift is over and asked about."""

    async def count(self, handover: int, shift: str, number: int) -> None:
        """Say how many calls the telephone showed."""

    async def miscount(self, handover: int) -> None:
        """Say a wrong number, and go back."""

    async def catch_up(self, handover: int, shift: str, how: str) -> None:
        """Do something about the calls that a shift lacks."""

    async def finish(self, handover: int) -> None:
        """Say nothing of calls out."""

    async def printed(self, month: str) -> tuple[int, ...]:
        """Return the numbers of the line on coverage that a leader reads."""


async def play_week(player: WeekPlayer, chance: Random) -> list[tuple[int, ...]]:
    """Play the week from its beginning, with restarts between; return what is printed on each month's coverage."""
    await player.start()
    for number in range(SHIFTS):
        for _ in range(chance.randrange(5)):
            player.wait(chance.randrange(1, 70))
            await _a_call(player, chance)
            if chance.random() < 0.5:
                await _second_thoughts(player, chance)
        if number % 6 == 5:
            await player.leader_voids()
            await player.start()
        await _handover(player, chance)

    printed = [await player.printed(month) for month in MONTHS]
    await player.stop()
    return printed


async def _a_call(player: WeekPlayer, chance: Random) -> None:
    who, what, background = (chance.choice(list(screen)) for screen in (WHO, WHAT, BACKGROUND))
    if chance.random() < 0.2:
        who = chance.choice(list(ENDS))
    back = hours_back(player.now, chance.choice([24, 30, 49, 73])) if chance.random() < 0.2 else None
    if chance.random() < 0.2:
        await player.slip(chance.choice(list(WHO)))
    call = await player.call(who, what, background, back)
    if chance.random() < 0.2:
        await player.repeat()
    if call.outcome == "registered" and chance.random() < 0.2:
        await player.again(call, chance.choice(list(BACKGROUND)))


async def _second_thoughts(player: WeekPlayer, chance: Random) -> None:
    if not player.own:
        return
    call = chance.choice(player.own)
    if call.voided:
        await player.void(call, voided=False)
    elif (kind := chance.randrange(6)) == 0:
        await player.void(call, voided=True)
    elif kind == 1:
        await player.move(call, hours_back(player.now, chance.choice([24, 26, 50])))
    elif kind == 2:
        await player.mention(call, chance.choice([k for k, v in ALSO.items() if v != call.answers["reason"]]))
    elif kind == 3 and chance.random() < 0.4:
        await player.decline(call)
    else:
        screen = chance.choice(list(SCREENS))
        answers = SCREENS[screen]
        other = [label for label in answers if not answers[label].items() <= call.answers.items()]
        await player.correct(call, screen, chance.choice(other))
    if chance.random() < 0.3:
        await player.repeat()


async def _handover(player: WeekPlayer, chance: Random) -> None:
    handover = await player.hand_over()
    shift = max(player.week.asked)
    if chance.random() < 0.25:
        return
    if chance.random() < 0.25:
        await player.miscount(handover)
    lacking = chance.choice([0, 0, 1, 2])
    await player.count(handover, shift, player.week.logged(shift) + lacking)
    await player.repeat()
    if lacking:
        await player.catch_up(handover, shift, chance.choice(["Før nå", *WITHOUT_MORE, "Hopp over"]))
    await player.finish(handover)


async def check(database: Path, week: Week) -> None:
    """Compare the view, the history and the tally with the model."""
    view = rows(
        database,
        "SELECT occurred_at, outcome, caller, behalf, agency, reason, crisis, minority, aside, also FROM calls",
    )
    kept: Counter[tuple[object, ...]] = Counter(map(_told, view))
    played: Counter[tuple[object, ...]] = Counter(call.row for call in week.counting)
    assert kept == played, (kept - played, played - kept)
    assert Counter(what for (what,) in rows(database, "SELECT what FROM change")) == week.changes
    async with Database.open(database) as opened:
        for month in MONTHS:
            assert await _tallied(opened, month) == week.tally(month)


async def _tallied(database: Database, month: str) -> Counter[tuple[str, str]]:
    period = Period.named(month)
    counted = tally(FORM, period, await Counts(database).between("call", period.first, period.after))
    told: Counter[tuple[str, str]] = Counter()
    told.update({("outcome", outcome): n for outcome, n in counted.outcomes.items() if n})
    for key, question in counted.questions.items():
        told.update({(key, option): n for option, n in question.options.items() if n})
        told.update({(key, "unknown"): question.unknown} if question.unknown else {})
    return told


def _told(row: tuple[object, ...]) -> tuple[object, object, str]:
    keys = ("caller", "behalf", "agency", "reason", "crisis", "minority", "aside", "also")
    answers = {key: answer for key, answer in zip(keys, row[2:], strict=True) if answer is not None}
    if "also" in answers:
        answers["also"] = re.findall(r"\w+", str(answers["also"]))
    return row[0], row[1], str(answers)
