from datetime import datetime

import pytest

from handlers.shifts.message import HandoverMessage
from handlers.tap.actions import MoreIncoming, MoreOutgoing
from reports.words.language import Language
from storage.shifts.handovers import Handover, Step
from storage.shifts.shift import Shift
from tests.handlers.shown import labels

DAY = Shift(datetime(2026, 11, 3, 7, 30), datetime(2026, 11, 3, 15), "")  # noqa: DTZ001 - civil time has no zone


def message(step: Step, counted: int | None, logged: int, *, late: int = 0) -> HandoverMessage:
    """Return the message about the day shift."""
    return HandoverMessage(DAY, Handover(DAY.key, step, counted, None, logged), late, Language("nb"))


@pytest.mark.parametrize(
    ("counted", "logged", "thanks"),
    [
        (3, 3, "Alt er ført. Takk for innsatsen!"),
        (3, 2, "Takk!"),
        (None, 2, "Takk!"),
        (2, 3, "Det er ført flere enn telefonen viser. Se i /last om noen er ført to ganger."),
    ],
)
def test_who_has_answered_is_thanked_for_what_was_done(counted: int | None, logged: int, thanks: str) -> None:
    view = message("done", counted, logged).view

    assert view.text.splitlines()[1:] == [thanks]
    assert view.rows == ()


@pytest.mark.parametrize(("late", "taken"), [(0, []), (1, [["Ført etter vaktskiftet"]])])
def test_late_calls_can_be_moved_to_the_shift(late: int, taken: list[list[str]]) -> None:
    assert labels(message("missing", 3, 2, late=late).view) == [
        ["Hopp over"],
        *taken,
        ["Uten detaljer", "Gjaldt noe annet"],
        ["Før nå"],
        ["‹ Tilbake"],
    ]


def test_a_range_of_calls_out_is_all_there_is_and_a_page_leads_on() -> None:
    outgoing, incoming = message("outgoing", 3, 3), message("incoming", None, 0)

    assert labels(outgoing.numbers(MoreOutgoing(DAY.key, 6))) == [["‹ Tilbake"], ["6", "7", "8", "9", "10"]]
    numbers, around = ["31", "32", "33", "34", "35", "36"], ["‹ Tilbake", "Flere ›"]
    assert labels(outgoing.numbers(MoreOutgoing(DAY.key, 31))) == [around, numbers]
    assert labels(incoming.numbers(MoreIncoming(DAY.key, 31))) == [numbers, around]
