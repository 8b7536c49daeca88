from pathlib import Path

import pytest

from storage.private_files import make_private_folder, private_opener
from tests.modes import mode_of, umask


@pytest.mark.parametrize("mask", [0o000, 0o002, 0o022, 0o077])
def test_a_file_is_its_owners_alone_from_its_first_moment(tmp_path: Path, mask: int) -> None:
    with umask(mask), open(tmp_path / "new", "w", opener=private_opener, encoding="utf-8"):
        mode = mode_of(tmp_path / "new")

    assert mode == 0o600


@pytest.mark.parametrize("mask", [0o000, 0o002, 0o022, 0o077])
def test_every_folder_that_is_made_is_its_owners_alone(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        make_private_folder(tmp_path / "one" / "two")

    assert [mode_of(tmp_path / name) for name in ("one", "one/two")] == [0o700, 0o700]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)

    make_private_folder(tmp_path / "shared")

    assert mode_of(tmp_path / "shared") == 0o755


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()

    with pytest.raises(FileExistsError):
        make_private_folder(tmp_path / "taken")
