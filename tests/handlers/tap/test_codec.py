import dataclasses
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.people.seat_words import NAMES
from handlers.tap.actions import Action
from handlers.tap.codec import LONGEST, VERBS, FormTooLong, Tap, check_length, decode, encode
from handlers.tap.form_tap import BACK, DONE, FormState, FormTap, OutdatedTap, UnreadableTap
from handlers.tap.text import ALPHABET, FURTHEST
from reports.analysis.period import MONTHS_IN, Period
from storage.deliveries.chats import REPORTS
from storage.forms.form import Form
from storage.forms.reader import read_form
from storage.hour import Hour
from storage.people.seat import ROLES
from storage.shifts.corrections import FIGURES, MOST_OF_A_SHIFT
from tests.example_forms import CALL, FORMS, VISITS
from tests.handlers.tap.any_tap import form_taps, hours

NONCE = "Zz09-_aBcD"
HOUR = Hour.parse("2016-07-14T23")
FIRST = FormTap(FormState(CALL, NONCE, None, 0, {}), 3)
VIOLENCE = {"caller": "agency", "agency": "nav", "reason": "violence", "crisis": "yes"}
LAST = FormTap(FormState(CALL, NONCE, HOUR, 2, VIOLENCE), BACK)

fields = {
    "source": st.text(ALPHABET, min_size=1, max_size=40),
    "place": st.integers(0, len(ALPHABET) - 1),
    "rows": st.integers(0, len(ALPHABET) - 1),
    "columns": st.integers(0, len(ALPHABET) - 1),
    "skipped": st.integers(0, FURTHEST),
    "form": st.sampled_from(list(FORMS.values())),
    "shift": st.datetimes(datetime(1970, 1, 1), datetime(2926, 1, 1)).map(lambda at: f"{at:%Y-%m-%dT%H:%M}"),  # noqa: DTZ001 - civil time
    "hour": st.none() | hours,
    "n": st.none() | st.integers(0, MOST_OF_A_SHIFT),
    "first": st.integers(0, MOST_OF_A_SHIFT),
    "shown": st.integers(0, MOST_OF_A_SHIFT),
    "figure": st.sampled_from(FIGURES),
    "calls": st.none() | st.integers(0, MOST_OF_A_SHIFT),
    "lowest": st.integers(0, MOST_OF_A_SHIFT),
    "change": st.integers(1, 9999),
    "period": st.builds(
        Period.containing, st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(list(MONTHS_IN))
    ),
    "chat": st.integers(0, 10**9 - 1),
    "seat": st.integers(0, 10**9 - 1),
    "browser": st.integers(0, 10**9 - 1),
    "invite": st.integers(0, 10**9 - 1),
    "restore": st.integers(0, 10**9 - 1),
    "role": st.sampled_from(ROLES),
    "name": st.sampled_from(list(NAMES)),
    "report": st.sampled_from(REPORTS),
}


@st.composite
def shorts(draw: st.DrawFn) -> Action:
    """Any tap on something else than a form."""
    kind = draw(st.sampled_from(list(VERBS.values())))
    return kind(**{field.name: draw(fields[field.name]) for field in dataclasses.fields(kind)})


taps = form_taps() | shorts()


def _refused_or_itself(text: str) -> bool:
    try:
        return encode(decode(text, FORMS)) == text
    except (UnreadableTap, OutdatedTap):
        return True


@given(taps)
def test_a_tap_is_read_as_it_was_written(tap: Tap) -> None:
    assert decode(encode(tap), FORMS) == tap


@given(taps)
def test_a_tap_fits_a_button_and_is_plain_text(tap: Tap) -> None:
    assert 1 <= len(encode(tap).encode()) <= LONGEST
    assert encode(tap).isascii()


@given(st.text() | st.text(ALPHABET + ":.<=!"))
def test_whatever_is_not_a_tap_is_refused(text: str) -> None:
    assert _refused_or_itself(text)


@given(taps, st.data())
def test_a_tap_with_one_character_changed_is_refused_or_is_another_tap_written_just_so(
    tap: Tap, data: st.DataObject
) -> None:
    text = encode(tap)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(ALPHABET + ":.<=!") | st.characters())

    assert _refused_or_itself(text[:place] + other + text[place + 1 :])


@given(form_taps(), st.data())
def test_a_tap_cut_short_or_lengthened_is_refused(tap: FormTap, data: st.DataObject) -> None:
    text = encode(tap)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    longer = text + data.draw(st.text(ALPHABET + ".", min_size=1))

    for wrong in (cut, longer):
        with pytest.raises((UnreadableTap, OutdatedTap)):
            decode(wrong, FORMS)


