from storage.audit.settings import Settings
from storage.database.connection import Database


async def test_what_changed_is_told_once_and_nothing_the_first_time(database: Database) -> None:
    settings = Settings(database)
    before = {"access": "a", "reports": "r"}

    first = await settings.changed(before)
    same = await settings.changed(before)
    other = await settings.changed({"access": "b", "reports": "r", "privacy": "p"})
    again = await settings.changed({"access": "b", "reports": "r", "privacy": "p"})

    assert (first, same, other, again) == ([], [], ["access", "privacy"], [])


async def test_what_a_setting_was_is_not_kept(database: Database) -> None:
    await Settings(database).changed({"access": "owners = [7700123]"})

    assert b"7700123" not in database.path.read_bytes()
