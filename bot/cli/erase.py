"""`vaktlogg erase`: after two yeses everything of an installation is removed, and what cannot be is named."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from bot.cli.asking import asked, says_yes
from bot.cli.own_files import OwnFiles, own_files
from bot.config.config import Config
from reports.words.language import Language
from storage.database.file_lock import STOP_FIRST, held
from storage.fault import N_, Fault, why

PART = 1_000_000
"""Bytes that are overwritten at once."""

WORD = N_("erase")
OF_TELEGRAM = (
    N_("– the messages in the chats at Telegram: delete the chats, on each telephone and for everybody;"),
    N_("– the bot itself: write /deletebot to @BotFather;"),
)
OF_THE_DESK = (
    N_(
        "– the browsers of the desk: each keeps two cookies, which open nothing any more, and what was downloaded;"
    ),
    N_("– the desk’s certificate and key, and what a proxy before it has noted;"),
)
OUT_OF_REACH = (
    N_("– copies elsewhere, exports, papers and reports that somebody has saved, printed or sent on;"),
    N_("– the secret key on its sheet in the safe: burn it, and encrypted copies elsewhere open no more;"),
    N_(
        "– the service and its log: sudo systemctl disable --now vaktlogg, then remove"
        " /etc/systemd/system/vaktlogg.service; the journal keeps its lines for a while;"
    ),
    N_("– what was overwritten, on a flash disk (SSD), in snapshots and in the machine’s own backups."),
)


class NotErased(Fault):
    """Some files could not be removed."""


def erase(config: Config, path: Path) -> None:
    """Name the files, ask twice, and remove them. Raises `AlreadyRunning`, and `NotErased` where some are left."""
    language = Language(config.language)
    with held(config.database.path, STOP_FIRST):
        try:
            found = own_files(config, path)
        except OSError as error:
            raise NotErased(
                N_("A folder cannot be read: {reason}. Nothing is removed."), reason=why(error)
            ) from error
        typer.echo("\n".join(_lines(config, found, language)))
        if not _is_meant(config, language):
            return
        _remove(found.files)
    typer.echo(language.text("All of it is removed."))


def _lines(config: Config, found: OwnFiles, language: Language) -> Iterator[str]:
    yield language.text("These files are removed for good, and every call with them:")
    yield from (f"    {file}" for file in found.files)
    if found.links:
        yield language.text("These are links; what they lead to is left, and you have to remove it:")
        yield from (f"    {link}" for link in found.links)
    if found.missing is not None:
        words = N_("The folder for copies is not there, and what lies in it stays: {folder}. Connect it first.")
        yield language.text(words, folder=found.missing)
    yield language.text("What this command cannot reach:")
    yield from map(language.text, (*_of_ways_in(config), *OUT_OF_REACH))


def _of_ways_in(config: Config) -> Sequence[str]:
    """Return what lies where the ways in led; a token that cannot be read has led to Telegram all the same."""
    try:
        served = config.served()
    except Fault:
        return OF_TELEGRAM
    return [*(OF_TELEGRAM if served.token else ()), *(OF_THE_DESK if served.desk else ())]


def _is_meant(config: Config, language: Language) -> bool:
    """Ask twice, the second time for a word that nobody types by mistake; say where nothing is removed."""
    if not says_yes(language.text("Remove all of it?"), language):
        typer.echo(language.text("Nothing is removed."))
        return False
    word = config.centre.strip() or language.text(WORD)
    if asked(language.text("Once more, to be sure: type “{word}”", word=word)) == word:
        return True
    typer.echo(language.text("Nothing is removed: that was not “{word}”, letter by letter.", word=word))
    return False


def _remove(files: list[Path]) -> None:
    left = []
    for file in files:
        try:
            _overwrite(file)
            file.unlink()
        except OSError as error:
            left.append(Fault("{path}: {reason}", path=file, reason=why(error)))
    if left:
        raise NotErased(
            N_("Not everything could be removed; run it again once you have mended this: {left}"), left=left
        )


def _overwrite(file: Path) -> None:
    """Write nothing but zeros into a file, unless it has another name elsewhere. Raises `OSError`."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_NOFOLLOW), "wb", buffering=0) as content:
        facts = os.fstat(content.fileno())
        if facts.st_nlink > 1:
            return
        content.writelines(bytes(min(PART, facts.st_size - start)) for start in range(0, facts.st_size, PART))
        os.fsync(content.fileno())
