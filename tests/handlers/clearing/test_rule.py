"""When a message is cleared, and of what: every case in its order."""

import pytest

from handlers.clearing.rule import ClearingRule, Step
from storage.forms.question import Outcome
from storage.hour import Hour
from storage.messages.messages import NO_HOUR, MessageNote, MessagePlace, NotedMessage, Stage
from storage.people.seat import Role

NOW = Hour.parse("2026-11-04T14")
PLACE = MessagePlace(11, 5)


def _receipt(stage: Stage, shown: int, recorded: int | None, *, voided: bool = False) -> NotedMessage:
    """Return a receipt shown and recorded so many hours ago; one without a record has lost it."""
    source, at = (None, None) if recorded is None else ("Zz09-_aBcD", str(NOW.earlier(recorded)))
    note = MessageNote(stage, str(NOW.earlier(shown)), source)
    return NotedMessage(PLACE, note, at, "registered" if at else None, voided)


@pytest.mark.parametrize(
    ("stage", "shown", "newest", "role", "step"),
    [
        pytest.param("form", 0, False, "staff", None, id="a form in use"),
        pytest.param("form", 11, False, "staff", None, id="a form just before"),
        pytest.param("form", 12, False, "staff", "remove", id="a form that was left"),
        pytest.param("form", 500, False, "leader", "remove", id="a form, the bot was off"),
        pytest.param("form", 0, False, None, "remove", id="a form of a seat that is gone"),
        pytest.param("fresh", 12, False, "staff", "remove", id="an older first screen"),
        pytest.param("fresh", 11, False, "staff", None, id="an older first screen, not yet"),
        pytest.param("fresh", 11, True, "staff", None, id="the first screen at hand"),
        pytest.param("fresh", 500, True, "staff", "forget", id="the first screen at hand, for long"),
        pytest.param("fresh", 0, True, None, "remove", id="the first screen at hand of a seat that is gone"),
    ],
)
def test_a_form_is_taken_away_and_the_newest_untouched_one_stays(
    stage: Stage, shown: int, newest: bool, role: Role | None, step: Step | None
) -> None:
    noted = NotedMessage(PLACE, MessageNote(stage, str(NOW.earlier(shown))))

    assert ClearingRule(12, 24).step(noted, newest=newest, role=role, now=NOW) == step


def test_when_the_first_screen_at_hand_came_is_forgotten_once() -> None:
    noted = NotedMessage(PLACE, MessageNote("fresh", NO_HOUR))

    assert ClearingRule(12, 24).step(noted, newest=True, role="staff", now=NOW) is None
    assert ClearingRule(12, 24).step(noted, newest=False, role="staff", now=NOW) == "remove"


@pytest.mark.parametrize(
    ("stage", "clear_hours", "own_hours", "shown", "recorded", "role", "step"),
    [
        pytest.param("receipt", 12, 24, 11, 11, "staff", None, id="young"),
        pytest.param("receipt", 12, 24, 12, 12, "staff", "clear", id="cleared first"),
        pytest.param("receipt", 12, 24, 12, 12, "leader", "clear", id="cleared first, a leader's"),
        pytest.param("cleared", 12, 24, 12, 24, "staff", None, id="cleared, to be corrected still"),
        pytest.param("cleared", 12, 24, 12, 25, "staff", "finish", id="cleared, then too late"),
        pytest.param("receipt", 12, 24, 25, 25, "staff", "finish", id="both at once, the bot was off"),
        pytest.param("receipt", 12, 12, 12, 12, "staff", "clear", id="the same hours"),
        pytest.param("receipt", 12, 2, 2, 2, "staff", None, id="own hours are the shorter ones"),
        pytest.param("receipt", 12, 2, 3, 3, "staff", "close", id="too late first"),
        pytest.param("receipt", 12, 2, 3, 3, "leader", None, id="leaders always may"),
        pytest.param("closed", 12, 2, 11, None, "staff", None, id="closed"),
        pytest.param("closed", 12, 2, 12, None, "staff", "finish", id="closed, then cleared"),
        pytest.param("receipt", 12, 2, 12, 12, "leader", "finish", id="a leader's, cleared"),
        pytest.param("receipt", 12, 0, 0, 0, "staff", None, id="within the hour"),
        pytest.param("receipt", 12, 0, 1, 1, "staff", "close", id="after the hour"),
        pytest.param("receipt", 12, 24, 0, 90, "leader", None, id="an old call that a leader looks at"),
        pytest.param("receipt", 12, 24, 12, 90, "leader", "finish", id="an old call that a leader has looked at"),
        pytest.param("receipt", 12, 24, 0, None, "staff", "finish", id="it is not known any more of what"),
        pytest.param("receipt", 12, 24, 0, 0, None, "finish", id="of a seat that is gone"),
        pytest.param("cleared", 12, 24, 0, 0, None, "finish", id="cleared, of a seat that is gone"),
    ],
)
def test_a_receipt_loses_its_details_and_its_buttons_whichever_comes_first(
    stage: Stage,
    clear_hours: int,
    own_hours: int,
    shown: int,
    recorded: int | None,
    role: Role | None,
    step: Step | None,
) -> None:
    noted = _receipt(stage, shown, recorded)

    assert ClearingRule(clear_hours, own_hours).step(noted, newest=False, role=role, now=NOW) == step


def test_what_was_undone_does_not_wait_without_its_button() -> None:
    noted = _receipt("receipt", 3, 3, voided=True)

    assert ClearingRule(12, 2).step(noted, newest=False, role="staff", now=NOW) == "finish"


@pytest.mark.parametrize("stage", ["receipt", "cleared"])
def test_what_became_a_declined_call_goes_at_once(stage: Stage) -> None:
    noted = NotedMessage(PLACE, MessageNote(stage, str(NOW), "Zz09-_aBcD"), "2026-11", "declined")

    assert ClearingRule(12, 24).step(noted, newest=False, role="staff", now=NOW) == "remove"


@pytest.mark.parametrize(
    ("outcome", "recorded", "step"),
    [
        ("declined", "2026-11", "remove"),
        ("registered", "2026-11-04T10", "clear"),
        ("registered", "2026-11-01", "finish"),
    ],
)
def test_a_changed_records_other_receipts_lose_what_is_no_longer_true(
    outcome: Outcome, recorded: str, step: Step
) -> None:
    assert ClearingRule(12, 24).after_change(outcome, recorded, NOW) == step
