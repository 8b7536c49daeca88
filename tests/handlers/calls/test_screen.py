from datetime import date

from handlers.calls.filling import begin
from handlers.calls.screen import screen_view
from handlers.tap.form_tap import CANCEL, FormTap
from handlers.view import View
from reports.words.language import Language
from storage.forms.question import Answers
from storage.hour import Hour
from tests.example_forms import CALL

NB = Language("nb")
DAY = date(2026, 11, 3)
HOUR = Hour(DAY, 9)
POLICE: Answers = {"caller": "agency", "agency": "police"}


def tap(screen: int, answers: Answers, revision: int | None = None) -> FormTap:
    """Return the state on a screen."""
    return FormTap(CALL, "Zz09-_aBcD", HOUR, screen, CANCEL, answers, revision=revision)


def last_row(view: View) -> list[str]:
    """Return the labels below the answers."""
    return [button.label for button in view.rows[-1]]


def test_the_first_screen_offers_an_earlier_call_and_the_others_a_way_back() -> None:
    first = screen_view(begin(CALL, "Zz09-_aBcD", DAY), DAY, NB, head="Ny samtale")

    assert first.text.startswith("Ny samtale\n")
    assert last_row(first) == ["Tidligere samtale"]
    assert last_row(screen_view(tap(1, POLICE), DAY, NB)) == ["‹ Tilbake", "Avbryt"]


def test_a_correction_can_only_be_cancelled() -> None:
    assert last_row(screen_view(tap(1, POLICE, revision=0), DAY, NB)) == ["Avbryt"]


def test_the_answers_so_far_stand_above_the_question() -> None:
    assert screen_view(tap(1, POLICE), DAY, NB).text.startswith("Politi\n")


def test_the_hour_of_a_late_call_stands_on_top() -> None:
    late = screen_view(tap(1, POLICE), DAY, NB, now=Hour(DAY, 14))
    fresh = screen_view(tap(1, POLICE), DAY, NB, now=Hour(DAY, 10))

    assert late.text.startswith("Tirsdag 3. november, kl.\u00a009–10\nPoliti\n")
    assert fresh.text.startswith("Politi\n")


def test_what_is_chosen_of_several_is_ticked_and_ended_by_done() -> None:
    [also] = [place for place, screen in enumerate(CALL.screens) if CALL.is_later(screen)]
    [question] = CALL.screens[also].questions
    option = CALL.by_key[question].option_keys[0]
    view = screen_view(tap(also, {**POLICE, question: (option,)}, revision=0), DAY, NB)

    assert sum(button.label.startswith("✓ ") for row in view.rows for button in row) == 1
    assert [button.label for button in view.rows[-2]] == ["Ferdig"]
