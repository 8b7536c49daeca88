from datetime import date

import pytest

from bot.desk.filters import link_of, offered
from handlers.tap.actions import OpenForm, Repeat, Undo
from handlers.tap.codec import Tap
from handlers.tap.form_tap import AT, CANCEL, WHEN, FormState, FormTap
from handlers.view import Button, View
from storage.hour import Hour
from tests.example_forms import CALL

HOUR = Hour(date(2026, 11, 3), 9)


def _state(hour: Hour | None = HOUR, *, leaving: bool = True, answers: dict[str, str] | None = None) -> FormState:
    return FormState(CALL, "AAAAAAAAAA", hour, 0, answers or {}, leaving=leaving)


@pytest.mark.parametrize(
    ("tap", "kept", "link"),
    [
        (Repeat("AAAAAAAAAA"), True, "/?like=AAAAAAAAAA"),
        (OpenForm(CALL), False, "/?form=call"),
        (FormTap(_state(), AT), False, "/?form=call&at=2026-11-03T09"),
        # The form would take it for the shift before.
        (FormTap(_state(leaving=False), AT), False, ""),
        (FormTap(_state(), AT), True, ""),
        (FormTap(_state(None), AT), False, ""),
        (FormTap(_state(answers={"caller": "woman"}), AT), False, ""),
        (FormTap(_state(), CANCEL), False, ""),
        (Undo("AAAAAAAAAA"), True, ""),
    ],
)
def test_what_begins_a_call_leads_to_the_form(tap: Tap, link: str, *, kept: bool) -> None:
    assert link_of(tap, kept=kept) == link


def test_the_button_to_the_time_is_left_out_where_it_can_be_written() -> None:
    view = View("", [[Button("Tidspunkt", FormTap(_state(None), WHEN))], [Button("Angre", Undo("AAAAAAAAAA"))]])

    assert [[button.label for button in row] for row in offered(view, timed=False)] == [["Angre"]]
    assert len(offered(view)) == 2
