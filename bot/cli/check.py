"""`vaktlogg check`: a line for each part, from the config to the reports of earlier years."""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeAlias, TypeVar

from bot.cli.check_access import AccessState, access_line, access_state
from bot.cli.check_copies import NotSetUp, copies_line, copy_to_restore, kept_copies_line
from bot.cli.check_desk import desk_is_served, desk_line
from bot.cli.check_mail import mail_line
from bot.cli.check_reports import ReportsState, reports_line, reports_state
from bot.cli.loose_files import files_are_private
from bot.config.config import Config, language_of, read_config
from bot.config.forms import served_forms
from bot.operations import watched_folders
from bot.telegram.named_bot import named_bot
from handlers.operations.findings import Finding
from reports.words.language import Language
from storage.backup.last_copy import LastCopy
from storage.database.connection import SQLITE_VERSION, Database, DatabaseDamaged, LostDatabase
from storage.database.inspection import WHOLE_BYTES, inspect_at_start
from storage.database.place import refuse_if_lost
from storage.fault import N_, Fault
from storage.figures.history import History
from storage.figures.recount import CountDifference, Recount
from storage.operations.free_space import MEGABYTE, free_space
from storage.records.records import Records

T = TypeVar("T")
U = TypeVar("U")
Look: TypeAlias = Callable[[Config, Language], Awaitable[str | None]]
"""Says how a part is, None where there is nothing to say. Raises a `Fault`."""
NAMED = 10
"""How many places where the counts differ are named."""
DATABASE, COUNTS, ACCESS = N_("database"), N_("counts"), N_("access")
REPORTS, COPIES, EARLIER_REPORTS = N_("reports"), N_("copies"), N_("earlier reports")
FROM_DATABASE = {COUNTS, ACCESS, REPORTS, COPIES, EARLIER_REPORTS}
"""The parts that nothing is known of where the database cannot be read."""


class CountsDiffer(Fault):
    """What is counted does not agree with the records."""


async def check(path: Path, say: Callable[[str], None], *, recount: bool = False) -> bool:
    """Say how each part is, a line for each that there is anything to say of; return whether none has a fault.

    Nothing is changed; only where a ``recount`` is wanted, the counts are replaced by what the records say.
    """
    well = True
    async for finding in findings(path, recount=recount):
        say(f"{finding.part}: {finding.sentence}")
        well = well and not finding.fault
    return well


async def findings(path: Path, *, recount: bool = False) -> AsyncIterator[Finding]:
    """Yield how each part is that there is anything to say of."""
    try:
        config = read_config(path)
    except Fault as fault:
        language = Language(language_of(path))
        name = language.text("config")
        yield Finding(name, fault.sentence(language.text), well=False, fault=True)
        return
    language = Language(config.language)
    name = language.text("config")
    yield Finding(name, str(path))
    broken: Fault | None = None
    for name, usual in _parts(path, recount=recount).items():
        look = _despite(broken, name, usual)
        try:
            if (found := await look(config, language)) is not None:
                yield Finding(language.text(name), found)
        except NotSetUp as lack:
            yield Finding(language.text(name), lack.sentence(language.text), well=False)
        except Fault as fault:
            yield Finding(language.text(name), fault.sentence(language.text), well=False, fault=True)
            broken = fault if name == DATABASE else broken


def _parts(path: Path, *, recount: bool) -> Mapping[str, Look]:
    return {
        N_("files"): functools.partial(_files, path),
        N_("forms"): _forms,
        N_("shifts"): _shifts,
        DATABASE: _database,
        N_("free space"): _free_space,
        COUNTS: _counted_anew if recount else _counts,
        N_("copies beside it"): kept_copies_line,
        N_("SQLite"): _sqlite,
        N_("desk"): desk_line,
        N_("token"): _token,
        ACCESS: _access,
        REPORTS: _reports,
        N_("mail"): mail_line,
        COPIES: _copies,
        EARLIER_REPORTS: _earlier_reports,
    }


def _despite(broken: Fault | None, name: str, usual: Look) -> Look:
    """Return what looks at a part where the database may be ``broken``: often nothing is known of it then."""
    if broken is None or name not in FROM_DATABASE:
        return usual
    is_gone = isinstance(broken, LostDatabase | DatabaseDamaged)
    return copy_to_restore if name == COPIES and is_gone else _nothing


