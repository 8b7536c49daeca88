import asyncio

import pytest

from reports.statements.family import family_in_turns, family_of
from tests.reports.chapters import rows_of_2015, seed_rows
from tests.reports.summaries import summary


@pytest.mark.parametrize("name", ["2016", "2016-T2", "2016-10", "2019"])
async def test_a_family_judged_in_turns_is_the_same(name: str) -> None:
    of = summary(name, seed_rows() + rows_of_2015())

    at_once, in_turns = family_of(of), await family_in_turns(of)

    keys = [(q.key, o.key) for q in of.form.questions for o in q.options] + [("", "total"), ("", "year")]
    assert [at_once.verdict(*key) for key in keys] == [in_turns.verdict(*key) for key in keys]
    assert [at_once.p_value(*key) for key in keys] == [in_turns.p_value(*key) for key in keys]
    assert [at_once.has_clear_trend(*key) for key in keys] == [in_turns.has_clear_trend(*key) for key in keys]


async def test_other_tasks_get_their_turn_between_the_questions() -> None:
    of, turns = summary("2016", seed_rows() + rows_of_2015()), 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    other = asyncio.create_task(count_turns())
    await family_in_turns(of)
    other.cancel()

    assert turns >= len(of.form.questions)
