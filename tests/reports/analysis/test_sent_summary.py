"""A summary with the figures that its report held."""

from reports.analysis.restatement import as_reported
from reports.analysis.sent_summary import sent_summary
from reports.words.language import Language
from reports.words.notes import notes
from reports.words.wording import Wording
from tests.example_forms import CALL, changed
from tests.reports.chapters import prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import months, summary

BEFORE = seed_rows() + rows_of_2015()
LATE = months(("2016-11", 7), answers={"caller": "man", "behalf": "self", "reason": "violence", "crisis": "yes"})


def test_late_entries_and_corrections_are_not_in_it() -> None:
    delivered, today = summary("2016", BEFORE), summary("2016", [*BEFORE, *LATE])

    sent = sent_summary(today, as_reported(delivered.now), "2016 · A7")

    assert sent is not None
    assert (sent.now, today.now.total) == (delivered.now, 906)
    assert {name: month.total for name, month in sent.months.items()} == {
        name: month.total for name, month in delivered.months.items()
    }
    assert sent.before == delivered.before


def test_it_is_told_like_the_delivered_one_with_a_note_that_says_so() -> None:
    delivered = summary("2016", BEFORE)
    sent = sent_summary(summary("2016", [*BEFORE, *LATE]), as_reported(delivered.now), "2016 · A7")

    assert sent is not None
    note = "Tallene er de som sto i rapport 2016 · A7; det som er ført eller rettet siden, er ikke med."
    prose = prose_of(told(sent))
    assert note in prose
    assert prose.replace(f"{note} Året før er slik det er kjent i dag.\n", "") == prose_of(told(delivered))
    assert next(notes(Wording(sent, Language("nb")))).replace("\xa0", " ").startswith(note)


def test_an_answer_that_has_been_renamed_since_is_counted_by_its_present_key() -> None:
    reason = CALL.by_key["reason"]
    options = tuple(
        option.model_copy(update={"key": "urgent", "was": ("violence",)}) if option.key == "violence" else option
        for option in reason.options
    )
    renamed = changed(
        CALL, entries=tuple(changed(q, options=options) if q == reason else q for q in CALL.questions)
    )
    delivered = summary("2016", BEFORE)

    sent = sent_summary(summary("2016", BEFORE, renamed), as_reported(delivered.now), "2016 · A7")

    assert sent is not None
    assert sent.now.questions["reason"].options["urgent"] == 225


def test_a_report_about_another_form_tells_nothing_of_this_one() -> None:
    other = changed(CALL, key="other")
    delivered = summary("2016", seed_rows(), other)

    sent = sent_summary(summary("2016", seed_rows()), as_reported(delivered.now), "2016 · A7")

    assert sent is None
