import errno
import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database.file_lock import AlreadyRunning, held, held_token, lock_of

API = "https://api.example/bot"
HOLD = """
import sys
from pathlib import Path
from storage.database.file_lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(database: Path) -> subprocess.Popen[str]:
    """Start a process that holds a database until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_database_that_another_process_holds_cannot_be_held_until_that_dies(tmp_path: Path) -> None:
    database = tmp_path / "vaktlogg.db"
    with holder(database) as process:
        with pytest.raises(AlreadyRunning, match=f"already works on the database {database}"), held(database):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()

        with held(database):
            assert lock_of(database).read_text() == f"{os.getpid()}\n"


def test_a_database_is_held_also_by_another_name_of_it(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "vaktlogg.db")
    with held(tmp_path / "vaktlogg.db"), pytest.raises(AlreadyRunning), held(tmp_path / "link.db"):
        pass


def test_once_let_go_it_can_be_held_again_and_the_lock_stays_for_its_owner_alone(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path / "vaktlogg.db"):
            pass

    assert lock_of(tmp_path / "vaktlogg.db").stat().st_mode & 0o777 == 0o600


def test_a_lock_removed_just_before_it_was_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lock = lock_of(tmp_path / "vaktlogg.db"), fcntl.flock
    removals = iter([True, False])

    def after_a_removal(descriptor: int, operation: int) -> None:
        if next(removals):
            path.unlink()
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", after_a_removal)
    with held(tmp_path / "vaktlogg.db"):
        assert path.exists()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_logged_and_keeps_nobody_out(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with held(tmp_path / "vaktlogg.db"):
        assert "cannot be held" in caplog.text


def test_a_token_is_held_on_this_machine_under_a_name_that_does_not_tell_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with held_token("123:secret", API), held_token("123:other", API), held_token("123:secret", f"{API}/own"):
        with pytest.raises(AlreadyRunning, match="already uses the bot's token"), held_token("123:secret", API):
            pass

        assert not [file for file in tmp_path.iterdir() if "123" in file.name or "secret" in file.read_text()]


def test_a_link_in_the_folder_for_temporary_files_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with held_token("123:secret", API):
        [lock] = tmp_path.iterdir()
    (tmp_path / "victim").write_text("kept")
    lock.unlink()
    lock.symlink_to(tmp_path / "victim")

    with held_token("123:secret", API):
        assert "cannot be held" in caplog.text
    assert (tmp_path / "victim").read_text() == "kept"
