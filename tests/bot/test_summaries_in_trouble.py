"""Leadership gets its month though the chat is closed, moved, or only half of it came."""

from datetime import datetime

import pytest

from bot.config.sections import Reports
from bot.demo.telegram.faults import InjectedFault, Trouble
from tests.bot.chat_desk import OSLO, OWNER, Desk
from tests.bot.leadership import group_of, shown, texts_of


async def test_a_chat_that_blocks_the_bot_is_told_of_once_and_not_tried_again(bound: Desk) -> None:
    group = group_of(bound)
    bound.person(OWNER).within(group).block()
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        await bound.deliver_due()

    told = [shown for shown in bound.person(OWNER).messages if "kunne ikke leveres" in shown.text]
    assert len(told) == 1


async def test_a_summary_that_arrived_in_half_comes_again_and_says_so(bound: Desk) -> None:
    bound.reports = Reports(annual=False)
    group = group_of(bound)
    bound.telegram.faults.add(
        InjectedFault(Trouble.FLOOD, methods=("sendMessage",), chats=(group.id,), retry_after=60, times=1)
    )
    bound.clock.now = datetime(2027, 1, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        await bound.deliver_due()

    again = [text for text in texts_of(group) if "Denne rapporten kan ha kommet før." in text]
    heads = [text.splitlines()[0] for text in texts_of(group) if "rapport for " in text]
    assert [text.splitlines()[0] for text in again] == [head for head in set(heads) if heads.count(head) > 1]
    assert len(again) == 1


@pytest.mark.parametrize("trouble", [Trouble.HALF_ANSWER, Trouble.LOST_ANSWER])
async def test_a_summary_of_which_only_half_an_answer_came_comes_again_and_says_so(
    bound: Desk, trouble: Trouble
) -> None:
    bound.telegram.faults.add(InjectedFault(trouble, methods=("sendPhoto",), times=1))
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        await bound.deliver_due()

    sent = [text for text in texts_of(group_of(bound)) if text.startswith("Månedsrapport for oktober 2026")]
    assert ["Denne rapporten kan ha kommet før." in text for text in sent] == [False, True]


async def test_a_group_that_became_a_supergroup_is_followed(bound: Desk) -> None:
    new = bound.telegram.migrate(group_of(bound), -1002)
    bound.clock.now = datetime(2026, 11, 3, 9, tzinfo=OSLO)
    for _ in range(2):
        await bound.deliver_due()

    assert sum("Månedsrapport for oktober 2026" in text for text in texts_of(new)) == 1


async def test_after_new_year_off_the_year_holds_what_lies_in_it_and_the_newest_month_comes_by_itself(
    bound: Desk,
) -> None:
    bound.clock.now = datetime(2027, 2, 4, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        await shown(group, "Månedsrapport for januar 2027")
        text = await shown(group, "Årsrapport for 2026")

    assert "Denne rapporten rommer også:" in text
    for line in ("Oktober 2026: ", "Desember 2026: ", "3.\u00a0tertial 2026: "):
        assert line in text
    assert sum("Månedsrapport" in text for text in texts_of(group)) == 1
    assert not any("Tertialrapport" in text for text in texts_of(group))


async def test_after_some_months_off_the_older_ones_come_as_lines(bound: Desk) -> None:
    bound.clock.now = datetime(2026, 12, 20, 9, tzinfo=OSLO)
    group = group_of(bound)
    async with bound.open():
        text = await shown(group, "Månedsrapport for november 2026")

    assert "Mens maskinen var av:\nOktober 2026: " in text
    assert sum("Månedsrapport" in text for text in texts_of(group)) == 1
