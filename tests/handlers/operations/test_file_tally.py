"""What the rows of a file come to is what they say, however many different ones there are."""

import json
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.operations import file_tally
from handlers.operations.file_tally import RowCounter
from storage.forms.reader import OWN_FORMS, read_form
from storage.imports.file_row import FileRow, Said
from storage.records.records import Draft
from tests.storage.imports.any_rows import any_drafts
from tests.storage.imports.file_rows import file_row
from tests.storage.imports.stay_files import GUEST

CALL = read_form(OWN_FORMS / "call.toml")


@pytest.mark.parametrize("most", [1, 3, 10_000], ids=["one at a time", "few at a time", "all at once"])
@given(drafts=any_drafts(CALL))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_each_row_counts_once_in_its_month_its_outcome_and_each_of_its_answers(
    monkeypatch: pytest.MonkeyPatch, most: int, drafts: list[Draft]
) -> None:
    monkeypatch.setattr(file_tally, "MOST_REMEMBERED", most)
    rows, counter = list(map(file_row, drafts)), RowCounter(CALL)

    passed = list(counter.passing(rows))
    tally = counter.tally()

    assert passed == rows
    assert tally.rows == len(rows)
    assert tally.months == Counter(row.time[:7] for row in rows)
    assert tally.outcomes == Counter(row.said.outcome for row in rows)
    assert {
        (key, option): count
        for key, answers in tally.questions.items()
        for option, count in answers.options.items()
    } == Counter(
        (key, option)
        for row in rows
        for key, answer in json.loads(row.said.answers).items()
        for option in ([answer] if isinstance(answer, str) else answer)
        if row.said.outcome == "registered" or key not in CALL.asked
    )


@given(numbers=st.lists(st.integers(0, 999)))
def test_numbers_are_counted_in_their_bands(numbers: list[int]) -> None:
    counter = RowCounter(GUEST)
    said = [Said("registered", json.dumps({"children": str(number)})) for number in numbers]
    list(counter.passing(FileRow("2016-07-14/", one) for one in said))

    counted = counter.tally().questions

    assert (counted["children"].options if numbers else {}) == Counter(
        "0" if number == 0 else "1-2" if number <= 2 else "3+" for number in numbers
    )


def test_not_known_is_no_known_answer_and_nothing_chosen_is_one() -> None:
    counter = RowCounter(read_form(OWN_FORMS / "stay.toml"))
    answers = [["spouse", "unknown"], ["unknown"], [], ["spouse", "parent"]]
    rows = [FileRow("2016-07-14/", Said("registered", json.dumps({"relation": given}))) for given in answers]
    list(counter.passing(rows))

    relation = counter.tally().questions["relation"]

    assert (relation.known, relation.nothing) == (3, 1)
    assert relation.options == {"spouse": 2, "unknown": 2, "parent": 1}
