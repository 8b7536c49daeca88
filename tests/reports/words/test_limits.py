import pytest

from reports.words.language import Language
from reports.words.limits import cut, units

REST = "Det var ikke plass til resten."


@pytest.mark.parametrize(("text", "length"), [("", 0), ("åtte", 4), ("😀", 2)])
def test_a_text_is_as_long_as_its_utf_16(text: str, length: int) -> None:
    assert units(text) == length


@pytest.mark.parametrize(
    ("parts", "most", "text"),
    [
        (["a", "b"], 3, "a\nb"),
        (["a" * 9, "b" * 9, "c" * 9], 29, "\n".join(["a" * 9, "b" * 9, "c" * 9])),
        (["a" * 9, "b" * 99], 50, f"{'a' * 9}\n{REST}"),
        (["😀" * 50, "b"], 50, REST),
    ],
)
def test_the_parts_that_fit_are_kept_and_the_rest_is_told_to_be_missing(
    parts: list[str], most: int, text: str
) -> None:
    assert cut(parts, most, Language("nb")) == text
