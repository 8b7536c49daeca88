"""Seconds that only go forward."""

import time

import pytest

from bot import since_boot as seconds


@pytest.mark.parametrize("clock", [seconds.ASLEEP_TOO, None])
def test_seconds_go_forward(clock: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seconds, "ASLEEP_TOO", clock)
    before = seconds.since_boot()
    time.sleep(0.001)

    assert before < seconds.since_boot() < before + 60
