from datetime import date

import pytest

from storage.cards.cards import Cards
from storage.database.connection import Database


@pytest.fixture
async def seats(database: Database) -> list[int]:
    """Open two seats."""
    statement = "INSERT INTO seat (role, used_on) VALUES ('staff', '2026-11-03') RETURNING number"
    return [(await database.write(statement))[0][0] for _ in range(2)]


async def test_a_seats_cards_are_counted_anew_whenever_one_changes_and_those_of_others_are_not(
    database: Database, seats: list[int]
) -> None:
    cards, (own, other) = Cards(database, lambda: date(2026, 11, 3)), seats
    counts = [cards.changes(own)]
    card = await cards.put(own, "Til den ene", [])
    counts.append(cards.changes(own))
    await cards.change(own, card, "Noe annet", [])
    counts.append(cards.changes(own))
    await cards.remove(own, card)
    counts.append(cards.changes(own))

    assert len(set(counts)) == 4
    assert (cards.changes(other), cards.all_changes) == (0, counts[-1])


async def test_a_card_that_is_not_there_changes_nothing(database: Database, seats: list[int]) -> None:
    cards = Cards(database, lambda: date(2026, 11, 3))

    await cards.change(seats[0], -1, "Noe", [])
    await cards.remove(seats[0], -1)

    assert cards.all_changes == 0
