"""Answers that have been renamed or merged: counted together, marked, and no break in the series."""

from pathlib import Path

import pytest

from reports.words.caption import caption
from reports.words.language import Language
from reports.words.table import table_text
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.reader import FormFault, read_form
from tests.reports.summaries import LIMITS, worded

LETTERS = """
key = "letter"
title = { nb = "Brev" }
view = "letters"

[[question]]
key = "sender"
label = { nb = "Avsender" }
kind = "one"
options = [
  { key = "court", label = { nb = "Retten" } },
  { key = "school", label = { nb = "Skolen" }, until = 2026-02-28 },
  { key = "learning", label = { nb = "Skole og barnehage" }, since = 2026-03-01, was = ["school", "nursery"] },
]
"""


def _form(folder: Path, text: str = LETTERS) -> Form:
    file = folder / "letter.toml"
    file.write_text(text, encoding="utf-8")
    return read_form(file)


def _letters(month: str, **senders: int) -> list[AnswerCount]:
    return [AnswerCount(month, "registered", {"sender": sender}, count) for sender, count in senders.items()]


def test_merged_answers_are_counted_as_one_marked_and_compared_across_the_change(tmp_path: Path) -> None:
    rows = [*_letters("2025-10", court=30, school=20, nursery=10), *_letters("2026-10", court=31, learning=33)]

    words = worded("2026-10", rows, form=_form(tmp_path))

    text = caption(words, LIMITS).text
    assert "Skole og barnehage* 33, 52\u00a0% (30)" in text
    assert "* Talt sammen med tidligere svar som dette har erstattet." in text
    assert "Skolen" not in text
    assert "Skole og barnehage*: 33, 52\u00a0%, i fjor 30" in table_text(words, LIMITS)


def test_without_an_earlier_answer_among_the_figures_there_is_no_star(tmp_path: Path) -> None:
    rows = [*_letters("2025-10", court=30), *_letters("2026-10", court=31, learning=33)]

    assert "*" not in caption(worded("2026-10", rows, form=_form(tmp_path)), LIMITS).text


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        (", until = 2026-02-28 }", " }", "en `was` nevner et alternativ som fortsatt er i bruk"),
        ('"nursery"]', '"school"]', "to alternativer nevner den samme nøkkelen i `was`"),
    ],
)
def test_a_key_that_is_still_in_use_or_claimed_twice_is_refused(
    tmp_path: Path, wrong: str, right: str, reason: str
) -> None:
    with pytest.raises(FormFault) as fault:
        _form(tmp_path, LETTERS.replace(wrong, right))

    assert reason in fault.value.sentence(Language("nb").text)
