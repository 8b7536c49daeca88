"""`vaktlogg backup-key`: the key that opens copies is printed once, for the safe, and kept nowhere.

The sheet alone goes to standard output, so that it can be sent to a printer; everything else to standard error.
"""

import json
from pathlib import Path

import typer

from bot.cli.asking import asked, says_yes
from bot.cli.backup_section import with_backup
from bot.cli.key_sheet import end_of, sheet
from bot.config.config import Config, ConfigFault, read_config
from reports.words.language import Language
from storage.backup.encrypted_file import new_key
from storage.fault import N_, Fault, why
from storage.private_files import give_to_owner, make_private_folder


class NoKeyMade(Fault):
    """No key was made, or one that nobody needs to keep; nothing is changed."""


def backup_key(path: Path, folder: Path | None) -> None:
    """Make a key, print its sheet, and put the public half into the config, or say what to write there.

    Raises `ConfigFault` and `NoKeyMade`.
    """
    config = read_config(path)
    language = Language(config.language)
    if config.backup.recipients and not _is_another_wanted(config, language):
        raise NoKeyMade(N_("Nothing is changed."))
    if config.backup.folder is None:
        folder = _folder_for_copies(config, path, folder or _asked_folder(language), language)
    keys = new_key()
    typer.echo("\n".join(sheet(keys, config, language)))
    _say(language.text("The sheet is not shown again, and the secret key stands in no file."))
    if not says_yes(language.text("Is it on paper, and have you compared it?"), language, err=True, insist=True):
        raise NoKeyMade(N_("Nothing is changed. The key on the sheet opens nothing: throw it away."))
    recipients = [*config.backup.recipients, keys.public]
    if folder is not None and with_backup(path, recipients, folder):
        _say(
            language.text(
                "{path} knows the public key. A copy now: vaktlogg backup. Every night: start Vaktlogg again.",
                path=path,
            )
        )
        return
    _say(language.text("Write this into {path}, under [backup], in the place of what stands there:", path=path))
    _say(f"recipients = {json.dumps(recipients)}")
    if folder is not None:
        _say(f"folder = {json.dumps(str(folder), ensure_ascii=False)}")


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _is_another_wanted(config: Config, language: Language) -> bool:
    ends = ", ".join(map(end_of, config.backup.recipients))
    words = N_(
        "Copies are made for a key already, whose sheet says {ends}. Another one is needed only if it is lost."
    )
    _say(language.text(words, ends=ends))
    return says_yes(language.text("Make another key?"), language, err=True)


def _asked_folder(language: Language) -> Path:
    _say(language.text("A copy is to lie elsewhere than the database: on another disk, or a network share."))
    answer = asked(language.text("Which folder do copies go to"), err=True)
    if not answer:
        raise NoKeyMade(N_("Nothing is changed: copies need a folder."))
    return Path(answer)


def _folder_for_copies(config: Config, path: Path, folder: Path, language: Language) -> Path:
    """Return the folder as it goes into the config; one that is not there is made after a yes."""
    meant = path.resolve().parent / folder
    if meant.resolve() == config.database.path.resolve().parent:
        raise NoKeyMade(N_("Nothing is changed: there lies the database, and a copy would be lost with it."))
    try:
        if not meant.is_dir():
            if not says_yes(language.text("That folder is not there. Is it to be made?"), language, err=True):
                raise NoKeyMade(N_("Nothing is changed: copies need a folder."))
            make_private_folder(meant)
            # The bot itself writes there every night.
            give_to_owner(meant, config.database.path.resolve().parent)
        if meant.stat().st_dev == config.database.path.resolve().parent.stat().st_dev:
            _say(language.text("Mind that this is the database’s own disk: when it breaks, both are lost."))
    except OSError as error:
        raise ConfigFault(N_("{path} cannot be used: {reason}."), path=meant, reason=why(error)) from error
    return folder
