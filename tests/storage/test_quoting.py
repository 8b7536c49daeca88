import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.fault import Fault
from storage.quoting import escaped, quoted, quoted_heading
from tests.example_forms import CALL

TELEPHONE = re.compile(r"\d[\s.,()+/–-]*(?:\d[\s.,()+/–-]*){6,}")
BETWEEN = st.text(" .-–()+/\u00a0\u200b\t", max_size=2)
NUMBERS = st.lists(st.tuples(st.characters(categories=["Nd"]), BETWEEN), min_size=7, max_size=14).map(
    lambda parts: "".join(digit + between for digit, between in parts)
)
CELLS = st.text() | st.text("0123456789 \u202e\n\x00\U0010ffff", max_size=30) | NUMBERS
LONGEST = len("“”…") + 30


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Kvinne", "“Kvinne”"),
        ("", "“”"),
        ("Oppfølging og koordinering", "“Oppfølging og koordinering”"),
        ("Kvinne – seg selv", "“Kvinne – seg selv”"),
        ("kl. 14.20", "“kl. 14.20”"),
        ("99887766", "“########”"),
        ("+47 998 87 766", "“+## ### ## ###”"),
        ("(0047) 22-33-44-55", "“(####) ##-##-##-##”"),
        ("ring 99 88 77 66", "“ring ## ## ## ##”"),
        ("Kari 99887766", "“Kari ########”"),
        ("14.07.2016 22:15", "“##.##.#### ##:##”"),
        ("14.07.2016", "“##.##.####”"),
        ("٩٩٨٨٧٧٦٦", "“########”"),
        ("123 456", "“123 456”"),
        ("Kari ringte for en venninne", "a text of 27 characters"),
        ("x" * 31, "a text of 31 characters"),
        ("ja\nnei", r"“ja\nnei”"),
        ("\x1b[31mrød", r"“\u{1b}[31mrød”"),
        ("ja\u202eien", r"“ja\u{202e}ien”"),
        ("ja\u00a0", r"“ja\u{a0}”"),
        ("C:\\", r"“C:\\”"),
        ("\x00" * 30, "“" + (r"\u{0}" * 6) + "…”"),
    ],
)
def test_a_cell_is_told_of_as_far_as_it_helps_to_find_it(cell: str, said: str) -> None:
    assert str(quoted(cell)) == said


@given(CELLS)
def test_whatever_a_cell_holds_what_is_printed_is_short_and_seen_and_no_telephone_number(cell: str) -> None:
    said = str(quoted(cell))

    assert len(said) <= LONGEST
    assert {unicodedata.category(sign) for sign in said}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
    assert TELEPHONE.search(said) is None


@given(CELLS, st.integers(0, 999))
def test_a_heading_is_quoted_in_the_same_way_or_its_column_is_numbered(heading: str, place: int) -> None:
    said, as_cell = str(quoted_heading(heading, place)), str(quoted(heading))

    assert said == (as_cell if as_cell.startswith("“") else f"column {place + 1}")


@given(CELLS)
def test_what_is_escaped_is_seen_and_no_two_texts_are_alike(text: str) -> None:
    seen = escaped(text)

    assert seen.isprintable()
    assert re.sub(r"\\(u\{(\w+)\}|.)", _meant, seen) == text


def _meant(escape: re.Match[str]) -> str:
    signs = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    return chr(int(escape[2], 16)) if escape[2] else signs[escape[1]]


def test_every_answer_of_our_telephone_log_can_be_read_in_a_sentence() -> None:
    labels = {text for question in CALL.questions for option in question.options for text in option.label.texts}

    assert {str(quoted(label)) for label in labels} == {f"“{label}”" for label in labels}


def test_a_sentence_may_be_quoted_within_another() -> None:
    said = Fault("{text} is none of {answers}", text=quoted("ja"), answers=[quoted("yes"), quoted("no")])

    assert str(said) == "“ja” is none of “yes”, “no”"
