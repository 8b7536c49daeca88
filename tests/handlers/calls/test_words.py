import pytest

from handlers.calls.words import answer_line, answer_lines, hour_label, time_line, time_short
from reports.words.language import Language
from storage.forms.question import Answers
from storage.hour import Hour
from tests.example_forms import CALL

NB = Language("nb")
POLICE: Answers = {"caller": "agency", "agency": "police", "reason": "violence", "crisis": "yes", "minority": "no"}


def test_answers_share_a_line_but_for_those_with_a_heading_of_their_own() -> None:
    assert answer_lines(CALL, POLICE, NB) == ["Politi · vold · krise", "Minoritetsspråklig bakgrunn: nei"]
    assert answer_line(CALL, POLICE, NB) == "Politi · vold · krise · nei"


def test_no_answers_are_no_line() -> None:
    assert answer_lines(CALL, {}, NB) == []
    assert answer_line(CALL, {}, NB) == ""


@pytest.mark.parametrize(
    ("occurred_at", "line"),
    [
        ("2026-11-03T14", "Tirsdag 3. november, kl.\u00a014–15"),
        ("2026-11-03", "Tirsdag 3. november"),
        ("2026-11", ""),
    ],
)
def test_a_time_is_told_as_exactly_as_it_is_known(occurred_at: str, line: str) -> None:
    assert time_line(occurred_at, NB) == line


@pytest.mark.parametrize(
    ("occurred_at", "short"), [("2026-11-03T14", "tir. 3.11., kl.\u00a014–15"), ("2026-11-03", "tir. 3.11.")]
)
def test_a_time_in_a_list_is_short(occurred_at: str, short: str) -> None:
    assert time_short(occurred_at, NB) == short


@pytest.mark.parametrize(
    ("hour", "label"),
    [("2026-11-03T09", "09–10"), ("2026-11-02T23", "i går 23–24"), ("2026-11-01T23", "søn. 23–24")],
)
def test_an_hour_of_another_day_names_the_day(hour: str, label: str) -> None:
    assert hour_label(Hour.parse(hour), Hour.parse("2026-11-03T14"), NB) == label
