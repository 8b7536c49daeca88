from pathlib import Path

import pytest

from storage.operations.free_space import LittleSpace, UnknownSpace, free_space


def test_the_free_bytes_of_a_folders_disk_are_known(tmp_path: Path) -> None:
    assert free_space(tmp_path, little=0) > 0


def test_too_few_are_a_fault_with_their_number(tmp_path: Path) -> None:
    with pytest.raises(LittleSpace, match=rf"^Only \d+ MB are free on the disk of {tmp_path}\."):
        free_space(tmp_path, little=2**63)


def test_of_a_folder_that_is_not_there_nothing_is_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownSpace, match="there is no such file or folder"):
        free_space(tmp_path / "gone")
