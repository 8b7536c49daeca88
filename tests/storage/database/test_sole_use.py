import hashlib
from pathlib import Path

import pytest

from storage.database.connection import Database, DiskFull, LostDatabase
from storage.database.faults import DamagedAtStart
from storage.database.file_lock import AlreadyRunning, lock_of
from storage.database.sole_use import open_alone
from tests.storage.damaging import PAGE, noise, overwritten, page_of
from tests.storage.rows import open_and_close


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the database is to be."""
    return tmp_path / "vaktlogg.db"


def lose(path: Path, content: bytes | None) -> None:
    """Remove a database, and put other content in its place if there is any."""
    path.unlink()
    if content is not None:
        path.write_bytes(content)


def sha256(path: Path) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def test_two_cannot_serve_the_same_file_but_others_can_use_it_meanwhile(path: Path) -> None:
    async with open_alone(path):
        with pytest.raises(AlreadyRunning):
            async with open_alone(path):
                pass
        await open_and_close(path)

    async with open_alone(path):
        pass


@pytest.mark.parametrize("content", [None, b""])
async def test_one_that_was_there_is_not_made_anew_before_that_was_asked_for(
    content: bytes | None, path: Path
) -> None:
    async with open_alone(path):
        pass
    lose(path, content)

    for use in (open_alone(path), Database.open(path)):
        with pytest.raises(LostDatabase, match=f"remove {lock_of(path)} first"):
            async with use:
                pass
    lock_of(path).unlink()

    async with open_alone(path) as database:
        assert await database.read("SELECT count(*) FROM record") == [(0,)]


async def test_a_first_start_that_fails_leaves_nothing_that_keeps_the_next_one_back(path: Path) -> None:
    with pytest.raises(DiskFull):
        async with open_alone(path, pragmas=["PRAGMA max_page_count = 20"]):
            pass

    async with open_alone(path):
        pass


@pytest.mark.parametrize("content", [bytes(PAGE), noise(1)])
async def test_a_damaged_file_is_named_with_the_way_out_and_left_as_it_is(content: bytes, path: Path) -> None:
    await open_and_close(path)
    with overwritten(path, page_of(path, "seat"), content):
        before = sha256(path)
        with pytest.raises(
            DamagedAtStart, match=r"is damaged \(.+\) and is left as it is.*vaktlogg restore FILE\.$"
        ):
            async with open_alone(path):
                pass

        assert sha256(path) == before
