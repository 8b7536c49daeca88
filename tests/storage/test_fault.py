import errno
import tomllib
from pathlib import Path

import pytest

from storage.fault import why


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "there is no such file or folder"),
        (PermissionError(errno.EACCES, "Permission denied"), "access is refused"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "it is a folder"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("cannot be had"), "cannot be had"),
    ],
)
def test_trouble_with_a_file_is_told_in_our_words_and_a_rare_one_in_the_systems(error: OSError, said: str) -> None:
    assert str(why(error)) == said


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('language = "nb\ncentre = ""', "line 1, character 15 is not valid TOML"),
        ("a = 1\na = 2\nb = 3", "line 2 gives a key or a table a second time"),
        ("[a]\nb = 1\n[a]\nb = 2\n", "line 3 gives a key or a table a second time"),
        ("a = {b = 1, b = 2}\n", "line 1 gives a key or a table a second time"),
        ("a = [1,", "its end is not valid TOML; a quote or a bracket may be missing"),
    ],
)
def test_a_fault_of_toml_is_told_by_its_place(toml: str, said: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(toml)

    assert str(why(raised.value)) == said


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UnicodeDecodeError) as raised:
        (tmp_path / "config.toml").read_text(encoding="utf-8")

    assert str(why(raised.value)) == "it is not UTF-8 text"
