import stat
from pathlib import Path

import pytest

from storage.backup.workplace import CopyRunning, remove_leftovers, workplace, workplace_of
from tests.modes import mode_of, umask


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "vaktlogg.db"


def test_the_folder_is_its_owners_alone_and_gone_afterwards(database: Path) -> None:
    with umask(0), workplace(database) as place:
        (place / "whole.db").write_bytes(b"plain")
        assert mode_of(place) == stat.S_IRWXU

    assert list(database.parent.iterdir()) == []


def test_it_is_gone_too_where_the_work_fails(database: Path) -> None:
    with pytest.raises(IsADirectoryError), workplace(database) as place:
        place.write_bytes(b"plain")

    assert list(database.parent.iterdir()) == []


def test_only_one_works_in_it_at_a_time(database: Path) -> None:
    with workplace(database) as place:
        (place / "whole.db").write_bytes(b"plain")
        with pytest.raises(CopyRunning), workplace(database):
            pass
        remove_leftovers(database)

        assert (place / "whole.db").read_bytes() == b"plain"


def test_what_a_crash_has_left_is_removed_and_in_nobodys_way(database: Path) -> None:
    left = workplace_of(database)
    for again in (remove_leftovers, workplace):
        (left / "folder").mkdir(parents=True)
        (left / "whole.db").write_bytes(b"plain")
        if again is remove_leftovers:
            remove_leftovers(database)
        else:
            with workplace(database) as place:
                assert list(place.iterdir()) == []
        assert not left.exists()


def test_a_link_in_its_place_is_not_followed(database: Path, tmp_path: Path) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "file").write_bytes(b"theirs")
    workplace_of(database).symlink_to(others)

    for work in (remove_leftovers, lambda database: workplace(database).__enter__()):
        with pytest.raises(OSError, match="Not a directory"):
            work(database)

    assert (others / "file").read_bytes() == b"theirs"


def test_nothing_is_made_where_nothing_was_left(database: Path) -> None:
    remove_leftovers(database)

    assert list(database.parent.iterdir()) == []
