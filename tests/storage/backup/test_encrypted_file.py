import resource
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storage.backup.encrypted_file import (
    DamagedFile,
    NotEncrypted,
    UnusableKey,
    WrongKey,
    check_recipient,
    decrypt,
    encrypt,
    new_key,
)
from storage.fault import Fault
from tests.modes import mode_of, umask

KEYS = new_key()
PLAIN = b"SQLite format 3\0" + bytes(range(256)) * 800
"""More than three of the parts that age authenticates one by one."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    plain, encrypted = tmp_path / "plain", tmp_path / "copy.age"
    plain.write_bytes(PLAIN)
    encrypt(plain, encrypted, [KEYS.public])
    return encrypted


def test_the_secret_key_opens_what_the_public_one_closed(tmp_path: Path, copy: Path) -> None:
    decrypt(copy, tmp_path / "opened", KEYS.secret)

    assert (tmp_path / "opened").read_bytes() == PLAIN
    assert b"SQLite" not in copy.read_bytes()


def test_each_of_several_keys_opens_a_copy(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(PLAIN)
    others = new_key()

    encrypt(tmp_path / "plain", tmp_path / "copy.age", [KEYS.public, others.public])

    for number, keys in enumerate((KEYS, others)):
        decrypt(tmp_path / "copy.age", tmp_path / str(number), keys.secret)
        assert (tmp_path / str(number)).read_bytes() == PLAIN


def test_a_key_that_was_typed_in_groups_and_small_letters_opens_too(tmp_path: Path, copy: Path) -> None:
    typed = " ".join(KEYS.secret[start : start + 4] for start in range(0, len(KEYS.secret), 4))

    decrypt(copy, tmp_path / "opened", f"  {typed.lower()}\n")

    assert (tmp_path / "opened").read_bytes() == PLAIN


def test_both_files_are_their_owners_alone_and_nothing_else_stays(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(PLAIN)

    with umask(0):
        encrypt(tmp_path / "plain", tmp_path / "copy.age", [KEYS.public])
        decrypt(tmp_path / "copy.age", tmp_path / "opened", KEYS.secret)

    assert mode_of(tmp_path / "copy.age") == mode_of(tmp_path / "opened") == stat.S_IRUSR | stat.S_IWUSR
    assert {path.name for path in tmp_path.iterdir()} == {"plain", "copy.age", "opened"}


def test_another_key_is_told_apart_from_damage(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(WrongKey, match=r"copy\.age was not made for this key"):
        decrypt(copy, tmp_path / "opened", new_key().secret)

    assert not (tmp_path / "opened").exists()


def test_what_age_did_not_write_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "vaktlogg.db").write_bytes(PLAIN)

    with pytest.raises(NotEncrypted, match=r"vaktlogg\.db is not an encrypted copy"):
        decrypt(tmp_path / "vaktlogg.db", tmp_path / "opened", KEYS.secret)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.integers(0, len(PLAIN)))
@example(0)
@example(22)
@example(len(PLAIN))
def test_a_copy_that_was_cut_short_is_damaged_and_nothing_of_it_stays(
    tmp_path: Path, copy: Path, length: int
) -> None:
    cut = tmp_path / "cut.age"
    cut.write_bytes(copy.read_bytes()[:length])

    with pytest.raises(DamagedFile, match=r"cut\.age is damaged"):
        decrypt(cut, tmp_path / "opened", KEYS.secret)

    assert {path.name for path in tmp_path.iterdir()} == {"plain", "copy.age", "cut.age"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.integers(0, len(PLAIN)), st.integers(0, 7))
def test_a_copy_with_one_bit_turned_never_opens(tmp_path: Path, copy: Path, place: int, bit: int) -> None:
    written = bytearray(copy.read_bytes())
    written[place] ^= 1 << bit
    (tmp_path / "turned.age").write_bytes(written)

    with pytest.raises(Fault):
        decrypt(tmp_path / "turned.age", tmp_path / "opened", KEYS.secret)

    assert not (tmp_path / "opened").exists()


def test_a_copy_with_something_behind_it_is_damaged(tmp_path: Path, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes() + b"more")

    with pytest.raises(DamagedFile):
        decrypt(copy, tmp_path / "opened", KEYS.secret)


@pytest.mark.parametrize(
    "key", ["", "AGE-SECRET-KEY-1", KEYS.public, f"{KEYS.secret[:-1]}!", f"{KEYS.secret}Q"], ids=range(5)
)
def test_what_is_no_secret_key_is_said_without_repeating_it(tmp_path: Path, copy: Path, key: str) -> None:
    with pytest.raises(UnusableKey) as refused:
        decrypt(copy, tmp_path / "opened", key)

    assert key not in str(refused.value) or key in {"", "AGE-SECRET-KEY-1"}


@pytest.mark.parametrize(
    "recipients", [[], [""], [KEYS.secret], [KEYS.public, f"{KEYS.public[:-1]}b"]], ids=range(4)
)
def test_nothing_is_encrypted_for_what_is_no_public_key(tmp_path: Path, recipients: list[str]) -> None:
    (tmp_path / "plain").write_bytes(PLAIN)

    with pytest.raises(UnusableKey) as refused:
        encrypt(tmp_path / "plain", tmp_path / "copy.age", recipients)

    assert KEYS.secret not in str(refused.value)
    assert not (tmp_path / "copy.age").exists()


def test_a_public_key_is_handed_back_by_its_check() -> None:
    assert check_recipient(KEYS.public) == KEYS.public


def test_the_secret_key_does_not_show_where_the_pair_is_printed() -> None:
    assert KEYS.secret not in repr(KEYS)


def test_a_disk_that_takes_no_more_is_told_by_its_own_error_and_leaves_what_was_there(
    tmp_path: Path, copy: Path
) -> None:
    before, (soft, hard) = copy.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (len(PLAIN) // 2, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            encrypt(tmp_path / "plain", copy, [KEYS.public])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert copy.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"plain", "copy.age"}


def test_a_folder_of_the_copys_name_stays_and_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(PLAIN)
    (tmp_path / "copy.age").mkdir()

    with pytest.raises(IsADirectoryError):
        encrypt(tmp_path / "plain", tmp_path / "copy.age", [KEYS.public])

    assert {path.name for path in tmp_path.iterdir()} == {"plain", "copy.age"}


def test_a_link_of_the_copys_name_is_replaced_and_what_it_names_is_not(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(PLAIN)
    (tmp_path / "others").write_bytes(b"theirs")
    (tmp_path / "copy.age").symlink_to(tmp_path / "others")

    encrypt(tmp_path / "plain", tmp_path / "copy.age", [KEYS.public])

    assert (tmp_path / "others").read_bytes() == b"theirs"
    assert not (tmp_path / "copy.age").is_symlink()
