"""What `vaktlogg init` asks about the ways in, and about the desk."""

from collections.abc import Sequence
from pathlib import Path

import typer
from pydantic import ValidationError

from bot.config.desk import DeskSection
from reports.words.language import Language
from storage.fault import N_

WAYS_IN = (
    N_("1. At the desk, in a browser"),
    N_("2. In Telegram, on the duty phone"),
    N_("3. Both"),
)
AT_THE_DESK, IN_TELEGRAM, BOTH = 1, 2, 3
MACHINES = (
    N_("1. On this machine alone"),
    N_("2. On others too, by a proxy with a certificate, such as Caddy or nginx, on this machine"),
    N_("3. On others too, with a certificate and key of your own"),
)
HERE_ALONE, BY_PROXY = 1, 2
PORT = 8322


def asked_ways_in(language: Language) -> int:
    """Ask where calls are registered; return the number of the answer."""
    return _chosen(language, language.text("Where are calls registered?"), WAYS_IN)


def asked_desk(language: Language) -> DeskSection:
    """Ask who uses the desk, and how it is protected where others do."""
    choice = _chosen(language, language.text("On which machines is the desk used?"), MACHINES)
    if choice == HERE_ALONE:
        return DeskSection()
    while True:
        section = _by_proxy(language) if choice == BY_PROXY else _with_certificate(language)
        if section is not None:
            return section
        typer.echo(language.text("That cannot be used. Try again."))


def _chosen(language: Language, question: str, choices: Sequence[str]) -> int:
    """Ask until one of the numbers is given; the first is the default."""
    typer.echo(question)
    for choice in choices:
        typer.echo(language.text(choice))
    while True:
        answer = str(typer.prompt(language.text("Number"), default="1")).strip().rstrip(".")
        if answer in {str(number) for number in range(1, len(choices) + 1)}:
            return int(answer)
        typer.echo(language.text("That cannot be used. Try again."))


def _by_proxy(language: Language) -> DeskSection | None:
    url = str(typer.prompt(language.text("The address that browsers ask for, such as https://desk.example.org")))
    url = url.strip() if "://" in url else f"https://{url.strip()}"
    return _section(public_url=url) if url.startswith("https://") else None


def _with_certificate(language: Language) -> DeskSection | None:
    name = str(typer.prompt(language.text("The name that browsers ask for, such as desk.example.org"))).strip()
    certificate = _file(language, language.text("The certificate’s file (PEM)"))
    key = _file(language, language.text("The key’s file (PEM)"))
    url = f"https://{name.removeprefix('https://').rstrip('/').partition(':')[0]}:{PORT}"
    return _section(address=f"0.0.0.0:{PORT}", public_url=url, certificate=certificate, key=key)


def _file(language: Language, question: str) -> Path:
    """Ask until there is such a file; return its whole path, wherever the config will lie."""
    while True:
        file = Path(str(typer.prompt(question)).strip()).expanduser()
        if file.is_file():
            return file.absolute()
        typer.echo(language.text("There is no such file."))


def _section(**given: object) -> DeskSection | None:
    try:
        return DeskSection.model_validate(given)
    except ValidationError:
        return None
