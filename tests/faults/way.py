"""Faults of the way to Telegram: refusals, broken answers, silence."""

import asyncio
from dataclasses import dataclass

from bot.demo.telegram.faults import InjectedFault, Trouble
from tests.faults.centre import Centre
from tests.faults.fault import Fault

POLLS = ("getUpdates",)
TROUBLES = tuple(trouble for trouble in Trouble if trouble is not Trouble.NOT_FOUND)


@dataclass(frozen=True)
class WayTroubled(Fault):
    """Every so many calls fail for some seconds, polls too, a few times over."""

    key: str
    name: str
    trouble: Trouble
    seconds: float
    rounds: int = 1
    every: int = 1
    retry_after: int = 1

    async def strike(self, centre: Centre) -> None:
        """Let calls fail, until all that were under way are over, and let people recover."""
        for number in range(self.rounds):
            if number:
                await centre.each_registers(2, 60)
            async with centre.struck():
                # In every other round only some calls fail, so that half of a deed is done.
                every = self.every + number % 2 * 2
                for methods in ((), POLLS):
                    centre.telegram.faults.add(
                        InjectedFault(self.trouble, every, methods, retry_after=self.retry_after)
                    )
                await asyncio.sleep(self.seconds)
                centre.telegram.faults.clear()


@dataclass(frozen=True)
class EveryTrouble(Fault):
    """Each person meets another trouble a few times, all at once; then polls fail once in each way."""

    times: int = 2
    name: str = "every trouble of the way"

    async def strike(self, centre: Centre) -> None:
        """Let each trouble strike somebody."""
        async with centre.struck():
            faults = centre.telegram.faults
            for tapper, trouble in zip(centre.people, TROUBLES, strict=True):
                faults.add(InjectedFault(trouble, chats=(tapper.person.id,), times=self.times))
            for trouble in TROUBLES:
                if trouble not in {Trouble.SILENCE, Trouble.LATE_ANSWER}:  # a poll waits 35 s for an answer
                    fault = faults.add(InjectedFault(trouble, methods=POLLS, times=1))
                    await centre.until(lambda fault=fault: fault.struck > 0, 60)  # type: ignore[misc]
                    await centre.asks()  # in between they succeed, or the pauses would grow
            await centre.each_registers(1, 60)
            faults.clear()


def troubles(seconds: float, rounds: int) -> tuple[WayTroubled, ...]:
    """Return each trouble that the way can be in."""
    return (
        WayTroubled("429", "429, retry after 3 s", Trouble.FLOOD, seconds, rounds, retry_after=3),
        WayTroubled("429-long", "429, retry after 30 s", Trouble.FLOOD, seconds, rounds, retry_after=30),
        WayTroubled("500", "500", Trouble.INTERNAL_ERROR, seconds, rounds),
        WayTroubled("502", "502 with HTML", Trouble.GATEWAY_PAGE, seconds, rounds),
        WayTroubled("reset", "connection reset after the request", Trouble.LOST_ANSWER, seconds, rounds),
        WayTroubled("cut", "JSON cut off", Trouble.HALF_ANSWER, seconds, rounds),
        WayTroubled("silence", "no answer, nothing done", Trouble.SILENCE, seconds, rounds),
        WayTroubled("late", "no answer, though done", Trouble.LATE_ANSWER, seconds, rounds),
        WayTroubled("401", "401", Trouble.UNAUTHORIZED, seconds, rounds),
        WayTroubled("409", "409", Trouble.CONFLICT, seconds, rounds),
    )
