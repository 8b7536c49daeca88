"""How polling goes on: failed polls count as well as others, and a long absence is known when it is over."""

from dataclasses import dataclass

import pytest

from bot.host.polls import LONG_AWAY, LONGEST_POLL, Polls


@dataclass
class Seconds:
    """A clock of seconds that stands until it is moved."""

    now: float = 1000.0

    def __call__(self) -> float:  # noqa: D102 - a clock tells the time
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    """Hand out a clock."""
    return Seconds()


def test_a_first_poll_that_never_ends_is_noticed(seconds: Seconds) -> None:
    polls = Polls(seconds)

    seconds.now += LONGEST_POLL
    in_time = polls.go_round
    seconds.now += 1

    assert (in_time, polls.go_round) == (True, False)


def test_polls_that_fail_go_round_for_ever(seconds: Seconds) -> None:
    polls = Polls(seconds)
    for _ in range(1000):
        seconds.now += 60
        polls.failed(30)

    assert polls.go_round


def test_a_pause_that_telegram_asks_for_is_no_standstill(seconds: Seconds) -> None:
    polls = Polls(seconds)
    polls.failed(86_400)
    seconds.now += 86_400 + LONGEST_POLL

    assert polls.go_round


def test_of_an_absence_that_is_over_it_is_known_how_long_it_was_until_it_is_told(seconds: Seconds) -> None:
    polls = Polls(seconds)
    polls.failed(0)
    seconds.now += LONG_AWAY + 60
    polls.failed(0)
    while_away = (polls.away, polls.was_away)
    polls.answered()
    polls.answered()
    over = (polls.away, polls.was_away)
    polls.told()

    assert while_away == (LONG_AWAY + 60, 0.0)
    assert over == (0.0, LONG_AWAY + 60)
    assert polls.was_away == 0


def test_a_short_absence_is_not_told(seconds: Seconds) -> None:
    polls = Polls(seconds)
    polls.failed(0)
    seconds.now += LONG_AWAY - 1
    polls.answered()

    assert polls.was_away == 0


def test_a_long_absence_is_logged_once(seconds: Seconds, caplog: pytest.LogCaptureFixture) -> None:
    polls = Polls(seconds)
    for _ in range(40):
        polls.failed(0)
        seconds.now += 60

    assert caplog.messages == ["Telegram has not answered for 30 minutes; it is tried on and on"]
