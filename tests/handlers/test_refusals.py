from handlers.conversation import Handle, Request
from handlers.view import View
from tests.handlers.centre import DUTY, Centre

DELETED = "Meldingen er slettet her og ikke lagret."


def written(centre: Centre, handle: int) -> Request:
    """Return a message that somebody has just written."""
    centre.sees().views[Handle(handle)] = View("a name")
    return Request(centre.number(DUTY), centre.sees(), Handle(handle))


async def test_refusals_replace_each_other(centre: Centre) -> None:
    for handle in (101, 102, 103):
        await centre.cases.unhandled.refuse(written(centre, handle))

    assert len(centre.sees().texts) == 1


async def test_a_refusal_stands_below_what_came_meanwhile(centre: Centre) -> None:
    await centre.cases.unhandled.refuse(written(centre, 101))
    await centre.write("log")
    await centre.cases.unhandled.refuse(written(centre, 102))

    assert [text.endswith(DELETED) for text in centre.sees().texts] == [False, True]


async def test_one_that_cannot_be_taken_away_stays(centre: Centre) -> None:
    await centre.cases.unhandled.refuse(written(centre, 101))
    centre.sees().keeps = True
    await centre.cases.unhandled.refuse(written(centre, 102))

    assert len([text for text in centre.sees().texts if text.startswith("Jeg forstår")]) == 2
