"""What has been saved since the file was last found to be well, to be read back from it."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from storage.database.faults import DatabaseDamaged
from storage.fault import N_, Fault
from storage.forms.question import Answers, Outcome


@dataclass(frozen=True)
class Save:
    """A record as it was saved last, and the seat that saved it."""

    source: str
    outcome: Outcome
    answers: Answers
    by: int
    revision: int = 1
    voided: bool = False


class RecentSaves:
    """The saves that have not been read back yet, the latest of each record."""

    def __init__(self) -> None:
        """Begin with none."""
        self._saves: dict[str, Save] = {}
        self._found: Save | None = None

    def note(self, save: Save) -> None:
        """Note that a record was saved, new or corrected."""
        self._saves[save.source] = save

    @property
    def all(self) -> Sequence[Save]:
        """All that are noted."""
        return tuple(self._saves.values())

    @property
    def found(self) -> Sequence[Save]:
        """The latest that has been read back, if any: a file that no longer has it is an older one."""
        return [] if self._found is None or self._found.source in self._saves else [self._found]

    @property
    def seats(self) -> Collection[int]:
        """The seats that have saved them."""
        return {save.by for save in self._saves.values()}

    def forget(self, saves: Sequence[Save]) -> None:
        """Forget those that have been read back, but for records that have been saved again since."""
        self._found = saves[-1] if saves else self._found
        for save in saves:
            if self._saves.get(save.source) is save:
                del self._saves[save.source]


def read_back(connection: sqlite3.Connection, saves: Sequence[Save]) -> None:
    """Find each of the saves in the file as it was kept. Raises `DatabaseDamaged`, and `sqlite3.Error`."""
    # Also where nothing was saved: an empty file has no such table.
    connection.execute("SELECT 1 FROM record LIMIT 1").fetchone()
    for save in saves:
        row = connection.execute(
            "SELECT revision, outcome, answers, voided_at IS NOT NULL FROM record WHERE source = ?", (save.source,)
        ).fetchone()
        if row is None:
            raise DatabaseDamaged(Fault(N_("calls that were saved are not in it")))
        if not _agree(save, *row):
            raise DatabaseDamaged(Fault(N_("calls in it are not as they were saved")))


def _agree(save: Save, revision: int, outcome: str, answers: str, voided: int) -> bool:
    """Tell whether a record is as it was saved, or has been corrected since."""
    # A call that turns out to be one of somebody who does not want to be registered begins its history anew.
    if revision > save.revision or (revision < save.revision and outcome == "declined"):
        return True
    try:
        kept = json.loads(answers)
    except ValueError:
        return False
    written = json.loads(json.dumps(dict(save.answers)))
    return (revision, outcome, kept, bool(voided)) == (save.revision, save.outcome, written, save.voided)