WHOLE = encode(FIRST)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("", id="nothing"),
        pytest.param("call:", id="a form alone"),
        pytest.param(WHOLE + "\n", id="a line's end after it"),
        pytest.param(" " + WHOLE, id="a blank before it"),
        pytest.param(WHOLE.replace("AD", "A_"), id="a button the screen does not have"),
        pytest.param(WHOLE.replace("AD", "_D"), id="a screen the form does not have"),
        pytest.param(WHOLE.replace("AD", "A="), id="done, on a screen of one answer"),
        pytest.param(WHOLE[:-1] + "C", id="an option the question does not have"),
        pytest.param(WHOLE[:-1] + "é", id="a prepared beyond the alphabet"),
        pytest.param(WHOLE.replace("....AD", "..A.AD"), id="half an hour"),
        pytest.param("Undo:" + "A" * LONGEST, id="more than a button can carry"),
        pytest.param("Undo:", id="a verb alone"),
        pytest.param("Undo:æ", id="a subject beyond the alphabet"),
        pytest.param("UNDO:A", id="a verb in capitals"),
        pytest.param("\ud800", id="half a character"),
    ],
)
def test_what_looks_like_a_tap_but_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(UnreadableTap):
        decode(wrong, FORMS)


@pytest.mark.parametrize("answers", ["A.", ".A", "EA", "__"])
def test_half_of_a_several_and_options_beyond_its_last_are_refused(answers: str) -> None:
    text = encode(FormTap(FormState(VISITS, NONCE, HOUR, 1, {"violence": ()}), DONE))
    assert text.endswith(".AA......")

    with pytest.raises(UnreadableTap):
        decode(text.replace(".AA......", f".{answers}......"), FORMS)


def test_a_button_of_an_earlier_shape_is_outdated_rather_than_unreadable() -> None:
    with pytest.raises(OutdatedTap):
        decode(encode(FIRST).replace(CALL.fingerprint[:3], "AAA"), FORMS)


def test_a_button_of_a_form_no_longer_in_use_is_outdated() -> None:
    with pytest.raises(OutdatedTap):
        decode(encode(FIRST), {"visit": VISITS})


@pytest.mark.parametrize("tap", [FIRST, LAST])
def test_a_call_takes_31_bytes_all_the_way(tap: FormTap) -> None:
    assert len(encode(tap)) == 31


def test_the_answers_nothing_chosen_and_not_asked_are_told_apart() -> None:
    asked = FormState(VISITS, NONCE, HOUR, 1, {"who": "woman", "violence": ()})
    not_asked = replace(asked, answers={"who": "woman"})

    for state in (asked, not_asked):
        assert decode(encode(FormTap(state, DONE)), FORMS) == FormTap(state, DONE)


def test_hours_to_the_year_2926_are_carried() -> None:
    hour = Hour.of(datetime(1970, 1, 1) + timedelta(hours=2**23 - 1))  # noqa: DTZ001 - civil time
    far = FormTap(replace(LAST.state, hour=hour), BACK)

    assert decode(encode(far), FORMS) == far


def _long_form(folder: Path, key: str, questions: int, options: int = 2, kind: str = "one") -> Form:
    listed = ", ".join(f'{{ key = "o{number}", label = {{ nb = "O{number}" }} }}' for number in range(options))
    asked = "".join(
        f'[[question]]\nkey = "q{number}"\nlabel = {{ nb = "Q" }}\nkind = "{kind}"\noptions = [{listed}]\n'
        for number in range(questions)
    )
    file = folder / "long.toml"
    file.write_text(f'key = "{key}"\ntitle = {{ nb = "T" }}\nview = "v"\n{asked}', encoding="utf-8")
    return read_form(file)


def test_a_form_of_17_questions_takes_less_than_50_bytes(tmp_path: Path) -> None:
    form = _long_form(tmp_path, "stay", 17)
    check_length(form)

    assert len(encode(FormTap(FormState(form, NONCE, HOUR, 16, {}), 0))) <= 50


@pytest.mark.parametrize(
    ("questions", "options", "kind", "fits"),
    [(41, 64, "one", True), (42, 2, "one", False), (20, 12, "several", True), (20, 13, "several", False)],
)
def test_a_form_that_could_outgrow_a_button_is_refused(
    tmp_path: Path, questions: int, options: int, kind: str, *, fits: bool
) -> None:
    form = _long_form(tmp_path, "key", questions, options, kind)
    length = len(encode(FormTap(FormState(form, NONCE, HOUR, 0, {}), 0)))

    assert fits == (length <= LONGEST)
    if fits:
        check_length(form)
    else:
        with pytest.raises(FormTooLong, match=re.escape(f"{length} bytes, and carries 64")):
            check_length(form)
