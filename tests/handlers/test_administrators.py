import pytest

from handlers.conversation import Refused
from handlers.tap.form_tap import UnreadableTap
from handlers.view import View
from tests.handlers.centre import DUTY, LEADER, OWNER, Centre
from tests.handlers.people.inviting import seated


async def test_each_of_them_is_told_and_nobody_else(centre: Centre) -> None:
    await seated(centre, "administrator", 50)

    assert await centre.cases._administrators.tell(View("news"))
    assert [centre.sees(seat).texts for seat in (OWNER, 50, LEADER, DUTY)] == [["news"], ["news"], [], []]


async def test_where_one_cannot_be_told_the_others_are(centre: Centre) -> None:
    await seated(centre, "administrator", 50)
    centre.sees(OWNER).trouble = Refused("blocked")

    assert await centre.cases._administrators.tell(View("news"))
    centre.sees(50).trouble = Refused("blocked")
    assert not await centre.cases._administrators.tell(View("more"))


@pytest.mark.parametrize("seat", [DUTY, LEADER, 99])
async def test_a_tap_of_anybody_else_cannot_be_read(centre: Centre, seat: int) -> None:
    with pytest.raises(UnreadableTap):
        centre.cases._administrators.check(centre._request(seat, None, next(iter([0]))))  # type: ignore[arg-type]
