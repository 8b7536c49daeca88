"""`vaktlogg restore`: an encrypted copy is looked over, and takes the place of the database after a yes."""

import asyncio
import contextlib
import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from bot.cli.asking import says_yes
from bot.cli.console_audit import note_at_console
from bot.cli.typed_key import typed_key
from bot.config.config import Config
from bot.config.forms import forms_of
from bot.stores import seats_of
from handlers.people.seat_words import name_of
from reports.words.language import Language
from storage.backup.copy_folder import copies_in
from storage.backup.last_copy import LastCopy
from storage.backup.opened_copy import CopyContents, NotOpened, look_over, opened, records_since
from storage.database.connection import Database
from storage.database.file_lock import STOP_FIRST, held, lock_of
from storage.database.kept_copies import before_restore_of
from storage.database.swap import swap_in
from storage.fault import N_, why
from storage.forms.views import refresh_views
from storage.operations.restores import Restores
from storage.people.seat import Seat
from storage.private_files import make_private_folder


@dataclass(frozen=True)
class PreparedCopy:
    """A copy that could take the database's place: what it holds, its day, and who will have access.

    So many seats are ``waiting``; ``nobody`` tells that no other has access either.
    """

    contents: CopyContents
    made: date | None
    administrators: Sequence[Seat]
    waiting: int
    nobody: bool


def restore(config: Config, file: Path) -> None:
    """Ask for the key, say what the copy holds, and put it in the database's place after a yes.

    Raises `AlreadyRunning`, `NotOpened`, `NotOurs`, `NewerDatabase`, `InUse`, and the faults of `decrypt`; the
    database is as before then.
    """
    language, database = Language(config.language), config.database.path.resolve()
    if not file.is_file():
        raise NotOpened(N_("There is no file {file}. Nothing is changed."), file=file)
    kept = before_restore_of(database, config.now().date())
    with _alone(database):
        keys = typed_key(language)
        with opened(file, keys.secret, database) as copy:
            prepared = asyncio.run(_prepare(config, copy))
            for line in (*_lines(prepared, config, copy, kept, language), *_newer(prepared.made, file, language)):
                typer.echo(line)
            if not says_yes(language.text("Restore this copy?"), language):
                typer.echo(language.text("Nothing is changed."))
                return
            try:
                swap_in(copy, database, kept)
            except OSError as error:
                words = N_("The copy could not be put in place: {reason}. The database is as before.")
                raise NotOpened(words, reason=why(error)) from error
    typer.echo("\n".join(_what_now(config, kept, language)))
    if config.copies is None:
        typer.echo("\n".join(_no_copies(keys.public, file, language)))


@contextlib.contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Let no Vaktlogg work on the database meanwhile. Raises `AlreadyRunning`, and `NotOpened`."""
    lock = lock_of(database)
    was_there = lock.exists()
    try:
        make_private_folder(database.parent)
    except OSError as error:
        words = N_("{folder} cannot be made: {reason}. Nothing is changed.")
        raise NotOpened(words, folder=database.parent, reason=why(error)) from error
    with held(database, STOP_FIRST):
        try:
            yield
        finally:
            # Where there has been no database, none is to be missed.
            if not was_there and not database.exists():
                lock.unlink(missing_ok=True)


async def _prepare(config: Config, copy: Path) -> PreparedCopy:
    contents = await look_over(copy)
    now = config.now()
    async with Database.open(copy, must_exist=True) as database:
        await refresh_views(database, forms_of(config).values())
        await Restores(database).begin(now.replace(tzinfo=None))
        made = await LastCopy(database).read()
        await note_at_console(config, database, "restored", made or "")
        seats = seats_of(database, config, now.date)
        await seats.add_named()
    administrators = [seat for seat in seats.all if seats.role(seat.number) == "administrator"]
    waiting = sum(seat.waiting for seat in seats.all)
    return PreparedCopy(contents, made, administrators, waiting, seats.nobody)


def _lines(prepared: PreparedCopy, config: Config, copy: Path, kept: Path, language: Language) -> Iterator[str]:
    text, contents = language.text, prepared.contents
    made = text("not known") if prepared.made is None else language.full_date(prepared.made)
    yield text("The copy’s day: {day}", day=made)
    if contents.first and contents.last:
        span = [_day(time, language) for time in (contents.first, contents.last)]
        yield language.plural(
            "It holds {n} record, from {first} to {last}.",
            "It holds {n} records, from {first} to {last}.",
            contents.records,
            first=span[0],
            last=span[1],
        )
    else:
        yield text("It holds no records.")
    yield from _access(prepared, language)
    yield from _present(config.database.path.resolve(), copy, kept, language)


def _newer(made: date | None, file: Path, language: Language) -> Iterator[str]:
    """Say that a newer copy lies beside the one that is to be restored."""
    copies = copies_in(file.resolve().parent)
    if made is not None and copies and copies[-1].day > made:
        yield language.text("A newer copy lies beside it: {name}.", name=copies[-1].path.name)


def _access(prepared: PreparedCopy, language: Language) -> Iterator[str]:
    text = language.text
    if prepared.administrators:
        named = [
            text("no. {number} ({name})", number=seat.number, name=name_of(seat, language))
            for seat in prepared.administrators
        ]
        yield text("Administrators who will have access at once: {seats}.", seats=", ".join(named))
    elif prepared.nobody:
        yield text("No administrator is in it: “vaktlogg run” prints a code for the first one.")
    else:
        yield text("No administrator is in it: name one in the config, under [access] owners.")
    if prepared.waiting:
        yield language.plural(
            "{n} other waits until an administrator lets it in again.",
            "{n} others wait until an administrator lets them in again.",
            prepared.waiting,
        )


def _present(database: Path, copy: Path, kept: Path, language: Language) -> Iterator[str]:
    text = language.text
    if not database.exists():
        yield text("There is no database at {path} yet.", path=database)
        return
    missing = records_since(database, copy)
    if missing is None:
        yield text("How much the present database holds that the copy does not, cannot be read: it is damaged.")
    else:
        yield language.plural(
            "The present database holds {n} record that the copy does not.",
            "The present database holds {n} records that the copy does not.",
            missing,
        )
    yield text("It is kept beside it, as {name}.", name=kept.name)


def _what_now(config: Config, kept: Path, language: Language) -> Iterator[str]:
    text = language.text
    yield text("Restored. Start Vaktlogg again: the administrators are then asked the rest.")
    if kept.exists():
        yield language.plural(
            "The database of before holds hours and who registered; Vaktlogg removes it after {n} day. At once:",
            "The database of before holds hours and who registered; Vaktlogg removes it after {n} days. At once:",
            config.privacy.coarsen_days,
        )
        yield f"    rm {shlex.quote(str(kept))}"


def _no_copies(public: str, file: Path, language: Language) -> Iterator[str]:
    """Say that none are made any more, and what to write for the key that was typed and the folder of the copy."""
    yield language.text(
        "No copies are set up here. So that one is made every night, write this into the config before you start;"
        " choose the folder:"
    )
    yield "    [backup]"
    yield f"    recipients = {json.dumps([public])}"
    yield f"    folder = {json.dumps(str(file.resolve().parent), ensure_ascii=False)}"


def _day(time: str, language: Language) -> str:
    """Write the day of a record, or its month where no day is known."""
    is_day = len(time) == len("2016-07-14")
    return language.full_date(date.fromisoformat(time)) if is_day else language.month(time)
