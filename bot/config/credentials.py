"""Files that systemd hands over to a service, which its own user could not read where they lie."""

from collections.abc import Mapping
from pathlib import Path

CREDENTIALS = "CREDENTIALS_DIRECTORY"
"""systemd's variable that names the folder of a unit's credentials."""

TOKEN_CREDENTIAL = "vaktlogg-token"  # noqa: S105 - a file's name, not a token
CONFIG_CREDENTIAL = "vaktlogg-config"
CERTIFICATE_CREDENTIAL = "vaktlogg-certificate"
KEY_CREDENTIAL = "vaktlogg-key"


def credential(name: str, environment: Mapping[str, str]) -> Path | None:
    """Return the file that is handed over under this name; None where there is none."""
    folder = environment.get(CREDENTIALS)
    file = Path(folder, name) if folder else None
    return file if file is not None and file.exists() else None
