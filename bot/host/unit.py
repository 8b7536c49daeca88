"""The systemd unit of an installation: what it runs, what it may reach, and a reason for each line."""

from collections.abc import Iterator

from bot.config.credentials import (
    CERTIFICATE_CREDENTIAL,
    CONFIG_CREDENTIAL,
    KEY_CREDENTIAL,
    TOKEN_CREDENTIAL,
)
from bot.host.installation import STATES, Installation, is_in_a_home
from bot.host.unit_text import BEGINNING, HARDENING
from bot.host.unit_words import argument, line, word


def unit(installation: Installation) -> str:
    """Return the unit. Raises `UnusablePath` for a path that cannot stand in one."""
    return "\n".join([BEGINNING, *_lines(installation), HARDENING])


def _lines(installation: Installation) -> Iterator[str]:
    yield "# The program of this installation, and its config."
    yield f"ExecStart={word(installation.program)} run --config {argument(installation.config)}"
    yield "# Only root has to be able to read them; a changed one counts from the next start."
    yield f"LoadCredential={CONFIG_CREDENTIAL}:{line(installation.config)}"
    if installation.token is not None:
        yield f"LoadCredential={TOKEN_CREDENTIAL}:{line(installation.token)}"
    if installation.desk and installation.desk.certificate and installation.desk.key:
        yield f"LoadCredential={CERTIFICATE_CREDENTIAL}:{line(installation.desk.certificate.absolute())}"
        yield f"LoadCredential={KEY_CREDENTIAL}:{line(installation.desk.key.absolute())}"
    yield from _user(installation.user)
    yield from _places(installation)
    yield from _network(installation)


def _user(user: str | None) -> Iterator[str]:
    if user is None:
        yield "# A user of its own, who is there only while it runs."
        yield "DynamicUser=yes"
    else:
        yield "# It runs as this user, who owns the database."
        yield f"User={user}"


def _network(installation: Installation) -> Iterator[str]:
    desk = installation.desk
    if desk is None:
        yield "# It asks others, and nobody can ask it."
        yield "SocketBindDeny=any"
    else:
        yield "# Nobody can ask it but at the desk's port."
        yield "SocketBindDeny=any"
        yield f"SocketBindAllow=tcp:{desk.port}" if desk.port else "SocketBindAllow=tcp"
    if installation.stays_inside:
        yield "# Nothing leads out of this machine, or into it: browsers here ask it, or a proxy that stands here."
        yield "IPAddressDeny=any"
        yield "IPAddressAllow=localhost"


def _places(installation: Installation) -> Iterator[str]:
    if installation.state is not None:
        yield "# The database's folder, made where it is missing, and given to the user."
        yield f"StateDirectory={word(installation.state.relative_to(STATES))}"
        yield "StateDirectoryMode=0700"
    if installation.outside:
        yield "# Folders that it writes to; one that is not there yet can be written from the next start on."
        yield f"ReadWritePaths={' '.join(word(path, optional=True) for path in installation.outside)}"
    yield "# What charts and PDF keep for the next time."
    yield "CacheDirectory=vaktlogg"
    yield "CacheDirectoryMode=0700"
    yield "Environment=MPLCONFIGDIR=%C/vaktlogg XDG_CACHE_HOME=%C/vaktlogg"
    yield from _homes(installation)


def _homes(installation: Installation) -> Iterator[str]:
    written = [path for path in installation.outside if is_in_a_home(path)]
    read = [path for path in dict.fromkeys(installation.code) if is_in_a_home(path) and path not in written]
    if not read and not written:
        yield "# Nothing of it lies in anybody's home, so it sees none."
        yield "ProtectHome=yes"
        return
    yield "# Of the homes it sees nothing but what it is made of, and what it writes to."
    yield "ProtectHome=tmpfs"
    if read:
        yield f"BindReadOnlyPaths={' '.join(map(word, read))}"
    if written:
        yield f"BindPaths={' '.join(word(path, optional=True) for path in written)}"
