"""A release, the same bytes each time: `make release`.

Wheel, sdist, the CycloneDX list of what they bring along, and the SHA-256 sums. Their time is the day of the
latest release in CHANGELOG.md, so that neither the clock nor git is asked; order, owners and permissions are the
builder's own. Only another Python, zlib or lock makes other bytes.
"""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from tests.release.bill_of_materials import bill_of_materials

ROOT = Path(__file__).parents[2]
SUMS = "SHA256SUMS"
RELEASED = re.compile(r"^## \S+ – (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def main(folder: Annotated[Path, typer.Argument(help="Where the files go.")]) -> None:
    """Build the release of this source, and print its files."""
    moment = released_at((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder.resolve()
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(target)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment)}
    subprocess.run(command, cwd=ROOT, check=True, env=environment)
    bill = target / f"vaktlogg-{version}.cdx.json"
    bill.write_text(bill_of_materials(ROOT, moment), encoding="utf-8")
    files = [target / f"vaktlogg-{version}-py3-none-any.whl", target / f"vaktlogg-{version}.tar.gz", bill]
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (target / SUMS).write_text("".join(sums), encoding="utf-8")
    for file in (*files, target / SUMS):
        typer.echo(folder / file.name)


def released_at(changelog: str) -> int:
    """Return the beginning of the day, in UTC, of the latest release that a changelog tells of, in seconds."""
    [day, *_] = RELEASED.findall(changelog)
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


if __name__ == "__main__":
    typer.run(main)
