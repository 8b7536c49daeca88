"""Whatever is tapped in whatever order, with restarts and repeats in between, leaves what the plain model says."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.demo.telegram.server import PretendTelegram
from tests.bot.chat_desk import OSLO, TOKEN, Clock, Desk
from tests.bot.on_duty import ask_at_once
from tests.bot.week_model import ALSO, BACKGROUND, SCREENS, WHAT, WHO, Call
from tests.bot.week_notes import ENDS, hours_back
from tests.bot.week_player import Player
from tests.bot.week_script import check

BEGINNING = datetime(2026, 10, 30, 16, 10, tzinfo=OSLO)
HOURS = st.sampled_from([24, 26, 31, 50])


class Centre(RuleBasedStateMachine):
    """A centre on the last days of October: one duty phone, one leader, and a machine that is restarted."""

    @initialize()
    def open(self) -> None:
        """Sit down at a fresh desk, in a loop of its own."""
        self.loop, self.folder = asyncio.new_event_loop(), TemporaryDirectory()
        clock = Clock(BEGINNING)
        self.telegram = PretendTelegram(token=TOKEN, clock=clock)
        self._do(self.telegram.start())
        self.desk = Desk(Path(self.folder.name), self.telegram, clock)
        ask_at_once(self.desk)
        self.player = Player(self.desk)
        self._do(self.player.start())

    def _do(self, action: Coroutine[Any, Any, object]) -> None:
        self.loop.run_until_complete(action)

    @rule(minutes=st.integers(1, 90))
    def time_passes(self, minutes: int) -> None:
        """Let time pass within the shift."""
        clock = self.player.desk.clock
        if (clock.now + timedelta(minutes=minutes)).hour < 22:
            clock.move(minutes=minutes)

    @rule(
        who=st.sampled_from([*WHO, *ENDS]),
        what=st.sampled_from(list(WHAT)),
        background=st.sampled_from(list(BACKGROUND)),
        late=st.none() | HOURS,
    )
    def call(self, who: str, what: str, background: str, late: int | None) -> None:
        """Register a call of now, or a late one."""
        self._do(self.player.call(who, what, background, hours_back(self.player.now, late) if late else None))

    @rule(who=st.sampled_from(list(WHO)))
    def slip(self, who: str) -> None:
        """Tap the wrong one on a fresh form, and go back."""
        self._do(self.player.slip(who))

    def _own(self, data: st.DataObject, *, voided: bool = False) -> Call | None:
        mine = [call for call in self.player.own if call.voided == voided]
        return data.draw(st.sampled_from(mine)) if mine else None

    @rule(data=st.data(), background=st.sampled_from(list(BACKGROUND)))
    def one_more(self, data: st.DataObject, background: str) -> None:
        """Register one more like a call."""
        if call := self._own(data):
            self._do(self.player.again(call, background))

    @rule(data=st.data(), screen=st.sampled_from(list(SCREENS)))
    def correct(self, data: st.DataObject, screen: str) -> None:
        """Ask a screen of a call again."""
        if call := self._own(data):
            self._do(self.player.correct(call, screen, data.draw(st.sampled_from(list(SCREENS[screen])))))

    @rule(data=st.data())
    def mention(self, data: st.DataObject) -> None:
        """Say what else was mentioned, or take it away."""
        if call := self._own(data):
            others = [label for label, option in ALSO.items() if option != call.answers["reason"]]
            self._do(self.player.mention(call, data.draw(st.sampled_from(others))))

    @rule(data=st.data(), hours=HOURS)
    def move(self, data: st.DataObject, hours: int) -> None:
        """Say when a call was."""
        if call := self._own(data):
            self._do(self.player.move(call, hours_back(self.player.now, hours)))

    @rule(data=st.data(), voided=st.booleans())
    def void(self, data: st.DataObject, voided: bool) -> None:
        """Take a call back, or bring it back."""
        if call := self._own(data, voided=not voided):
            self._do(self.player.void(call, voided=voided))

    @rule(data=st.data())
    def decline(self, data: st.DataObject) -> None:
        """Correct a call to one who did not want to be registered."""
        if call := self._own(data):
            self._do(self.player.decline(call))

    @rule()
    def the_leader_takes_one_back(self) -> None:
        """Let the leader take back a call found in /last."""
        self._do(self.player.leader_voids())

    @precondition(lambda self: self.player.last is not None)
    @rule()
    def the_last_tap_comes_again(self) -> None:
        """Tap again what settled something."""
        self._do(self.player.repeat())

    @rule()
    def restart(self) -> None:
        """Stop the bot and start it again."""
        self._do(self.player.start())

    @rule(
        lacking=st.none() | st.integers(0, 2),
        how=st.sampled_from(["Før nå", "Uten detaljer", "Gjaldt noe annet", "Hopp over"]),
        slip=st.booleans(),
    )
    def hand_over(self, lacking: int | None, how: str, slip: bool) -> None:
        """End the shift; say nothing, or how many calls the telephone shows, after a slip perhaps."""
        self._do(self._hand_over(lacking, how, slip=slip))

    async def _hand_over(self, lacking: int | None, how: str, *, slip: bool) -> None:
        message = await self.player.hand_over()
        if slip:
            await self.player.miscount(message)
        if lacking is None:
            return
        shift = max(self.player.week.asked)
        await self.player.count(message, shift, self.player.week.logged(shift) + lacking)
        if lacking:
            await self.player.catch_up(message, shift, how)
        await self.player.finish(message)

    def teardown(self) -> None:
        """Compare what is kept with the model, and close."""
        if not hasattr(self, "player"):
            return
        try:
            self._do(self.player.stop())
            self._do(check(self.desk.config.database.path, self.player.week))
        finally:
            self._do(self.telegram.stop())
            self._do(self.loop.shutdown_default_executor())
            self.loop.close()
            self.folder.cleanup()


TestCentre = Centre.TestCase
TestCentre.settings = settings(
    max_examples=6, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
