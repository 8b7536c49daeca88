"""Answers that have been renamed or merged: counted together, marked, and no break in the series."""

from decimal import Decimal
from pathlib import Path

import pytest

from reports.analysis.baseline import Baseline, EarlierFigure
from reports.words.caption import caption
from reports.words.language import Language
from reports.words.table import table_text
from storage.figures.counts import AnswerCount
from storage.figures.history import TOTAL, PrintedFigure
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
    assert "Skole og barnehage* 33 · 52\u00a0% (50\u00a0%)" in text
    assert "* Talt sammen med tidligere svar som dette har erstattet." in text
    assert "Skolen" not in text
    assert "Skole og barnehage*: 33, 52\u00a0%, i fjor 50\u00a0% (30)" in table_text(words, LIMITS)


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


def _exact(count: int, base: int) -> EarlierFigure:
    return EarlierFigure(count, base, possible=range(count, count + 1))


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        pytest.param(
            {"court": PrintedFigure(30), "school": PrintedFigure(20), "nursery": PrintedFigure(10)},
            _exact(30, 60),
            id="counts",
        ),
        pytest.param(
            {"school": PrintedFigure(20, base=90), "nursery": PrintedFigure(10, worked_back=True)},
            EarlierFigure(30, None),
            id="one perhaps worked back",
        ),
        pytest.param(
            {
                "school": PrintedFigure(percent=Decimal(20), base=600),
                "nursery": PrintedFigure(percent=Decimal("10.5"), base=600),
            },
            EarlierFigure(None, 600, Decimal("30.5"), range(180, 187)),
            id="shares, each of them rounded",
        ),
        pytest.param(
            {"school": PrintedFigure(percent=Decimal(20)), "nursery": PrintedFigure(percent=Decimal(10))},
            EarlierFigure(None, None, Decimal(30)),
            id="shares of nobody knows how many",
        ),
        pytest.param(
            {"school": PrintedFigure(20, base=90), "nursery": PrintedFigure(percent=Decimal(10), base=90)},
            EarlierFigure(None, None),
            id="a count and a share",
        ),
    ],
)
def test_printed_figures_of_merged_answers_are_put_together(
    tmp_path: Path, figures: dict[str, PrintedFigure], told: EarlierFigure
) -> None:
    printed = {("sender", option): figure for option, figure in figures.items()}

    baseline = Baseline.typed_in(_form(tmp_path), printed)

    assert baseline.figure("sender", "learning") == told
    assert baseline.figure("sender", "school") is None
    assert baseline.bridged == {("sender", "learning")}


def test_an_answer_that_is_printed_alone_is_not_all_there_were(tmp_path: Path) -> None:
    printed = {("sender", "court"): PrintedFigure(30)}

    alone, of_all = (
        Baseline.typed_in(_form(tmp_path), {**printed, **total}) for total in ({}, {TOTAL: PrintedFigure(90)})
    )

    assert alone.figure("sender", "court") == EarlierFigure(30, None)
    assert of_all.figure("sender", "court") == _exact(30, 90)
