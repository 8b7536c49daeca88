import os
from pathlib import Path

import pytest

from storage.private_files import give_to_owner, make_private_folder, private_opener
from storage.whole_file import write_whole
from tests.modes import mode_of, umask
from tests.owners import SOMEBODY, only_root, owner_of


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


@only_root
def test_what_root_makes_belongs_to_the_first_owner_who_is_not_root(tmp_path: Path) -> None:
    theirs, mine, made = tmp_path / "theirs", tmp_path / "mine", tmp_path / "made"
    for path in (theirs, mine, made):
        path.touch()
    os.chown(theirs, *SOMEBODY)

    give_to_owner(made, mine, tmp_path / "nowhere", theirs)

    assert owner_of(made) == SOMEBODY


@only_root
def test_folders_and_whole_files_in_somebodys_folder_are_theirs(tmp_path: Path) -> None:
    os.chown(tmp_path, *SOMEBODY)

    write_whole(tmp_path / "one" / "two" / "file", b"")

    assert {owner_of(tmp_path / name) for name in ("one", "one/two", "one/two/file")} == {SOMEBODY}


@only_root
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    (tmp_path / "link").symlink_to("mine")
    (tmp_path / "theirs").touch()
    os.chown(tmp_path / "theirs", *SOMEBODY)

    give_to_owner(tmp_path / "link", tmp_path / "theirs")

    assert owner_of(tmp_path / "mine") == (0, 0)


def test_whoever_is_not_root_gives_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("os.chown", lambda *facts: given.append(facts))
    monkeypatch.setattr("os.lchown", lambda *facts: given.append(facts))

    give_to_owner(tmp_path, tmp_path.parent)

    assert given == []
