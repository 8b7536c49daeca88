"""The ledger keeps every release, and lets none be taken out that somebody may have seen."""

import pytest

from storage.database.connection import Database
from storage.releases.ledger import Ledger, LedgerEntry, LedgerFigure, LedgerMoved, LedgerPage, NoSuchRelease


def page(form: str = "call") -> LedgerPage:
    figures = [
        LedgerFigure("2016-01", "2016-02", "=total", 78, small=False),
        LedgerFigure("2016-01", "2016-02", "caller=man", None, small=True),
        LedgerFigure("2016-01", "2016-01", "=total", 40, small=False),
    ]
    return LedgerPage(LedgerEntry(0, "2017-01-04", form, "2016", 5), {"2016-01": "a", "2016-02": "b"}, figures)


async def test_a_release_is_given_back_with_everything_it_showed_and_hid(database: Database) -> None:
    ledger = Ledger(database)

    [number] = await ledger.note([page()], after=0)

    [kept] = await ledger.pages("call")
    assert (number, kept.entry) == (1, LedgerEntry(1, "2017-01-04", "call", "2016", 5))
    assert kept.digests == page().digests
    assert sorted(kept.figures, key=str) == sorted(page().figures, key=str)


async def test_the_releases_of_another_form_are_not_looked_at(database: Database) -> None:
    ledger = Ledger(database)
    await ledger.note([page("visit")], after=0)

    assert await ledger.pages("call") == []
    assert await ledger.latest() == 1


async def test_a_release_is_not_noted_when_another_has_come_in_between(database: Database) -> None:
    ledger = Ledger(database)
    await ledger.note([page()], after=0)

    with pytest.raises(LedgerMoved):
        await ledger.note([page()], after=0)

    assert len(await ledger.entries()) == 1


async def test_a_withdrawn_release_still_counts(database: Database) -> None:
    ledger = Ledger(database)
    await ledger.note([page()], after=0)

    await ledger.withdraw(1, "2017-02-01", "wrong month", seen=True)

    [kept] = await ledger.pages("call")
    assert (kept.entry.withdrawn, kept.entry.reason) == ("2017-02-01", "wrong month")


async def test_a_release_that_nobody_has_seen_counts_no_more_and_is_still_listed(database: Database) -> None:
    ledger = Ledger(database)
    await ledger.note([page()], after=0)

    await ledger.withdraw(1, "2017-02-01", "never sent", seen=False)

    assert await ledger.pages("call") == []
    assert [entry.seen for entry in await ledger.entries()] == [False]


@pytest.mark.parametrize("number", [1, 2])
async def test_only_a_release_that_stands_is_withdrawn(database: Database, number: int) -> None:
    ledger = Ledger(database)
    await ledger.note([page()], after=0)
    await ledger.withdraw(1, "2017-02-01", "wrong month", seen=True)

    with pytest.raises(NoSuchRelease, match=f"no release {number}"):
        await ledger.withdraw(number, "2017-02-02", "again", seen=False)
