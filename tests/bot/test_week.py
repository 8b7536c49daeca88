"""A week at the centre, over a month's end: what is kept, counted and printed is what a plain model says."""

import os
import re
from collections import Counter
from datetime import datetime
from random import Random

import pytest

from reports.analysis.period import Period
from reports.analysis.tally import tally
from storage.database.connection import Database
from storage.figures.counts import Counts
from storage.forms.reader import OWN_FORMS, read_form
from tests.bot.chat_desk import LEADER, OSLO, Desk
from tests.bot.on_duty import ask_at_once
from tests.bot.week_model import ALSO, BACKGROUND, SCREENS, WHAT, WHO, Week
from tests.bot.week_player import ENDS, Player, hours_back

BEGINNING = datetime(2026, 10, 28, 7, 40, tzinfo=OSLO)
SHIFTS = 21
SEEDS = int(os.environ.get("VAKTLOGG_SEEDS", "1"))
FORM = read_form(OWN_FORMS / "call.toml")


@pytest.fixture
def player(desk: Desk) -> Player:
    """Sit down at a desk that asks at handovers at once, and takes a moved clock for time gone by."""
    ask_at_once(desk)
    desk.clock.now = BEGINNING
    return Player(desk)


async def _a_call(player: Player, chance: Random) -> None:
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


async def _second_thoughts(player: Player, chance: Random) -> None:
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


async def _handover(player: Player, chance: Random) -> None:
    message = await player.hand_over()
    shift = max(player.week.asked)
    if chance.random() < 0.25:
        return
    if chance.random() < 0.25:
        await player.miscount(message)
    lacking = chance.choice([0, 0, 1, 2])
    await player.count(message, shift, player.week.logged(shift) + lacking)
    await player.repeat()
    if lacking:
        await player.catch_up(
            message, shift, chance.choice(["Før nå", "Uten detaljer", "Gjaldt noe annet", "Hopp over"])
        )
    await player.finish(message)


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
async def test_a_week_leaves_what_a_plain_model_says(player: Player, seed: int) -> None:
    chance = Random(seed)
    await player.start()
    for number in range(SHIFTS):
        for _ in range(chance.randrange(5)):
            player.desk.clock.move(minutes=chance.randrange(1, 70))
            await _a_call(player, chance)
            if chance.random() < 0.5:
                await _second_thoughts(player, chance)
        if number % 6 == 5:
            await player.leader_voids()
            await player.start()
        await _handover(player, chance)

    printed = [await _printed(player, month) for month in ("2026-10", "2026-11")]
    await player.stop()

    await check(player.desk, player.week)
    assert printed == [player.week.coverage(month) for month in ("2026-10", "2026-11")]


async def _printed(player: Player, month: str) -> tuple[int, ...]:
    """Return the numbers of the line on coverage that a leader reads."""
    leader = player.desk.person(LEADER)
    newest = max((message.id for message in leader.messages), default=0)
    leader.send(f"/stats {month}")
    shown = await leader.wait_for(lambda m: m.id > newest and "Registreringsgrad" in m.text, timeout=20)
    found = re.search(
        r"Registreringsgrad: (?:\d+\s%\s– )?(\d+) av (\d+) anrop .* \((\d+) av (\d+) vakter svarte\)", shown.text
    )
    assert found is not None, shown.text
    return tuple(map(int, found.groups()))


async def check(desk: Desk, week: Week) -> None:
    """Compare the view, the history and the tally with the model."""
    view = desk.rows(
        "SELECT occurred_at, outcome, caller, behalf, agency, reason, crisis, minority, aside, also FROM calls"
    )
    assert Counter(map(_told, view)) == Counter(call.row for call in week.counting)
    assert Counter(what for (what,) in desk.rows("SELECT what FROM change")) == week.changes
    async with Database.open(desk.config.database.path) as database:
        for month in ("2026-10", "2026-11"):
            period = Period.named(month)
            rows = await Counts(database).between("call", period.first, period.after)
            counted = tally(FORM, period, rows)
            told: Counter[tuple[str, str]] = Counter()
            told.update({("outcome", outcome): n for outcome, n in counted.outcomes.items() if n})
            for key, question in counted.questions.items():
                told.update({(key, option): n for option, n in question.options.items() if n})
                told.update({(key, "unknown"): question.unknown} if question.unknown else {})
            assert told == week.tally(month)


def _told(row: tuple[object, ...]) -> tuple[object, object, str]:
    keys = ("caller", "behalf", "agency", "reason", "crisis", "minority", "aside", "also")
    answers = {key: answer for key, answer in zip(keys, row[2:], strict=True) if answer is not None}
    if "also" in answers:
        answers["also"] = re.findall(r"\w+", str(answers["also"]))
    return row[0], row[1], str(answers)