async def _nothing(_config: Config, _language: Language) -> None: ...


async def _files(path: Path, config: Config, language: Language) -> str | None:
    return language.text("their owner’s alone") if files_are_private(config, path) else None


async def _forms(config: Config, language: Language) -> str:
    return ", ".join(
        f"{form.key} ({form.title.in_language(language.code)})" for form in served_forms(config).values()
    )


async def _shifts(config: Config, language: Language) -> str:
    shifts = config.shifts
    times = [f"{hour} {name}" for hour, name in zip(shifts.hours, shifts.names, strict=False)] or shifts.hours
    words = N_("{times}; the staff are asked") if shifts.ask else N_("{times}; nobody is asked")
    return language.text(words, times=", ".join(times))


async def _database(config: Config, language: Language) -> str:
    path = config.database.path
    refuse_if_lost(path)
    # It may be in use: a large file would keep calls from being saved for too long.
    if path.exists() and path.stat().st_size <= WHOLE_BYTES:
        await asyncio.to_thread(inspect_at_start, path)
    count = await _look(config, lambda database: Records(database).count(), None)
    if count is None:
        return language.text("{path}, made at the first start", path=path)
    return language.plural("{path}, {n} record", "{path}, {n} records", count, path=path)


async def _free_space(config: Config, language: Language) -> str:
    free = min(free_space(folder) for folder in watched_folders(config))
    return language.text("{free} MB", free=language.number(free // MEGABYTE))


async def _counts(config: Config, language: Language) -> str | None:
    if not config.database.path.exists():
        return None
    nothing: list[CountDifference] = []
    differences = await _look(config, lambda database: Recount(database).differences(), nothing)
    if differences:
        places = ", ".join(_place(difference, language) for difference in differences[:NAMED])
        words = N_("do not agree with the records: {places} ({n} in all). “vaktlogg check --recount” mends it.")
        raise CountsDiffer(words, places=places, n=language.number(len(differences)))
    return language.text("agree with the records")


def _place(difference: CountDifference, language: Language) -> str:
    return language.text(
        "{form} {period}: {missing} missing, {surplus} too many",
        form=difference.form,
        period=difference.period,
        missing=language.number(difference.missing),
        surplus=language.number(difference.surplus),
    )


async def _counted_anew(config: Config, language: Language) -> str | None:
    if not config.database.path.exists():
        return None
    await _look(config, lambda database: Recount(database).replace(), None)
    return language.text("counted anew from the records")


async def _sqlite(_config: Config, _language: Language) -> str:
    return SQLITE_VERSION


async def _token(config: Config, language: Language) -> str:
    token = config.served().token
    if token is None:
        return language.text("none: Telegram is not served")
    api = await named_bot(config.telegram.api_url, token)
    return f"@{api.bot.username}"


async def _access(config: Config, language: Language) -> str:
    state = await _look(config, functools.partial(access_state, config), AccessState())
    return access_line(config, language, state)


async def _reports(config: Config, language: Language) -> str:
    state = await _look(config, functools.partial(reports_state, config), ReportsState())
    return reports_line(config, language, state, at_desk=desk_is_served(config))


async def _copies(config: Config, language: Language) -> str:
    return await copies_line(
        config, language, await _look(config, lambda database: LastCopy(database).read(), None)
    )


async def _earlier_reports(config: Config, language: Language) -> str | None:
    """Return which figures may not be as printed, and what mends that; None where all are."""
    periods = await _look(config, lambda database: History(database).worked_back(), None)
    if not periods:
        return None
    words = N_(
        "{periods} kept by an earlier version, which worked counts back from shares;"
        " take the file in again with vaktlogg history, and they stand as printed"
    )
    return language.text(words, periods=", ".join(periods))


async def _look(config: Config, look: Callable[[Database], Awaitable[T]], otherwise: U) -> T | U:
    """Return what ``look`` finds in the database, or ``otherwise`` before the first start."""
    if not config.database.path.exists():
        return otherwise
    async with Database.open(config.database.path, must_exist=True) as database:
        return await look(database)
