from datetime import date

import pytest

from handlers.calls.filling import begin
from handlers.calls.screen import screen_view
from handlers.tap.form_tap import WHEN, FormState, FormTap
from reports.words.language import Language
from storage.forms.question import Answers
from storage.hour import Hour
from tests.example_forms import CALL, VISITS

NB = Language("nb")
NONCE = "Zz09-_aBcD"
DAY = date(2026, 11, 3)
HOUR = Hour(DAY, 9)
POLICE: Answers = {"caller": "agency", "agency": "police"}
ABOUT: Answers = {**POLICE, "reason": "violence", "crisis": "yes"}
KEPT: Answers = {**ABOUT, "minority": "no"}
UNKNOWN = ["Ikke kjent", "KRISE – ikke kjent"]


def on_screen(screen: int, answers: Answers, revision: int | None = None) -> FormState:
    """Return a call that has come to a screen."""
    return FormState(CALL, NONCE, HOUR, screen, answers, revision=revision)


def lowest(state: FormState, day: date = DAY) -> list[list[str]]:
    """Return the labels of the two lowest rows."""
    return [[button.label for button in row] for row in screen_view(state, day, NB).rows[-2:]]


def test_the_first_screen_says_what_it_is_of() -> None:
    assert screen_view(begin(CALL, NONCE, DAY), DAY, NB, head="Ny samtale").text.startswith("Ny samtale\n")


@pytest.mark.parametrize(
    ("state", "rows"),
    [
        pytest.param(begin(CALL, NONCE, DAY), [["Vil ikke registreres"], ["Tidligere samtale"]], id="first"),
        pytest.param(on_screen(1, POLICE), [UNKNOWN, ["‹ Tilbake", "Avbryt"]], id="middle"),
        pytest.param(on_screen(2, ABOUT), [["‹ Tilbake"], ["Ja", "Nei", "Ikke kjent"]], id="last"),
        pytest.param(on_screen(2, KEPT, 0), [["‹ Tilbake"], ["Avbryt"]], id="asked again"),
        pytest.param(on_screen(3, KEPT, 0), [["‹ Tilbake"], ["Avbryt", "Ferdig"]], id="asked later"),
        pytest.param(on_screen(0, {}, 0), [["Tidspunkt"], ["Avbryt"]], id="first filled in"),
        pytest.param(on_screen(1, POLICE, 0), [["‹ Tilbake"], ["Avbryt"]], id="middle filled in"),
        pytest.param(
            on_screen(2, ABOUT, 0), [["‹ Tilbake", "Avbryt"], ["Ja", "Nei", "Ikke kjent"]], id="last filled in"
        ),
    ],
)
def test_what_may_keep_or_break_off_stands_where_nothing_stood_that_leads_there(
    state: FormState, rows: list[list[str]]
) -> None:
    assert lowest(state) == rows


@pytest.mark.parametrize(
    ("revision", "rows"),
    [(None, [["Ferdig"], ["‹ Tilbake", "Avbryt"]]), (0, [["‹ Tilbake"], ["Avbryt", "Ferdig"]])],
)
def test_choices_that_lead_on_have_what_leads_on_above_what_breaks_off(
    revision: int | None, rows: list[list[str]]
) -> None:
    assert lowest(FormState(VISITS, NONCE, HOUR, 1, {"who": "man"}, revision=revision)) == rows


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
    assert [button.label for button in view.rows[-1]] == ["Avbryt", "Ferdig"]
