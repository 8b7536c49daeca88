"""The release: all that is needed and nothing else, and the same bytes wherever and whenever it is built."""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.release.__main__ import SUMS, released_at

ROOT = Path(__file__).parents[1]
READ = {".toml", ".po", ".sql", ".typ", ".jinja", ".html", ".css", ".js", ".json"}
PACKAGES = ("bot", "handlers", "reports", "storage")
FILES = {".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "PKG-INFO", "README.md", "config.example.toml"}
LOCKS = {"pyproject.toml", "requirements.lock", "requirements-dev.lock"}
TOOLS = {"hatchling", "hypothesis", "pytest", "cyclonedx-bom"}


def _build(source: Path, target: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "tests.release", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, env=os.environ | environment)
    return {file.name: file.read_bytes() for file in target.iterdir()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the release is built."""
    folder = tmp_path_factory.mktemp("release")
    _build(ROOT, folder)
    return folder


def test_forms_papers_templates_and_catalogues_are_in_the_wheel(folder: Path) -> None:
    [wheel] = folder.glob("*.whl")
    with ZipFile(wheel) as packed:
        held = set(packed.namelist())
    read = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.suffix in READ
    }
    assert {"reports/papers/texts/risk-assessment-nb.toml", "storage/forms/call.toml"} <= read
    assert read - held == set()


def test_the_sdist_builds_the_same_bytes_in_another_folder_time_zone_and_mask(
    folder: Path, tmp_path: Path
) -> None:
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        packed.extractall(tmp_path, filter="data")
        held = {name.split("/")[1] for name in packed.getnames()}
    source = tmp_path / sdist.name.removesuffix(".tar.gz")
    for file in source.rglob("*"):
        file.chmod(0o700 if file.is_dir() else 0o600)
        os.utime(file, (1, 1))
    again = _build(source, tmp_path / "out", SOURCE_DATE_EPOCH="86400", TZ="Pacific/Auckland", PYTHONHASHSEED="7")

    assert held == {*FILES, *LOCKS, *PACKAGES, ".readme", "tests"}
    assert again == {file.name: file.read_bytes() for file in folder.iterdir()}


def test_each_file_has_its_sum(folder: Path) -> None:
    told = [line.split("  ") for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]

    assert {name: digest for digest, name in told} == {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.name != SUMS
    }


def test_what_the_wheel_brings_along_is_listed_as_it_is_locked_without_address_or_random_number(
    folder: Path,
) -> None:
    [file] = folder.glob("*.cdx.json")
    listed = json.loads(file.read_text(encoding="utf-8"))
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = [Requirement(line.removesuffix(" \\")) for line in lines if not line.startswith(" ")]
    parts = {canonicalize_name(part["name"]): part["version"] for part in listed["components"]}

    assert {
        name
        for name, version in parts.items()
        if not any(canonicalize_name(pin.name) == name and pin.specifier.contains(version) for pin in locked)
    } == set()
    assert {"aiohttp", "numpy", "tzdata", "python-telegram-bot"} <= parts.keys()
    assert not parts.keys() & TOOLS
    assert "serialNumber" not in listed
    assert "://" not in file.read_text(encoding="utf-8").replace(listed["$schema"], "")


def test_version_and_day_are_those_of_the_changelog() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"\n## {version} – " in changelog
    assert released_at("# Log\n\n## 2.0.0 – unreleased\n\n- x\n\n## 1.9.0 – 1970-01-03\n") == 2 * 86400
