from datetime import date

import pytest

from handlers.calls.filling import begin
from handlers.calls.screen import screen_view
from handlers.tap.form_tap import WHEN, FormState, FormTap
from handlers.view import View
from reports.words.language import Language
from storage.forms.question import Answers
from storage.hour import Hour
from tests.example_forms import CALL

NB = Language("nb")
NONCE = "Zz09-_aBcD"
DAY = date(2026, 11, 3)
HOUR = Hour(DAY, 9)
POLICE: Answers = {"caller": "agency", "agency": "police"}


def on_screen(screen: int, answers: Answers, revision: int | None = None) -> FormState:
    """Return a call that has come to a screen."""
    return FormState(CALL, NONCE, HOUR, screen, answers, revision=revision)


def last_row(view: View) -> list[str]:
    """Return the labels below the answers."""
    return [button.label for button in view.rows[-1]]


def test_the_first_screen_offers_an_earlier_call_and_the_others_a_way_back() -> None:
    first = screen_view(begin(CALL, NONCE, DAY), DAY, NB, head="Ny samtale")

    assert first.text.startswith("Ny samtale\n")
    assert last_row(first) == ["Tidligere samtale"]
    assert last_row(screen_view(on_screen(1, POLICE), DAY, NB)) == ["‹ Tilbake", "Avbryt"]


def test_a_correction_can_only_be_cancelled() -> None:
    assert last_row(screen_view(on_screen(1, POLICE, revision=0), DAY, NB)) == ["Avbryt"]


def test_the_answers_so_far_stand_above_the_question() -> None:
    assert screen_view(on_screen(1, POLICE), DAY, NB).text.startswith("Politi\n")


def test_the_hour_of_a_late_call_stands_on_top() -> None:
    late = screen_view(on_screen(1, POLICE), DAY, NB, now=Hour(DAY, 14))
    fresh = screen_view(on_screen(1, POLICE), DAY, NB, now=Hour(DAY, 10))

    assert late.text.startswith("Tirsdag 3. november, kl.\u00a009–10\nPoliti\n")
    assert fresh.text.startswith("Politi\n")


@pytest.mark.parametrize("nonce", [NONCE, "0000000000"])
def test_each_button_goes_on_with_the_call_and_an_earlier_call_begins_anew(nonce: str) -> None:
    gone_back = FormState(CALL, nonce, HOUR, 0, POLICE)

    *answers, [earlier] = screen_view(gone_back, DAY, NB).rows

    taps = [button.tap for row in answers for button in row]
    assert taps == [FormTap(gone_back, place) for place in range(len(CALL.screens[0].flat))]
    assert earlier.tap == FormTap(FormState(CALL, nonce, None, 0, {}), WHEN)


def test_what_is_chosen_of_several_is_ticked_and_ended_by_done() -> None:
    [also] = [place for place, screen in enumerate(CALL.screens) if CALL.is_later(screen)]
    [question] = CALL.screens[also].questions
    option = CALL.by_key[question].option_keys[0]
    view = screen_view(on_screen(also, {**POLICE, question: (option,)}, revision=0), DAY, NB)

    assert sum(button.label.startswith("✓ ") for row in view.rows for button in row) == 1
    assert [button.label for button in view.rows[-2]] == ["Ferdig"]
