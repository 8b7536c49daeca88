import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

FORM: Final[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[3] / "storage" / "forms" / "call.toml").read_text(encoding="utf-8")
)
QUESTIONS: Final[dict[str, dict[str, Any]]] = {question["key"]: question for question in FORM["question"]}
SCREENS: Final[list[list[list[dict[str, Any]]]]] = [screen["buttons"] for screen in FORM["screen"]]
ROWS: Final = [row for screen in SCREENS for row in screen]
BUTTONS: Final = [button for row in ROWS for button in row]
LANGUAGES: Final = ("nb", "nn", "en")

# How many characters of a label are seen on a 360 px phone, by the buttons in its row.
ROOM: Final = {1: 36, 2: 18, 3: 11}

SCREEN_LABELS: Final = [
    [
        ["Kvinne – seg selv", "Kvinne – en annen"],
        ["Mann – seg selv", "Mann – en annen"],
        ["Barnevernet", "Politi", "NAV"],
        ["Krisesenter", "Helsevesen", "Advokat"],
        ["Kommune og andre", "Privat, ikke kjent"],
        ["Taus samtale", "Feil nummer/annet"],
        ["Vil ikke registreres"],
    ],
    [
        ["Vold", "KRISE – vold"],
        ["Oppfølging", "KRISE – oppfølging"],
        ["Råd og veiledning", "KRISE – råd"],
        ["Ikke kjent", "KRISE – ikke kjent"],
    ],
    [["Ja", "Nei", "Ikke kjent"]],
]


def _options(question: str) -> list[str]:
    return [option["key"] for option in QUESTIONS[question]["options"]]


def _translated(part: object, path: str = "call") -> Iterator[tuple[str, dict[str, str]]]:
    """Every table of languages in the form, with where it stands."""
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield from _translated(item, f"{path}[{place}]")
    elif isinstance(part, dict):
        if set(part) & set(LANGUAGES):
            yield path, part
        for key, item in part.items():
            yield from _translated(item, f"{path}.{key}")


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("caller", ["woman", "man", "agency", "unknown"]),
        ("behalf", ["self", "other", "unknown"]),
        ("agency", ["child_welfare", "police", "nav", "shelter", "health", "lawyer", "other"]),
        ("reason", ["violence", "follow_up", "guidance", "unknown"]),
        ("crisis", ["yes", "no"]),
        ("minority", ["yes", "no", "unknown"]),
        ("aside", ["silent", "other"]),
        ("also", ["violence", "follow_up", "guidance"]),
    ],
)
def test_the_keys_of_the_options_are_for_ever(question: str, options: list[str]) -> None:
    assert _options(question) == options


def test_the_form_asks_seven_questions_of_one_answer_and_one_more_later_and_highlights_the_crises() -> None:
    assert list(QUESTIONS) == ["caller", "behalf", "agency", "reason", "crisis", "minority", "aside", "also"]
    assert {key for key, question in QUESTIONS.items() if question["kind"] != "one"} == {"also"}
    assert {key for key, question in QUESTIONS.items() if question.get("later")} == {"also"}
    assert (FORM["key"], FORM["view"], FORM["highlight"]) == ("call", "calls", {"crisis": "yes"})


def test_only_private_callers_are_asked_on_whose_behalf_and_only_agencies_which_they_are() -> None:
    conditions = {key: question["when"] for key, question in QUESTIONS.items() if "when" in question}
    bases = {key: question["base"] for key, question in QUESTIONS.items() if "base" in question}

    assert conditions == {"behalf": {"caller": ["woman", "man", "unknown"]}, "agency": {"caller": ["agency"]}}
    assert bases == {"agency": "all", "also": "all"}


def test_not_known_is_an_option_marked_as_such_and_no_other_is() -> None:
    for question in QUESTIONS.values():
        for option in question["options"]:
            assert option.get("unknown", False) == (option["key"] == "unknown")


@pytest.mark.parametrize(("path", "words"), list(_translated(FORM)))
def test_every_text_stands_in_three_languages(path: str, words: dict[str, str]) -> None:
    assert tuple(words) == LANGUAGES
    assert all(text == text.strip() for text in words.values())
    assert all(words.values()) or (path.endswith(".short") and not any(words.values()))


@pytest.mark.parametrize("button", [button for row in SCREENS[0] for button in row if "outcome" not in button])
def test_a_button_of_the_first_screen_answers_all_that_its_caller_is_asked(button: dict[str, Any]) -> None:
    answers = button["set"]
    asked = {
        key
        for key in ("behalf", "agency")
        if all(answers[other] in options for other, options in QUESTIONS[key]["when"].items())
    }

    assert set(answers) == {"caller"} | asked


def test_every_option_can_be_chosen_by_a_button() -> None:
    chosen = {pair for button in BUTTONS for pair in button.get("set", {}).items()}

    assert chosen == {(key, option) for key in QUESTIONS if key != "also" for option in _options(key)}


def test_the_second_screen_offers_each_reason_plain_and_as_a_crisis() -> None:
    pairs = [[(button["set"]["reason"], button["set"]["crisis"]) for button in row] for row in SCREENS[1]]

    assert pairs == [
        [(reason, "no"), (reason, "yes")] for reason in ("violence", "follow_up", "guidance", "unknown")
    ]


def test_background_is_asked_alone_on_the_last_screen() -> None:
    assert [button["set"] for row in SCREENS[2] for button in row] == [
        {"minority": "yes"},
        {"minority": "no"},
        {"minority": "unknown"},
    ]


def test_one_tap_ends_set_the_asides_and_nothing_of_who_does_not_want_to_be_registered() -> None:
    ends = [(button.get("set"), button["outcome"]) for button in BUTTONS if "outcome" in button]

    assert ends == [
        ({"aside": "silent"}, "irrelevant"),
        ({"aside": "other"}, "irrelevant"),
        (None, "declined"),
    ]


def test_the_bokmal_buttons_read_as_agreed() -> None:
    assert [[[button["label"]["nb"] for button in row] for row in screen] for screen in SCREENS] == SCREEN_LABELS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_label_fits_a_narrow_phone(language: str) -> None:
    too_long = [
        button["label"][language]
        for row in ROWS
        for button in row
        if len(button["label"][language]) > ROOM[len(row)]
    ]

    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_buttons_of_a_screen_read_the_same(language: str) -> None:
    for screen in SCREENS:
        labels = [button["label"][language] for row in screen for button in row]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_in_the_rule_for_choosing_never_stand_alone_at_the_end_of_a_line(language: str) -> None:
    ask = FORM["screen"][1]["ask"][language]

    assert re.findall(r"^(\d)\.\u00a0\w", ask, re.MULTILINE) == ["1", "2", "3"]
    assert ask.count("\n") == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_chat_repeats_after_a_tap_begins_with_a_small_letter_unless_it_is_a_name(
    language: str,
) -> None:
    shorts = [option["short"][language] for q in QUESTIONS.values() for option in q["options"]]
    capital = {short for short in shorts if short[:1].isupper()}

    assert capital <= {"NAV", "Barnevernet"}


def test_a_call_from_an_agency_is_repeated_by_the_agency_and_a_call_without_crisis_in_silence() -> None:
    silent = {
        (key, option["key"])
        for key, question in QUESTIONS.items()
        for option in question["options"]
        if not option["short"]["nb"]
    }

    assert silent == {("caller", "agency"), ("crisis", "no")}
