import pytest

from handlers.tap.codec import LONGEST, check_length, encode
from handlers.tap.form_tap import FormState, FormTap
from reports.words.language import Language
from storage.forms.question import Question
from storage.forms.reader import OWN_FORMS, read_form, read_forms
from tests.storage.forms.shipped import LANGUAGES, ROOM, content_of, translated

NEW = ["consultation", "stay", "child_stay", "refusal"]
ALL = ["call", "outgoing", "phone_consultation", *NEW]


def test_all_forms_that_come_with_the_program_can_be_in_use_together() -> None:
    forms = read_forms(None, ALL)

    assert sorted(forms) == sorted(file.stem for file in OWN_FORMS.glob("*.toml"))
    assert [forms[key].view for key in NEW] == ["consultations", "stays", "child_stays", "refusals"]


@pytest.mark.parametrize("key", NEW)
def test_every_text_stands_in_three_languages(key: str) -> None:
    for path, words in translated(content_of(key), key):
        assert tuple(words) == LANGUAGES, path
        assert all(text == text.strip() for text in words.values()), path
        assert all(words.values()) or (path.endswith(".short") and not any(words.values())), path


@pytest.mark.parametrize("key", NEW)
def test_every_list_has_an_answer_for_what_is_not_known(key: str) -> None:
    form = read_form(OWN_FORMS / f"{key}.toml")
    without = [
        question.key for question in form.questions if not any(option.not_known for option in question.options)
    ]

    assert without == []


@pytest.mark.parametrize("key", NEW)
def test_a_report_can_speak_of_every_question_and_of_every_answer_without_quotation_marks(key: str) -> None:
    form = read_form(OWN_FORMS / f"{key}.toml")

    assert [question.key for question in form.questions if not question.is_spoken_of] == []
    assert [
        (question.key, option.key)
        for question in form.questions
        if not question.is_yes_or_no
        for option in question.options
        if not option.spoken
    ] == []


@pytest.mark.parametrize("key", [key for key in ALL if key not in {"stay", "child_stay"}])
def test_what_a_button_carries_fits(key: str) -> None:
    form = read_form(OWN_FORMS / f"{key}.toml")
    check_length(form)

    longest = FormTap(FormState(form, "A" * 10, None, 0, {}, revision=0), 0)

    assert len(encode(longest)) <= LONGEST


def _chosen(question: Question) -> set[tuple[str, str]]:
    return {(question.key, option) for option in question.option_keys}


@pytest.mark.parametrize("key", ["consultation", "refusal"])
def test_in_the_chat_every_option_can_be_chosen_by_a_button(key: str) -> None:
    form = read_form(OWN_FORMS / f"{key}.toml")
    given = {pair for screen in form.screens for button in screen.flat for pair in button.set.items()}

    assert given == set().union(*map(_chosen, form.questions))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["consultation", "refusal"])
def test_a_button_label_fits_a_narrow_phone_and_is_the_only_one_of_its_screen(key: str, language: str) -> None:
    for screen in read_form(OWN_FORMS / f"{key}.toml").screens:
        labels = [[button.label.in_language(language) for button in row] for row in screen.buttons]
        assert [label for row in labels for label in row if len(label) > ROOM[len(row)]] == []
        assert len({label for row in labels for label in row}) == len(screen.flat)


@pytest.mark.parametrize("key", NEW)
def test_what_is_counted_has_a_name_after_a_number(key: str) -> None:
    form = read_form(OWN_FORMS / f"{key}.toml")

    assert form.counted is not None
    assert Language("nb").counted(form.counted, 2).startswith("2\u00a0")
