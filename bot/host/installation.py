"""Where an installation lies, and whether it can run as a service as it is."""

import os
import re
import shlex
import stat
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.config.config import Config
from bot.config.desk import DeskSection
from storage.fault import N_, Fault
from storage.quoting import escaped

if sys.platform != "win32":
    import pwd

STATES = Path("/var/lib")
"""Where systemd makes a service's own folder."""

HOMES = (Path("/home"), Path("/root"), Path("/run/user"))
"""What a service sees nothing of, but for what is named."""

USUAL_TOKEN = Path("/etc/vaktlogg/token")
PROJECT = Path(__file__).parents[2]
FIRST_FREE_PORT = 1024
"""The first port that a service without rights may take."""
LEADING_OUT = frozenset({"mail"})
"""The config's tables that lead out of the machine where they stand at all."""

USER_NAME = re.compile(r"[a-z_][a-z0-9_-]{0,30}")


class NoService(Fault):
    """The installation cannot run as a service as it is."""


@dataclass(frozen=True)
class Installation:
    """Where everything lies; all paths are absolute.

    The ``program`` needs the folders of ``code``. Without a ``user`` systemd gives the service one of its own, and
    without a ``token`` file the config holds the token, or there is none. ``folders`` are those besides the
    database's that are written to. The ``desk`` is served where there is one; where the service ``stays_inside``,
    it speaks to nothing but this machine.
    """

    program: Path
    code: Sequence[Path]
    config: Path
    token: Path | None
    database: Path
    folders: Sequence[Path] = ()
    user: str | None = None
    desk: DeskSection | None = None
    stays_inside: bool = False

    @property
    def state(self) -> Path | None:
        """The folder that systemd makes for the service, where the database is in it."""
        folder = self.database.parent
        inside = folder.is_relative_to(STATES) and folder != STATES
        return STATES / folder.relative_to(STATES).parts[0] if inside else None

    @property
    def outside(self) -> Sequence[Path]:
        """The folders that are written to and that systemd does not make."""
        written = dict.fromkeys([self.database.parent, *self.folders])
        return [path for path in written if self.state is None or not path.is_relative_to(self.state)]

    def check(self) -> None:
        """Raise `NoService` where systemd could not start it, or it could not do its work."""
        if not self.program.is_file():
            raise NoService(N_("There is no program at {path}; install Vaktlogg first."), path=self.program)
        if self.desk is not None and 0 < self.desk.port < FIRST_FREE_PORT:
            words = N_("A service without root’s rights cannot take port {port}; choose one from 1024 on.")
            raise NoService(words, port=self.desk.port)
        if self.user is not None:
            _check_user(self.user)
        elif self.outside:
            raise NoService(
                N_(
                    "A service whose user systemd makes writes only into one folder in /var/lib, such as"
                    " /var/lib/vaktlogg. {path} lies elsewhere: move it there in the config, or name a user"
                    " with --user."
                ),
                path=self.outside[0],
            )
        elif commands := list(filter(None, map(_mended, [self.program, *self.code]))):
            words = N_("The service could not read all that it needs; this mends it: {command}")
            raise NoService(words, command=commands[0])


def installed(path: Path, config: Config, user: str | None, usual_token: Path = USUAL_TOKEN) -> Installation:
    """Return where this program, the config at a path and what it names lie."""
    reports, forms, base = config.reports, config.forms.folder, Path(sys.base_prefix)
    token = _token_file(config, usual_token)
    desk = config.desk_beside("held elsewhere" if token or config.telegram.token else None)
    return Installation(
        program=Path(sysconfig.get_path("scripts"), "vaktlogg"),
        code=_outermost([Path(sys.prefix), base, base.resolve(), PROJECT, *([forms] if forms else [])]),
        config=path.absolute(),
        token=token,
        database=config.database.path.absolute(),
        folders=[
            folder.absolute() for folder in (reports.folder, reports.public_folder, config.backup.folder) if folder
        ],
        user=user,
        desk=desk,
        stays_inside=desk is not None and desk.on_loopback and not (token or _leads_out(config)),
    )


def _token_file(config: Config, usual: Path) -> Path | None:
    """Return the file that the token is handed over from; None where the config holds it or there is none."""
    telegram = config.telegram
    if telegram.token:
        return None
    if telegram.token_file is not None:
        return telegram.token_file.absolute()
    means_the_bot = config.desk is None and config.access.roles()
    return usual if usual.exists() or means_the_bot else None


def _leads_out(config: Config) -> bool:
    outside = config.telegram.token or config.clock.ntp or config.host.ping_url
    return bool(outside) or not LEADING_OUT.isdisjoint(config.model_fields_set)


def is_in_a_home(path: Path) -> bool:
    """Tell whether a path lies where a service sees nothing by itself."""
    return any(path.is_relative_to(home) for home in HOMES)


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Return the absolute paths that lie in no other of them, in order."""
    absolute = list(dict.fromkeys(path.absolute() for path in paths))
    return [path for path in absolute if not any(other in path.parents for other in absolute)]


def _check_user(user: str) -> None:
    if not USER_NAME.fullmatch(user) or user == "root":
        raise NoService(N_("“{user}” is no user that a service should run as."), user=escaped(user))
    try:
        pwd.getpwnam(user)
    except KeyError:
        words = N_("There is no user “{user}”; this makes one: sudo useradd --system --no-create-home {user}")
        raise NoService(words, user=user) from None


def _mended(path: Path) -> str | None:
    """Return the command that lets everybody read a file or a folder; None where everybody can.

    Folders in a home above it are no hindrance: systemd passes by them.
    """
    if not _allows(path, os.R_OK):
        return f"chmod -R go+rX {shlex.quote(str(path))}"
    above = [] if is_in_a_home(path) else [folder for folder in path.parents if not _allows(folder, os.X_OK)]
    return f"chmod go+x {shlex.quote(str(above[-1]))}" if above else None


def _allows(path: Path, wanted: int) -> bool:
    """Tell whether everybody has a right to a file or a folder."""
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & wanted)
    except OSError:
        return False
