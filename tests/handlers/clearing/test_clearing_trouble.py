"""Clearing where Telegram refuses, or somebody taps meanwhile."""

import logging
from dataclasses import replace

import pytest

from handlers.clearing.clearing import MOST_AT_ONCE
from handlers.conversation import Gone, Handle, NotShown, Refused
from handlers.view import View
from tests.handlers.centre import LEADER, Centre
from tests.handlers.clearing.watched import WatchedCentre, said


@pytest.fixture
def watched(centre: Centre) -> WatchedCentre:
    """Watch what is shown at a centre."""
    return WatchedCentre(centre)


async def test_what_can_be_deleted_no_more_is_replaced_by_a_neutral_line(watched: WatchedCentre) -> None:
    form = await watched.write("log")
    await watched.tap("NAV")
    watched.sees().keeps = True

    await watched.later(50)

    assert said(watched.view(form)) == ("Ryddet bort.", [])
    assert await watched.rows() == []


@pytest.mark.parametrize("refusal", [Refused("bot was blocked by the user"), Gone("message to edit not found")])
async def test_what_can_never_be_changed_is_given_up_and_logged_without_numbers(
    watched: WatchedCentre, refusal: NotShown, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await watched.call()

    async def refused(*_: object) -> None:
        raise refusal

    monkeypatch.setattr(watched.sees(), "replace", refused)
    await watched.later(12)

    assert [row[1] for row in await watched.rows()] == ["fresh"]
    [line] = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert line == f"A message cannot be cleared, and is left: {refusal}"


async def test_what_cannot_be_shown_just_now_is_cleared_later_and_does_not_keep_other_chats_waiting(
    watched: WatchedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    duty, leader = await watched.call(), await watched.call(seat=LEADER)
    shown = watched.sees()

    async def later(*_: object) -> None:
        raise NotShown("too many requests")

    with monkeypatch.context() as patched:
        patched.setattr(shown, "replace", later)
        await watched.later(12)
    assert "NAV" in said(watched.view(duty))[0]
    assert said(watched.view(leader, seat=LEADER))[0] == "Registrert."

    await watched.clearing.due()

    assert said(watched.view(duty))[0] == "Registrert."


async def test_no_more_are_cleared_at_a_time_than_telegram_likes(watched: WatchedCentre) -> None:
    forms = [await watched.write("log") for _ in range(MOST_AT_ONCE + 5)]

    await watched.later(12)
    left = len(watched.sees().views)
    await watched.clearing.due()

    assert left == 5
    assert list(watched.sees().views) == forms[-1:]


async def test_a_tap_meanwhile_is_not_overwritten(watched: WatchedCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is read; then somebody taps on a message that was due."""
    await watched.call(seat=LEADER)
    receipt = await watched.call()
    replaced = watched.sees(LEADER).replace

    async def tapping(message: Handle, view: View) -> None:
        await watched.tap("Endre", "Hva")
        await replaced(message, view)

    monkeypatch.setattr(watched.sees(LEADER), "replace", tapping)

    await watched.later(12)

    assert "Hva gjaldt samtalen?" in said(watched.view(receipt))[0]
    await watched.later(12)
    assert said(watched.view(receipt))[0] == "Registrert."


async def test_a_receipt_whose_form_is_not_in_use_any_more_is_cleared_all_the_same(watched: WatchedCentre) -> None:
    receipt = await watched.call()
    clearing = watched.clearing
    watched.__dict__["clearing"] = replace(clearing, receipts=replace(clearing.receipts, forms={}))

    await watched.later(12)

    assert said(watched.view(receipt)) == ("Registrert.", [])
