"""Who gets reports: a chat is bound with a code, its kinds and language chosen, and unbound."""

from bot.demo.telegram.chats import Kind
from tests.bot.chat_desk import OWNER, STRANGER, Desk
from tests.bot.leadership import group_of, shown, texts_of


async def test_nothing_of_the_past_is_sent_to_a_new_chat(bound: Desk) -> None:
    await bound.deliver_due()

    next_report = "Neste rapport gjelder oktober 2026 og kommer tirsdag 3. november kl.\u00a008:00."
    assert texts_of(group_of(bound)) == [f"Denne chatten får nå rapportene.\n{next_report}"]


async def test_kinds_and_language_are_switched_by_buttons_and_unbinding_ends_it(bound: Desk) -> None:
    async with bound.open():
        owner = bound.person(OWNER)
        owner.send("/chats")
        await owner.wait_for("Chat 1 (Ledelse): Måned, Tertial, År, bokmål")
        owner.tap("✓ Tertial")
        await owner.wait_for("Chat 1 (Ledelse): Måned, År, bokmål")
        owner.tap("bokmål")
        await owner.wait_for("Chat 1 (Ledelse): Måned, År, nynorsk")
        owner.within(group_of(bound)).send("/unbind")
        await shown(group_of(bound), "Denne chatten får ikke flere rapporter.")
        owner.send("/chats")
        await owner.wait_for("Ingen chat får rapporter.")


async def test_a_code_binds_one_chat_and_a_wrong_one_gets_silence(bound: Desk) -> None:
    other = bound.telegram.group(-1003, "Andre", Kind.SUPERGROUP)
    [code] = [m.text.split("/bind ")[1] for m in bound.person(OWNER).messages if m.from_bot and "/bind " in m.text]
    async with bound.open():
        bound.person(STRANGER).within(other).send(f"/bind {code}")
        bound.person(STRANGER).within(other).send("/bind gjetning")
        bound.person(STRANGER).within(other).send("/bind")
        await bound.fresh_form()

    assert texts_of(other) == []
