"""Which agencies call about crises? Asked in the chat, by typing and by buttons."""

from collections.abc import Callable

from bot.demo.telegram.person import Person, Shown
from tests.bot.chat_desk import LEADER, Desk
from tests.bot.tapping import labels
from tests.bot.test_statistics import PNG, fill


def _newer(person: Person, sought: str) -> Callable[[Shown], bool]:
    """Tell of a message that comes from here on and holds these words, or a button of that name."""
    before = max((shown.id for shown in person.messages), default=0)
    return lambda shown: shown.id > before and (sought in shown.text or sought in labels(shown))


async def test_a_leader_types_two_questions_and_gets_a_picture_with_all_figures(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        leader = desk.person(LEADER)
        is_picture = _newer(leader, "Instans × årsak, 2025\n")
        is_figures = _newer(leader, "Barnevernet ")
        leader.send("/stats 2025 instans × årsak")
        picture = await leader.wait_for(is_picture, timeout=20)
        figures = await leader.wait_for(is_figures, timeout=20)

    assert picture.photo is not None
    assert picture.photo.startswith(PNG)
    assert picture.text.endswith("Alle tallene står i neste melding.")
    assert len(picture.text.encode("utf-16-le")) <= 2 * 1024
    assert figures.text.startswith("Instans × årsak, 2025\n")
    assert "Konkret om vold" in figures.text


async def test_somebody_on_duty_chooses_two_questions_by_buttons_and_swaps_them(desk: Desk) -> None:
    await fill(desk)
    async with desk.open():
        person = desk.person()
        is_shown = _newer(person, "Krysstabell")
        person.send("/stats")
        shown = await person.wait_for(is_shown, timeout=20)
        is_choice = _newer(person, "Hvilket spørsmål skal stå nedover?")
        person.tap("Krysstabell", message_id=shown.id)
        choice = await person.wait_for(is_choice)
        person.tap("Instans", message_id=choice.id)
        await person.wait_for("Instans: mot hvilket spørsmål?")
        is_table = _newer(person, "Instans × krisetelefon, oktober 2026\n")
        person.tap("Krisetelefon", message_id=choice.id)
        table = await person.wait_for(is_table, timeout=20)
        is_swapped = _newer(person, "Krisetelefon × instans, oktober 2026\n")
        person.tap("Bytt om", message_id=table.id)
        swapped = await person.wait_for(is_swapped, timeout=20)

    assert table.photo is not None
    assert swapped.photo is not None
    assert table.photo != swapped.photo
    assert table.buttons == (("Bytt om", "Andre spørsmål"),)
    assert choice.id not in {message.id for message in person.messages}
