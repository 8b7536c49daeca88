"""Two quick taps at one place, on every button of every screen, keep what the first alone would have kept."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as Folder

import pytest

from handlers.tap.form_tap import AT, DAY, FormTap
from handlers.view import Button
from tests.bot.telegram.every_button import SLOWLY, Moment, Path, Walk, kept, target
from tests.bot.telegram.finger import Finger, Target, hit_again
from tests.example_forms import VISITS
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre, end_shift, open_centre
from tests.storage.binding import bind

GROUP = -7
FAR, PAUSES = (0, 150, 500), (60, 250, 500)
"""How far away Telegram is, and the pause between two taps, in milliseconds."""
BROKEN_OFF = ("Avbrutt", "Ingenting er endret")


@dataclass(frozen=True)
class Start:
    """Where somebody begins: what they write, or else what has come by itself."""

    centre: Centre
    moment: Moment
    command: str | None
    seat: int

    async def begin(self) -> Finger:
        """Bring back the moment; write the command on an empty screen."""
        await self.moment.bring_back()
        finger = Finger(self.centre, self.seat)
        if self.command:
            finger.screen.views.clear()
            await finger.write(self.command)
        return finger


ENDS = [f"{end} → {end}" for end in ("Vil ikke registreres", "Taus samtale", "Feil nummer/annet")]
ABOVE = "what stands above comes down as the tapped message grows smaller"
LEFT_TO_THE_CLOCK = {  # the places of the buttons see to all the rest
    "/log": [*ENDS, "Én til som denne → Nei", "Én til som denne → Ikke kjent", ABOVE],
    "the next call": ["a day → an hour", *ENDS],
    "/last": [],
    "/shifts": [],
    "/chats": ["bokmål → nynorsk", "✓ Måned → Måned", "✓ Tertial → Tertial", "✓ År → År"],
    "the question about a shift": [
        f"an hour → {end}" for end in ("Vil ikke registreres", "Taus samtale", "Feil nummer/annet")
    ],
}
STARTS = list(LEFT_TO_THE_CLOCK)
SEATS = {"/shifts": LEADER, "/chats": OWNER}
"""Who begins; at every other start it is the duty phone."""
SEEN_FOR = sorted({pause - far for far in FAR for pause in PAUSES if pause >= far})
"""How long the screen that the first tap led to may have been seen at the second."""


@pytest.fixture
async def centre(tmp_path: Folder) -> AsyncIterator[Centre]:
    """Open a centre with a bound chat, asked about its shift, where every kind of call is kept and one undone."""
    async with open_centre(tmp_path, ask=True) as centre:
        chats = centre.cases.stores.chats
        await bind(chats, GROUP, "2026-11-03T14:00")
        await centre.write("log")
        await centre.tap("NAV", "Vold", "Ja", "Angre", "Taus samtale", "Vil ikke registreres", "NAV", "Vold", "Ja")
        await end_shift(centre)
        await centre.tap("6 eller flere", "7", "Uten detaljer", "31 eller flere", "31")
        yield centre


async def _start(centre: Centre, name: str) -> Start:
    centre.sees().views.clear()
    if name == "the next call":
        await centre.write("log")
        await centre.tap("NAV", "Vold", "Ja")
    if name == "the question about a shift":
        centre.move(days=1)
        await end_shift(centre)
    command = name[1:] if name.startswith("/") else None
    return Start(centre, await Moment.of(centre), command, SEATS.get(name, DUTY))


async def _walk(centre: Centre, name: str) -> tuple[Walk, list[Path]]:
    """Return every path from a start; what `/log` leads to is walked from there alone."""
    start = await _start(centre, name)
    walk = Walk(start.begin)
    if name not in {"/log", "the next call"}:
        form = Walk(replace(start, command="log", seat=DUTY).begin)
        await form.paths()
        walk.known = form.known
    return walk, list(await walk.paths())


@pytest.mark.parametrize("start", STARTS)
async def test_a_button_tapped_again_before_its_screen_changes_keeps_no_more(centre: Centre, start: str) -> None:
    walk, paths = await _walk(centre, start)
    for path in paths:
        finger = await walk.go(path[:-1])
        tapped = target(finger, path[-1])
        await finger.tap(tapped)
        at_once = await kept(centre)

        await finger.tap(tapped)

        assert await kept(centre) == at_once, _name(tapped.button)


@pytest.mark.parametrize(("start", "left"), LEFT_TO_THE_CLOCK.items())
async def test_what_comes_under_the_finger_keeps_and_breaks_off_nothing_but_for_what_is_left_to_the_clock(
    centre: Centre, start: str, left: Sequence[str]
) -> None:
    walk, paths = await _walk(centre, start)

    assert await _kept_by_the_second_tap(walk, paths) == left


async def test_so_it_is_with_a_form_that_has_every_turn(tmp_path: Folder) -> None:
    async with open_centre(tmp_path, form=VISITS) as centre:
        walk = Walk(Start(centre, await Moment.of(centre), "log", DUTY).begin)

        assert await _kept_by_the_second_tap(walk, await walk.paths()) == [
            "Snudde i døra → Angre",
            "Snudde i døra → Snudde i døra",
            "Uten detaljer → Angre",
            "Uten detaljer → Uten detaljer",
            "Vil ikke registreres → Vil ikke registreres",
            "Hvem kom → Uten detaljer",
            "Ferdig → Avbryt",
        ]


async def _kept_by_the_second_tap(walk: Walk, paths: Sequence[Path]) -> Sequence[str]:
    """Return the pairs of taps of which the second, if believed, keeps or breaks off; in haste it never is."""
    found: dict[str, None] = {}
    for path in paths:
        for number in range(len((await _after_a_tap(walk, path))[-1])):
            if (line := await _tap_again(walk, path, number, pause=SLOWLY)) is not None:
                found[line] = None
                caught = [await _tap_again(walk, path, number, pause=pause / 1000) for pause in SEEN_FOR]
                assert caught == [None] * len(caught), line
    return list(found)


async def _after_a_tap(walk: Walk, path: Path) -> tuple[Finger, Target, list[Target]]:
    """Walk the path; return its last button, and those that the finger may then be above."""
    finger = await walk.go(path[:-1])
    before, first = dict(finger.screen.views), target(finger, path[-1])
    await finger.tap(first)
    return finger, first, list(hit_again(before, first, finger.screen.views))


async def _tap_again(walk: Walk, path: Path, number: int, *, pause: float) -> str | None:
    """Walk the path and tap what is then under the finger; say which two taps it was if that kept something."""
    finger, first, targets = await _after_a_tap(walk, path)
    at_once, said = await kept(finger.centre), len(finger.screen.notices)
    finger.now += pause
    second = targets[number]
    await finger.tap(second)
    heard = [finger.screen.views[second.message].text, *finger.screen.notices[said:]]
    if await kept(finger.centre) == at_once and not any(words in text for words in BROKEN_OFF for text in heard):
        return None
    return ABOVE if second.message < first.message else f"{_name(first.button)} → {_name(second.button)}"


def _name(button: Button) -> str:
    """Return a button's label; for those of days and hours, of which there are many, what they are."""
    press = button.tap.press if isinstance(button.tap, FormTap) else None
    return {DAY: "a day", AT: "an hour"}.get(str(press), button.label)
