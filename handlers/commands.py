"""The commands as people are told of them: names, what each does, and for whom it is listed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reports.words.language import Code
from storage.fault import N_
from storage.people.seat import Role

LEADERS: Collection[Role] = ("leader", "administrator")
EVERYBODY: Collection[Role] = ("staff", *LEADERS)


@dataclass(frozen=True)
class CommandText:
    """The English name of a command, and the Norwegian one where that differs.

    ``short`` stands in the menu and ``long`` in the help of ``roles``; others may write the command too.
    """

    names: Sequence[str]
    short: str = ""
    long: str = ""
    roles: Collection[Role] = ()

    def name(self, code: Code) -> str:
        """Return the name in a language."""
        return self.names[0 if code == "en" else -1]


START = CommandText(["start"])
LOG = CommandText(["log", "logg"], N_("New call"), N_("register a call"), EVERYBODY)
LAST = CommandText(
    ["last", "siste"], N_("The latest calls"), N_("see, correct or undo the latest calls"), EVERYBODY
)
SHIFT = CommandText(
    ["shift", "vakt"], N_("This shift"), N_("what is registered on the shift, and what is left"), ["staff"]
)
SHIFTS = CommandText(
    ["shifts", "vakter"], N_("Earlier shifts"), N_("see and correct what the shifts answered"), LEADERS
)
STATS = CommandText(
    ["stats"], N_("Figures and charts"), N_("figures and charts, also /stats 2025 or /stats July"), EVERYBODY
)
REPORT = CommandText(
    ["report", "rapport"],
    N_("A report"),
    N_("last month’s report, or that of any month, tertial or year"),
    LEADERS,
)
BIND = CommandText(
    ["bind"], N_("Let a chat get the reports"), N_("let a chat get the reports by itself"), ["administrator"]
)
UNBIND = CommandText(["unbind"])
CHATS = CommandText(
    ["chats"], N_("Who gets the reports"), N_("see and change who gets the reports"), ["administrator"]
)
PEOPLE = CommandText(
    ["people", "folk"], N_("Who has access"), N_("see and change who has access"), ["administrator"]
)
INVITE = CommandText(
    ["invite", "inviter"], N_("Let somebody in"), N_("let somebody in, with a link"), ["administrator"]
)
AUDIT = CommandText(
    ["audit"], N_("Who did what"), N_("see who changed people, chats and settings"), ["administrator"]
)
PRIVACY = CommandText(
    ["privacy", "personvern"], N_("What is kept"), N_("what is kept, where and how long"), EVERYBODY
)
HELP = CommandText(["help", "hjelp"], N_("What you can do here"), roles=EVERYBODY)

LISTED = (LOG, LAST, SHIFT, SHIFTS, STATS, REPORT, PEOPLE, INVITE, BIND, CHATS, AUDIT, PRIVACY, HELP)


def listed_for(role: Role) -> Sequence[CommandText]:
    """Return the commands that a role is told of."""
    return [command for command in LISTED if role in command.roles]
