from reports.analysis.grouped_answers import AnswerPair, grouped_answers
from reports.cross_count import CrossCount
from storage.figures.counts import AnswerCount
from tests.reports.forms import call_form

CALL = call_form()


def test_the_job_has_the_options_of_both_questions_and_the_groups_alone() -> None:
    row = AnswerCount("2016-01", "registered", {"reason": "guidance", "crisis": "no", "caller": "woman"}, 4)

    job = CrossCount.of(grouped_answers(CALL.by_key["reason"], CALL.by_key["crisis"], [row, row]))

    assert job == CrossCount(
        row_options=("violence", "follow_up", "guidance", "unknown"),
        column_options=("yes", "no"),
        pairs=(AnswerPair(("guidance",), ("no",), 8),),
    )
