"""`vaktlogg init`: a newcomer is asked what the config needs, and gets it written."""

import asyncio
import sys
from pathlib import Path

import typer
from pydantic import ValidationError

from bot.cli.init_desk import AT_THE_DESK, BOTH, IN_TELEGRAM, asked_desk, asked_ways_in
from bot.cli.init_file import TOKEN_FILE, Answers, BotAnswers
from bot.cli.invite import invitation
from bot.cli.options import DEFAULT_CONFIG
from bot.config.config import ConfigFault, read_config
from bot.config.sections import Reports
from bot.telegram.named_bot import RefusedToken, Unreachable, named_bot
from reports.words.language import LOCALES, Code, Language
from storage.fault import N_, Fault, why
from storage.whole_file import write_whole

HOW_TO_GET_ONE = (
    N_("The bot needs a token of its own, which Telegram gives you:"),
    N_("1. Open Telegram, find @BotFather (with a blue tick), and write /newbot."),
    N_("2. Give the bot a name, and a user name that ends in bot."),
    N_("3. Copy the long text with a colon in the middle, and paste it here; it is not shown."),
)


class AlreadyThere(ConfigFault):
    """There is a config already, which is not written over."""


def init(config: Path, api_url: str) -> None:
    """Ask for what the config needs, and write it. Raises `AlreadyThere`, and a `ConfigFault` for a full disk."""
    for path in (config, config.with_name(TOKEN_FILE)):
        if path.exists():
            raise AlreadyThere(N_("{path} is there already; nothing is changed."), path=path)
    answers = _asked(api_url)
    try:
        if answers.bot and answers.bot.token:
            write_whole(config.with_name(TOKEN_FILE), f"{answers.bot.token}\n".encode())
        write_whole(config, answers.toml().encode())
    except OSError as error:
        raise ConfigFault(N_("{path} cannot be written: {reason}."), path=config, reason=why(error)) from error
    typer.echo(_next(config, answers))


def _asked(api_url: str) -> Answers:
    code = _asked_language()
    language = Language(code)
    text = language.text
    centre = typer.prompt(text("The centre’s name, as it stands on charts"), default="", show_default=False)
    ways = asked_ways_in(language)
    desk = asked_desk(language) if ways in {AT_THE_DESK, BOTH} else None
    bot = BotAnswers(_asked_token(language, api_url), api_url) if ways in {IN_TELEGRAM, BOTH} else None
    typer.echo(text("Reports on a month go out once the last night is registered."))
    day = _valid(language, text("On which day of the month (1 to 28)"), "day", "3")
    time = _valid(language, text("At what time"), "time", "08:00")
    return Answers(code, centre.strip(), desk, bot, int(day), time)


def _asked_language() -> Code:
    while True:
        answer = typer.prompt("Språk / Language (nb, nn, en)", default="nb").strip().lower()
        for code in LOCALES:
            if code == answer:
                return code


def _asked_token(language: Language, api_url: str) -> str:
    """Return a token that Telegram knows, or that could not be tried; empty where there is none yet."""
    for line in HOW_TO_GET_ONE:
        typer.echo(language.text(line))
    while token := typer.prompt(
        language.text("The token (only Enter: none yet)"), default="", show_default=False, hide_input=True
    ).strip():
        try:
            api = asyncio.run(named_bot(api_url, token))
        except RefusedToken:
            typer.echo(language.text("Telegram does not know this token. Try again."))
        except Unreachable as fault:
            typer.echo(fault.sentence(language.text))
            typer.echo(language.text("The token is kept untried; “vaktlogg check” tries it."))
            return str(token)
        else:
            typer.echo(language.text("Telegram knows the bot: {name}", name=f"@{api.bot.username}"))
            return str(token)
    return ""


def _valid(language: Language, question: str, key: str, default: str) -> str:
    """Return an answer that the config takes under ``[reports]``."""
    while True:
        answer = str(typer.prompt(question, default=default)).strip()
        value = int(answer) if answer.isdecimal() else answer
        try:
            return str(getattr(Reports.model_validate({key: value}), key))
        except ValidationError:
            typer.echo(language.text("That cannot be used. Try again."))


def _next(config: Path, answers: Answers) -> str:
    """Say what was written, and what to do next, with the first administrator's link."""
    text = Language(answers.language).text
    named = sys.argv[0] if Path(sys.argv[0]).name == "vaktlogg" else "vaktlogg"
    start = f"{named} run" if config == DEFAULT_CONFIG else f"{named} run --config {config}"
    lines = [text("{path} is written, for your eyes only. “vaktlogg check” looks it over.", path=config)]
    if answers.bot and not answers.bot.token:
        lines.append(text("The bot needs a token before it runs: name a file that holds one under token_file."))
        if answers.desk is None:
            return "\n".join(lines)
    lines += [text("Start Vaktlogg, in a window that stays open: {command}", command=start)]
    if answers.desk:
        lines.append(text("Then open the link in the browser that is to be the administrator’s:"))
    lines.append("")
    try:
        lines.append(asyncio.run(invitation(read_config(config), "administrator")))
    except Fault as fault:
        lines.append(fault.sentence(text))
    return "\n".join(lines)
