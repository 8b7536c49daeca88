"""What the wheel brings along, as a CycloneDX list: names, versions, licences, and what needs what."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import requires
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def bill_of_materials(root: Path, moment: int) -> str:
    """Return the list for the source in ``root``, dated ``moment``, seconds since 1970.

    It holds what the wheel needs and this environment has, neither tools nor what only other systems need, and no
    address.
    """
    listed = json.loads(_listed(root, moment))
    refs = {canonicalize_name(part["name"]): part["bom-ref"] for part in listed["components"]}
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = {listed["metadata"]["component"]["bom-ref"]: _applying(project["dependencies"])}
    waiting = list(chain(*needs.values()))
    while waiting:
        wanted = waiting.pop()
        held = needs.setdefault(refs[canonicalize_name(wanted.name)], [])
        new = [found for found in _applying(requires(wanted.name) or (), wanted.extras) if found not in held]
        held += new
        waiting += new
    listed["components"] = [_plain(part) for part in listed["components"] if part["bom-ref"] in needs]
    listed["metadata"]["tools"]["components"] = [
        _plain(tool) for tool in listed["metadata"]["tools"]["components"]
    ]
    listed["dependencies"] = [
        {"ref": ref, "dependsOn": sorted({refs[canonicalize_name(needed.name)] for needed in found})}
        for ref, found in sorted(needs.items())
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def _listed(root: Path, moment: int) -> str:
    """List the whole environment, without a random number and the time of today."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--no-validate"]
    command += ["--pyproject", str(root / "pyproject.toml"), "--of", "JSON", sys.executable]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment)}
    return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, encoding="utf-8").stdout


def _applying(needed: Iterable[str], extras: Iterable[str] = ()) -> list[Requirement]:
    """Return those that apply to this system and these extras."""
    chosen = [{"extra": extra} for extra in ("", *extras)]
    found = [Requirement(line) for line in needed]
    return [need for need in found if need.marker is None or any(map(need.marker.evaluate, chosen))]


def _plain(part: dict[str, object]) -> dict[str, object]:
    """Leave out addresses, and what only the environment tells."""
    return {key: value for key, value in part.items() if key not in {"externalReferences", "properties"}}
