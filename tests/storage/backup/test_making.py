"""Making a copy, and what is in its way."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from storage.backup.cleaned_copy import CopyFailed
from storage.backup.copy_folder import copy_path
from storage.backup.encrypted_file import UnusableKey, decrypt, new_key
from storage.backup.making import CopyPlan, MadeCopy, NoCopyFolder, UnknownCopy, make_copy
from storage.backup.workplace import CopyRunning, remove_leftovers, workplace
from storage.database.connection import NoDatabase
from tests.modes import mode_of
from tests.storage.backup.filled import DAY, filled_database
from tests.storage.rows import rows

KEYS = new_key()
TODAY = date.fromisoformat(DAY)
COUNT = "SELECT count(*) FROM record"


@pytest.fixture
async def plan(tmp_path: Path) -> CopyPlan:
    (tmp_path / "share").mkdir()
    return CopyPlan(await filled_database(tmp_path), (KEYS.public,), tmp_path / "share")


def test_the_folder_holds_the_copy_alone_and_the_secret_key_opens_it(plan: CopyPlan, tmp_path: Path) -> None:
    made = make_copy(plan, TODAY, latest=TODAY)

    assert made == MadeCopy(plan.folder / f"vaktlogg-{DAY}.age", made.path.stat().st_size)
    assert [path.name for path in plan.folder.iterdir()] == [f"vaktlogg-{DAY}.age"]
    assert mode_of(made.path) == 0o600
    decrypt(made.path, tmp_path / "opened.db", KEYS.secret)
    assert rows(tmp_path / "opened.db", COUNT) == rows(plan.database, COUNT)


def test_a_second_copy_of_a_day_takes_the_place_of_the_first(plan: CopyPlan) -> None:
    first = make_copy(plan, TODAY, latest=TODAY).path.read_bytes()

    assert make_copy(plan, TODAY, latest=TODAY).path.read_bytes() != first
    assert len([*plan.folder.iterdir()]) == 1


def test_a_copy_of_the_day_that_the_database_does_not_know_of_stays(plan: CopyPlan) -> None:
    before = make_copy(plan, TODAY, latest=None).path.read_bytes()

    with pytest.raises(UnknownCopy):
        make_copy(plan, TODAY, latest=date(2026, 11, 29))
    assert [path.read_bytes() for path in plan.folder.iterdir()] == [before]


def test_a_folder_that_is_not_there_is_told_of_and_not_made(plan: CopyPlan) -> None:
    plan.folder.rmdir()

    with pytest.raises(NoCopyFolder, match="is not there"):
        make_copy(plan, TODAY, latest=TODAY)

    assert not plan.folder.exists()
    assert _beside(plan) == {"vaktlogg.db"}


def test_a_folder_of_the_copys_name_is_in_the_way_and_stays(plan: CopyPlan) -> None:
    copy_path(plan.folder, TODAY).mkdir()

    with pytest.raises(CopyFailed, match=r"cannot be written: .*folder"):
        make_copy(plan, TODAY, latest=TODAY)

    assert [path.name for path in plan.folder.iterdir()] == [f"vaktlogg-{DAY}.age"]


def test_a_link_of_the_copys_name_is_replaced_and_what_it_names_stays(plan: CopyPlan, tmp_path: Path) -> None:
    (tmp_path / "others").write_bytes(b"theirs")
    copy_path(plan.folder, TODAY).symlink_to(tmp_path / "others")

    made = make_copy(plan, TODAY, latest=TODAY)

    assert not made.path.is_symlink()
    assert (tmp_path / "others").read_bytes() == b"theirs"


@pytest.mark.parametrize("recipients", [(), ("age1nonsense",)])
def test_without_a_key_there_is_no_copy(plan: CopyPlan, recipients: tuple[str, ...]) -> None:
    with pytest.raises(UnusableKey):
        make_copy(CopyPlan(plan.database, recipients, plan.folder), TODAY, latest=TODAY)

    assert list(plan.folder.iterdir()) == []


def test_without_a_database_there_is_no_copy(plan: CopyPlan) -> None:
    plan.database.unlink()

    with pytest.raises(NoDatabase):
        make_copy(plan, TODAY, latest=TODAY)

    assert _beside(plan) == set()


def test_two_copies_are_not_made_at_once(plan: CopyPlan) -> None:
    with workplace(plan.database), pytest.raises(CopyRunning):
        make_copy(plan, TODAY, latest=TODAY)


def test_what_is_stopped_while_it_encrypts_leaves_the_earlier_copy(plan: CopyPlan) -> None:
    before = make_copy(plan, TODAY, latest=TODAY).path.read_bytes()

    with pytest.raises(CopyFailed):
        make_copy(plan, TODAY, latest=TODAY, stopped=lambda: any(plan.folder.glob(".part.*")))

    assert copy_path(plan.folder, TODAY).read_bytes() == before
    assert len([*plan.folder.iterdir()]) == 1


KILLED = """
import itertools, os, signal, sys
from datetime import date
from pathlib import Path
from storage.backup.making import CopyPlan, UnknownCopy, make_copy

plan = CopyPlan(Path(sys.argv[1]), (sys.argv[3],), Path(sys.argv[2]))
STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"}

def kill_at(last):
    steps = itertools.count(1)
    def watch(event, _arguments):
        if event in STEPS and next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    return watch

for last in itertools.count(1):
    if not (child := os.fork()):
        sys.addaudithook(kill_at(last))
        make_copy(plan, date(2026, 11, 30), latest=date(2026, 11, 30))
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
    sys.stdin.readline()
"""
"""Makes a copy again and again, killed before its first step in the file system, its second, and so on."""


def test_killed_at_any_step_it_leaves_the_old_copy_or_the_new_one_and_nothing_plain(
    plan: CopyPlan, tmp_path: Path
) -> None:
    made, opened = make_copy(plan, TODAY, latest=TODAY), tmp_path / "opened.db"
    earlier = made.path.read_bytes()
    ended: list[int] = []
    command = [sys.executable, "-c", KILLED, str(plan.database), str(plan.folder), KEYS.public]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdin
        assert dying.stdout
        while not ended or ended[-1] == signal.SIGKILL:
            ended.append(int(dying.stdout.readline()))
            decrypt(made.path, opened, KEYS.secret)
            remove_leftovers(plan.database)
            assert _beside(plan) - {opened.name} == {"vaktlogg.db"}
            assert {path.name.removeprefix(".part.") for path in plan.folder.iterdir()} == {made.path.name}
            dying.stdin.write("\n")
            dying.stdin.flush()
        dying.kill()

    assert ended[-1] == 0
    assert made.path.read_bytes() != earlier
    assert len(ended) > 15


def _beside(plan: CopyPlan) -> set[str]:
    return {path.name for path in plan.database.parent.iterdir() if path != plan.folder}
