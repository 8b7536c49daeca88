"""`vaktlogg invite`: a one-time link with its QR code, at the console."""

from bot.cli.console_audit import note_at_console
from bot.config.config import Config
from bot.random_codes import fresh_code
from bot.stores import seats_of
from bot.telegram.named_bot import Unreachable, named_bot
from handlers.people.qr import qr_text
from handlers.people.seat_words import ROLES
from reports.words.language import LOCALES, Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.people.invites import Invites
from storage.people.seat import Role
from storage.quoting import escaped


class NoSuchRole(Fault):
    """A word is no role in any language."""


def role_named(word: str) -> Role:
    """Return the role that a key or its name in one of the languages means. Raises `NoSuchRole`."""
    for role, name in ROLES.items():
        if word.casefold() in {role, *(Language(code).text(name).casefold() for code in LOCALES)}:
            return role
    raise NoSuchRole(N_("“{word}” is no role: choose staff, leader or administrator."), word=escaped(word))


async def invitation(config: Config, role: Role) -> str:
    """Return a fresh invitation; as long as nobody is on the list, one that makes the first administrator.

    It has a link for each way in that is served. Raises `ConfigFault`, `RefusedToken` and the faults of the
    database; where Telegram does not answer there is no link to it, only the command that does the same.
    """
    served, text = config.served(), Language(config.language).text
    code, opens, first = await _made(config, role)
    lines = [text("Invitation: {role}", role=text(ROLES[opens]).lower())]
    if served.desk is not None:
        link = served.desk.entrance(code)
        lines += [link] if served.desk.leads_here_alone else _with_qr(link)
    if served.token is not None:
        try:
            lines += _with_qr((await named_bot(config.telegram.api_url, served.token)).link(code))
        except Unreachable as fault:
            lines.append(fault.sentence(text))
    lines.append(
        text("It makes the first administrator, within an hour.")
        if first
        else text("It lets in one, within 24 hours, once an administrator has said yes.")
    )
    if served.token is not None:
        lines.append(
            text("Instead of opening the link one can write to the bot: {command}", command=f"/start {code}")
        )
    return "\n".join(lines)


def _with_qr(link: str) -> list[str]:
    return [link, "", qr_text(link)]


async def _made(config: Config, role: Role) -> tuple[str, Role, bool]:
    """Keep a fresh code; return it, the role it opens, and whether that is the first administrator's."""
    code = fresh_code()
    async with Database.open(config.database.path) as database:
        seats = seats_of(database, config, lambda: config.now().date())
        await seats.add_named()
        invites = Invites(database, seats)
        if seats.nobody:
            number = await invites.make_first(code, now=config.now())
        else:
            number = await invites.make(code, role, by=None, now=config.now())
        opens: Role = "administrator" if seats.nobody else role
        await note_at_console(config, database, "invited", number, opens)
        return code, opens, seats.nobody
