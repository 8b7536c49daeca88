from handlers.tap.codec import encode
from tests.handlers.centre import Centre


async def test_where_the_tapped_message_is_gone_the_next_screen_stands_below(centre: Centre) -> None:
    await centre.write("log")
    seen = centre.sees()
    handle, police = seen.button("Politi")
    del seen.views[handle]

    await centre.send(handle, encode(police.tap))

    assert seen.texts[-1].startswith("Politi\n")
