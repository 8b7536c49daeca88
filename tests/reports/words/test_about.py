import pytest

from reports.words.about import about
from reports.words.language import Code, Language
from tests.reports.forms import call_form
from tests.reports.summaries import CODES


@pytest.mark.parametrize("code", CODES)
def test_the_notes_are_nine_numbered_lines(code: Code) -> None:
    lines = about(call_form(), Language(code)).splitlines()

    assert [line[:2] for line in lines] == [f"{number}." for number in range(1, 10)]
