import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.analysis.question_parser import is_of_pair, pair_asked, questions_called
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.forms import call_form, with_questions

CALL = call_form()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("agency", "agency"),
        ("Instans", "agency"),
        ("INSTANS", "agency"),
        ("inst", "agency"),
        ("Årsak", "reason"),
        ("arsak", "reason"),
        ("A\u030arsak", "reason"),
        ("reason", "reason"),
        ("hvem  ringte", "caller"),
        ("Kven ringde", "caller"),
        ("who called", "caller"),
        ("på vegne", "behalf"),
        ("minoritetsspråklig bakgrunn", "minority"),
        ("minoritet", "minority"),
        ("krise", "crisis"),
        ("også", "also"),
        ("ogsa nevnt", "also"),
        ("òg nemnt", "also"),
    ],
)
def test_a_question_is_known_by_key_label_or_short_in_any_language_or_by_their_beginning(
    text: str, key: str
) -> None:
    assert [question.key for question in questions_called(CALL, text)] == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", []),
        ("   ", []),
        ("vold", []),
        ("aside", []),
        ("gjaldt noe annet", []),
        ("hv", ["caller"]),
        ("a", ["agency", "reason", "minority", "also"]),
    ],
)
def test_what_names_no_question_or_several_is_told_apart(text: str, keys: list[str]) -> None:
    assert [question.key for question in questions_called(CALL, text)] == keys


def test_a_whole_name_goes_before_the_beginning_of_another() -> None:
    form = with_questions(CALL, changed(CALL.by_key["agency"], label=Label(nb="Instans og årsak")))
    form = with_questions(form, changed(CALL.by_key["reason"], label=Label(nb="Instans")))

    assert [question.key for question in questions_called(form, "instans")] == ["reason"]


@pytest.mark.parametrize(
    ("text", "rows", "columns", "period"),
    [
        ("2026 instans × årsak", "agency", "reason", "2026"),
        ("2026 Instans x Årsak", "agency", "reason", "2026"),
        ("instans×årsak 2026", "agency", "reason", "2026"),
        ("instans*årsak", "agency", "reason", ""),
        ("instans X krise", "agency", "crisis", ""),
        ("juli 2026 instans mot årsak", "agency", "reason", "juli 2026"),
        ("last year agency by reason", "agency", "reason", "last year"),
        ("agency vs. crisis", "agency", "crisis", ""),
        ("instans × årsak, 2026", "agency", "reason", "2026"),
        ("Instans × årsak i 2026", "agency", "reason", "2026"),
        ("instans × årsak for 2026", "agency", "reason", "2026"),
        ("instans × årsak i fjor", "agency", "reason", "i fjor"),
        ("siste 12 måneder hvem ringte × minoritetsspråklig bakgrunn", "caller", "minority", "siste 12 måneder"),
        ("hvem ringte mot på vegne av 2. tertial i fjor", "caller", "behalf", "2. tertial i fjor"),
        ("1.3.–15.4.2025 instans × instans", "agency", "agency", "1.3.–15.4.2025"),
        ("2026 instans × årsak juli", "agency", "reason", "2026 juli"),
    ],
)
def test_two_questions_and_a_period_are_read_as_people_write_them(
    text: str, rows: str, columns: str, period: str
) -> None:
    asked = pair_asked(CALL, text)

    assert asked
    assert (asked.rows.key, asked.columns.key, asked.period) == (rows, columns, period)


@pytest.mark.parametrize(
    "text",
    [
        "2026 instans × vold",
        "vold × instans",
        "× årsak",
        "instans ×",
        "instans × a",
        "instans × årsak × krise",
        "x",
        "2026",
        "",
    ],
)
def test_where_two_questions_cannot_be_made_out_nothing_is_read(text: str) -> None:
    assert pair_asked(CALL, text) is None


@pytest.mark.parametrize(
    "text", ["", "2026", "siste 12 måneder", "1.3.–15.4.2025", "oktober", "2026 instans", "x"]
)
def test_a_period_alone_sets_nothing_against_anything(text: str) -> None:
    assert not is_of_pair(text)


@pytest.mark.parametrize("between", ["×", " x ", " X ", "*", " mot ", " by ", " vs "])
def test_what_stands_between_two_words_sets_one_against_the_other(between: str) -> None:
    assert is_of_pair(f"2026 a{between}b")


def test_a_question_whose_label_holds_what_stands_between_two_is_found_too() -> None:
    form = with_questions(CALL, changed(CALL.by_key["agency"], label=Label(nb="By mot by")))

    asked = pair_asked(form, "2026 by mot by × årsak")

    assert asked
    assert (asked.rows.key, asked.columns.key) == ("agency", "reason")


@given(text=st.text())
def test_whatever_is_written_is_read_or_is_not(text: str) -> None:
    asked = pair_asked(CALL, text)

    assert asked is None or is_of_pair(text)
