from pathlib import Path

import pytest

from storage.whole_file import write_whole
from tests.modes import mode_of, umask


def test_a_file_is_written_with_its_folders_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "summaries" / "2016" / "2016-07.txt"

    write_whole(path, b"first")
    write_whole(path, b"second")

    assert path.read_bytes() == b"second"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_put_in_place_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "taken", b"content")

    assert (tmp_path / "taken").is_dir()


@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_file_and_new_folder_are_their_owners_alone(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        write_whole(tmp_path / "summaries" / "2016-07.txt", b"content")

    assert mode_of(tmp_path / "summaries") == 0o700
    assert mode_of(tmp_path / "summaries" / "2016-07.txt") == 0o600


def test_what_others_could_read_is_its_owners_alone_once_it_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "2016-07.txt"
    path.write_bytes(b"first")
    path.chmod(0o644)

    write_whole(path, b"second")

    assert mode_of(path) == 0o600


def test_what_lies_in_the_place_of_an_unfinished_file_is_not_written_to(tmp_path: Path) -> None:
    others = tmp_path / "others.txt"
    others.write_bytes(b"theirs")
    (tmp_path / ".part.2016-07.txt").symlink_to(others)

    write_whole(tmp_path / "2016-07.txt", b"content")

    assert others.read_bytes() == b"theirs"
    assert (tmp_path / "2016-07.txt").read_bytes() == b"content"
    assert not (tmp_path / "2016-07.txt").is_symlink()
