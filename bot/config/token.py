"""Where the bot's token is kept, and reading it: no fault about it ever holds it."""

import re
from collections.abc import Mapping
from pathlib import Path

from bot.config.credentials import TOKEN_CREDENTIAL, credential
from bot.config.sections import Telegram
from storage.fault import N_, Fault, why

TOKEN_VARIABLE = "VAKTLOGG_TOKEN"  # noqa: S105 - the variable's name, not a token
ONE_WORD = re.compile(r"[!-~]+")


class UnusableToken(Fault):
    """There is no token, or none that can be used."""


class NoToken(UnusableToken):
    """There is no token anywhere."""


def find_token(telegram: Telegram, environment: Mapping[str, str]) -> str:
    """Return the first token there is: in the environment, as a systemd credential, in its file, in the config.

    An empty variable, and an empty key of the config, count as none. Raises `UnusableToken`, of which `NoToken`
    is one.
    """
    if token := environment.get(TOKEN_VARIABLE, "").strip():
        return _checked(token, TOKEN_VARIABLE)
    if handed := credential(TOKEN_CREDENTIAL, environment):
        return _read(handed)
    if telegram.token_file is not None:
        return _read(telegram.token_file)
    if token := (telegram.token or "").strip():
        return _checked(token, "[telegram] token")
    raise NoToken(N_("There is no token: set [telegram] token or token_file, or VAKTLOGG_TOKEN."))


def _read(file: Path) -> str:
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        words = N_("The token file {file} cannot be read: {reason}.")
        # The bytes that are no text may be a token's: the error that holds them is not handed on.
        raise UnusableToken(words, file=file, reason=why(error)) from None
    if not token:
        raise UnusableToken(N_("The token file {file} is empty."), file=file)
    return _checked(token, str(file))


def _checked(token: str, place: str) -> str:
    if not ONE_WORD.fullmatch(token):
        words = N_("{place} holds something else than a token: one line without blanks, as @BotFather gives it.")
        raise UnusableToken(words, place=place)
    return token
