"""A form that has changed since a report: other names are no other figures, other figures still are."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from reports.analysis.period import Period
from reports.analysis.restatement import Restatement, as_reported
from reports.analysis.tally import tally
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.reader import read_form
from tests.example_forms import changed
from tests.reports.forms import call_form
from tests.reports.summaries import PLAIN, months

Rows = Sequence[tuple[Mapping[str, str | list[str]], int]]

SENDER = '{ key = "court", label = { nb = "Retten" } }'
SCHOOL = '{ key = "school", label = { nb = "Skolen" } }, { key = "nursery", label = { nb = "Barnehagen" } }'
RETIRED = '{ key = "school", label = { nb = "Skolen" }, until = 2026-10-31 }'
LEARNING = '{ key = "learning", label = { nb = "Skole og barnehage" }, was = ["school", "nursery"] }'
SILENT = '{ key = "silent", label = { nb = "Sier ikke" } }'
UNKNOWN = '{ key = "unknown", label = { nb = "Ikke kjent" }, unknown = true }'
MERGED = '{ key = "unknown", label = { nb = "Ikke kjent" }, unknown = true, was = ["silent"] }'
URGENT = '{ key = "urgent", label = { nb = "Haster" } }, { key = "calm", label = { nb = "Haster ikke" } }'

LETTERS: Rows = [
    ({"sender": "court", "pace": "calm"}, 30),
    ({"sender": "school", "pace": "urgent"}, 20),
    ({"sender": "nursery", "pace": "calm"}, 10),
    ({"sender": "silent", "pace": "calm"}, 4),
    ({"sender": "unknown", "pace": "calm"}, 3),
]
BOTH: Rows = [({"sender": ["school"]}, 5), ({"sender": ["nursery"]}, 4), ({"sender": ["school", "nursery"]}, 3)]


def _form(folder: Path, *options: str, kind: str = "one", pace: str = URGENT, highlight: str = "") -> Form:
    questions = {"sender": (kind, ", ".join(options)), "pace": ("one", pace)}
    told = [
        f'[[question]]\nkey = "{key}"\nlabel = {{ nb = "Spørsmål" }}\nkind = "{kind}"\noptions = [ {options} ]\n'
        for key, (kind, options) in questions.items()
        if options
    ]
    head = f'key = "letter"\ntitle = {{ nb = "Brev" }}\nview = "letters"\n{highlight}\n'
    file = folder / "letter.toml"
    file.write_text("\n".join([head, *told]), encoding="utf-8")
    return read_form(file)


def _restated(then: Form, now: Form, said: Rows, rows: Rows | None = None) -> Restatement | None:
    """Compare the rows as they are counted now with what was said when the form was another."""
    period = Period.named("2026-10")
    told, found = (
        tally(form, period, [AnswerCount("2026-10", "registered", answers, calls) for answers, calls in counted])
        for form, counted in ((then, said), (now, said if rows is None else rows))
    )
    return Restatement.of(now, found, as_reported(told))


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ((SENDER, SCHOOL, SILENT, UNKNOWN), (SENDER, LEARNING, SILENT, UNKNOWN)),
        ((SENDER, SCHOOL, SILENT, UNKNOWN), (SENDER, RETIRED, LEARNING, SILENT, UNKNOWN)),
        ((SENDER, SCHOOL, SILENT, UNKNOWN), (SENDER, SCHOOL, MERGED)),
        ((SENDER, SCHOOL, SILENT, UNKNOWN), (SENDER, SILENT, UNKNOWN)),
        ((SENDER, SCHOOL, SILENT, UNKNOWN), (SENDER, SCHOOL, SILENT)),
    ],
    ids=["merged", "merged, the old one kept", "merged into not known", "gone", "not known gone"],
)
def test_answers_that_were_renamed_merged_or_removed_are_no_correction(
    tmp_path: Path, then: tuple[str, ...], now: tuple[str, ...]
) -> None:
    forms = _form(tmp_path, *then), _form(tmp_path, *now)

    assert _restated(*forms, LETTERS) is None
    assert _restated(*forms, LETTERS, [*LETTERS[1:], (LETTERS[0][0], 29)]) is not None


def test_an_answer_corrected_to_one_with_a_new_name_is_a_correction(tmp_path: Path) -> None:
    forms = _form(tmp_path, SENDER, SCHOOL, SILENT, UNKNOWN), _form(tmp_path, SENDER, LEARNING, SILENT, UNKNOWN)
    corrected = [({"sender": "court", "pace": "calm"}, 29), ({"sender": "learning", "pace": "calm"}, 1)]

    restated = _restated(*forms, LETTERS, [*LETTERS[1:], *corrected])

    assert restated is not None
    assert restated.now == restated.reported


def test_merged_answers_of_which_a_record_gave_both_are_no_correction(tmp_path: Path) -> None:
    then, now = (_form(tmp_path, SENDER, options, kind="several") for options in (SCHOOL, LEARNING))

    assert _restated(then, now, BOTH) is None
    assert _restated(then, now, BOTH, [*BOTH, ({"sender": ["court"]}, 1)]) is not None
    assert _restated(then, now, BOTH, [({"sender": ["court"]}, 6), ({"sender": ["nursery"]}, 6)]) is not None


def test_a_question_that_has_come_or_gone_is_no_correction_as_long_as_nobody_has_answered_it(
    tmp_path: Path,
) -> None:
    without, form = (_form(tmp_path, SENDER, SCHOOL, pace=pace) for pace in ("", URGENT))
    unasked: Rows = [({"sender": "court"}, 5)]

    assert _restated(form, without, LETTERS) is None
    assert _restated(without, form, unasked) is None
    assert _restated(without, form, unasked, LETTERS[:1]) is not None


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ('highlight = { pace = "urgent" }', ""),
        ("", 'highlight = { pace = "urgent" }'),
        ('highlight = { pace = "urgent" }', 'highlight = { sender = "court" }'),
    ],
)
def test_another_answer_highlighted_is_no_correction(tmp_path: Path, then: str, now: str) -> None:
    forms = [_form(tmp_path, SENDER, SCHOOL, SILENT, UNKNOWN, highlight=highlight) for highlight in (then, now)]

    assert _restated(forms[0], forms[1], LETTERS) is None


def test_what_is_highlighted_in_another_month_of_the_period_is_a_correction() -> None:
    form, period = call_form(), Period.named("2026-T2")
    crises = months(("2026-05", 3), answers={**PLAIN, "crisis": "yes"}) + months(("2026-06", 3))
    swapped = months(("2026-06", 3), answers={**PLAIN, "crisis": "yes"}) + months(("2026-05", 3))

    assert Restatement.of(form, tally(form, period, swapped), as_reported(tally(form, period, crises))) is not None


def test_what_was_added_later_is_a_correction_and_nothing_added_is_none() -> None:
    form, period, calls = call_form(), Period.named("2026-10"), months(("2026-10", 5))
    before = changed(form, entries=tuple(q for q in form.questions if not q.later))
    said = as_reported(tally(before, period, calls))
    added = [*months(("2026-10", 4)), *months(("2026-10", 1), answers={**PLAIN, "also": ["violence"]})]

    assert Restatement.of(form, tally(form, period, calls), said) is None
    assert Restatement.of(form, tally(form, period, added), said) is not None
